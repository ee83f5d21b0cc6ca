import type { suggestions } from '../../../../shared/contract/suggestions.ts';
import type { Handlers } from '../../rpc/call.ts';

export const suggestionsHandlers: Handlers<typeof suggestions> = {};
