import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { placeCoding } from '../coding/apply.ts';
import { readCodings, type PlainTextCodings } from '../coding/read-codings.ts';
import { labelOnTexts, readTextFacts } from '../coding/text-facts.ts';
import { themeName } from '../themes/theme-terms.ts';
import { readSetting } from './setting.ts';

interface Pair {
  readonly textId: string;
  readonly themeId: string;
}

const Found = z.object({ id: z.string() });

/** Switches a project's suggestions on or off. @throws AppError NOT_FOUND */
export function setOn({ sql, workspace, operation }: Call, { projectId, isOn }: { projectId: string; isOn: boolean }): void {
  operation.label({ is: isOn ? 'on' : 'off' });
  if (readSetting(sql, projectId).isOn === isOn) return;
  const known = sql.get(Found, 'SELECT id FROM coding_setting WHERE project_id = :projectId', { projectId });
  const is_suggesting = isOn ? 1 : 0;
  if (known === undefined) sql.insert('coding_setting', { id: workspace.newId(), project_id: projectId, is_suggesting });
  else sql.run('UPDATE coding_setting SET is_suggesting = :is_suggesting WHERE id = :id', { id: known.id, is_suggesting });
}

/** Puts a suggested theme on the whole text, as the asker's own coding that came of a suggestion. @throws AppError NOT_FOUND */
export function accept(call: Call, { textId, themeId }: Pair): PlainTextCodings {
  nameOf(call, 'suggestions.accept.undo', { textId, themeId });
  placeCoding(call, { textId, themeId, origin: 'accepted-suggestion' });
  const [now] = readCodings(call.sql, [textId], call.actorId);
  if (now === undefined) throw new AppError('NOT_FOUND');
  return now;
}

/** Turns a suggestion down for good. @throws AppError NOT_FOUND */
export function reject(call: Call, { textId, themeId }: Pair): void {
  const { sql, workspace, actorId } = call;
  nameOf(call, 'suggestions.reject.undo', { textId, themeId });
  const known = sql.get(Found, 'SELECT id FROM suggestion_rejection WHERE text_id = :textId AND theme_id = :themeId', { textId, themeId });
  if (known !== undefined) return;
  sql.insert('suggestion_rejection', {
    id: workspace.newId(),
    text_id: textId,
    theme_id: themeId,
    rejected_by: actorId,
    rejected_at: new Date(workspace.now()).toISOString(),
  });
}

/** @throws AppError NOT_FOUND for a theme or text that is not there */
function nameOf(call: Call, undo: string, { textId, themeId }: Pair): void {
  labelOnTexts(call.operation, undo, { theme: themeName(call.sql, themeId) }, readTextFacts(call.sql, [textId]));
}
