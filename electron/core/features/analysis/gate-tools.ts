import type { SolveLp } from '../../../../shared/disclosure/index.ts';
import type { Call } from '../../rpc/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Works something out once for the same counts. The content says what of, so that one content has one kind of answer. */
export type Remember = <T>(content: string, workOut: () => T) => T;

/** What helps the gate: the exact solver, and what it decided about the same counts before. */
export interface GateTools {
  readonly solve?: SolveLp;
  readonly remember?: Remember;
}

/** Tables that are looked at, turned over and let out, not every table ever. */
const mostKept = 128;
const memories = new WeakMap<Workspace, Map<string, unknown>>();

/** The gate's answer follows from the counts alone, so it lives as long as the workspace is open. */
function rememberIn(workspace: Workspace): Remember {
  const memory = memories.get(workspace) ?? new Map<string, unknown>();
  memories.set(workspace, memory);
  return <T>(content: string, workOut: () => T): T => {
    // What was kept under the same content was worked out by the same work, so it is of the same type.
    const known = memory.has(content) ? (memory.get(content) as T) : workOut();
    memory.delete(content);
    memory.set(content, known);
    for (const old of [...memory.keys()].slice(0, -mostKept)) memory.delete(old);
    return known;
  };
}

/** What helps the gate. Everybody who lets the same counts through it must use the same, or two tables would hide different numbers. */
export function gateTools({ session, workspace }: Pick<Call, 'session' | 'workspace'>): GateTools {
  const { solve } = session;
  return { ...(solve === null ? {} : { solve }), remember: rememberIn(workspace) };
}
