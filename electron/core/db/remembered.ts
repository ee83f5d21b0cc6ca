import { z } from 'zod';
import type { Workspace } from '../workspace/workspace.ts';

interface Kept {
  readonly mark: string;
  readonly value: unknown;
}

/** Few at a time: what is looked at, not everything ever asked for. */
const mostKept = 8;
const memory = new WeakMap<Workspace, Map<string, Kept>>();

/**
 * Works something out once for as long as nobody changes the workspace: orders of long lists, so that scrolling reads pages and
 * does not sort again. `name` says what was asked for, with everything it depends on. Lives and dies with the open workspace.
 */
export function remembered<T>(workspace: Workspace, name: string, workOut: () => T): T {
  const last = workspace.sql.get(z.object({ seq: z.int(), hlc: z.string() }), 'SELECT seq, hlc FROM op ORDER BY seq DESC LIMIT 1');
  // A step that is joined to the one before keeps its number and gets a new clock.
  const mark = `${last?.seq ?? 0} ${last?.hlc ?? ''}`;
  const kept = memory.get(workspace) ?? new Map<string, Kept>();
  memory.set(workspace, kept);
  const known = kept.get(name);
  // The value was put there under the same name by this function, so it is of the same type.
  if (known?.mark === mark) return known.value as T;
  const value = workOut();
  kept.delete(name);
  kept.set(name, { mark, value });
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
  return value;
}
