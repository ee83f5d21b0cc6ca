import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

// Only codes as they are given here: one from elsewhere like "R2019-04" is somebody's own and no number to count on from.
const highestSql = `SELECT max(CAST(substr(code, 2) AS INTEGER)) AS n FROM respondent
WHERE project_id = :projectId AND code GLOB 'R[0-9]*' AND substr(code, 2) NOT GLOB '*[^0-9]*' AND length(code) <= 10`;

/** The next free codes after the highest in use: R001, R002 … */
export function nextCodes(sql: Statements, projectId: string, count: number): string[] {
  const first = (sql.get(z.object({ n: z.int().nullable() }), highestSql, { projectId })?.n ?? 0) + 1;
  return Array.from({ length: count }, (_, index) => `R${String(first + index).padStart(3, '0')}`);
}
