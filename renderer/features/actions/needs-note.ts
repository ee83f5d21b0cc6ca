import type { ActionStatus } from '../../../shared/contract/actions.ts';

/** Dropping something or moving it on to others is told with a reason; the core refuses it without. */
export function needsNote(status: ActionStatus): boolean {
  return status === 'not-done' || status === 'handed-over';
}
