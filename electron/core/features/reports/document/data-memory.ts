import { z } from 'zod';
import type { Workspace } from '../../../workspace/workspace.ts';

interface Memory {
  readonly mark: string;
  readonly values: Map<string, unknown>;
}

const mostKept = 256;
const memories = new WeakMap<Workspace, Memory>();
/** More rows than a project has: a report is cut nowhere. */
export const everyRow = 1_000_000;

const Mark = z.object({ seq: z.int(), hlc: z.string(), version: z.int() });

/** The latest step that was about anything else than the reports themselves; undoing one has its name. */
const markSql = `SELECT seq, hlc, (SELECT data_version FROM pragma_data_version) AS version FROM op
WHERE kind NOT GLOB 'reports.*' AND label_id NOT GLOB 'reports.*' ORDER BY seq DESC LIMIT 1`;

/**
 * Names the state of everything but the reports: another name, other data.
 * @returns empty in a workspace in which nothing has been done
 */
export function dataMark({ sql }: Pick<Workspace, 'sql'>): string {
  const row = sql.get(Mark, markSql);
  return row === undefined ? '' : `${row.seq} ${row.hlc} ${row.version}`;
}

/**
 * Works something out once for as long as only reports are written in: typing a text must not count every table of the report again.
 * `name` says what was asked for, with everything it depends on. Lives and dies with the open workspace.
 */
export function fromData<T>(workspace: Workspace, name: string, workOut: () => T): T {
  const mark = dataMark(workspace);
  const known = memories.get(workspace);
  const memory = known?.mark === mark ? known : { mark, values: new Map<string, unknown>() };
  memories.set(workspace, memory);
  // Under one name only what its own work made is kept.
  if (memory.values.has(name)) return memory.values.get(name) as T;
  const value = workOut();
  if (memory.values.size >= mostKept) memory.values.clear();
  memory.values.set(name, value);
  return value;
}
