import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountTable } from '../../shared/disclosure/index.ts';
import { columnLetters, pearsonChiSquare } from '../../shared/statistics/index.ts';
import { makeBanner, type Banner } from '../../electron/core/analysis/banner.ts';
import { countUnder } from '../../electron/core/analysis/count-banner.ts';
import { frequency } from '../../electron/core/analysis/count.ts';
import { missingReasons, type Column } from '../../electron/core/analysis/stored-answers.ts';
import { weighUnder, type WeightedSums } from '../../electron/core/analysis/weights.ts';
import { contest, type Side } from './contest.ts';
import { makeColumns, toBytes, type MadeColumns } from './made-columns.ts';
import { checkOf, isHere, sideOf, skip, startPeer, type Peer } from './peers/peer.ts';
import { fromContest, requireSame, type Bench, type Result, type Target } from './result.ts';
import type { BenchContext } from './workspaces.ts';

const python = '/usr/bin/python3';
const peersFolder = join(import.meta.dirname, 'peers');

/** Writes the columns as bytes, for the peers. */
function writeFiles(folder: string, { columns, several, banner }: MadeColumns): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'codes.bin'), Buffer.concat(columns.map(toBytes)));
  writeFileSync(join(folder, 'marks.bin'), Buffer.concat(several.indicators));
  writeFileSync(join(folder, 'banner.bin'), toBytes(banner));
}

async function numpyPeer(folder: string, persons: number): Promise<Peer | null> {
  if (!isHere(python, ['-c', 'import numpy'])) return skip('numpy', 'not installed');
  return await startPeer(python, [join(peersFolder, 'numpy_peer.py'), folder, String(persons)]);
}

async function rPeer(folder: string, persons: number): Promise<Peer | null> {
  if (!isHere('Rscript', ['-e', 'library(data.table)'])) return skip('R with data.table', 'not installed');
  return await startPeer('Rscript', [join(peersFolder, 'r_peer.R'), folder, String(persons)]);
}

function bannerOf({ persons, banner }: MadeColumns, mask: Uint8Array | null = null): Banner {
  return makeBanner(persons, [banner], mask);
}

/** Every table of a tab book, counts only. */
function book(columns: readonly Column[], banner: Banner): CountTable[] {
  return columns.flatMap((column) => countUnder(column, banner));
}

/** Percentages, chi-square with p, and letters of a table. */
function tested({ counts, columnTotals }: CountTable): number {
  const shares = counts.map((row) => row.map((count, at) => (100 * count) / (columnTotals[at] ?? 1)));
  const letters = columnLetters(
    counts.map((row) => ({ kind: 'share' as const, counts: row, bases: columnTotals })),
    columnTotals.map(() => 0),
  );
  return (pearsonChiSquare(counts)?.statistic ?? 0) + letters.length + (shares[0]?.[0] ?? 0);
}

/** Counts at the places where the peers have them: group × 256 + answer. */
function asWide({ counts }: CountTable): Float64Array {
  const wide = new Float64Array(65_536);
  for (const [row, cells] of counts.entries()) for (const [group, count] of cells.entries()) wide[group * 256 + row] = count;
  return wide;
}

interface Line {
  readonly bench: string;
  readonly target?: Target;
  readonly note?: string;
}

const calls = 3;
const side = (name: string, run: () => unknown): Side => ({ name, calls, run });

/** The product against whichever peers are here. */
async function against(survey: MadeColumns, own: Side, peers: readonly (readonly [Side | null, Line])[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const [peer, { bench, ...about }] of peers)
    if (peer !== null) results.push(fromContest(bench, survey.name, await contest(own, peer), about));
  return results;
}

interface Peers {
  readonly numpy: Peer | null;
  readonly r: Peer | null;
}

function task(peer: Peer | null, name: string, word: string): Side | null {
  return peer === null ? null : sideOf(peer, name, word, calls);
}

