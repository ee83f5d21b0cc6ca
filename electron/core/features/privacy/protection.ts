import { z } from 'zod';
import type { ProtectionRule } from '../../../../shared/contract/privacy.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { updateRow } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';

const RuleRow = z.object({ threshold: z.int(), minimum_base: z.int(), protect_zeros: z.int() });
const ChangeRow = RuleRow.extend({ id: z.string(), reason: z.string(), changed_by: z.string(), changed_at: z.string() });

const changeSql = `SELECT c.id, c.threshold, c.minimum_base, c.protect_zeros, c.reason, a.name AS changed_by, c.changed_at
FROM protection_change c JOIN actor a ON a.id = c.changed_by WHERE c.project_id = :projectId ORDER BY c.changed_at DESC, c.id DESC`;

function ruleOf(row: z.infer<typeof RuleRow>): ProtectionRule {
  return { threshold: row.threshold, minimumBase: Math.max(row.minimum_base, row.threshold), protectZeros: row.protect_zeros === 1 };
}

/** How small numbers are hidden in a project. @throws AppError NOT_FOUND */
export function readProtection(sql: Statements, projectId: string): ProtectionRule {
  const row = sql.get(RuleRow, 'SELECT threshold, minimum_base, protect_zeros FROM project WHERE id = :projectId', { projectId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return ruleOf(row);
}

/** Every change of the rule, newest first. */
export function readProtectionChanges(sql: Statements, projectId: string) {
  return sql.all(ChangeRow, changeSql, { projectId }).map((row) => ({
    id: row.id,
    rule: ruleOf(row),
    reason: row.reason,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }));
}

/** Changes how small numbers are hidden, and keeps why. @throws AppError NOT_FOUND */
export function setProtection(
  { sql, workspace, operation, actorId, session }: Call,
  { projectId, rule, reason }: { readonly projectId: string; readonly rule: ProtectionRule; readonly reason: string },
): ProtectionRule {
  const row = { threshold: rule.threshold, minimum_base: rule.minimumBase, protect_zeros: rule.protectZeros ? 1 : 0 };
  updateRow(sql, 'project', projectId, row);
  sql.insert('protection_change', {
    id: workspace.newId(),
    project_id: projectId,
    ...row,
    reason,
    changed_by: actorId,
    changed_at: new Date(session.deps.now()).toISOString(),
  });
  operation.label({ threshold: rule.threshold });
  return readProtection(sql, projectId);
}
