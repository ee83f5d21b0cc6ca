import type { Call } from '../../rpc/call.ts';

/** The day a window asks about: its own, or else the core's in UTC. */
export function todayOf(call: Pick<Call, 'session'>, today: string | undefined): string {
  return today ?? new Date(call.session.deps.now()).toISOString().slice(0, 10);
}
