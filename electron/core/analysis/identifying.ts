import { z } from 'zod';
import type { Statements } from '../db/statements.ts';

const IdRow = z.object({ id: z.string() });

/** Ids of a project's variables that can point somebody out: flagged once on the question, and left out of everything that is not asked to have them. */
export function identifyingVariables(sql: Statements, projectId: string): ReadonlySet<string> {
  const rows = sql.all(IdRow, 'SELECT id FROM variable WHERE project_id = :projectId AND is_identifier = 1', { projectId });
  return new Set(rows.map(({ id }) => id));
}