async function frequencies(survey: MadeColumns, { numpy, r }: Peers): Promise<Result[]> {
  const run = (): number[][] =>
    survey.columns.map(({ values, categories }) => frequency(values, categories.length, missingReasons.length).counts);
  const missing = survey.columns.map(({ values }) => values.reduce((sum, value) => sum + (value < 0 ? 1 : 0), 0));
  const own = checkOf(run().map((counts, at) => Object.assign(new Float64Array(256), { 255: missing[at] ?? 0 }, counts)));
  for (const peer of [numpy, r]) if (peer !== null) requireSame('freq.all', own, (await peer.ask('frequencies')).check);
  const note = `${survey.columns.length} tables`;
  return await against(survey, side('frequency', run), [
    [task(numpy, 'numpy bincount', 'frequencies'), { bench: 'freq.all', target: { good: 0.7, hard: 0.12 }, note }],
    [task(r, 'R tabulate', 'frequencies'), { bench: 'freq.all', note }],
  ]);
}

async function oneCrosstab(survey: MadeColumns, { numpy, r }: Peers): Promise<Result[]> {
  const [first] = survey.columns;
  if (first === undefined) return [];
  const run = (): readonly CountTable[] => countUnder(first, bannerOf(survey));
  const withTest = (): number => run().reduce((sum, table) => sum + tested(table), 0);
  const [table] = run();
  if (table === undefined) return [];
  if (r !== null)
    requireSame('crosstab.one', pearsonChiSquare(table.counts)?.statistic.toFixed(6), (await r.ask('crosstab')).check.toFixed(6));
  const results = await against(survey, side('crosstab, %, chi², letters', withTest), [
    [
      task(r, 'R table + prop.table + chisq.test', 'crosstab'),
      { bench: 'crosstab.one', target: { good: 0.4, hard: 0.1 }, note: 'with letters' },
    ],
  ]);
  return [
    ...results,
    ...(await against(survey, side('counts', run), [[task(numpy, 'numpy bincount', 'crosstab'), { bench: 'crosstab.counts' }]])),
  ];
}

/** What a peer's tab book adds up to: the cells of answers in groups, and those who lack one of the two. */
async function checkBook(survey: MadeColumns, peer: Peer, tables: readonly CountTable[]): Promise<void> {
  const groups = toBytes(survey.banner);
  const whole = tables.map((table, at) => {
    const wide = asWide(table);
    const answers = survey.columns[at]?.values ?? new Int16Array(0);
    for (const [person, value] of answers.entries()) {
      const group = groups[person] ?? 255;
      if (value < 0 || group === 255)
        wide[group * 256 + (value < 0 ? 255 : value)] = (wide[group * 256 + (value < 0 ? 255 : value)] ?? 0) + 1;
    }
    return wide;
  });
  requireSame('tabbook', checkOf(whole), (await peer.ask('tabbook')).check);
}

async function tabBook(survey: MadeColumns, { numpy, r }: Peers): Promise<Result[]> {
  const { columns, weights, persons, several } = survey;
  const counts = (): CountTable[] => book(columns, bannerOf(survey));
  for (const peer of [numpy, r]) if (peer !== null) await checkBook(survey, peer, counts());
  const whole = (): number => counts().reduce((sum, table) => sum + tested(table), 0);
  const note = `${columns.length} × 20`;
  const mask = Uint8Array.from(several.indicators[0] ?? new Uint8Array(persons), (mark, person) =>
    mark === 1 && (several.indicators[1]?.[person] ?? 0) === 0 ? 1 : 0,
  );
  const ownCounts = side('tab book, counts', counts);
  const results = [
    ...(await against(survey, side('tab book, %, chi², p, letters', whole), [
      [task(r, 'R tabulate, counts only', 'tabbook'), { bench: 'tabbook', note }],
      [task(numpy, 'numpy bincount, counts only', 'tabbook'), { bench: 'tabbook', note }],
    ])),
    ...(await against(survey, ownCounts, [
      [task(numpy, 'numpy bincount', 'tabbook'), { bench: 'tabbook.counts', target: { good: 0.8, hard: 0.15 }, note }],
      [task(r, 'R tabulate', 'tabbook'), { bench: 'tabbook.counts', note }],
    ])),
  ];
  const weigh = (by: Float64Array): (readonly WeightedSums[])[] => {
    const banner = bannerOf(survey);
    return columns.map((column) => weighUnder(column, banner, by));
  };
  const weighted = side('weighted', () => weigh(weights));
  requireSame(
    'tabbook.weighted',
    weigh(new Float64Array(persons).fill(1)).map(([table]) => table?.counts),
    counts().map((table) => table.counts),
  );
  const filtered = side('filtered', () => book(columns, bannerOf(survey, mask)));
  requireSame('tabbook.filtered', book(columns, bannerOf(survey, mask))[0]?.total, countWithin(columns[0], mask));
  results.push(
    fromContest('tabbook.weighted', survey.name, await contest(weighted, ownCounts), {
      target: { good: 1.3, hard: 1.1 },
      note: 'peer: the unweighted',
    }),
  );
  results.push(
    fromContest('tabbook.filtered', survey.name, await contest(filtered, ownCounts), {
      target: { good: 1.2, hard: 1.05 },
      note: 'new filter of two marks',
    }),
  );
  return results;
}

