import type { Turn } from '../../../../shared/contract/interviews.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { siblingsIn } from '../interviews/turns.ts';
import type { SecondRound } from './second-rounds.ts';

/**
 * Which round of the interview (value) each round of the second pass (key) is held against: the first with the first, and so on, within
 * the same person or paired round. Pairs that are kept already stand, while both rounds do; only what is left over is paired by its order.
 */
export function pairRounds(own: readonly Turn[], second: readonly SecondRound[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const repeatsIn = (parent: number): Set<QuestionId | null> =>
    new Set(second.filter((round) => round.parentInstance === parent).map((round) => round.questionId));
  const visit = (secondParent: number, ownParent: number): void => {
    for (const questionId of repeatsIn(secondParent)) {
      const theirs = second.filter((round) => round.questionId === questionId && round.parentInstance === secondParent);
      const ours = siblingsIn(own, questionId, ownParent);
      const isKept = ({ pairsWith }: SecondRound): boolean => ours.some(({ instance }) => instance === pairsWith);
      const kept = new Set(theirs.filter(isKept).map((round) => round.pairsWith));
      const free = ours.filter(({ instance }) => !kept.has(instance));
      for (const round of theirs) {
        const pair = isKept(round) ? round.pairsWith : free.shift()?.instance;
        if (pair == null) continue;
        pairs.set(round.instance, pair);
        visit(round.instance, pair);
      }
    }
  };
  for (const parent of [0, ...siblingsIn(own, null, 0).map((person) => person.instance)]) visit(parent, parent);
  return pairs;
}
