import { missingReasons, type Column } from './stored-answers.ts';
import type { Mask } from './count.ts';

/** A table of rounds: what each answered, whose it is. */
export interface RoundsCounted {
  readonly column: Column;
  readonly mask: Mask;
  readonly personOf: Int32Array;
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
