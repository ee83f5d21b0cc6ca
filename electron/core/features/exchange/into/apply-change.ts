import { answerKey } from '../../../../../shared/expressions/form.ts';
import type { AnswerPlace } from '../../../../../shared/contract/interviews.ts';
import type { AnswerValue } from '../../../../../shared/model/answer.ts';
import type { Call } from '../../../rpc/call.ts';
import { removeText, turnIntoRemark, writeText } from '../../interviews/answer-text.ts';
import { noteConsent } from '../../interviews/consent.ts';
import { isUnderWay } from '../../interviews/interview-row.ts';
import { findSpot, openInterview, type OpenInterview, type Spot } from '../../interviews/open-interview.ts';
import { settle, standingOf } from '../../interviews/settle.ts';
import { writeValue } from '../../interviews/store-answer.ts';
import type { WrittenQuestion, Writing } from '../writing.ts';
import type { KnownInterview } from './people.ts';
import type { Write } from './plan-rows.ts';

/** What one row puts into an interview that is there. */
export interface CompareToWrite {
  readonly interview: KnownInterview;
  readonly writes: readonly Write[];
  /** One for each question of the mapping, in its order. */
  readonly questions: readonly WrittenQuestion[];
}

/** The reason that an interview's history gives for what an import changed in it after it was finished. */
const changeReason = 'import';

/**
 * Puts a row's values into an interview and brings it to rest by the rules of entry: routing, checks and calculations anew. A
 * finished interview keeps a note of every answer that changed, and a verified one has to be checked again.
 */
export function applyChange(call: Call, { at }: Writing, { interview, writes, questions }: CompareToWrite): void {
  const open = openInterview(call.sql, interview.id);
  const before = standingOf(open);
  const touched: AnswerPlace[] = [];
  for (const { place, value, words } of writes) {
    const question = questions[place];
    if (question === undefined) continue;
    const spot = findSpot(open, { questionId: question.id, instance: 0 });
    if (value !== null) {
      putValue(call, open, spot, value);
      if (spot.question.type === 'consent') noteConsent(call, open, spot);
      touched.push({ questionId: spot.questionId, instance: 0 });
    }
    if (words !== null) writeText(call, { ...textPlace(open, spot), kind: 'specify' }, words);
    noteImport(call, open, spot, at);
  }
  settle(call, open, before, touched);
}

function textPlace(open: OpenInterview, { questionKey }: Spot) {
  return { interview: open.interview, questionKey, instance: 0 };
}

function putValue(call: Call, open: OpenInterview, spot: Spot, value: AnswerValue): void {
  const standing = open.answers.get(answerKey(spot.questionId, 0));
  const place = { ...textPlace(open, spot), kind: 'answer' as const };
  const textId = value.kind === 'text' && spot.question.type === 'open' ? writeText(call, place, value.text) : null;
  writeValue(call.sql, open, spot, value, textId);
  const leftOver = standing?.textId ?? null;
  if (leftOver === null || leftOver === textId) return;
  // What somebody said is not lost when the file gives a reason instead.
  if (value.kind === 'missing') turnIntoRemark(call.sql, place, leftOver);
  else removeText(call.sql, leftOver);
}

function noteImport({ sql, workspace, actorId }: Call, { interview }: OpenInterview, { questionId }: Spot, at: string): void {
  if (isUnderWay(interview)) return;
  sql.insert('interview_change', {
    id: workspace.newId(),
    interview_id: interview.id,
    question_id: questionId,
    reason: changeReason,
    changed_by: actorId,
    changed_at: at,
  });
  if (interview.status !== 'verified') return;
  sql.run("UPDATE interview SET status = 'in-check' WHERE id = :id AND status = 'verified'", { id: interview.id });
  sql.run('UPDATE second_pass SET verified_at = NULL WHERE interview_id = :id AND verified_at IS NOT NULL', { id: interview.id });
}
