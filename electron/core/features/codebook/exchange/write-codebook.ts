import { z } from 'zod';
import type { CodebookSnapshot, CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { Language } from '../../../../../shared/model/text.ts';
import type { Call } from '../../../rpc/call.ts';

type Writing = Pick<Call, 'sql' | 'workspace'>;

const TermRow = z.object({ id: z.string(), language: Language, kind: z.enum(['preferred', 'synonym']), term: z.string() });
const One = z.object({ n: z.int() });

/** Writes what a codebook has become: themes, words, texts, examples and differences that are new or other than before. Nothing is deleted but words that changed their part. */
export function writeCodebook(call: Writing, before: CodebookSnapshot, after: CodebookSnapshot): void {
  const known = new Map(before.themes.map((theme) => [theme.id, theme]));
  // Themes first, parents before children: then every other row has what it points to.
  for (const theme of after.themes) if (!known.has(theme.id)) insertTheme(call, theme);
  for (const theme of after.themes) {
    const was = known.get(theme.id);
    if (was !== undefined) updateTheme(call, was, theme);
    writeWords(call, was, theme);
    writeExamples(call, was, theme);
    writeDifferences(call, was, theme);
  }
}

const columns = ({ number, colour, definition, inclusion, exclusion, status, isCodable }: CodebookTheme) => ({
  number,
  color: colour,
  definition: JSON.stringify(definition),
  inclusion: JSON.stringify(inclusion),
  exclusion: JSON.stringify(exclusion),
  status,
  is_codable: isCodable ? 1 : 0,
});

function lastOrdinal({ sql }: Writing, parentId: string | null): number {
  return sql.get(One, 'SELECT coalesce(max(ordinal), 0) AS n FROM theme WHERE parent_id IS :parentId', { parentId })?.n ?? 0;
}

function insertTheme(call: Writing, theme: CodebookTheme): void {
  const { id, parentId } = theme;
  call.sql.insert('theme', { id, parent_id: parentId, ordinal: lastOrdinal(call, parentId) + 1, ...columns(theme) });
}

function updateTheme(call: Writing, was: CodebookTheme, theme: CodebookTheme): void {
  const { sql } = call;
  const { id, parentId } = theme;
  if (JSON.stringify(columns(was)) !== JSON.stringify(columns(theme))) {
    sql.run(
      `UPDATE theme SET number = :number, color = :color, definition = :definition, inclusion = :inclusion, exclusion = :exclusion,
       status = :status, is_codable = :is_codable WHERE id = :id`,
      { id, ...columns(theme) },
    );
  }
  if (was.parentId === parentId) return;
  sql.run('UPDATE theme SET parent_id = :parentId, ordinal = :ordinal WHERE id = :id', {
    id,
    parentId,
    ordinal: lastOrdinal(call, parentId) + 1,
  });
}

function writeWords({ sql, workspace }: Writing, was: CodebookTheme | undefined, theme: CodebookTheme): void {
  if (was !== undefined && JSON.stringify([was.terms, was.synonyms]) === JSON.stringify([theme.terms, theme.synonyms])) return;
  const rows =
    was === undefined
      ? []
      : sql.all(TermRow, 'SELECT id, language, kind, term FROM theme_term WHERE theme_id = :id ORDER BY id', { id: theme.id });
  const insert = (kind: 'preferred' | 'synonym', language: Language, term: string): void =>
    sql.insert('theme_term', { id: workspace.newId(), theme_id: theme.id, language, kind, term });
  // The keys of localised texts are languages.
  for (const [language, term] of Object.entries(theme.terms) as [Language, string][]) {
    const row = rows.find((one) => one.kind === 'preferred' && one.language === language);
    if (row === undefined) insert('preferred', language, term);
    else if (row.term !== term) sql.run('UPDATE theme_term SET term = :term WHERE id = :id', { id: row.id, term });
  }
  const left = rows.filter(({ kind }) => kind === 'synonym');
  for (const { language, term } of theme.synonyms) {
    const at = left.findIndex((row) => row.language === language && row.term === term);
    if (at === -1) insert('synonym', language, term);
    else left.splice(at, 1);
  }
  for (const { id } of left) sql.run('DELETE FROM theme_term WHERE id = :id', { id });
}

function writeExamples({ sql, workspace }: Writing, was: CodebookTheme | undefined, theme: CodebookTheme): void {
  const known = was?.examples.length ?? 0;
  if (theme.examples.length === known) return;
  let ordinal = sql.get(One, 'SELECT coalesce(max(ordinal), 0) AS n FROM theme_example WHERE theme_id = :id', { id: theme.id })?.n ?? 0;
  for (const { language, body } of theme.examples.slice(known)) {
    ordinal += 1;
    sql.insert('theme_example', { id: workspace.newId(), theme_id: theme.id, ordinal, language, body });
  }
}

/** One row for both: it stands at both themes in a snapshot. */
function writeDifferences({ sql, workspace }: Writing, was: CodebookTheme | undefined, theme: CodebookTheme): void {
  for (const { themeId, note } of theme.differsFrom) {
    const isKnown = was?.differsFrom.some((other) => other.themeId === themeId) === true;
    if (!isKnown && theme.id < themeId)
      sql.insert('theme_difference', { id: workspace.newId(), theme_id: theme.id, other_theme_id: themeId, note });
  }
}
