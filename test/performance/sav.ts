import { closeSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { noMissing, readSav, savWriter, type SavFile, type SavRow, type SavVariable } from '../../electron/core/sav/index.ts';
import { createChance } from '../../scripts/sample/random.ts';
import { contest, type Side } from './contest.ts';
import { isHere, sideOf, skip, startPeer, type Peer } from './peers/peer.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';
import type { BenchContext } from './workspaces.ts';

const columns = 100;
const texts = [
  'Noen som hørte etter',
  'Møtene var for lange',
  '',
  'Jeg fikk hjelp av noen som ringte tilbake samme dag, og det var viktig for meg',
];

/** 88 closed questions with labels and declared missing values, 10 numbers, a date and an open answer. */
function surveyOf(rows: number): { file: SavFile; cases: SavRow[] } {
  const base = { width: 0, decimals: 0, measure: 'nominal', valueLabels: [], missing: noMissing } as const;
  const variables = Array.from({ length: columns }, (_, at): SavVariable => {
    const common = { ...base, name: `q${at + 1}`, label: `Hva mener du om punkt ${at + 1} i planen din?` };
    if (at === 0) return { ...common, kind: 'string', width: 120 };
    if (at === 1) return { ...common, kind: 'date' };
    if (at < 12) return { ...common, kind: 'number', decimals: 2, measure: 'scale' };
    const valueLabels = ['Helt uenig', 'Litt uenig', 'Verken–eller', 'Litt enig', 'Helt enig'].map((label, place) => ({
      value: place + 1,
      label,
    }));
    return { ...common, kind: 'number', measure: 'ordinal', valueLabels, missing: { kind: 'range', low: -9, high: -1 } };
  });
  const chance = createChance(42);
  const cases = Array.from({ length: rows }, (): SavRow =>
    variables.map(({ kind, decimals }) => {
      if (kind === 'string') return texts[chance.below(texts.length)] ?? '';
      if (chance.happens(5)) return null;
      if (kind === 'date') return `2026-0${1 + chance.below(9)}-${10 + chance.below(18)}`;
      return decimals > 0 ? chance.below(100_000) / 100 : chance.happens(5) ? -9 : 1 + chance.below(5);
    }),
  );
  return { file: { label: '', variables, sets: [], weight: null, documents: [] }, cases };
}

function write(path: string, file: SavFile, cases: readonly SavRow[]): void {
  const out = openSync(path, 'w');
  const writer = savWriter(file, cases.length, (chunk) => void writeSync(out, chunk));
  for (let at = 0; at < cases.length; at += 500) writer.add(cases.slice(at, at + 500));
  writer.end();
  closeSync(out);
}

async function countCases(path: string): Promise<number> {
  const reading = await readSav(path);
  let rows = 0;
  for await (const batch of reading.batches()) rows += batch.rows.length;
  await reading.close();
  return rows;
}

/** R reads our file, so that it writes the same data, and waits. */
async function startHaven(own: string, theirs: string): Promise<Peer | null> {
  if (!isHere('Rscript', ['-e', 'library(haven)'])) return skip('R haven', 'not installed');
  return await startPeer('Rscript', ['--vanilla', join(import.meta.dirname, 'peers/haven_sav_peer.R'), own, theirs]);
}

async function size(name: string, rows: number, folder: string): Promise<Result> {
  const { file, cases } = surveyOf(rows);
  const [own, theirs, plain] = ['own', 'haven', 'plain'].map((each) => join(folder, `${each}-${name}.sav`));
  if (own === undefined || theirs === undefined || plain === undefined) throw new Error('no names');
  const run = (): void => write(own, file, cases);
  run();
  using peer = await startHaven(own, theirs);
  // Without R: the same values as JSON lines, as fast as the platform makes them.
  const other: Side =
    peer === null
      ? { name: 'JSON lines', calls: 1, run: () => writeFileSync(plain, cases.map((row) => JSON.stringify(row)).join('\n')) }
      : sideOf(peer, 'R haven write_sav', 'write', 1);
  const found = await contest({ name: 'savWriter', calls: 1, run }, other);
  const counted = await countCases(own);
  requireSame('sav.write rows', counted, rows);
  if (peer !== null) requireSame('sav.write rows of haven', await countCases(theirs), rows);
  const megabytes = (statSync(own).size / 1024 / 1024).toFixed(1);
  for (const path of [own, theirs, plain]) rmSync(path, { force: true });
  return fromContest('sav.write', name, found, { note: `${counted} rows in the file, ${megabytes} MiB`, target: { good: 1 } });
}

/** A survey as an SPSS system file, against R's writer of the same cells. */
export const sav: Bench<BenchContext> = {
  name: 'sav.write',
  run: async ({ folder, sizes }) => {
    const results = [await size('M 10,000 × 100', 10_000, folder)];
    // The third size is there with --long only.
    if (sizes.length > 2) results.push(await size('L 100,000 × 100', 100_000, folder));
    return results;
  },
};
