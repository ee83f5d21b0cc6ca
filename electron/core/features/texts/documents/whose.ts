import { z } from 'zod';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';

/** The number of an interview of the project. @throws AppError NOT_FOUND, also for one that was withdrawn */
export function interviewKeyOf(sql: Statements, projectId: string, interviewId: string): number {
  const row = sql.get(
    z.object({ key: z.int() }),
    `SELECT interview.key FROM interview JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
     WHERE interview.id = :interviewId AND interview.project_id = :projectId AND interview.status NOT IN ('withdrawn', 'declined')`,
    { interviewId, projectId },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row.key;
}
