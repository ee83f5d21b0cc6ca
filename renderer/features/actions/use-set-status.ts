import type { ActionStatus } from '../../../shared/contract/actions.ts';
import type { ActionId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useSave } from '../../lib/use-save.ts';

export interface StatusChange {
  readonly actionId: ActionId;
  readonly status: ActionStatus;
  readonly happenedOn: string;
  readonly note?: string;
}

/** Says how it goes with an action; true when it is saved. */
export function useSetStatus(): (change: StatusChange) => Promise<boolean> {
  const save = useSave();
  return async (change) => (await save(() => client.actions.setStatus(change))) !== undefined;
}
