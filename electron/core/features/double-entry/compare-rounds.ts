import { answerKey, type FormState } from '../../../../shared/expressions/form.ts';
import type { RoundAnswer } from '../../../../shared/contract/double-entry.ts';
import type { AnswerPlace, Turn } from '../../../../shared/contract/interviews.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { takesAnswer, type Question } from '../../../../shared/model/questionnaire.ts';
import { turnMark } from '../../../../shared/model/turn-mark.ts';
import { instancesIn } from '../interviews/turns.ts';
import type { Pass } from './compare.ts';

/** What is in a round that only one pass has, and which round it is: "2", or "P1.2" in a person. */
export interface RoundContent {
  readonly mark: string;
  readonly answers: readonly RoundAnswer[];
}

/** A round that only one pass has. The place is that of its repeat with the round's own instance. */
export interface RoundDifference extends AnswerPlace {
  readonly has: 'first' | 'second';
  readonly content: RoundContent;
  /** Whether the interview, as it stands, asks for such a round. */
  readonly isAsked: boolean;
}

/** A pass with its persons and rounds. */
export interface PassWithTurns extends Pass {
  readonly turns: readonly Turn[];
}

/**
 * Rounds that only one pass has, each with all that lies in it; what lies in such a round is no difference of its own. Rounds that are
 * counted follow from the answer that counts them, and that is the difference; but a round of the interview beyond its count is one.
 * `pairs` is what pairRounds found.
 */
export function compareRounds(
  questions: readonly Question[],
  first: PassWithTurns,
  second: PassWithTurns,
  pairs: ReadonlyMap<number, number>,
): RoundDifference[] {
  const paired = new Set(pairs.values());
  const inFirst = roundsOf(first).flatMap(({ round, questionId, index }): RoundDifference[] => {
    if (paired.has(round.instance) || !isHeld(first, round, (instance) => paired.has(instance))) return [];
    const place = { questionId, instance: round.parentInstance };
    const count = first.state.repeatCount(place);
    if (!first.state.isAsked(place) || (count !== null && index < count)) return [];
    return [{ questionId, instance: round.instance, has: 'first', content: contentOf(questions, first, round), isAsked: true }];
  });
  const inSecond = roundsOf(second).flatMap(({ round, questionId }): RoundDifference[] => {
    if (pairs.has(round.instance) || !isHeld(second, round, (instance) => pairs.has(instance))) return [];
    const place = { questionId, instance: round.parentInstance };
    if (!second.state.isAsked(place) || second.state.repeatCount(place) !== null) return [];
    const own = { questionId, instance: pairs.get(round.parentInstance) ?? round.parentInstance };
    const isAsked = first.state.isAsked(own);
    if (isAsked && first.state.repeatCount(own) !== null) return [];
    return [{ questionId, instance: round.instance, has: 'second', content: contentOf(questions, second, round), isAsked }];
  });
  return [...inFirst, ...inSecond];
}

/** All rounds of a pass, with the place each has among those of its repeat, from 0. */
function roundsOf({ turns }: PassWithTurns): { readonly round: Turn; readonly questionId: QuestionId; readonly index: number }[] {
  const counts = new Map<string, number>();
  return turns.flatMap((round) => {
    if (round.questionId === null) return [];
    const key = answerKey(round.questionId, round.parentInstance);
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    return [{ round, questionId: round.questionId, index }];
  });
}

/** Whether what a round lies in is held against something of the other pass: the form itself, a person, or a paired round. */
function isHeld({ turns }: PassWithTurns, { parentInstance }: Turn, isPaired: (instance: number) => boolean): boolean {
  const parent = turns.find((turn) => turn.instance === parentInstance);
  return parentInstance === 0 || parent?.questionId === null || isPaired(parentInstance);
}

function contentOf(questions: readonly Question[], pass: PassWithTurns, round: Turn): RoundContent {
  const inside = instancesIn(pass.turns, round.instance);
  const asking = new Set<QuestionId>(questions.filter(takesAnswer).map((question) => question.id));
  const answers = placesIn(pass.state, inside).flatMap(({ questionId, instance }): RoundAnswer[] => {
    const key = answerKey(questionId, instance);
    const value = asking.has(questionId) ? pass.answers.get(key)?.value : undefined;
    return value == null ? [] : [{ questionId, mark: turnMark(pass.turns, instance), value, specify: pass.specify(key) }];
  });
  return { mark: turnMark(pass.turns, round.instance), answers };
}

/** Places that a pass asks in these persons and rounds, in asking order. */
export function placesIn(state: FormState, instances: ReadonlySet<number>): AnswerPlace[] {
  return state.places.filter((place) => instances.has(place.instance) && state.isAsked(place));
}
