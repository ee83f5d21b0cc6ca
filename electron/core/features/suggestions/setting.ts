import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({ is_suggesting: z.int(), is_blind: z.int() });

/** How a project codes. Nothing is switched on before somebody does. @throws AppError NOT_FOUND */
export function readSetting(sql: Statements, projectId: string): { readonly isOn: boolean; readonly isBlind: boolean } {
  const text = `SELECT coalesce(is_suggesting, 0) AS is_suggesting, coalesce(is_blind, 0) AS is_blind
    FROM project LEFT JOIN coding_setting ON project_id = project.id WHERE project.id = :projectId`;
  const row = sql.get(Row, text, { projectId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return { isOn: row.is_suggesting === 1, isBlind: row.is_blind === 1 };
}
