import { z } from 'zod';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';

/** What writing questions into a project needs. */
export interface Writer {
  readonly sql: Statements;
  readonly newId: () => string;
  readonly projectId: ProjectId;
  /** The import that the rows belong to; null for what people write. */
  readonly batchId: string | null;
}

/** A writer for one project. */
export function writerFor(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  projectId: ProjectId,
  batchId: string | null = null,
): Writer {
  return { sql, newId: workspace.newId, projectId, batchId };
}

const Key = z.object({ key: z.int() });
const keyFact = 'question_key';

/**
 * The next small number for a question. A number that was given once is never given again, also when its question is gone: another
 * window may bring that one back.
 */
export function nextQuestionKey(sql: Statements): number {
  const text = `SELECT max(coalesce((SELECT max(key) FROM question), 0),
    coalesce((SELECT CAST(value AS INTEGER) FROM workspace_fact WHERE name = '${keyFact}'), 0)) + 1 AS key`;
  const key = sql.get(Key, text)?.key ?? 1;
  sql.run(`INSERT INTO workspace_fact (name, value) VALUES ('${keyFact}', :key) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, {
    key: String(key),
  });
  return key;
}
