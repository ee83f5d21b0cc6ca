import type { GatedTable } from '../gate.ts';
import type { LinkedAnswers } from './linked-tests.ts';
import type { RawPart, RawTable } from '../raw-table.ts';

/** Under this many persons a column is compared with none (analysis.md 2.3). */
export const fewestCompared = 10;

/** Why the columns of a part cannot be compared by tests for independent groups; last part of a message id. */
export type NotCompared = 'overlapping' | 'rounds' | 'same-persons' | 'weighted';

/** The columns of one part as they stand in the table, "Alle" not among them. */
export function columnsOfPart({ columns }: RawTable, part: number): number[] {
  return columns.flatMap((column, at) => (column.part === part ? [at] : []));
}

/** Somebody is in more than one wave. */
function isLinked(linked: LinkedAnswers | undefined): boolean {
  return linked?.patterns.some(({ values }) => values.filter((value) => value !== null).length > 1) === true;
}

/** Whether the columns of a part hold different persons, each once. */
export function notCompared({ rounds, definition, linked }: RawTable, part: RawPart): NotCompared | null {
  if (rounds !== null) return 'rounds';
  if (part.isOverlapping) return 'overlapping';
  // The same persons in several waves are no independent groups.
  if (part.persons !== null || isLinked(linked)) return 'same-persons';
  return definition.weights === undefined ? null : 'weighted';
}

/** Columns with a base in print that is large enough to compare. */
export function comparable({ columnBases }: GatedTable, columns: readonly number[]): number[] {
  return columns.filter((column) => {
    const base = columnBases[column];
    return base?.n != null && base.rule !== 'words' && base.n >= fewestCompared;
  });
}
