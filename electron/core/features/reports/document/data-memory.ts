import { dataMark } from '../../../db/data-mark.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

interface Memory {
  readonly mark: string;
  readonly values: Map<string, unknown>;
}

const mostKept = 256;
const memories = new WeakMap<Workspace, Memory>();
/** More rows than a project has: a report is cut nowhere. */
export const everyRow = 1_000_000;

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
