import { z } from 'zod';
import type { ErrorParams } from '../../../../shared/contract/errors.ts';
import { isOneChoice, takesAnswer, yesCode, type Question } from '../../../../shared/model/questionnaire.ts';
import type { AnswerRecord, AnswerValue, ConfirmReason, EnteredValue } from '../../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { readVersion, type LoadedVersion } from '../questionnaires/read-version.ts';
import { judge, questionAfter, type Judged } from './answer-states.ts';
import { removeText, turnIntoRemark, writeText } from './answer-text.ts';
import { answerWords } from './answer-words.ts';
import { checkValue } from './check-value.ts';
import { findInterview, type InterviewRecord } from './interview-row.ts';
import { keepPlace } from './place.ts';
import { readAnswers, readNotes, toRecord, type StoredAnswer } from './read-answers.ts';

export interface AnswerInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId;
  readonly value: EnteredValue;
  readonly changeReason?: ConfirmReason | undefined;
}

export interface AnswerOutcome {
  readonly changed: AnswerRecord[];
  readonly parked: QuestionId[];
  readonly returned: QuestionId[];
  readonly next: QuestionId | null;
}

const mergingKinds: ReadonlySet<EnteredValue['kind']> = new Set(['text', 'number', 'codes']);

/** An answer being written: the interview, its form, and the one question. */
export interface Entry {
  readonly interview: InterviewRecord;
  readonly loaded: LoadedVersion;
  readonly question: Question;
  readonly questionKey: number;
}

/** @throws AppError NOT_FOUND */
export function findEntry(call: Call, interviewId: InterviewId, questionId: QuestionId): Entry {
  const interview = findInterview(call.sql, interviewId);
  const loaded = readVersion(call.sql, interview.version_id);
  const question = loaded.questions.find((candidate) => candidate.id === questionId);
  const questionKey = loaded.keyById.get(questionId);
  if (question === undefined || questionKey === undefined) throw new AppError('NOT_FOUND');
  return { interview, loaded, question, questionKey };
}

/**
 * Writes one answer as one undoable step: the answer, what routing makes of the others, and the place in the interview.
 * @throws AppError NOT_FOUND, NOT_ASKED, REASON_NEEDED, and what checkValue throws
 */
export function writeAnswer(call: Call, input: AnswerInput): AnswerOutcome {
  const entry = findEntry(call, input.interviewId, input.questionId);
  const { interview, loaded, question } = entry;
  const before = readAnswers(call.sql, interview.key, loaded);
  requireAsked(entry, judge(loaded, before));
  requireReason(interview, input.changeReason);
  const value = checkValue(question, input.value);
  const standing = before.get(question.id);
  // What is typed or ticked reaches the file in pieces, and is one step for the person.
  if (mergingKinds.has(input.value.kind)) call.operation.mergeWith(`answer:${interview.id}:${question.id}`);
  call.operation.label({
    code: interview.code,
    question: question.number,
    ...fromWords(call, entry, standing),
    ...answerWords('to', question, value, interview.language),
  });
  storeValue(call, entry, value, standing);
  noteConsent(call, entry, value);
  noteChange(call, entry, input.changeReason);
  const outcome = settle(call, entry, before);
  keepPlace(call.sql, interview.id, { questionId: staysOn(question, value) ? question.id : outcome.next, at: now(call) });
  return outcome;
}

/** Gives every answer the state that all answers together lead to, and tells what has changed since `before`. */
export function settle(call: Call, entry: Entry, before: ReadonlyMap<QuestionId, StoredAnswer>): AnswerOutcome {
  const { interview, loaded, question } = entry;
  const written = readAnswers(call.sql, interview.key, loaded);
  const { asked, states } = judge(loaded, written);
  for (const [id, state] of states) if (state !== written.get(id)?.state) setState(call, interview, loaded.keyById.get(id) ?? -1, state);
  const after = readAnswers(call.sql, interview.key, loaded);
  const notes = readNotes(call.sql, interview.key, loaded);
  const others = [...after.keys()].filter((id) => id !== question.id && after.get(id)?.state !== before.get(id)?.state);
  return {
    changed: [question.id, ...others].map((id) => toRecord(id, after.get(id), notes.get(id))),
    parked: others.filter((id) => after.get(id)?.state === 'parked'),
    returned: others.filter((id) => before.get(id)?.state === 'parked'),
    next: questionAfter(loaded, asked, question.id),
  };
}

function requireAsked({ question, interview }: Entry, judged: Judged): void {
  const isOpen =
    judged.asked.has(question.id) && takesAnswer(question) && interview.status !== 'withdrawn' && interview.withdrawn_at === null;
  if (!isOpen) throw new AppError('NOT_ASKED', { question: question.number });
}

function requireReason(interview: InterviewRecord, reason: ConfirmReason | undefined): void {
  const isUnderWay = interview.status === 'started' || interview.status === 'partial';
  if (!isUnderWay && reason === undefined) throw new AppError('REASON_NEEDED');
}

