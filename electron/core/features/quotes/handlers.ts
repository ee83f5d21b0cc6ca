import type { quotes } from '../../../../shared/contract/quotes.ts';
import type { Handlers } from '../../rpc/call.ts';

export const quotesHandlers: Handlers<typeof quotes> = {};
