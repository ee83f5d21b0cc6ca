import type { AnswerValue } from '../../../../../shared/model/answer.ts';
import type { LoadedTarget } from './load-target.ts';
import { saysTheSame } from './slot-value.ts';

/** What a file's value does to what stands: nothing, as it says none or the same; fills, replaces, or is kept out by it. */
export type Outcome = 'nothing' | 'same' | 'filled' | 'replaced' | 'kept';

/** See `Outcome`; an empty cell never takes anything away. */
export function outcomeOf(before: AnswerValue | null, value: AnswerValue | null, mode: LoadedTarget['choice']['mode']): Outcome {
  if (value === null) return 'nothing';
  if (before === null) return 'filled';
  if (saysTheSame(before, value)) return 'same';
  return mode === 'replace' ? 'replaced' : 'kept';
}

/**
 * The same for the words beside "other". Where another answer is kept, the file's words are about that answer, and nothing is said of
 * them.
 */
export function wordsOutcome(
  outcome: Outcome,
  { before, after }: { readonly before: string; readonly after: string },
  mode: LoadedTarget['choice']['mode'],
): Outcome {
  if (after === '' || outcome === 'kept') return 'nothing';
  if (before === '') return 'filled';
  if (before.trim() === after.trim()) return 'same';
  return mode === 'replace' ? 'replaced' : 'kept';
}

/** Whether an outcome is written. */
export function isWritten(outcome: Outcome): boolean {
  return outcome === 'filled' || outcome === 'replaced';
}

/** An answer beside what stands, with the words beside "other". */
export interface Piece {
  readonly outcome: Outcome;
  readonly specify: { readonly before: string; readonly after: string; readonly outcome: Outcome };
}

/** How many come out so. Words that come to an answer that stands count as an answer of their own; with their answer they are one. */
export function countOutcomes(pieces: readonly Piece[], wanted: Outcome): number {
  return pieces.filter(
    ({ outcome, specify }) => outcome === wanted || (!isWritten(outcome) && wanted !== 'same' && specify.outcome === wanted),
  ).length;
}
