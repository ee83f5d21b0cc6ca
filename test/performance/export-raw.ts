import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { writeXlsxStream } from 'hucre';
import type { Core } from '../../electron/core/open-core.ts';
import type { RawFormat } from '../../shared/contract/raw-export.ts';
import { VersionId } from '../../shared/model/ids.ts';
import { z } from 'zod';
import { contest, type Side } from './contest.ts';
import { isHere, sideOf, skip, startPeer } from './peers/peer.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';
import { finish, openCopy, type BenchContext, type SurveyFiles } from './workspaces.ts';

const csvFormat: RawFormat = { kind: 'csv', separator: 'comma', byteOrderMark: false, values: 'codes', shape: 'wide' };

interface Prepared {
  readonly core: Core;
  readonly files: SurveyFiles;
  readonly versionId: VersionId;
  readonly folder: string;
}

/** Exports the version as people do, and answers what lies in the first file. */
async function exported({ core, files, versionId }: Prepared, format: RawFormat): Promise<{ path: string; rows: number }> {
  const made = await finish(
    core.client.rawExport.create({
      projectId: files.projectId,
      versionId,
      choices: { identifiers: false, openTexts: false, remarks: false },
      format,
      extras: { weights: false, ddi: false, isPacked: false },
      language: 'en',
      recipient: 'bench',
      purpose: 'bench',
      known: [],
      acceptsRisk: true,
    }),
  );
  const out = join(core.session.deps.temporaryFolder, 'out');
  const [first, ...others] = made.files;
  for (const { ticket } of others) rmSync(join(out, ticket), { force: true });
  if (first === undefined) throw new Error('no file was made');
  return { path: join(out, first.ticket), rows: first.rows };
}

/** The same cells for the peers, read from our own file by a library: numbers as numbers. */
async function cellsOf(prepared: Prepared): Promise<(string | number)[][]> {
  const { path } = await exported(prepared, csvFormat);
  // csv-parse answers arrays of text when it is not told to name the columns.
  const rows = parse(readFileSync(path), { bom: true }) as string[][];
  rmSync(path);
  return rows.map((row) => row.map((cell) => (/^-?\d+(\.\d+)?$/u.test(cell) ? Number(cell) : cell)));
}

async function asOurs(prepared: Prepared, name: string, format: RawFormat): Promise<Side> {
  return {
    name,
    calls: 1,
    run: async () => {
      const { path, rows } = await exported(prepared, format);
      if (rows !== prepared.files.rows) throw new Error(`${name}: ${rows} of ${prepared.files.rows} rows`);
      rmSync(path);
    },
  };
}

async function measureCsv(prepared: Prepared, cells: readonly (string | number)[][]): Promise<Result> {
  const path = join(prepared.folder, 'peer.csv');
  const peer: Side = {
    name: 'csv-stringify, cells ready',
    calls: 1,
    run: () => writeFileSync(path, stringify(cells as (string | number)[][])),
  };
  const found = await contest(await asOurs(prepared, 'rawExport as CSV', csvFormat), peer);
  const own = await exported(prepared, csvFormat);
  requireSame('export.csv', parse(readFileSync(own.path)).slice(0, 50), parse(readFileSync(path)).slice(0, 50));
  rmSync(own.path);
  return fromContest('export.csv', prepared.files.name, found, { note: 'ours reads the answers and counts the rows in the file' });
}

async function measureXlsx(prepared: Prepared, cells: readonly (string | number)[][]): Promise<Result> {
  const path = join(prepared.folder, 'peer.xlsx');
  const peer: Side = {
    name: 'hucre, streamed, cells ready',
    calls: 1,
    run: async () => {
      const parts: Uint8Array[] = [];
      for await (const part of writeXlsxStream(cells as (string | number)[][], { name: 'Data' })) parts.push(part);
      writeFileSync(path, Buffer.concat(parts));
    },
  };
  const found = await contest(await asOurs(prepared, 'rawExport as XLSX', { kind: 'xlsx', values: 'codes' }), peer);
  return fromContest('export.xlsx', prepared.files.name, found, { note: 'ours reads the answers and counts the rows in the file' });
}

async function measureSav(prepared: Prepared): Promise<Result | null> {
  if (!isHere('Rscript', ['-e', 'library(haven)'])) return skip('haven', 'R with haven is not here');
  const { path } = await exported(prepared, csvFormat);
  const csv = join(prepared.folder, 'sav-peer.csv');
  writeFileSync(csv, readFileSync(path));
  rmSync(path);
  const script = join(import.meta.dirname, 'peers/haven_peer.R');
  using peer = await startPeer('Rscript', [script, csv, join(prepared.folder, 'peer.sav')]);
  const found = await contest(
    await asOurs(prepared, 'rawExport as .sav, .sps and CSV', { kind: 'spss' }),
    sideOf(peer, 'haven::write_sav, data ready', 'write', 1),
  );
  return fromContest('export.sav', prepared.files.name, found, { note: 'ours reads the answers and writes three files' });
}

async function measure(context: BenchContext, files: SurveyFiles): Promise<Result[]> {
  using core = await openCopy(context, files, `export-${files.name}`);
  const row = core.session.workspace.sql.get(z.object({ id: VersionId }), 'SELECT id FROM questionnaire_version LIMIT 1');
  if (row === undefined) throw new Error('no version');
  const prepared: Prepared = { core, files, versionId: row.id, folder: context.folder };
  const cells = await cellsOf(prepared);
  const results = [await measureCsv(prepared, cells), await measureXlsx(prepared, cells), await measureSav(prepared)];
  return results.filter((result) => result !== null);
}

/** Raw data out, as CSV, XLSX and .sav, against writers that are given the cells. */
export const exportRaw: Bench<BenchContext> = {
  name: 'export.csv, export.xlsx and export.sav',
  run: async (context) => {
    const all: Result[] = [];
    for (const files of context.sizes) all.push(...(await measure(context, files)));
    return all;
  },
};
