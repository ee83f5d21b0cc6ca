import { z } from 'zod';
import type { coding } from '../../../../shared/contract/coding.ts';
import type { Call, Handlers } from '../../rpc/call.ts';
import { withSuggestions } from '../suggestions/index.ts';
import { applySame, applyTheme } from './apply.ts';
import { removeCodings, setAbout, setCertainty, setNoTheme, setPolarity, setRange } from './change.ts';
import { isBlind } from './blind.ts';
import { findNextRow, readGrid, readGridColumns, readPlaces } from './grid.ts';
import type { GridAsker } from './grid-list.ts';
import { findOwnCodings } from './own-codings.ts';
import { readQuestions } from './questions.ts';
import { readQuickThemes, setQuickTheme } from './quick-themes.ts';
import { readCodings, type PlainTextCodings } from './read-codings.ts';

const Heavy = z.object({ text_id: z.string() });
/** Of a text with more codings than a page, the window asks for what changed (`texts.codings`). */
const heavySql = `
SELECT text_id FROM coding WHERE text_id IN (SELECT value FROM json_each(:textIds)) GROUP BY text_id HAVING count(*) > 500`;

/** What stands on the changed texts now, so that the window need not ask. Beyond a page it asks anyway. */
function now({ sql, actorId }: Call, textIds: readonly string[]): { texts: PlainTextCodings[] } {
  const first = textIds.slice(0, 500);
  const heavy = new Set(sql.all(Heavy, heavySql, { textIds: JSON.stringify(first) }).map((row) => row.text_id));
  const light = first.filter((textId) => !heavy.has(textId));
  return { texts: readCodings(sql, light, actorId) };
}

/** Ids of the texts that a change was about. */
function touchedBy({ textIds, places = [] }: { textIds: readonly string[]; places?: readonly { textId: string }[] | undefined }): string[] {
  return [...new Set([...textIds, ...places.map((place) => place.textId)])];
}

function asker(call: Call): GridAsker {
  const { sql, actorId } = call;
  return { sql, actorId, suggestedTexts: (projectId) => withSuggestions(call, { projectId }).textIds };
}

export const codingHandlers: Handlers<typeof coding> = {
  questions: ({ sql, actorId }, { projectId }) => readQuestions(sql, projectId, isBlind(sql, projectId) ? actorId : null),
  columns: ({ sql, actorId }, { projectId }) => readGridColumns(sql, projectId, actorId),
  grid: (call, { from, limit, beside, ...scope }) => readGrid(asker(call), scope, { from, limit, beside }),
  places: (call, scope) => readPlaces(asker(call), scope),
  nextRow: (call, { from, direction, needs, ...scope }) => ({ index: findNextRow(asker(call), scope, { from, direction, needs }) }),
  ownCodings: ({ sql, actorId }, input) => ({ codingIds: findOwnCodings(sql, actorId, input) }),
  quickThemes: ({ sql }, input) => ({ quickThemes: readQuickThemes(sql, input.projectId) }),
  setQuickTheme: (call, input) => {
    setQuickTheme(call, input);
    return {};
  },
  apply: (call, input) => ({ ...applyTheme(call, input), ...now(call, touchedBy(input)) }),
  applySame: (call, input) => {
    const { applied, alreadyThere } = applySame(call, input);
    return { applied, alreadyThere, ...now(call, touchedBy(input)) };
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
