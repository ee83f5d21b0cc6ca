import type { themes } from '../../../../shared/contract/themes.ts';
import type { Handlers } from '../../rpc/call.ts';
import { setExamples, setText } from './change-texts.ts';
import { createTheme, renameTheme, setDifferences, setStatus, setSynonyms } from './change-themes.ts';
import { readCrossing } from './crossing.ts';
import { mergeThemes, readTogether } from './merge-themes.ts';
import { moveTheme, setColour } from './move-theme.ts';
import { readTree } from './read-tree.ts';
import { removeTheme } from './remove-theme.ts';
import { readSegments } from './segments.ts';
import { splitTheme } from './split-theme.ts';

export const themesHandlers: Handlers<typeof themes> = {
  tree: ({ sql, actorId }, input) => ({ themes: readTree(sql, input.projectId ?? null, actorId) }),
  create: (call, input) => ({ themeId: createTheme(call, input) }),
  rename: (call, input) => {
    renameTheme(call, input);
    return {};
  },
  setSynonyms: (call, input) => {
    setSynonyms(call, input);
    return {};
  },
  setText: (call, input) => {
    setText(call, input);
    return {};
  },
  setExamples: (call, input) => {
    setExamples(call, input);
    return {};
  },
  setColour: (call, input) => {
    setColour(call, input);
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
  move: (call, input) => {
    moveTheme(call, input);
    return {};
  },
  together: readTogether,
  merge: (call, input) => mergeThemes(call, { ...input, isConfirmed: input.isConfirmed === true }),
  segments: readSegments,
  split: splitTheme,
  remove: (call, input) => {
    removeTheme(call, input.themeId);
    return {};
  },
  crossing: readCrossing,
};
