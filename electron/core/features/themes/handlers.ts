import type { themes } from '../../../../shared/contract/themes.ts';
import type { Handlers } from '../../rpc/call.ts';
import { createTheme, renameTheme, setDefinition, setDifferences, setStatus, setSynonyms } from './change-themes.ts';
import { readTree } from './read-tree.ts';

export const themesHandlers: Handlers<typeof themes> = {
  tree: ({ sql }, input) => ({ themes: readTree(sql, input.projectId ?? null) }),
  create: (call, input) => ({ themeId: createTheme(call, input) }),
  rename: (call, input) => {
    renameTheme(call, input);
    return {};
  },
  setSynonyms: (call, input) => {
    setSynonyms(call, input);
    return {};
  },
  setDefinition: (call, input) => {
    setDefinition(call, input);
    return {};
  },
  setDifferences: (call, input) => {
    setDifferences(call, input);
    return {};
  },
  setStatus: (call, input) => {
    setStatus(call, input);
    return {};
  },
};
