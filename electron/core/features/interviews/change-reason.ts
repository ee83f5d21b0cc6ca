import { z } from 'zod';
import type { ConfirmReason } from '../../../../shared/model/answer.ts';
import type { QuestionId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { noteEvent } from './disposition.ts';
import { isUnderWay, type InterviewRecord } from './interview-row.ts';
import type { OpenInterview } from './open-interview.ts';

/** Typing joins operations: the one being recorded may have its reason already. */
const notedSql = "SELECT 1 AS n FROM op_change WHERE op_seq = (SELECT op_seq FROM op_ctx) AND table_name = 'interview_change' LIMIT 1";

/** A finished interview changes only for a reason. @throws AppError REASON_NEEDED */
export function requireReason({ interview }: Pick<OpenInterview, 'interview'>, reason: ConfirmReason | undefined): void {
  if (!isUnderWay(interview) && reason === undefined) throw new AppError('REASON_NEEDED');
}

/** Keeps the reason for a change, once per step; a verified interview has to be checked again. */
export function noteReason(
  { sql, workspace, actorId }: Pick<Call, 'sql' | 'workspace' | 'actorId'>,
  { interview }: Pick<OpenInterview, 'interview'>,
  { questionId, reason }: { readonly questionId: QuestionId | null; readonly reason: ConfirmReason | undefined },
): void {
  if (reason === undefined || sql.get(z.object({ n: z.int() }), notedSql) !== undefined) return;
  const at = new Date(workspace.now()).toISOString();
  sql.insert('interview_change', {
    id: workspace.newId(),
    interview_id: interview.id,
    question_id: questionId,
    reason,
    changed_by: actorId,
    changed_at: at,
  });
  checkAgain({ sql, workspace }, interview, at);
}

/** What an import changes in a finished interview, once for every answer that is another: whoever verified it has to look again. `at` is UTC ISO. */
export function noteImport(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  interview: InterviewRecord,
  { questionId, changedBy, at }: { readonly questionId: QuestionId | null; readonly changedBy: string; readonly at: string },
): void {
  if (isUnderWay(interview)) return;
  sql.insert('interview_change', {
    id: workspace.newId(),
    interview_id: interview.id,
    question_id: questionId,
    reason: 'import',
    changed_by: changedBy,
    changed_at: at,
  });
  checkAgain({ sql, workspace }, interview, at);
}

/** An interview that was verified has to be checked again: something in it is another than it was. `at` is UTC ISO. */
export function checkAgain({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, interview: InterviewRecord, at: string): void {
  if (interview.status !== 'verified') return;
  sql.run("UPDATE interview SET status = 'in-check' WHERE id = :id AND status = 'verified'", { id: interview.id });
  sql.run('UPDATE second_pass SET verified_at = NULL WHERE interview_id = :id AND verified_at IS NOT NULL', { id: interview.id });
  noteEvent({ sql, workspace }, interview, 'in-check', at.slice(0, 10));
}
