import { z } from 'zod';
import { fold } from '../../../../shared/texts/index.ts';
import { Language, localised, type LocalisedText } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

export const TermRow = z.object({
  id: z.string(),
  theme_id: z.string(),
  language: Language,
  kind: z.enum(['preferred', 'synonym']),
  term: z.string(),
});
export type TermRow = z.infer<typeof TermRow>;

const columns = 'id, theme_id, language, kind, term';

/** All terms, by theme in the order they were entered. */
export function allTerms(sql: Statements): TermRow[] {
  return sql.all(TermRow, `SELECT ${columns} FROM theme_term ORDER BY theme_id, id`);
}

/** Preferred terms of one theme by language. */
export function preferredTerms(rows: readonly TermRow[]): LocalisedText {
  const texts: LocalisedText = {};
  for (const row of rows) if (row.kind === 'preferred') texts[row.language] = row.term;
  return texts;
}

/** What a theme is called in the names of deeds: at most 30 characters. @throws AppError NOT_FOUND */
export function themeName(sql: Statements, themeId: string, language: Language = 'nb'): string {
  const rows = sql.all(TermRow, `SELECT ${columns} FROM theme_term WHERE theme_id = :themeId`, { themeId });
  const exists = sql.get(z.object({ number: z.string() }), 'SELECT number FROM theme WHERE id = :themeId', { themeId });
  if (exists === undefined) throw new AppError('NOT_FOUND');
  const name = localised(preferredTerms(rows), language);
  return shortened(name === '' ? exists.number : name);
}

/** A text cut for the name of a deed, between characters. */
export function shortened(text: string, length = 30): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** Refuses a term that another theme has, preferred or as synonym, in any language. @throws AppError THEME_EXISTS */
export function refuseExistingTerm(sql: Statements, term: string, exceptThemeId: string | null): void {
  const wanted = fold(term);
  const rows = allTerms(sql);
  const found = rows.find((row) => row.theme_id !== exceptThemeId && fold(row.term) === wanted);
  if (found === undefined) return;
  const existing = localised(preferredTerms(rows.filter((row) => row.theme_id === found.theme_id)), 'nb');
  const name = existing === '' ? found.term : existing;
  throw new AppError(
    'THEME_EXISTS',
    { term: shortened(term), existing: shortened(name), isSame: fold(name) === wanted ? 'yes' : 'no', themeId: found.theme_id },
    'themes.exists',
  );
}
