import type { patterns } from '../../../../shared/contract/patterns.ts';
import type { Handlers } from '../../rpc/call.ts';

export const patternsHandlers: Handlers<typeof patterns> = {};
