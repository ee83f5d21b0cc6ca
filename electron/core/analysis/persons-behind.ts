import type { PersonsBehind } from '../../../shared/disclosure/index.ts';
import { missingReasons, type Column } from './stored-answers.ts';
import type { Mask } from './count.ts';

/** A table of rounds: what each answered, in which group its person is, whose it is. */
export interface RoundsCounted {
  readonly column: Column;
  readonly groupValues: Int16Array;
  readonly groupCount: number;
  readonly mask: Mask;
  readonly personOf: Int32Array;
}

function isIn({ column }: RoundsCounted, round: number, row: number): boolean {
  return column.kind === 'codes' ? column.values[round] === row : column.indicators[row]?.[round] === 1;
}

function sets(rows: number, columns: number): Set<number>[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => new Set<number>()));
}

const sizes = (lines: readonly (readonly ReadonlySet<number>[])[]): number[][] => lines.map((line) => line.map(({ size }) => size));

/** The distinct persons behind a table of rounds, cell by cell. Only rounds with an answer and a group, as in the table itself. */
export function personsBehind(counted: RoundsCounted): PersonsBehind {
  const { column, groupValues, groupCount, mask, personOf } = counted;
  const rows = column.categories.length;
  // The last column is everyone.
  const inside = sets(rows, groupCount + 1);
  const outside = sets(rows, groupCount + 1);
  const bases = sets(1, groupCount + 1)[0] ?? [];
  for (const [round, person] of personOf.entries()) {
    const group = groupValues[round] ?? -1;
    if ((column.values[round] ?? -1) < 0 || group < 0 || (mask !== null && mask[round] === 0)) continue;
    for (const at of [group, groupCount]) {
      bases[at]?.add(person);
      for (let row = 0; row < rows; row += 1) (isIn(counted, round, row) ? inside : outside)[row]?.[at]?.add(person);
    }
  }
  const [counts, others] = [sizes(inside), sizes(outside)];
  return {
    counts: counts.map((line) => line.slice(0, groupCount)),
    outside: others.map((line) => line.slice(0, groupCount)),
    rowTotals: counts.map((line) => line[groupCount] ?? 0),
    outsideTotals: others.map((line) => line[groupCount] ?? 0),
    columnTotals: bases.slice(0, groupCount).map(({ size }) => size),
    total: bases[groupCount]?.size ?? 0,
  };
}

/** Distinct persons with a round of which the answer is missing, by reason. */
export function personsMissing({ column, mask, personOf }: RoundsCounted): number[] {
  const found = missingReasons.map(() => new Set<number>());
  for (const [round, person] of personOf.entries()) {
    const value = column.values[round] ?? 0;
    if (value < 0 && (mask === null || mask[round] === 1)) found[-value - 1]?.add(person);
  }
  return found.map(({ size }) => size);
}

/** The most rounds that one person has: so many may a difference of two tables stand for. */
export function mostPerPerson(personOf: Int32Array): number {
  const counts = new Map<number, number>();
  for (const person of personOf) counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts.values().reduce((most, count) => Math.max(most, count), 1);
}
