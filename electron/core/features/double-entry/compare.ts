import type { AnswerPlace } from '../../../../shared/contract/interviews.ts';
import { answerKey, type FormState } from '../../../../shared/expressions/form.ts';
import type { AnswerValue } from '../../../../shared/model/answer.ts';
import { takesAnswer, type Question } from '../../../../shared/model/questionnaire.ts';
import type { Notes, StoredAnswer } from '../interviews/read-answers.ts';
import { isSameEntry, isSameText } from './same-entry.ts';

/** One field as both passes have it. */
export interface Field extends AnswerPlace {
  readonly first: AnswerValue | null;
  readonly firstSpecify: string;
  readonly second: AnswerValue | null;
  readonly secondSpecify: string;
  readonly isSame: boolean;
  /** Whether the interview, as it stands, asks it. */
  readonly isAsked: boolean;
}

/** One pass: its answers, what its form makes of them, and the words beside "other: what?". */
export interface Pass {
  readonly answers: ReadonlyMap<string, StoredAnswer>;
  readonly state: FormState;
  readonly specify: (key: string) => string;
}

/** The interview itself as a pass. */
export function asPass(answers: ReadonlyMap<string, StoredAnswer>, notes: ReadonlyMap<string, Notes>, state: FormState): Pass {
  return { answers, state, specify: (key) => notes.get(key)?.specify ?? '' };
}

/**
 * The fields that either pass has asked and that at least one has entered, in the order of the questionnaire. What a pass does not ask
 * counts as not entered, whatever stands there. `counterpart` tells the instance that a person or round of the first has in the second;
 * undefined where the second has no such round.
 */
export function compareFields(
  questions: readonly Question[],
  first: Pass,
  second: Pass,
  counterpart: (instance: number) => number | undefined,
): Field[] {
  const byId = new Map(questions.filter(takesAnswer).map((question) => [question.id, question]));
  return first.state.places.flatMap(({ questionId, instance }) => {
    const question = byId.get(questionId);
    const theirs = counterpart(instance);
    if (question === undefined || theirs === undefined) return [];
    const place = { questionId, instance };
    const a = entered(question, first, place);
    const b = entered(question, second, { questionId, instance: theirs });
    if (a.value === null && b.value === null) return [];
    const isSame = isSameEntry(question, a.value, b.value) && isSameText(a.specify, b.specify);
    const isAsked = first.state.isAsked(place);
    return [{ ...place, first: a.value, firstSpecify: a.specify, second: b.value, secondSpecify: b.specify, isSame, isAsked }];
  });
}

function entered(question: Question, pass: Pass, place: AnswerPlace): { readonly value: AnswerValue | null; readonly specify: string } {
  const key = answerKey(place.questionId, place.instance);
  const value = pass.state.isAsked(place) ? (pass.answers.get(key)?.value ?? null) : null;
  return { value, specify: asksWhat(question, value) ? pass.specify(key) : '' };
}

/** Words beside an option that does not ask for any are left over from another answer. */
function asksWhat({ options }: Question, value: AnswerValue | null): boolean {
  const codes = value?.kind === 'code' ? [value.code] : value?.kind === 'codes' ? value.codes : [];
  return options.some((option) => option.asksWhat && codes.includes(option.code));
}
