import type { Mask } from '../../../analysis/count.ts';
import type { Column } from '../../../analysis/stored-answers.ts';

/** How many persons have each number, lowest first. */
export interface Distribution {
  readonly scores: readonly number[];
  readonly counts: readonly number[];
  readonly n: number;
}

function sorted(found: ReadonlyMap<number, number>): Distribution {
  const entries = [...found].toSorted(([a], [b]) => a - b);
  const counts = entries.map(([, count]) => count);
  return { scores: entries.map(([score]) => score), counts, n: counts.reduce((sum, count) => sum + count, 0) };
}

/** The numbers (NaN: none) of the persons counted, by group. One pass over the persons. */
export function distributionsOf(numbers: Float64Array, part: Column, mask: Mask): readonly Distribution[] {
  const found = part.categories.map(() => new Map<number, number>());
  const take = (group: Map<number, number> | undefined, number: number): void => {
    group?.set(number, (group.get(number) ?? 0) + 1);
  };
  for (const [unit, number] of numbers.entries()) {
    const value = part.values[unit] ?? -1;
    if (Number.isNaN(number) || value < 0 || (mask !== null && mask[unit] === 0)) continue;
    if (part.kind === 'codes') take(found[value], number);
    else for (const [at, group] of found.entries()) if (part.indicators[at]?.[unit] === 1) take(group, number);
  }
  return found.map(sorted);
}

/** Persons with one of these numbers. */
export function countOf({ scores, counts }: Distribution, wanted: readonly number[]): number {
  return scores.reduce((sum, score, at) => sum + (wanted.includes(score) ? (counts[at] ?? 0) : 0), 0);
}
