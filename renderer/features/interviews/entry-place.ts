import type { AnswerPlace } from '../../../shared/contract/interviews.ts';
import type { QuestionId } from '../../../shared/model/ids.ts';

/** An answer's place as a key of maps: the question and the turn it is asked in. */
export type PlaceKey = string;

export function placeKey(questionId: QuestionId, instance: number): PlaceKey {
  return `${questionId}/${instance}`;
}

export function keyOf(place: AnswerPlace): PlaceKey {
  return placeKey(place.questionId, place.instance);
}
