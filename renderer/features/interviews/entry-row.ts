import { isSameAnswer, type AnswerValue } from '../../../shared/model/answer.ts';
import type { NameOf } from './answer-sentence.ts';
import { blockerOf } from './entry-because.ts';
import type { Spot } from './entry-layout.ts';
import { isAsked, isFlagged, stateAt, valueAt } from './entry-model.ts';
import type { EntryState } from './entry-store.ts';

/** What rows are drawn from: the state, and the spot (by its order) around which they are drawn. */
export interface RowState extends EntryState {
  readonly around: number;
}

/** What a row shows, in parts that keep their identity while nothing about it changes. */
export interface RowParts {
  readonly isAsked: boolean;
  readonly value: AnswerValue | null;
  /** Of a question asked of each person: how many have answered, of how many. */
  readonly answered: number;
  readonly persons: number;
  readonly recordName: string;
  readonly isFlagged: boolean;
  readonly isUnsaved: boolean;
  /** So far from where one is that it is not drawn before somebody scrolls there. */
  readonly isFar: boolean;
  /** Where the answer stands that keeps this question from being asked, and that answer. */
  readonly blocker: Spot | null;
  readonly blockedBy: AnswerValue | null;
}

/** Whether rows look the same in two states: those at rest are then not drawn anew. */
export function looksSame(before: RowState, now: RowState, spots: readonly Spot[], nameOf: NameOf): boolean {
  if (before.language !== now.language) return false;
  if (before.model === now.model && before.conflicts === now.conflicts && before.unsaved === now.unsaved && before.around === now.around)
    return true;
  return spots.every((spot) => isSameRow(rowOf(before, [spot], nameOf), rowOf(now, [spot], nameOf)));
}

function isSameRow(a: RowParts, b: RowParts): boolean {
  return (
    isSameAnswer(a.value, b.value) &&
    isSameAnswer(a.blockedBy, b.blockedBy) &&
    a.isAsked === b.isAsked &&
    a.recordName === b.recordName &&
    a.isFlagged === b.isFlagged &&
    a.isFar === b.isFar &&
    a.isUnsaved === b.isUnsaved
  );
}

/** Rows on each side of the current question that are always drawn: more than fit in any window. */
export const near = 40;

export function rowOf(state: RowState, spots: readonly Spot[], nameOf: NameOf): RowParts {
  const { model, conflicts, unsaved } = state;
  const asked = spots.filter((spot) => isAsked(model, spot));
  const [first] = asked;
  const value = first === undefined ? null : valueAt(model, first);
  const blocker = first === undefined && spots[0] !== undefined ? blockerOf(model, spots[0]) : null;
  return {
    isAsked: first !== undefined,
    value,
    answered: asked.filter((spot) => valueAt(model, spot) !== null).length,
    persons: spots.length === 1 ? 0 : asked.length,
    recordName: value?.kind === 'record' ? nameOf(value.id) : '',
    isFlagged: asked.some((spot) => isFlagged(stateAt(model, spot)) || conflicts.has(spot.key)),
    isFar: spots.every(({ order }) => Math.abs(order - state.around) > near),
    isUnsaved: spots.some((spot) => unsaved.has(spot.key)),
    blocker,
    blockedBy: blocker === null ? null : valueAt(model, blocker),
  };
}
