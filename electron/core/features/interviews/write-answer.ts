import { z } from 'zod';
import type { ErrorParams } from '../../../../shared/contract/errors.ts';
import type { AnswerOutcome } from '../../../../shared/contract/interviews.ts';
import { isOneChoice, takesAnswer } from '../../../../shared/model/questionnaire.ts';
import { isSameAnswer, type AnswerValue, type ConfirmReason, type EnteredValue } from '../../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import { turnMark } from '../../../../shared/model/turn-mark.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { removeText, turnIntoRemark, writeText } from './answer-text.ts';
import { answerWords } from './answer-words.ts';
import { noteReason, requireReason } from './change-reason.ts';
import { checkValue, type ValueContext } from './check-value.ts';
import { findConflict } from './conflict.ts';
import { noteConsent } from './consent.ts';
import { answerKey, type FormState } from '../../../../shared/expressions/form.ts';
import { dayOf, requireNotWithdrawn } from './interview-row.ts';
import { findSpot, openInterview, placeAfter, type OpenInterview, type Spot } from './open-interview.ts';
import { keepPlace } from './place.ts';
import type { StoredAnswer } from './read-answers.ts';
import { recordName } from './register-records.ts';
import { lastEvent, spendTime } from './section-time.ts';
import { settle, standingOf, type Before, type Settled } from './settle.ts';
import { writeValue } from './store-answer.ts';

export interface AnswerInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId;
  readonly instance: number;
  readonly value: EnteredValue;
  readonly changeReason?: ConfirmReason | undefined;
  readonly seen?: AnswerValue | null | undefined;
}

/** What reaches the file in pieces while it is typed or ticked, and is one step for the person. */
export const mergingKinds: ReadonlySet<EnteredValue['kind']> = new Set(['text', 'number', 'codes', 'date', 'draft']);

/**
 * Writes one answer as one undoable step: the answer, what routing makes of the others, and the place in the interview.
 * @throws AppError NOT_FOUND, NOT_ASKED, REASON_NEEDED, and what checkValue throws
 */
export function writeAnswer(call: Call, input: AnswerInput): AnswerOutcome {
  const open = openInterview(call.sql, input.interviewId);
  const spot = findSpot(open, input);
  const before = standingOf(open);
  requireAsked(open, before.state, spot);
  requireReason(open, input.changeReason);
  const value = checkValue(spot.question, input.value, valueContext(call.sql, open, before.state, spot));
  const conflict = input.seen === undefined ? null : findConflict(call.sql, open, spot, { seen: input.seen, wanted: value });
  if (conflict !== null) return { ...nothingWritten(open, before.state, spot), conflict };
  if (mergingKinds.has(input.value.kind))
    call.operation.mergeWith(`answer:${input.interviewId}:${answerKey(spot.questionId, spot.instance)}`);
  call.operation.label({
    ...spotParams(open, spot),
    ...fromWords(call, open, spot),
    ...answerWords('to', spot.question, value, wordsIn(call, open)),
  });
  noteReason(call, open, { questionId: spot.questionId, reason: input.changeReason });
  const settled = putAnswer(call, open, before, spot, value);
  const next = placeAfter(open.loaded, settled.state, spot);
  stay(call, open, spot, staysOn(spot, value) ? spot : next);
  const { changed, parked, returned, stale, turns } = settled;
  return { changed, parked, returned, stale, turns, next, conflict: null };
}

/** Puts a value in and brings the interview to rest. The value has been checked. */
export function putAnswer(
  call: Pick<Call, 'sql' | 'workspace'>,
  open: OpenInterview,
  before: Before,
  spot: Spot,
  value: AnswerValue | null,
): Settled {
  storeValue(call, open, spot, value);
  noteConsent(call, open, spot);
  return settle(call, open, before, [{ questionId: spot.questionId, instance: spot.instance }]);
}

