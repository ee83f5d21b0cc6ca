import { z } from 'zod';
import type { InterviewId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const PassRow = z.object({
  id: z.string(),
  entered_by: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  verified_at: z.string().nullable(),
  field_count: z.int().nullable(),
  discrepancy_count: z.int().nullable(),
});
export type PassRow = z.infer<typeof PassRow>;

/** The second pass of an interview, or undefined before it is begun. */
export function readPass(sql: Statements, interviewId: InterviewId): PassRow | undefined {
  return sql.get(
    PassRow,
    `SELECT id, entered_by, started_at, finished_at, verified_at, field_count, discrepancy_count FROM second_pass
     WHERE interview_id = :interviewId`,
    { interviewId },
  );
}

/** @throws AppError NOT_FOUND where no second pass is begun, or it is finished already */
export function requireOpenPass(sql: Statements, interviewId: InterviewId): PassRow {
  const pass = readPass(sql, interviewId);
  if (pass === undefined || pass.finished_at !== null) throw new AppError('NOT_FOUND');
  return pass;
}

/** @throws AppError NOT_FOUND where no second pass is finished */
export function requireFinishedPass(sql: Statements, interviewId: InterviewId): PassRow {
  const pass = readPass(sql, interviewId);
  if (pass === undefined || pass.finished_at === null) throw new AppError('NOT_FOUND');
  return pass;
}

/**
 * SQL for the person who entered an interview first: who made it, which need not be who held it; for imported ones the interviewer.
 * To be used where `interview` is in reach.
 */
export const firstBySql = `coalesce((SELECT nullif(op.actor_id, '') FROM op_change JOIN op ON op.seq = op_change.op_seq
  WHERE op_change.table_name = 'interview' AND op_change.row_id = interview.id AND op_change.before IS NULL ORDER BY op_change.n LIMIT 1),
  interview.interviewer_id)`;

/** Who entered an interview first; null where nobody knows. */
export function firstBy(sql: Statements, interviewId: InterviewId): string | null {
  return (
    sql.get(z.object({ id: z.string().nullable() }), `SELECT ${firstBySql} AS id FROM interview WHERE id = :interviewId`, { interviewId })
      ?.id ?? null
  );
}

/** A person's name; empty where nobody knows. */
export function nameOf(sql: Statements, actorId: string | null): string {
  return sql.get(z.object({ name: z.string() }), 'SELECT name FROM actor WHERE id = :actorId', { actorId })?.name ?? '';
}
