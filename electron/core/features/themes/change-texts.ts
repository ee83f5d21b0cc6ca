import { z } from 'zod';
import type { ThemeTextPart } from '../../../../shared/contract/themes.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { requireTheme } from './change-themes.ts';
import { themeName } from './theme-terms.ts';

const TextRow = z.object({ text: z.string() });
const ExampleRow = z.object({ id: z.string(), ordinal: z.int(), language: z.string(), body: z.string() });

const labels: Readonly<Record<ThemeTextPart, string>> = {
  definition: 'themes.setText.undo',
  inclusion: 'themes.setText.undoInclusion',
  exclusion: 'themes.setText.undoExclusion',
};

/** Sets one of a theme's longer texts in one language; empty takes it away. @throws AppError NOT_FOUND */
export function setText(
  { sql, operation }: Call,
  given: { readonly themeId: string; readonly part: ThemeTextPart; readonly language: Language; readonly text: string },
): void {
  const { themeId, part, language } = given;
  const row = sql.get(TextRow, `SELECT ${part} AS text FROM theme WHERE id = :themeId`, { themeId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  // The column holds one text per language.
  const texts = JSON.parse(row.text) as Record<string, string>;
  const next = Object.fromEntries(Object.entries({ ...texts, [language]: given.text.trim() }).filter(([, text]) => text !== ''));
  operation.label({ theme: themeName(sql, themeId) }, labels[part]);
  if (JSON.stringify(next) === JSON.stringify(texts)) return;
  operation.mergeWith(`theme-${part}:${themeId}:${language}`);
  sql.run(`UPDATE theme SET ${part} = :text WHERE id = :themeId`, { themeId, text: JSON.stringify(next) });
}

/** Replaces the anchor examples: those that stay keep their row. @throws AppError NOT_FOUND */
export function setExamples(
  { sql, workspace, operation }: Call,
  { themeId, examples }: { readonly themeId: string; readonly examples: readonly { language: Language; body: string }[] },
): void {
  requireTheme(sql, themeId);
  operation.label({ theme: themeName(sql, themeId) });
  const known = sql.all(
    ExampleRow,
    'SELECT id, ordinal, language, body FROM theme_example WHERE theme_id = :themeId ORDER BY ordinal, id',
    {
      themeId,
    },
  );
  for (const [index, { language, body }] of examples.entries()) {
    const at = known.findIndex((row) => row.language === language && row.body === body);
    const [same] = at === -1 ? [] : known.splice(at, 1);
    const ordinal = index + 1;
    if (same === undefined) sql.insert('theme_example', { id: workspace.newId(), theme_id: themeId, ordinal, language, body });
    else sql.run('UPDATE theme_example SET ordinal = :ordinal WHERE id = :id AND ordinal <> :ordinal', { id: same.id, ordinal });
  }
  for (const { id } of known) sql.run('DELETE FROM theme_example WHERE id = :id', { id });
}
