import {
  cochranQ,
  friedman,
  marginalHomogeneity,
  mcNemar,
  signedRank,
  type RepeatedAnswers,
} from '../../../../../shared/statistics/index.ts';
import type { GatedTable } from '../gate.ts';
import type { RawTable } from '../raw-table.ts';
import { fewestCompared } from './compared.ts';
import { isChangeOpen } from './open-change.ts';
import { none, type Outcome } from './outcome.ts';
import type { TestGate } from './tests.ts';

/** Answers of persons who are in several waves, wave by wave: how many gave the same ones. Places of answers; null where a wave is missing. */
export interface LinkedAnswers {
  readonly patterns: readonly RepeatedAnswers[];
  readonly waves: number;
}

/** What every paired test is made of: persons in all waves, and how many those are. */
interface Linked {
  readonly complete: readonly { readonly values: readonly number[]; readonly count: number }[];
  readonly persons: number;
  /** Answers, in the order of the rows. */
  readonly size: number;
  readonly isOrdered: boolean;
  /** Somebody in several waves is not in all of them. */
  readonly hasLost: boolean;
}

/** Persons by first and second wave. */
function turnover({ complete, size }: Linked): number[][] {
  const table = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const { values, count } of complete) {
    const [from, to] = values;
    const row = table[from ?? -1];
    if (to !== undefined && row !== undefined) row[to] = (row[to] ?? 0) + count;
  }
  return table;
}

type Table = readonly (readonly number[])[];

/** Persons who left an answer, did neither, and came to it. */
function movesOf(table: Table, answer: number): readonly number[] {
  const sum = (row: number, column: number): number => (row === column ? 0 : (table[row]?.[column] ?? 0));
  const out = table.reduce((all, _, other) => all + sum(answer, other), 0);
  const into = table.reduce((all, _, other) => all + sum(other, answer), 0);
  const everybody = table.flat().reduce((all, count) => all + count, 0);
  return [out, everybody - out - into, into];
}

/** Persons who answered lower, the same and higher. */
function directionsOf(table: Table): readonly number[] {
  const sum = (way: number): number =>
    table.reduce((all, row, from) => row.reduce((some, count, to) => (Math.sign(to - from) === way ? some + count : some), all), 0);
  return [sum(-1), sum(0), sum(1)];
}

/** Persons who always gave the same answer, and those who did not. */
function changedOf({ complete, persons }: Linked): readonly number[] {
  const changed = complete.filter(({ values }) => values.some((value) => value !== values[0])).reduce((sum, { count }) => sum + count, 0);
  return [persons - changed, changed];
}

function ofYesNo([[both = 0, onlyFirst = 0] = [], [onlySecond = 0, neither = 0] = []]: Table): Outcome[] {
  const found = mcNemar({ both, onlyFirst, onlySecond, neither });
  if (found === null) return [none('all-alike')];
  const { change, p } = found;
  const effect = { name: 'change', value: change.estimate, low: change.low, high: change.high };
  return [{ name: 'mcnemar-mid-p', effect, statistic: null, p, reason: null, row: 0 }];
}

function ofOrder(table: Table): Outcome[] {
  const found = signedRank(table);
  if (found === null) return [none('nobody-changed')];
  return [
    {
      name: 'wilcoxon-pratt',
      effect: { name: 'rank-biserial', value: found.rankBiserial, low: null, high: null },
      statistic: { name: 'z', value: found.z, df: [] },
      p: found.p,
      reason: found.method === 'exact' ? 'exact' : null,
    },
  ];
}

/** The test of all answers, then the change of each of them that so few came to or left that it would not tell who. */
function ofAnswers(table: Table, gate: TestGate): Outcome[] {
  const found = marginalHomogeneity(table);
  if (found === null) return [none('nobody-changed')];
  const changes = found.changes.flatMap(({ estimate, low, high }, row): Outcome[] =>
    isChangeOpen(movesOf(table, row), gate)
      ? [{ name: 'change-per-answer', effect: { name: 'change', value: estimate, low, high }, statistic: null, p: null, reason: null, row }]
      : [],
  );
  return [
    {
      name: 'stuart-maxwell',
      effect: null,
      statistic: { name: 'chi-square', value: found.statistic, df: [found.df] },
      p: found.p,
      reason: null,
    },
    ...changes,
  ];
}

