import type { coding } from '../../../../shared/contract/coding.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { applySame, applyTheme } from './apply.ts';
import { readColumns, readServices } from './background.ts';
import { removeCodings, setAbout, setCertainty, setNoTheme, setPolarity, setRange } from './change.ts';
import { findNextRow, readGrid, readTextIds } from './grid.ts';
import { readQuestions } from './questions.ts';
import { readQuickThemes, setQuickTheme } from './quick-themes.ts';
import { readCodings, type PlainTextCodings } from './read-codings.ts';
import { readText } from './text-view.ts';

/** What stands on the changed texts now, so that the window need not ask. Beyond a page it asks anyway. */
function now({ sql, actorId }: Call, textIds: readonly string[]): { texts: PlainTextCodings[] } {
  return { texts: readCodings(sql, textIds.slice(0, 500), actorId) };
}

export const codingHandlers: Handlers<typeof coding> = {
  questions: ({ sql }, input) => ({ questions: readQuestions(sql, input.projectId) }),
  columns: ({ sql }, input) => ({ columns: readColumns(sql, input.projectId), services: readServices(sql, input.projectId) }),
  grid: ({ sql, actorId }, { from, limit, ...scope }) => readGrid(sql, scope, { from, limit }, actorId),
  textIds: ({ sql }, scope) => ({ textIds: readTextIds(sql, scope) }),
  nextRow: ({ sql }, { from, direction, needs, ...scope }) => ({ index: findNextRow(sql, scope, from, direction, needs) }),
  text: ({ sql, actorId }, input) => readText(sql, input.textId, actorId),
  quickThemes: ({ sql }, input) => ({ quickThemes: readQuickThemes(sql, input.projectId) }),
  setQuickTheme: (call, input) => {
    setQuickTheme(call, input);
    return {};
  },
  apply: (call, input) => ({ ...applyTheme(call, input), ...now(call, input.textIds) }),
  applySame: (call, input) => {
    const { applied, alreadyThere } = applySame(call, input);
    return { applied, alreadyThere, ...now(call, input.textIds) };
  },
  remove: (call, input) => now(call, removeCodings(call, input.codingIds)),
  setPolarity: (call, input) => now(call, setPolarity(call, input.codingIds, input.polarity)),
  setAbout: (call, input) => now(call, setAbout(call, input)),
  setCertainty: (call, input) => now(call, setCertainty(call, input.codingId, input.certainty, input.reason)),
  setRange: (call, input) => now(call, setRange(call, input.codingId, input.range)),
  noTheme: (call, input) => {
    const { textIds, withThemes } = setNoTheme(call, input.textIds, input.isOn);
    return { withThemes, ...now(call, textIds) };
  },
};
