import type { Turn } from '../../../../../shared/contract/interviews.ts';
import type { AnswerState, AnswerValue } from '../../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../../shared/model/ids.ts';
import { nextPersonLabel, siblingsIn } from '../../interviews/turns.ts';
import type { PreparedRound } from '../rounds/link-rows.ts';
import type { LoadedTarget } from './load-target.ts';

/** A file's round in its place in an interview: a turn that is there, or one that is made. */
export interface LaidRound {
  readonly round: PreparedRound;
  readonly turn: Turn;
  readonly isNew: boolean;
}

/** An answer of a round, or the words beside "other", that is written. */
export interface RoundAnswer {
  readonly questionId: QuestionId;
  readonly value: AnswerValue | null;
  readonly words: string | null;
  readonly state: AnswerState | null;
}

/** A round with what is written in it. Instances of new ones are only the plan's own: they hold within it. */
export interface PlannedRound {
  readonly turn: Turn;
  readonly isNew: boolean;
  /** Which of the target's sheets it comes from. */
  readonly sheet: number;
  readonly answers: readonly RoundAnswer[];
}

/**
 * Puts a file's rounds where they belong among those that stand: the first of a repeat is the first, the second the second, within
 * what they lie in; further ones are made after them. Outer rounds come before those within them.
 */
export function layRounds(
  { rounds: sheets }: Pick<LoadedTarget, 'rounds'>,
  rounds: readonly PreparedRound[],
  standing: readonly Turn[],
): { readonly laid: LaidRound[]; readonly turns: readonly Turn[] } {
  const laid: LaidRound[] = [];
  let turns = standing;
  let instance = standing.reduce((most, turn) => Math.max(most, turn.instance), 0);
  const put = (inner: readonly PreparedRound[], parentInstance: number): void => {
    for (const [sheet, own] of Map.groupBy(inner, (round) => round.sheet)) {
      const questionId = sheets[sheet]?.repeat?.id ?? null;
      const there = siblingsIn(turns, questionId, parentInstance);
      for (const [at, round] of own.entries()) {
        const known = there[at];
        const label = questionId === null ? nextPersonLabel(turns) : '';
        const turn = known ?? {
          id: '',
          instance: (instance += 1),
          questionId,
          parentInstance,
          ordinal: (there.at(-1)?.ordinal ?? 0) + at - there.length + 1,
          label,
        };
        if (known === undefined) turns = [...turns, turn];
        laid.push({ round, turn, isNew: known === undefined });
        put(round.rounds, turn.instance);
      }
    }
  };
  put(rounds, 0);
  return { laid, turns };
}
