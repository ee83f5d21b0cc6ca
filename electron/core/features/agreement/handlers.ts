import type { agreement } from '../../../../shared/contract/agreement.ts';
import type { Handlers } from '../../rpc/call.ts';

export const agreementHandlers: Handlers<typeof agreement> = {};
