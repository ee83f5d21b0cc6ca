import type { framework } from '../../../../shared/contract/framework.ts';
import type { Handlers } from '../../rpc/call.ts';

export const frameworkHandlers: Handlers<typeof framework> = {};
