import type { texts } from '../../../../shared/contract/texts.ts';
import type { Handlers } from '../../rpc/call.ts';

export const textsHandlers: Handlers<typeof texts> = {};
