import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({ id: z.string() });

// Consent to be quoted was taken back and not given again.
const refusedSql = `SELECT DISTINCT respondent.id FROM respondent JOIN consent ON consent.respondent_id = respondent.id
WHERE respondent.project_id = :projectId AND consent.scope = 'quotes' AND consent.withdrawn_on IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM consent AS other WHERE other.respondent_id = respondent.id AND other.scope = 'quotes' AND other.withdrawn_on IS NULL)`;

/** Ids of respondents who no longer want to be quoted. Their words are read and counted here, and leave in no file. */
export function refusedToBeQuoted(sql: Statements, projectId: string): ReadonlySet<string> {
  return new Set(sql.all(Row, refusedSql, { projectId }).map(({ id }) => id));
}
