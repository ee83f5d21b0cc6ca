import { z } from 'zod';
import { OrganisationNode } from '../../../../shared/contract/registers.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

// A loop cannot be, but a merged file may have been made elsewhere: UNION stops at what has been seen.
const aboveSql = `WITH RECURSIVE above (id) AS (
  SELECT parent_id FROM organisation WHERE id = :below
  UNION SELECT organisation.parent_id FROM organisation JOIN above ON organisation.id = above.id)
SELECT id FROM above WHERE id = :id`;

/** Whether one organisation stands anywhere above another. */
export function isAbove(sql: Statements, id: string, below: string): boolean {
  return sql.get(z.object({ id: z.string() }), aboveSql, { id, below }) !== undefined;
}

/** @throws AppError HIERARCHY_LOOP when the parent is the organisation itself or stands below it */
export function checkParent(sql: Statements, id: string, parentId: string): void {
  if (id === parentId || isAbove(sql, id, parentId)) throw new AppError('HIERARCHY_LOOP');
}

const NodeRow = z.object({ id: z.string(), name: z.string(), kind: OrganisationNode.shape.kind, parent_id: z.string().nullable() });
/** A tree longer than this is not read by people. */
const most = 5000;

/** All organisations with what they are part of, by name. */
export function readTree(sql: Statements): { nodes: OrganisationNode[] } {
  const rows = sql.all(NodeRow, 'SELECT id, name, kind, parent_id FROM organisation ORDER BY name COLLATE NOCASE LIMIT :most', { most });
  return { nodes: rows.map(({ parent_id: parentId, ...row }) => ({ ...row, parentId })) };
}
