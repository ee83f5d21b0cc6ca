import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import type { AnswerRecord, ConfirmReason } from '../../../../shared/model/answer.ts';
import type { Call } from '../../rpc/call.ts';
import { findText, removeText, writeText, type TextPlace } from './answer-text.ts';
import { cutText } from './answer-words.ts';
import { findInterview } from './interview-row.ts';
import { readAnswers } from './read-answers.ts';
import { findEntry, settle } from './write-answer.ts';

export interface NoteInput {
  readonly interviewId: InterviewId;
  readonly questionId: QuestionId | null;
  readonly text: string;
}

/** Writes a remark or the words beside "other: what?"; empty takes them away. @throws AppError NOT_FOUND */
export function writeNote(call: Call, input: NoteInput, kind: 'remark' | 'specify'): Record<string, never> {
  const entry = input.questionId === null ? null : findEntry(call, input.interviewId, input.questionId);
  const interview = entry?.interview ?? findInterview(call.sql, input.interviewId);
  const place: TextPlace = { interview, questionKey: entry?.questionKey ?? null, kind };
  call.operation.mergeWith(`${kind}:${interview.id}:${input.questionId ?? ''}`);
  call.operation.label({ code: interview.code, question: entry?.question.number ?? '', text: cutText(input.text) });
  const standing = findText(call.sql, place);
  if (input.text.trim() !== '') writeText(call, place, input.text);
  else if (standing !== undefined) removeText(call.sql, standing.id);
  return {};
}

/** Lets an unusual answer stand, with the reason why. @throws AppError NOT_FOUND */
export function confirmAnswer(
  call: Call,
  input: { readonly interviewId: InterviewId; readonly questionId: QuestionId; readonly reason: ConfirmReason },
): { changed: AnswerRecord[] } {
  const entry = findEntry(call, input.interviewId, input.questionId);
  const { interview, loaded, questionKey } = entry;
  call.operation.label({ code: interview.code, question: entry.question.number, reason: input.reason });
  const before = readAnswers(call.sql, interview.key, loaded);
  call.sql.run('UPDATE answer SET override_reason = :reason WHERE interview_key = :key AND question_key = :questionKey AND instance = 0', {
    key: interview.key,
    questionKey,
    reason: input.reason,
  });
  return { changed: settle(call, entry, before).changed };
}
