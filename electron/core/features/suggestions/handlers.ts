import type { suggestions } from '../../../../shared/contract/suggestions.ts';
import type { Handlers } from '../../rpc/call.ts';
import { accept, reject, setOn } from './decide.ts';
import { readQuality } from './quality.ts';
import { forTexts, withSuggestions } from './read-suggestions.ts';

export const suggestionsHandlers: Handlers<typeof suggestions> = {
  forTexts,
  withSuggestions,
  quality: (call, { projectId }) => readQuality(call, projectId),
  setOn: (call, input) => {
    setOn(call, input);
    return {};
  },
  accept,
  reject: (call, input) => {
    reject(call, input);
    return {};
  },
};
