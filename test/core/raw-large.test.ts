import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import type { RawFormat } from '../../shared/contract/raw-export.ts';
import type { ProjectId } from '../../shared/model/ids.ts';
import { surveyCsv } from '../performance/survey-csv.ts';
import { importAsProposed, inspect, openBenchCore, upload } from '../performance/workspaces.ts';
import { versionOf } from './raw-files-fixture.ts';

/** 100 closed questions and one open; 100,000 interviews by hand (ROST_LONG=1). */
const rows = process.env['ROST_LONG'] === undefined ? 5000 : 100_000;
const isLong = rows > 5000;
/** What a file in the making may need, whatever the number of rows. */
const boundMiB = 200;

setFlagsFromString('--expose-gc');
// The collector as a function; V8 lets garbage lie for as long as it has room, which is no need of ours.
const collect = z.custom<() => void>((found) => typeof found === 'function').parse(runInNewContext('gc'));

const formats: readonly RawFormat[] = [
  { kind: 'csv', separator: 'semicolon', byteOrderMark: true, values: 'codes', shape: 'wide' },
  { kind: 'xlsx', values: 'codes' },
  { kind: 'spss' },
];

const state: { folder: string; core: Core | null; projectId: ProjectId | null } = { folder: '', core: null, projectId: null };

function wanted(format: RawFormat) {
  const { core, projectId } = state;
  if (core === null || projectId === null) throw new Error('not prepared');
  return {
    core,
    input: {
      projectId,
      versionId: versionOf(core),
      choices: { identifiers: false, openTexts: true, remarks: false },
      format,
      extras: { weights: false, ddi: false, isPacked: true },
      language: 'nb' as const,
      recipient: 'Nasjonalt senter',
      purpose: 'Måling',
      known: [],
      acceptsRisk: true,
    },
  };
}

const outFiles = ({ session }: Core): string[] => {
  const folder = join(session.deps.temporaryFolder, 'out');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('raw data of many', () => {
  beforeAll(async () => {
    state.folder = mkdtempSync(join(tmpdir(), 'rost-large-'));
    const csv = join(state.folder, 'mange.csv');
    writeFileSync(csv, surveyCsv(rows));
    state.core = openBenchCore(state.folder);
    await state.core.client.workspace.create({ path: join(state.folder, 'mange.rost') });
    const ticket = await upload(state.core, csv);
    state.projectId = (await importAsProposed(state.core, ticket, await inspect(state.core, ticket))).projectId;
    // The dialog has asked who stands out before anything is made; what the analysis keeps in memory for that is not the export's.
    await state.core.client.rawExport.check({ projectId: state.projectId, versionId: versionOf(state.core), known: [] });
  }, 900_000);
  afterAll(() => {
    state.core?.[Symbol.dispose]();
    rmSync(state.folder, { recursive: true, force: true });
  });

  it.for(formats)(
    `issue 7: ${rows} × 100 as $kind: every row is counted in the file, progress is told, memory is bounded`,
    { timeout: 600_000 },
    async (format) => {
      const { core, input } = wanted(format);
      const steps = await core.client.rawExport.create(input);
      const told: number[] = [];
      // The first step is told when everybody has been checked and the writing begins.
      const first = await steps.next();
      expect(first.value).toEqual({ done: 0, of: rows });
      collect();
      const before = process.memoryUsage().rss;
      let most = before;
      const begun = performance.now();
      for (;;) {
        const step = await steps.next();
        if (told.length % 20 === 0) collect();
        most = Math.max(most, process.memoryUsage().rss);
        if (step.done !== true) {
          told.push(step.value.done);
          expect(step.value.of).toBe(rows);
          continue;
        }
        expect(step.value.files).toMatchObject([{ rows }]);
        break;
      }
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.length).toBeGreaterThan(rows / 400);
      const grown = (most - before) / 1024 / 1024;
      if (isLong) console.log(`${format.kind}: ${Math.round(performance.now() - begun)} ms, ${Math.round(grown)} MiB more`);
      expect(grown).toBeLessThan(boundMiB);
    },
  );

  it.for(formats)('issue 7: cancelled on the way, $kind leaves no file and no entry', async (format) => {
    const { core, input } = wanted(format);
    const before = outFiles(core);
    const releases = (await core.client.privacy.listReleases({})).total;
    const abort = new AbortController();
    const steps = await core.client.rawExport.create(input, { signal: abort.signal });
    await steps.next();
    await steps.next();
    expect(outFiles(core).length).toBeGreaterThan(before.length);
    abort.abort();
    await expect(
      (async () => {
        for (let step = await steps.next(); step.done !== true; step = await steps.next());
      })(),
    ).rejects.toMatchObject({});
    expect(outFiles(core)).toEqual(before);
    expect((await core.client.privacy.listReleases({})).total).toBe(releases);
  });
});
