import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import type { AnswerRecord, ConfirmReason } from '../../../../shared/model/answer.ts';
import type { Call } from '../../rpc/call.ts';
import { findText, removeText, writeText, type TextPlace } from './answer-text.ts';
import { answerKey } from '../../../../shared/expressions/form.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { noteReason, requireReason } from './change-reason.ts';
import { findInterview, requireNotWithdrawn } from './interview-row.ts';
import { findSpot, openInterview } from './open-interview.ts';
import { settle, standingOf } from './settle.ts';
import { confirmRow } from './store-answer.ts';
import { spotParams } from './write-answer.ts';

export interface NoteInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId | null;
  readonly instance: number;
  readonly text: string;
  /** Why words beside "other" change in a finished interview. */
  readonly changeReason?: ConfirmReason | undefined;
}

/** Writes a remark or the words beside "other: what?"; empty takes them away. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn), REASON_NEEDED */
export function writeNote(call: Call, input: NoteInput, kind: 'remark' | 'specify'): Record<string, never> {
  const { interviewId, questionId, instance, text, changeReason } = input;
  call.operation.mergeWith(`${kind}:${interviewId}:${answerKey(questionId ?? '', instance)}`);
  if (questionId === null) {
    const interview = findInterview(call.sql, interviewId);
    requireNotWithdrawn(interview);
    call.operation.label({ code: interview.code, question: '', text: cut(text) });
    putText(call, { interview, questionKey: null, instance: 0, kind }, text);
    return {};
  }
  const open = openInterview(call.sql, interviewId);
  const spot = findSpot(open, { questionId, instance });
  requireNotWithdrawn(open.interview, spot.question.number);
  call.operation.label({ ...spotParams(open, spot), text: cut(text) });
  const place = { interview: open.interview, questionKey: spot.questionKey, instance, kind };
  // The words of "other: what?" are a part of the answer; a remark is not.
  if (kind === 'specify' && text !== (findText(call.sql, place)?.body ?? '')) {
    requireReason(open, changeReason);
    noteReason(call, open, { questionId, reason: changeReason });
  }
  putText(call, place, text);
  return {};
}

/** What was asked and said in an interview, as a running text that can be coded; empty takes it away. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn) */
export function writeNotes(call: Call, { interviewId, text }: Pick<NoteInput, 'interviewId' | 'text'>): Record<string, never> {
  const interview = findInterview(call.sql, interviewId);
  requireNotWithdrawn(interview);
  call.operation.mergeWith(`notes:${interviewId}`);
  call.operation.label({ code: interview.code, text: cut(text) });
  putText(call, { interview, questionKey: null, instance: 0, kind: 'note' }, text);
  return {};
}

function putText(call: Call, place: TextPlace, text: string): void {
  const standing = findText(call.sql, place);
  if (text.trim() !== '') writeText(call, place, text);
  else if (standing !== undefined) removeText(call.sql, standing.id);
}

export interface ConfirmInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId;
  readonly instance: number;
  readonly reason: ConfirmReason;
  readonly words: string;
}

/** Lets an unusual answer stand, with the reason why, who said so and when. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn) */
export function confirmAnswer(call: Call, { reason, words, ...input }: ConfirmInput): { changed: AnswerRecord[] } {
  const open = openInterview(call.sql, input.interviewId);
  const spot = findSpot(open, input);
  requireNotWithdrawn(open.interview, spot.question.number);
  call.operation.label({ ...spotParams(open, spot), reason });
  const before = standingOf(open);
  confirmRow(call.sql, open, spot, {
    reason,
    words: words.trim(),
    by: call.actorId,
    at: new Date(call.workspace.now()).toISOString(),
  });
  return { changed: settle(call, open, before, [{ questionId: spot.questionId, instance: spot.instance }]).changed };
}