function ofTwoWaves(linked: Linked, gate: TestGate): Outcome[] {
  const table = turnover(linked);
  const moves = linked.size === 2 ? movesOf(table, 0) : linked.isOrdered ? directionsOf(table) : changedOf(linked);
  if (!isChangeOpen(moves, gate)) return [none('hidden-linked')];
  if (linked.size === 2) return ofYesNo(table);
  return linked.isOrdered ? ofOrder(table) : ofAnswers(table, gate);
}

function ofMoreWaves(linked: Linked, gate: TestGate): Outcome[] {
  const { complete, persons, size, isOrdered, hasLost } = linked;
  if (size !== 2 && !isOrdered) return [none('no-test-for-waves')];
  if (!isChangeOpen(changedOf(linked), gate)) return [none('hidden-linked')];
  const reason = hasLost ? 'complete-only' : null;
  if (size !== 2) {
    const found = friedman(complete);
    if (found === null) return [none('nobody-changed')];
    return [
      {
        name: 'friedman',
        effect: { name: 'kendall-w', value: found.kendallW, low: null, high: null },
        statistic: { name: 'chi-square', value: found.statistic, df: [found.df] },
        p: found.p,
        reason,
      },
    ];
  }
  // The first answer is yes.
  const found = cochranQ(complete.map(({ values, count }) => ({ count, values: values.map((value) => 1 - value) })));
  if (found === null) return [none('nobody-changed')];
  const { statistic, df, p } = found;
  return [
    {
      name: 'cochran-q',
      // Of yes and no the statistic is Friedman's with its ties, so W is made of it in the same way.
      effect: { name: 'kendall-w', value: statistic / (persons * df), low: null, high: null },
      statistic: { name: 'q', value: statistic, df: [df] },
      p,
      reason,
      row: 0,
    },
  ];
}

/** Persons with an answer in a wave who are not in all of them, those of groups among them: none, or enough for figures of their own. */
function hasFewAlone(raw: RawTable, persons: number, { rule }: TestGate): boolean {
  const answered = raw.tables[0]?.columnTotals ?? [];
  return answered.some((count) => count > persons && count - persons < rule.minimumBase);
}

/**
 * Change between waves among the persons who are in them: paired tests, for which the persons are known from wave to wave. Not where one of the table's
 * numbers is hidden, where fewer than ten persons are in all waves, or where so few changed, or were in one wave alone, that the test would tell of them.
 */
export function linkedTests(raw: RawTable, { patterns, waves }: LinkedAnswers, gated: GatedTable, gate: TestGate): Outcome[] {
  if (!raw.isExclusive) return [none('same-persons')];
  const size = raw.rows.length;
  if (raw.rows.some((_, row) => raw.columns.some((__, column) => column > 0 && gated.cells[row]?.[column]?.state === 'hidden')))
    return [none('hidden')];
  const complete = patterns.flatMap(({ values, count }) => {
    const known = values.filter((value) => value !== null);
    return known.length === waves ? [{ values: known, count }] : [];
  });
  const persons = complete.reduce((sum, { count }) => sum + count, 0);
  if (persons < fewestCompared) return [none('few-linked')];
  if (hasFewAlone(raw, persons, gate)) return [none('hidden-linked')];
  const isOrdered = raw.scale !== null && raw.scale.kind !== 'categorical' && raw.scaleRows === size;
  const hasLost = patterns.some(({ values }) => values.includes(null));
  const linked: Linked = { complete, persons, size, isOrdered, hasLost };
  const found = waves === 2 ? ofTwoWaves(linked, gate) : ofMoreWaves(linked, gate);
  return found.map((outcome) => (outcome.name === 'none' ? outcome : { ...outcome, n: persons }));
}
