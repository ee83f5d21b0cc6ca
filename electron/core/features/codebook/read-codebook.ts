import { z } from 'zod';
import { CodebookSnapshot, type CodebookTheme } from '../../../../shared/model/codebook.ts';
import { Language } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';

const ThemeRow = z.object({
  id: z.string(),
  number: z.string(),
  parent_id: z.string().nullable(),
  color: z.int().nullable(),
  definition: z.string(),
  inclusion: z.string(),
  exclusion: z.string(),
  status: z.enum(['in-use', 'retired']),
  is_codable: z.int(),
});
type ThemeRow = z.infer<typeof ThemeRow>;
const TermRow = z.object({ theme_id: z.string(), language: Language, kind: z.enum(['preferred', 'synonym']), term: z.string() });
const ExampleRow = z.object({ theme_id: z.string(), language: Language, body: z.string() });
const DifferenceRow = z.object({ theme_id: z.string(), other_theme_id: z.string(), note: z.string().nullable() });

type PlainTheme = z.input<typeof CodebookTheme>;

const themesSql =
  'SELECT id, number, parent_id, color, definition, inclusion, exclusion, status, is_codable FROM theme ORDER BY ordinal, number, id';
const termsSql = 'SELECT theme_id, language, kind, term FROM theme_term ORDER BY theme_id, id';
const examplesSql = 'SELECT theme_id, language, body FROM theme_example ORDER BY theme_id, ordinal, id';
const differencesSql = 'SELECT theme_id, other_theme_id, note FROM theme_difference ORDER BY id';

/** The codebook as it stands: every theme, parents before children, siblings in their order. */
export function readCodebook(sql: Statements): CodebookSnapshot {
  const rows = sql.all(ThemeRow, themesSql);
  const parts: Parts = {
    terms: Map.groupBy(sql.all(TermRow, termsSql), (row) => row.theme_id),
    examples: Map.groupBy(sql.all(ExampleRow, examplesSql), (row) => row.theme_id),
    differences: differencesBothWays(sql.all(DifferenceRow, differencesSql)),
  };
  const known = new Set(rows.map(({ id }) => id));
  const children = Map.groupBy(rows, ({ parent_id }) => (parent_id !== null && known.has(parent_id) ? parent_id : null));
  const themes: PlainTheme[] = [];
  // Not by recursion: the tree is as deep as people make it.
  const waiting = [...(children.get(null) ?? [])].toReversed();
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    themes.push(toTheme(row, parts));
    waiting.push(...(children.get(row.id) ?? []).toReversed());
  }
  return CodebookSnapshot.parse({ themes });
}

interface Parts {
  readonly terms: ReadonlyMap<string, readonly z.infer<typeof TermRow>[]>;
  readonly examples: ReadonlyMap<string, readonly z.infer<typeof ExampleRow>[]>;
  readonly differences: ReadonlyMap<string, PlainTheme['differsFrom']>;
}

function toTheme(row: ThemeRow, { terms, examples, differences }: Parts): PlainTheme {
  const own = terms.get(row.id) ?? [];
  return {
    id: row.id,
    number: row.number,
    parentId: row.parent_id,
    terms: Object.fromEntries(own.filter(({ kind }) => kind === 'preferred').map(({ language, term }) => [language, term])),
    synonyms: own.filter(({ kind }) => kind === 'synonym').map(({ language, term }) => ({ language, term })),
    definition: localisedColumn(row.definition),
    inclusion: localisedColumn(row.inclusion),
    exclusion: localisedColumn(row.exclusion),
    examples: (examples.get(row.id) ?? []).map(({ language, body }) => ({ language, body })),
    colour: row.color,
    isCodable: row.is_codable === 1,
    status: row.status,
    differsFrom: (differences.get(row.id) ?? []).toSorted((one, other) => (one.themeId < other.themeId ? -1 : 1)),
  };
}

/** The columns hold one text per language; an empty one is none. */
function localisedColumn(json: string): PlainTheme['definition'] {
  // The snapshot's schema checks what comes out.
  const texts = JSON.parse(json) as Record<string, string>;
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

function differencesBothWays(rows: readonly z.infer<typeof DifferenceRow>[]): Map<string, PlainTheme['differsFrom']> {
  const found = new Map<string, PlainTheme['differsFrom']>();
  for (const { theme_id, other_theme_id, note } of rows) {
    for (const [from, to] of [
      [theme_id, other_theme_id],
      [other_theme_id, theme_id],
    ] as const) {
      const list = found.get(from) ?? [];
      if (!list.some(({ themeId }) => themeId === to)) found.set(from, [...list, { themeId: to, note }]);
    }
  }
  return found;
}
