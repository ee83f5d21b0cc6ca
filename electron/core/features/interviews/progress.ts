import type { AnswerPlace } from '../../../../shared/contract/interviews.ts';
import { takesAnswer } from '../../../../shared/model/questionnaire.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { answerKey, type FormState } from '../../../../shared/expressions/form.ts';
import type { LoadedVersion } from '../questionnaires/read-version.ts';
import type { Answers } from './read-answers.ts';

/** How far an interview has come. */
export interface Progress {
  /** Answered, or with a reason why not; drafts are no answers. */
  readonly answered: number;
  readonly asked: number;
  /** Places that must be corrected before it is complete, in asking order: drafts, broken hard checks, required and not answered. */
  readonly problems: AnswerPlace[];
}

/** Counts the places that take an answer, and those that must be corrected. */
export function progressOf({ loaded, answers }: { readonly loaded: LoadedVersion; readonly answers: Answers }, state: FormState): Progress {
  const takes = new Set<QuestionId>(loaded.questions.filter(takesAnswer).map((question) => question.id));
  const asked = state.places.filter((place) => state.isAsked(place));
  const at = ({ questionId, instance }: AnswerPlace) => answers.get(answerKey(questionId, instance));
  const isAnswered = (place: AnswerPlace): boolean => (at(place)?.value ?? null) !== null && at(place)?.state !== 'invalid-draft';
  const open = asked.filter((place) => takes.has(place.questionId));
  const isProblem = (place: AnswerPlace): boolean =>
    at(place)?.state === 'invalid-draft' || (takes.has(place.questionId) && state.isRequired(place) && !isAnswered(place));
  return {
    answered: open.filter(isAnswered).length,
    asked: open.length,
    problems: asked.filter(isProblem).map(({ questionId, instance }) => ({ questionId, instance })),
  };
}
