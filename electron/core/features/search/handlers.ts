import type { search } from '../../../../shared/contract/search.ts';
import type { Handlers } from '../../rpc/call.ts';
import { findEverywhere } from './find.ts';

export const searchHandlers: Handlers<typeof search> = {
  find: (call, input) => findEverywhere(call, input),
};
