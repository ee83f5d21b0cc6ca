import type { AnswerPlace, Turn } from '../../../../shared/contract/interviews.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import type { Question } from '../../../../shared/model/questionnaire.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { readVersion, type LoadedVersion } from '../questionnaires/read-version.ts';
import { answerKey, judgeForm, type CompiledForm, type FormAnswers, type FormState } from '../../../../shared/expressions/form.ts';
import { dayOf, findInterview, type InterviewRecord } from './interview-row.ts';
import { readAnswers, type Answers, type StoredAnswer } from './read-answers.ts';
import { readTurns } from './turns.ts';

/** An interview read once for one call. What is written is also put in here, so that nothing is read twice. */
export interface OpenInterview {
  readonly interview: InterviewRecord;
  readonly loaded: LoadedVersion;
  readonly form: CompiledForm;
  turns: readonly Turn[];
  readonly answers: Map<string, StoredAnswer>;
}

/** @throws AppError NOT_FOUND */
export function openInterview(sql: Statements, interviewId: InterviewId): OpenInterview {
  const interview = findInterview(sql, interviewId);
  const loaded = readVersion(sql, interview.version_id);
  return {
    interview,
    loaded,
    form: loaded.form,
    turns: readTurns(sql, interview.key, loaded),
    answers: readAnswers(sql, interview.key, loaded),
  };
}

/** What expressions may ask of an interview. "Today" is the day it was held: a later correction must not make anybody older. */
export function formAnswers(
  {
    interview,
    turns,
  }: { readonly interview: Pick<InterviewRecord, 'held_on' | 'started_at' | 'language' | 'seed'>; readonly turns: readonly Turn[] },
  answers: Answers,
): FormAnswers {
  return {
    valueOf: (questionId, instance) => answers.get(answerKey(questionId, instance))?.value ?? null,
    confirmReasonOf: (questionId, instance) => answers.get(answerKey(questionId, instance))?.confirmReason ?? null,
    turns,
    today: dayOf(interview),
    now: onTheWall(interview.started_at),
    language: interview.language,
    seed: interview.seed,
  };
}

/** A moment as the clock of this machine showed it, YYYY-MM-DDTHH:MM:SS. */
function onTheWall(at: string): string {
  const moment = new Date(at);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** What the form makes of all answers, worked out anew. */
export function judge(open: OpenInterview): FormState {
  return judgeForm(open.form, formAnswers(open, open.answers));
}

/** A question in its turn, with the key that answers are stored under. */
export interface Spot extends AnswerPlace {
  readonly question: Question;
  readonly questionKey: number;
}

/** @throws AppError NOT_FOUND where the form has no such question, or the interview no such turn */
export function findSpot({ loaded, turns }: Pick<OpenInterview, 'loaded' | 'turns'>, { questionId, instance }: AnswerPlace): Spot {
  const question = loaded.questions.find((candidate) => candidate.id === questionId);
  const questionKey = loaded.keyById.get(questionId);
  const hasTurn = instance === 0 || turns.some((turn) => turn.instance === instance);
  if (question === undefined || questionKey === undefined || !hasTurn) throw new AppError('NOT_FOUND');
  return { questionId, instance, question, questionKey };
}

/** The place after this one among those asked, or null at the end. Calculated questions make themselves. */
export function placeAfter(loaded: LoadedVersion, state: FormState, place: AnswerPlace): AnswerPlace | null {
  const isCalculated = new Set<QuestionId>(
    loaded.questions.filter((question) => question.type === 'calculated').map((question) => question.id),
  );
  const index = state.places.findIndex((candidate) => isSamePlace(candidate, place));
  const next = state.places.slice(index + 1).find((candidate) => state.isAsked(candidate) && !isCalculated.has(candidate.questionId));
  return next === undefined ? null : { questionId: next.questionId, instance: next.instance };
}

export function isSamePlace(a: AnswerPlace, b: AnswerPlace): boolean {
  return a.questionId === b.questionId && a.instance === b.instance;
}
