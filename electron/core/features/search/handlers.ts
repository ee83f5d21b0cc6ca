import type { search } from '../../../../shared/contract/search.ts';
import type { Handlers } from '../../rpc/call.ts';

export const searchHandlers: Handlers<typeof search> = {};
