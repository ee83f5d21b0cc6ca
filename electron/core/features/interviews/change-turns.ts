import type { Turn } from '../../../../shared/contract/interviews.ts';
import type { AnswerRecord, ConfirmReason } from '../../../../shared/model/answer.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import { turnMark } from '../../../../shared/model/turn-mark.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { noteReason, requireReason } from './change-reason.ts';
import type { FormState } from '../../../../shared/expressions/form.ts';
import { requireNotWithdrawn } from './interview-row.ts';
import { findSpot, openInterview, type OpenInterview } from './open-interview.ts';
import { settle, standingOf } from './settle.ts';
import { makeTurn, removeTurns } from './store-turn.ts';
import { instancesIn, mostPersons, mostRounds, nextPersonLabel, siblingsIn } from './turns.ts';

export interface AddTurnInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId | null;
  readonly parentInstance: number;
  readonly label: string;
  readonly changeReason?: ConfirmReason | undefined;
}

/**
 * Another person in a group, or another round of a repeat, after the last one.
 * @throws AppError NOT_FOUND, NOT_ASKED (no group, no repeat that is asked, or one whose count is reached; withdrawn), TOO_MANY_TURNS, REASON_NEEDED
 */
export function addTurn(call: Call, input: AddTurnInput): { turns: Turn[]; instance: number } {
  const open = openInterview(call.sql, input.interviewId);
  requireNotWithdrawn(open.interview);
  requireReason(open, input.changeReason);
  const before = standingOf(open);
  const { questionId } = input;
  const parentInstance = questionId === null ? 0 : input.parentInstance;
  const number = questionId === null ? '' : requireRepeat(open, before.state, questionId, parentInstance);
  if (questionId === null && open.interview.kind !== 'group') throw new AppError('NOT_ASKED', { question: '' });
  const limit = questionId === null ? mostPersons : mostRounds;
  if (siblingsIn(open.turns, questionId, parentInstance).length >= limit) throw new AppError('TOO_MANY_TURNS', { limit });
  const label = questionId === null && input.label.trim() === '' ? nextPersonLabel(open.turns) : input.label.trim();
  const turn = makeTurn(call, open, { questionId, parentInstance, label });
  noteReason(call, open, { questionId, reason: input.changeReason });
  call.operation.label({ code: open.interview.code, question: number, kind: kindOf(turn), turn: turnMark(open.turns, turn.instance) });
  settle(call, open, before, null);
  return { turns: [...open.turns], instance: turn.instance };
}

/** The number of the repeat, where another round is possible. */
export function requireRepeat(
  open: Pick<OpenInterview, 'loaded' | 'turns'>,
  state: FormState,
  questionId: QuestionId,
  instance: number,
): string {
  const spot = findSpot(open, { questionId, instance });
  const { number, type } = spot.question;
  const count = type === 'repeat' && state.isAsked(spot) ? state.repeatCount(spot) : 0;
  const hasRoom = count === null || siblingsIn(open.turns, questionId, instance).length < count;
  if (!hasRoom) throw new AppError('NOT_ASKED', { question: number });
  return number;
}

export interface RemoveTurnInput {
  readonly interviewId: InterviewId;
  readonly instance: number;
  readonly changeReason?: ConfirmReason | undefined;
}

/**
 * Takes a person or a round away, with all that was answered in it and in what lies in it.
 * @throws AppError NOT_FOUND, NOT_ASKED (withdrawn), REASON_NEEDED
 */
export function removeTurn(
  call: Call,
  { interviewId, instance, changeReason }: RemoveTurnInput,
): { turns: Turn[]; changed: AnswerRecord[] } {
  const open = openInterview(call.sql, interviewId);
  const turn = open.turns.find((candidate) => candidate.instance === instance);
  if (turn === undefined) throw new AppError('NOT_FOUND');
  requireNotWithdrawn(open.interview);
  requireReason(open, changeReason);
  const number = open.loaded.questions.find((question) => question.id === turn.questionId)?.number ?? '';
  call.operation.label({ code: open.interview.code, question: number, kind: kindOf(turn), turn: turnMark(open.turns, instance) });
  const before = standingOf(open);
  noteReason(call, open, { questionId: turn.questionId, reason: changeReason });
  const gone = instancesIn(open.turns, instance);
  removeTurns(call, open, gone);
  const { changed } = settle(call, open, before, null);
  return { turns: [...open.turns], changed: changed.filter((record) => !gone.has(record.instance)) };
}

function kindOf({ questionId }: Turn): 'person' | 'round' {
  return questionId === null ? 'person' : 'round';
}
