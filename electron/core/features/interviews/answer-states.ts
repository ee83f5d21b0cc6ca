import { askedQuestions, brokenChecks } from '../../../../shared/expressions/routing.ts';
import type { AnswerState, AnswerValue } from '../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { takesAnswer } from '../../../../shared/model/questionnaire.ts';
import type { LoadedVersion } from '../questionnaires/read-version.ts';
import type { StoredAnswer } from './read-answers.ts';

export type Answers = ReadonlyMap<QuestionId, StoredAnswer>;

/** What routing and checks make of all answers of an interview together. */
export interface Judged {
  readonly asked: ReadonlySet<string>;
  readonly states: ReadonlyMap<QuestionId, AnswerState | null>;
}

/** Works out anew which questions are asked and what state every answer is in. A broken hard check counts as unanswered. */
export function judge(loaded: LoadedVersion, answers: Answers): Judged {
  const raw = (id: string): AnswerValue | null => valueIn(answers, id);
  const broken = new Map([...answers.keys()].map((id) => [id as string, brokenChecks(loaded.plan, id, raw)[0]?.severity]));
  const asked = askedQuestions(loaded.plan, (id) => (broken.get(id) === 'hard' ? null : raw(id)));
  const states = new Map<QuestionId, AnswerState | null>();
  for (const [id, answer] of answers) states.set(id, stateOf(asked.has(id), broken.get(id), answer));
  return { asked, states };
}

function stateOf(isAsked: boolean, severity: 'hard' | 'soft' | undefined, answer: StoredAnswer): AnswerState | null {
  if (!isAsked) return 'parked';
  if (severity === undefined) return null;
  if (severity === 'hard') return 'invalid-draft';
  return answer.confirmReason === null ? 'to-confirm' : 'overridden';
}

function valueIn(answers: Answers, id: string): AnswerValue | null {
  // The map is keyed by the same ids; only their brand differs.
  return answers.get(id as QuestionId)?.value ?? null;
}

/** The question after this one among those asked, or null at the end. */
export function questionAfter(loaded: LoadedVersion, asked: ReadonlySet<string>, questionId: QuestionId): QuestionId | null {
  const index = loaded.questions.findIndex((question) => question.id === questionId);
  return loaded.questions.slice(index + 1).find((question) => asked.has(question.id))?.id ?? null;
}

/** How far an interview has come: counts of questions that take an answer, and those that must be corrected. */
export function progressOf(
  loaded: LoadedVersion,
  answers: Answers,
  judged: Judged,
): { answered: number; asked: number; problems: QuestionId[] } {
  const open = loaded.questions.filter((question) => judged.asked.has(question.id) && takesAnswer(question));
  const isAnswered = (id: QuestionId): boolean => (answers.get(id)?.value ?? null) !== null;
  return {
    answered: open.filter((question) => isAnswered(question.id)).length,
    asked: open.length,
    problems: open
      .filter((question) => judged.states.get(question.id) === 'invalid-draft' || (question.isRequired && !isAnswered(question.id)))
      .map((question) => question.id),
  };
}
