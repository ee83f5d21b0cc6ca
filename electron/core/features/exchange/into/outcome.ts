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

/** The words beside "other" that are written, or null where those that stand stay. */
export function newWords(before: string, after: string, mode: LoadedTarget['choice']['mode']): string | null {
  if (after === '' || after === before) return null;
  return before === '' || mode === 'replace' ? after : null;
}
