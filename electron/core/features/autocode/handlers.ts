import type { autocode } from '../../../../shared/contract/autocode.ts';
import type { Handlers } from '../../rpc/call.ts';

export const autocodeHandlers: Handlers<typeof autocode> = {};
