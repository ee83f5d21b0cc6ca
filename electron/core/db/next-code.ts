import { z } from 'zod';
import type { Statements } from './statements.ts';

const Highest = z.object({ highest: z.int().nullable() });

/** The code a new action or finding gets: the letter and the number after the highest one in use, two digits at least (T09, T10, T100). */
export function nextCode(sql: Statements, table: 'action', letter: 'T'): string;
export function nextCode(sql: Statements, table: 'finding', letter: 'F', projectId: string): string;
export function nextCode(sql: Statements, table: 'action' | 'finding', letter: string, projectId?: string): string {
  const where = projectId === undefined ? '' : ' AND project_id = :projectId';
  const text = `SELECT max(CAST(substr(code, 2) AS INTEGER)) AS highest FROM ${table} WHERE code GLOB :pattern${where}`;
  const params = { pattern: `${letter}[0-9]*`, ...(projectId === undefined ? {} : { projectId }) };
  return `${letter}${String((sql.get(Highest, text, params)?.highest ?? 0) + 1).padStart(2, '0')}`;
}
