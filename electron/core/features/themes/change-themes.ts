import { z } from 'zod';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { nextColour } from './branch-colours.ts';
import { refuseExistingTerm, shortened, TermRow, themeName } from './theme-terms.ts';

export interface NewTheme {
  readonly term: string;
  readonly language: Language;
  readonly parentId?: string | null | undefined;
  readonly isWantedAnyway?: boolean | undefined;
}

const One = z.object({ n: z.int() });
const Colour = z.object({ color: z.int().nullable() });

/** Makes a theme last among its siblings; a branch of its own gets a colour. Answers its id. @throws AppError THEME_EXISTS, NOT_FOUND */
export function createTheme({ sql, workspace, operation }: Call, given: NewTheme): string {
  const parentId = given.parentId ?? null;
  if (parentId !== null) requireTheme(sql, parentId);
  if (given.isWantedAnyway !== true) refuseExistingTerm(sql, given.term, null);
  const id = workspace.newId();
  const ordinal = sql.get(One, 'SELECT coalesce(max(ordinal), 0) + 1 AS n FROM theme WHERE parent_id IS :parentId', { parentId })?.n ?? 1;
  const number = sql.get(One, 'SELECT coalesce(max(CAST(number AS INTEGER)), 0) + 1 AS n FROM theme')?.n ?? 1;
  const owned = sql.all(Colour, 'SELECT color FROM theme WHERE parent_id IS NULL ORDER BY ordinal, number, id').map((row) => row.color);
  sql.insert('theme', {
    id,
    number: String(number).padStart(2, '0'),
    parent_id: parentId,
    ordinal,
    color: parentId === null ? nextColour(owned) : null,
    definition: '{}',
    status: 'in-use',
    is_codable: 1,
  });
  insertTerm({ sql, workspace }, id, given.language, 'preferred', given.term);
  operation.label({ theme: shortened(given.term) });
  return id;
}

/** Sets the preferred term in one language. @throws AppError THEME_EXISTS, NOT_FOUND */
export function renameTheme(
  call: Call,
  given: { themeId: string; term: string; language: Language; isWantedAnyway?: boolean | undefined },
): void {
  const { sql, operation } = call;
  const { themeId, term, language } = given;
  requireTheme(sql, themeId);
  if (given.isWantedAnyway !== true) refuseExistingTerm(sql, term, themeId);
  const from = themeName(sql, themeId, language);
  const known = sql.get(
    TermRow,
    "SELECT id, theme_id, language, kind, term FROM theme_term WHERE theme_id = :themeId AND language = :language AND kind = 'preferred'",
    { themeId, language },
  );
  if (known === undefined) insertTerm(call, themeId, language, 'preferred', term);
  else if (known.term !== term) sql.run('UPDATE theme_term SET term = :term WHERE id = :id', { id: known.id, term });
  operation.label({ from, to: shortened(term) });
}

/** Replaces the synonyms of one language. @throws AppError NOT_FOUND */
export function setSynonyms(call: Call, given: { themeId: string; language: Language; synonyms: readonly string[] }): void {
  const { sql, operation } = call;
  const { themeId, language } = given;
  requireTheme(sql, themeId);
  const known = sql.all(
    TermRow,
    "SELECT id, theme_id, language, kind, term FROM theme_term WHERE theme_id = :themeId AND language = :language AND kind = 'synonym' ORDER BY id",
    { themeId, language },
  );
  const wanted = [...new Set(given.synonyms)];
  for (const row of known) if (!wanted.includes(row.term)) sql.run('DELETE FROM theme_term WHERE id = :id', { id: row.id });
  for (const term of wanted) if (!known.some((row) => row.term === term)) insertTerm(call, themeId, language, 'synonym', term);
  operation.label({ theme: themeName(sql, themeId) });
}

const DifferenceRow = z.object({ id: z.string(), theme_id: z.string(), other_theme_id: z.string(), note: z.string().nullable() });

/** Replaces what a theme differs from, whichever of the two it was written at. @throws AppError NOT_FOUND */
export function setDifferences(
  { sql, workspace, operation }: Call,
  { themeId, others }: { themeId: string; others: readonly { themeId: string; note: string | null }[] },
): void {
  for (const id of [themeId, ...others.map((other) => other.themeId)]) requireTheme(sql, id);
  const wanted = new Map(others.filter((other) => other.themeId !== themeId).map((other) => [other.themeId, other.note]));
  const known = sql.all(
    DifferenceRow,
    'SELECT id, theme_id, other_theme_id, note FROM theme_difference WHERE theme_id = :themeId OR other_theme_id = :themeId ORDER BY id',
    { themeId },
  );
  for (const { id, theme_id, other_theme_id, note } of known) {
    const other = theme_id === themeId ? other_theme_id : theme_id;
    const wants = wanted.get(other);
    if (wants === undefined) sql.run('DELETE FROM theme_difference WHERE id = :id', { id });
    else if (wants !== note) sql.run('UPDATE theme_difference SET note = :note WHERE id = :id', { id, note: wants });
    wanted.delete(other);
  }
  for (const [other, note] of wanted)
    sql.insert('theme_difference', { id: workspace.newId(), theme_id: themeId, other_theme_id: other, note });
  operation.label({ theme: themeName(sql, themeId) });
}

/** Takes a theme out of use, or into use again. @throws AppError NOT_FOUND */
export function setStatus({ sql, operation }: Call, given: { themeId: string; status: 'in-use' | 'retired' }): void {
  operation.label(
    { theme: themeName(sql, given.themeId) },
    given.status === 'retired' ? 'themes.setStatus.undo' : 'themes.setStatus.undoReturn',
  );
  sql.run('UPDATE theme SET status = :status WHERE id = :id AND status <> :status', { id: given.themeId, status: given.status });
}

/** @throws AppError NOT_FOUND */
export function requireTheme(sql: Call['sql'], themeId: string): void {
  if (sql.get(One, 'SELECT 1 AS n FROM theme WHERE id = :themeId', { themeId }) === undefined) throw new AppError('NOT_FOUND');
}

function insertTerm(
  { sql, workspace }: Pick<Call, 'sql' | 'workspace'>,
  themeId: string,
  language: Language,
  kind: 'preferred' | 'synonym',
  term: string,
): void {
  sql.insert('theme_term', { id: workspace.newId(), theme_id: themeId, language, kind, term });
}