/** What a value entered here is held against. */
export function valueContext(sql: Statements, { interview }: Pick<OpenInterview, 'interview'>, state: FormState, spot: Spot): ValueContext {
  return {
    offered: state.offered(spot),
    today: dayOf(interview),
    language: interview.language,
    hasRecord: (kind, id) => recordName(sql, kind, id) !== undefined,
  };
}

/** Which answer a deed is about: the code, and the question's number with its person or round. */
export function spotParams({ interview, turns }: Pick<OpenInterview, 'interview' | 'turns'>, { question, instance }: Spot): ErrorParams {
  const mark = turnMark(turns, instance);
  return { code: interview.code, question: mark === '' ? question.number : `${question.number} (${mark})` };
}

/** @throws AppError NOT_ASKED */
export function requireAsked({ interview }: Pick<OpenInterview, 'interview'>, state: FormState, spot: Spot): void {
  requireNotWithdrawn(interview, spot.question.number);
  if (!state.isAsked(spot) || !takesAnswer(spot.question)) throw new AppError('NOT_ASKED', { question: spot.question.number });
}

function nothingWritten(open: OpenInterview, state: FormState, spot: Spot): Omit<AnswerOutcome, 'conflict'> {
  return { changed: [], parked: [], returned: [], stale: [], turns: null, next: placeAfter(open.loaded, state, spot) };
}

function wordsIn({ sql }: Pick<Call, 'sql'>, { interview }: OpenInterview) {
  return { sql, language: interview.language };
}

/** In a step that typing has joined to the one before, the words stay those from before the first key. */
function fromWords(call: Call, open: OpenInterview, spot: Spot): ErrorParams {
  const joined = call.sql.get(
    z.object({ label_params: z.string() }),
    'SELECT label_params FROM op WHERE seq = (SELECT op_seq FROM op_ctx)',
  );
  // Written by this function, or still empty.
  const { from, fromKind } = JSON.parse(joined?.label_params ?? '{}') as ErrorParams;
  if (from !== undefined && fromKind !== undefined) return { from, fromKind };
  const standing = open.answers.get(answerKey(spot.questionId, spot.instance));
  return answerWords('from', spot.question, standing?.value ?? null, wordsIn(call, open));
}

/** Writes a checked value and the words of an open answer; states and rounds are left as they are. */
export function storeValue(call: Pick<Call, 'sql' | 'workspace'>, open: OpenInterview, spot: Spot, value: AnswerValue | null): void {
  const standing: StoredAnswer | undefined = open.answers.get(answerKey(spot.questionId, spot.instance));
  // Entering the same again changes nothing, not even a reason that was given for it.
  if (isSameAnswer(standing?.value ?? null, value) && (standing === undefined) === (value === null)) return;
  const place = { interview: open.interview, questionKey: spot.questionKey, instance: spot.instance, kind: 'answer' as const };
  const textId = value?.kind === 'text' && spot.question.type === 'open' ? writeText(call, place, value.text) : null;
  writeValue(call.sql, open, spot, value, textId);
  const leftOver = standing?.textId ?? null;
  if (leftOver === null || leftOver === textId) return;
  if (value?.kind === 'missing') turnIntoRemark(call.sql, place, leftOver);
  else removeText(call.sql, leftOver);
}

function stay(
  call: Call,
  open: OpenInterview,
  answered: Spot,
  place: { readonly questionId: QuestionId; readonly instance: number } | null,
): void {
  spendTime(call, open, { questionId: answered.questionId, since: lastEvent(call, open) });
  const at = new Date(call.workspace.now()).toISOString();
  keepPlace(call.sql, open.interview.id, {
    questionId: place?.questionId ?? null,
    instance: place?.instance ?? 0,
    at,
    windowId: call.windowId,
  });
}

/** After one key the interview goes on by itself; where more may follow, the place stays. */
export function staysOn({ question }: Spot, value: AnswerValue | null): boolean {
  return value === null || (value.kind !== 'missing' && !isOneChoice(question));
}