function countWithin(column: Column | undefined, mask: Uint8Array): number {
  return mask.reduce((sum, mark, person) => sum + (mark === 1 && (column?.values[person] ?? -1) >= 0 ? 1 : 0), 0);
}

async function multiResponse(survey: MadeColumns, { numpy, r }: Peers): Promise<Result[]> {
  const run = (): readonly CountTable[] => countUnder(survey.several, bannerOf(survey));
  const groups = toBytes(survey.banner);
  const own = survey.several.indicators.map((marks, row) => {
    const counts = new Float64Array(256);
    for (const [group, count] of (run()[0]?.counts[row] ?? []).entries()) counts[group] = count;
    counts[255] = marks.reduce((sum, mark, person) => sum + (groups[person] === 255 ? mark : 0), 0);
    return counts;
  });
  for (const peer of [numpy, r]) if (peer !== null) requireSame('mr.banner', checkOf(own), (await peer.ask('several')).check);
  const note = '8 marks × 20';
  return await against(survey, side('several answers', run), [
    [
      task(r, 'data.table by group', 'several'),
      { bench: 'mr.banner', target: { good: 0.7, hard: 0.3 }, note: `${note}; the design's peer is pandas` },
    ],
    [task(numpy, 'numpy bincount', 'several'), { bench: 'mr.banner', note }],
  ]);
}

async function measure(context: BenchContext, survey: MadeColumns): Promise<Result[]> {
  const folder = join(context.folder, `columns-${survey.name}`);
  writeFiles(folder, survey);
  const [numpy, r] = [await numpyPeer(folder, survey.persons), await rPeer(folder, survey.persons)];
  try {
    const peers = { numpy, r };
    return [
      ...(await frequencies(survey, peers)),
      ...(await oneCrosstab(survey, peers)),
      ...(await tabBook(survey, peers)),
      ...(await multiResponse(survey, peers)),
    ];
  } finally {
    numpy?.[Symbol.dispose]();
    r?.[Symbol.dispose]();
  }
}

/** Tables over columns that are ready, against the counting of other programs on the same bytes. */
export const tables: Bench<BenchContext> = {
  name: 'tables',
  run: async (context) => {
    skip('DuckDB and pandas', 'not among the packages of this project');
    const long = makeColumns('L', 100_000, 100);
    const longest = makeColumns('XL', 100_000, 200);
    const results = [...(await measure(context, makeColumns('M', 10_000, 100))), ...(await measure(context, long))];
    const twice = await contest(
      side('20M answers', () => book(longest.columns, bannerOf(longest))),
      side('10M answers', () => book(long.columns, bannerOf(long))),
    );
    return [...results, fromContest('tabbook.XL', 'XL', twice, { target: { good: 2.3, hard: 2.05 }, note: 'peer: tabbook.counts L' })];
  },
};
