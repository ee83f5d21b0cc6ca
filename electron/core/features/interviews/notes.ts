import type { WordsOutcome } from '../../../../shared/contract/interviews.ts';
import type { InterviewId, QuestionId } from '../../../../shared/model/ids.ts';
import type { AnswerRecord, ConfirmReason } from '../../../../shared/model/answer.ts';
import type { Call } from '../../rpc/call.ts';
import { findText, removeText, writeText, type TextPlace } from './answer-text.ts';
import { answerKey } from '../../../../shared/expressions/form.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { noteReason, requireReason } from './change-reason.ts';
import { lastWritten } from './conflict.ts';
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
  /** What stood there when the writer began; left out, whatever stands there is replaced. */
  readonly seen?: string | undefined;
  /** Why words beside "other" change in a finished interview. */
  readonly changeReason?: ConfirmReason | undefined;
}

/** Writes a remark or the words beside "other: what?"; empty takes them away. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn), REASON_NEEDED */
export function writeNote(call: Call, input: NoteInput, kind: 'remark' | 'specify'): WordsOutcome {
  const { interviewId, questionId, instance, text, changeReason } = input;
  const series = `${kind}:${interviewId}:${answerKey(questionId ?? '', instance)}`;
  if (questionId === null) {
    const interview = findInterview(call.sql, interviewId);
    requireNotWithdrawn(interview);
    return putText(call, { interview, questionKey: null, instance: 0, kind }, input, () => {
      call.operation.mergeWith(series);
      call.operation.label({ code: interview.code, question: '', text: cut(text) });
    });
  }
  const open = openInterview(call.sql, interviewId);
  const spot = findSpot(open, { questionId, instance });
  requireNotWithdrawn(open.interview, spot.question.number);
  const place = { interview: open.interview, questionKey: spot.questionKey, instance, kind };
  return putText(call, place, input, (standing) => {
    call.operation.mergeWith(series);
    call.operation.label({ ...spotParams(open, spot), text: cut(text) });
    // The words of "other: what?" are a part of the answer; a remark is not.
    if (kind !== 'specify' || text === standing) return;
    requireReason(open, changeReason);
    noteReason(call, open, { questionId, reason: changeReason });
  });
}

/** What was asked and said in an interview, as a running text that can be coded; empty takes it away. @throws AppError NOT_FOUND, NOT_ASKED (withdrawn) */
export function writeNotes(call: Call, input: Pick<NoteInput, 'interviewId' | 'text' | 'seen'>): WordsOutcome {
  const interview = findInterview(call.sql, input.interviewId);
  requireNotWithdrawn(interview);
  return putText(call, { interview, questionKey: null, instance: 0, kind: 'note' }, input, () => {
    call.operation.mergeWith(`notes:${input.interviewId}`);
    call.operation.label({ code: interview.code, text: cut(input.text) });
  });
}

/** Words of nothing but blanks are none. */
function kept(text: string): string {
  return text.trim() === '' ? '' : text;
}

/** Puts words where they belong, unless somebody else has put others there since the writer saw them. `before` hears what stands there. */
function putText(
  call: Call,
  place: TextPlace,
  { text, seen }: Pick<NoteInput, 'text' | 'seen'>,
  before: (standing: string) => void,
): WordsOutcome {
  const standing = findText(call.sql, place);
  const body = standing?.body ?? '';
  if (seen !== undefined && body !== kept(seen) && body !== kept(text)) {
    const written = standing === undefined ? undefined : lastWritten(call.sql, 'text', standing.id);
    return { conflict: { theirs: body, by: written?.name ?? '', at: written?.at ?? new Date(call.workspace.now()).toISOString() } };
  }
  before(body);
  if (kept(text) !== '') writeText(call, place, text);
  else if (standing !== undefined) removeText(call.sql, standing.id);
  return { conflict: null };
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
