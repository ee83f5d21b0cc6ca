import { z } from 'zod';
import type { AnswerPlace } from '../../../../shared/contract/interviews.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import type { Call } from '../../rpc/call.ts';
import type { FormState } from '../../../../shared/expressions/form.ts';
import type { OpenInterview } from './open-interview.ts';
import { makeTurn, removeTurns } from './store-turn.ts';
import { instancesIn, mostRounds, siblingsIn } from './turns.ts';

/** The repeats that are asked and whose rounds are counted, with how many rounds they have and should have. */
function countedRepeats({ loaded, turns }: Pick<OpenInterview, 'loaded' | 'turns'>, state: FormState) {
  const repeats = new Set<QuestionId>(loaded.questions.filter((question) => question.type === 'repeat').map((question) => question.id));
  if (repeats.size === 0) return [];
  return state.places.flatMap((place: AnswerPlace) => {
    const count = repeats.has(place.questionId) && state.isAsked(place) ? state.repeatCount(place) : null;
    if (count === null) return [];
    return [
      { place, count: Math.min(mostRounds, Math.max(0, Math.trunc(count))), rounds: siblingsIn(turns, place.questionId, place.instance) },
    ];
  });
}

/** How the rounds of a pass are made, taken away, and found to hold nothing. */
export interface RoundStore {
  readonly make: (where: { readonly questionId: QuestionId; readonly parentInstance: number }) => unknown;
  readonly remove: (instances: ReadonlySet<number>) => void;
  readonly isEmpty: (instances: ReadonlySet<number>) => boolean;
}

/** The interview's own rounds. */
export function ownRounds(call: Pick<Call, 'sql' | 'workspace'>, open: OpenInterview): RoundStore {
  return {
    make: (where) => makeTurn(call, open, { ...where, label: '' }),
    remove: (instances) => removeTurns(call, open, instances),
    isEmpty: (instances) => isEmpty(call, open, instances),
  };
}

/** Makes rounds that are missing, and takes the last ones away while nothing is in them. Answers whether any turn came or went. */
export function fitRounds(open: Pick<OpenInterview, 'loaded' | 'turns'>, state: FormState, store: RoundStore): boolean {
  const before = open.turns;
  for (const { place, count, rounds } of countedRepeats(open, state)) {
    for (let made = rounds.length; made < count; made += 1) store.make({ questionId: place.questionId, parentInstance: place.instance });
    const tooMany = rounds.slice(count).toReversed();
    const kept = tooMany.findIndex((round) => !store.isEmpty(instancesIn(open.turns, round.instance)));
    for (const round of kept === -1 ? tooMany : tooMany.slice(0, kept)) store.remove(instancesIn(open.turns, round.instance));
  }
  return open.turns !== before;
}

/** Rounds that are more than their repeat's count, but hold answers: they are kept, and somebody must look at them. */
export function excessInstances(open: Pick<OpenInterview, 'loaded' | 'turns'>, state: FormState): ReadonlySet<number> {
  return new Set(
    countedRepeats(open, state).flatMap(({ count, rounds }) =>
      rounds.slice(count).flatMap((round) => [...instancesIn(open.turns, round.instance)]),
    ),
  );
}

/** Nothing has been said in a round while nobody has answered, remarked or written in it. */
function isEmpty({ sql }: Pick<Call, 'sql'>, { answers, interview, loaded }: OpenInterview, instances: ReadonlySet<number>): boolean {
  const isCalculated = (id: QuestionId): boolean => loaded.questions.find((question) => question.id === id)?.type === 'calculated';
  if ([...answers.values()].some((answer) => instances.has(answer.instance) && !isCalculated(answer.questionId))) return false;
  const texts = sql.all(z.object({ instance: z.int() }), 'SELECT instance FROM text WHERE interview_key = :key AND instance > 0', {
    key: interview.key,
  });
  return texts.every((text) => !instances.has(text.instance));
}
