import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/index.ts';
import type { Pipe } from './pipe.ts';

export type Client = ContractRouterClient<Contract>;

type Link = Pick<RPCLink<Record<never, never>>, 'call'>;
let current: Link | null = null;

/** Puts the client on a new pipe, after the first connection and after every reconnection. */
export function useLink(pipe: Pipe): void {
  // RPCLink asks for a MessagePort and uses only these two of its members.
  current = new RPCLink({ port: pipe.port as unknown as MessagePort });
}

const link: Link = {
  call: (path, input, options) => {
    if (current === null) throw new Error('not connected');
    return current.call(path, input, options);
  },
};

/** The core's contract as plain asynchronous functions. */
export const client: Client = createORPCClient(link);

/** The same as TanStack Query options: `orpc.interviews.list.queryOptions({ input })`. */
export const orpc: RouterUtils<Client> = createTanstackQueryUtils(client);