/** In a step that typing has joined to the one before, the words stay those from before the first key. */
function fromWords(call: Call, { question, interview }: Entry, standing: StoredAnswer | undefined): ErrorParams {
  const joined = call.sql.get(
    z.object({ label_params: z.string() }),
    'SELECT label_params FROM op WHERE seq = (SELECT op_seq FROM op_ctx)',
  );
  // Written by this function, or still empty.
  const params = JSON.parse(joined?.label_params ?? '{}') as ErrorParams;
  const { from, fromKind } = params;
  return from === undefined || fromKind === undefined
    ? answerWords('from', question, standing?.value ?? null, interview.language)
    : { from, fromKind };
}

function storeValue(call: Call, entry: Entry, value: AnswerValue | null, standing: StoredAnswer | undefined): void {
  const { sql } = call;
  const place = { interview: entry.interview, questionKey: entry.questionKey, kind: 'answer' as const };
  const key = { interviewKey: entry.interview.key, questionKey: entry.questionKey };
  const isOpenText = value?.kind === 'text' && entry.question.type === 'open';
  const textId = isOpenText ? writeText(call, place, value.text) : null;
  if (value === null)
    sql.run('DELETE FROM answer WHERE interview_key = :interviewKey AND question_key = :questionKey AND instance = 0', key);
  else if (standing === undefined)
    sql.insert('answer', { interview_key: key.interviewKey, question_key: key.questionKey, ...columnsFor(value, textId) });
  else {
    sql.run(
      `UPDATE answer SET code = :code, num = :num, txt = :txt, text_id = :text_id, missing = :missing, state = NULL, override_reason = NULL, precision = NULL
       WHERE interview_key = :interviewKey AND question_key = :questionKey AND instance = 0`,
      { ...key, ...columnsFor(value, textId) },
    );
  }
  const leftOver = standing?.textId ?? null;
  if (leftOver === null || leftOver === textId) return;
  if (value?.kind === 'missing') turnIntoRemark(sql, place, leftOver);
  else removeText(sql, leftOver);
}

function columnsFor(value: AnswerValue, textId: string | null) {
  return {
    code: value.kind === 'code' ? value.code : null,
    num: value.kind === 'number' ? value.number : null,
    txt: value.kind === 'codes' ? value.codes.join(' ') : value.kind === 'text' && textId === null ? value.text : null,
    text_id: textId,
    missing: value.kind === 'missing' ? value.reason : null,
  };
}

function setState(call: Call, interview: InterviewRecord, questionKey: number, state: string | null): void {
  // A reason for an unusual answer survives being set aside, and ends when the answer is no longer unusual.
  const keepsReason = state === 'parked' || state === 'overridden' ? 1 : 0;
  call.sql.run(
    `UPDATE answer SET state = :state, override_reason = CASE :keepsReason WHEN 1 THEN override_reason END
     WHERE interview_key = :interviewKey AND question_key = :questionKey AND instance = 0`,
    { state, keepsReason, interviewKey: interview.key, questionKey },
  );
}

const askedInInterview = 'asked-in-interview';

/** The answer to the consent question is the consent; taking the answer back takes back what it recorded. */
function noteConsent(call: Call, { question, interview }: Entry, value: AnswerValue | null): void {
  if (question.type !== 'consent') return;
  const { sql, workspace } = call;
  const who = { respondentId: interview.respondent_id };
  const hasConsent = sql.get(
    z.object({ id: z.string() }),
    "SELECT id FROM consent WHERE respondent_id = :respondentId AND scope = 'take-part' AND withdrawn_on IS NULL",
    who,
  );
  const isYes = value?.kind === 'code' && value.code === yesCode;
  if (isYes && hasConsent === undefined) {
    const givenOn = interview.held_on ?? now(call).slice(0, 10);
    sql.insert('consent', {
      id: workspace.newId(),
      respondent_id: interview.respondent_id,
      scope: 'take-part',
      given_on: givenOn,
      how: askedInInterview,
    });
  } else if (!isYes) {
    sql.run("DELETE FROM consent WHERE respondent_id = :respondentId AND scope = 'take-part' AND how = :how", {
      ...who,
      how: askedInInterview,
    });
  }
}

function noteChange(call: Call, { question, interview }: Entry, reason: ConfirmReason | undefined): void {
  if (reason === undefined) return;
  const { sql, workspace, actorId } = call;
  sql.insert('interview_change', {
    id: workspace.newId(),
    interview_id: interview.id,
    question_id: question.id,
    reason,
    changed_by: actorId,
    changed_at: now(call),
  });
}

/** After one key the interview goes on by itself; where more may follow, the place stays. */
function staysOn(question: Question, value: AnswerValue | null): boolean {
  return value === null || (value.kind !== 'missing' && !isOneChoice(question));
}

function now(call: Call): string {
  return new Date(call.workspace.now()).toISOString();
}
