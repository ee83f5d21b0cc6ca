import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const Setting = z.object({ is_blind: z.int() });

/** Whether coders of a project see their own codings only. */
export function isBlind(sql: Statements, projectId: string): boolean {
  return sql.get(Setting, 'SELECT is_blind FROM coding_setting WHERE project_id = :projectId', { projectId })?.is_blind === 1;
}

/**
 * Condition that a coding may be shown to the coder `:actorId`: it is their own, or its project is not coded blind. Whatever reads
 * codings for a screen of coding, lists or filters by them, needs it: what others have coded must not show through counts either.
 * @param coding the name of the coding table (or the view counted_coding) in the statement
 * @param projectId the column that holds the text's project
 */
export function mayBeSeen(coding = 'coding', projectId = 'text.project_id'): string {
  return `(${coding}.coder_id = :actorId OR ${isOpen(projectId)})`;
}

/**
 * Condition that a memo may be shown to the coder `:actorId`. Coding blind, they see neither what stands on others' codings nor what others
 * have written on a text: it may tell what they saw in it. Memos on themes and on the project are everybody's. The statement joins to `memo`
 * the `coding` it is on and the `text` of either, both by LEFT JOIN.
 */
export function memoMayBeSeen(): string {
  return `(text.id IS NULL OR (memo.written_by = :actorId AND (coding.id IS NULL OR coding.coder_id = :actorId)) OR ${isOpen('text.project_id')})`;
}

function isOpen(projectId: string): string {
  return `NOT EXISTS (SELECT 1 FROM coding_setting WHERE coding_setting.project_id = ${projectId} AND coding_setting.is_blind = 1)`;
}

/** Refuses what would show others' codings. @throws AppError CODING_IS_BLIND */
export function requireSight(sql: Statements, projectId: string): void {
  if (isBlind(sql, projectId)) throw new AppError('CODING_IS_BLIND');
}
