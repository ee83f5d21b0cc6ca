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
