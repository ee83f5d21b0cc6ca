import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';

export const compareHandlers: Handlers<(typeof contract)['compare']> = {};
