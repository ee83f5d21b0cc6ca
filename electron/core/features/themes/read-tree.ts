import { z } from 'zod';
import type { Theme } from '../../../../shared/contract/themes.ts';
import { Language, type LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { countPersonsOfThemes } from '../coding/index.ts';
import { branchColours, type BranchColour } from './branch-colours.ts';
import { readUsedThemes } from './remove-theme.ts';
import { allTerms, preferredTerms, type TermRow } from './theme-terms.ts';

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
const DifferenceRow = z.object({ theme_id: z.string(), other_theme_id: z.string(), note: z.string().nullable() });

const themesSql =
  'SELECT id, number, parent_id, color, definition, inclusion, exclusion, status, is_codable FROM theme ORDER BY ordinal, number, id';

const ExampleRow = z.object({ theme_id: z.string(), language: Language, body: z.string() });
const examplesSql = 'SELECT theme_id, language, body FROM theme_example ORDER BY theme_id, ordinal, id';

/** A theme before its ids have been checked and branded by the contract. */
type PlainTheme = z.input<typeof Theme>;

/** The whole tree, flat, parents before children, with counts of one project or of all, as `actorId` may see them. */
export function readTree(sql: Statements, projectId: string | null, actorId: string): PlainTheme[] {
  const rows = sql.all(ThemeRow, themesSql);
  const terms = Map.groupBy(allTerms(sql), (row) => row.theme_id);
  const persons = countPersonsOfThemes(sql, projectId, actorId);
  const differences = readDifferences(sql);
  const examples = Map.groupBy(sql.all(ExampleRow, examplesSql), (row) => row.theme_id);
  const used = readUsedThemes(sql);
  const known = new Set(rows.map((row) => row.id));
  const children = Map.groupBy(rows, (row) => (row.parent_id !== null && known.has(row.parent_id) ? row.parent_id : null));
  const tops = children.get(null) ?? [];
  const colours = branchColours(tops.map((row) => row.color));
  const flat: PlainTheme[] = [];
  const add = (row: ThemeRow, depth: number, mark: BranchColour): void => {
    flat.push({
      ...wordsOf(row, terms.get(row.id) ?? []),
      depth,
      colour: mark.colour,
      repeat: mark.repeat,
      examples: (examples.get(row.id) ?? []).map(({ language, body }) => ({ language, body })),
      differsFrom: differences.get(row.id) ?? [],
      isUsed: used.has(row.id),
      personCount: persons.withDescendants.get(row.id) ?? 0,
      ownPersonCount: persons.own.get(row.id) ?? 0,
    });
    for (const child of children.get(row.id) ?? []) add(child, depth + 1, mark);
  };
  for (const [index, top] of tops.entries()) add(top, 0, colours[index] ?? { colour: null, repeat: 0 });
  return flat;
}

type RowWords = Pick<
  PlainTheme,
  'id' | 'number' | 'parentId' | 'terms' | 'synonyms' | 'definition' | 'inclusion' | 'exclusion' | 'status' | 'isCodable'
>;

function wordsOf(row: ThemeRow, terms: readonly TermRow[]): RowWords {
  // The columns hold LocalisedText only; the output schema checks it in development.
  const texts = (json: string): LocalisedText => JSON.parse(json) as LocalisedText;
  return {
    id: row.id,
    number: row.number,
    parentId: row.parent_id,
    terms: preferredTerms(terms),
    synonyms: terms.filter((term) => term.kind === 'synonym').map((term) => ({ language: term.language, term: term.term })),
    definition: texts(row.definition),
    inclusion: texts(row.inclusion),
    exclusion: texts(row.exclusion),
    status: row.status,
    isCodable: row.is_codable === 1,
  };
}

/** "Differs from" holds both ways, wherever it was entered. */
function readDifferences(sql: Statements): Map<string, PlainTheme['differsFrom']> {
  const found = new Map<string, PlainTheme['differsFrom']>();
  for (const row of sql.all(DifferenceRow, 'SELECT theme_id, other_theme_id, note FROM theme_difference ORDER BY id')) {
    for (const [from, to] of [
      [row.theme_id, row.other_theme_id],
      [row.other_theme_id, row.theme_id],
    ] as const) {
      const list = found.get(from) ?? [];
      if (!list.some((other) => other.themeId === to)) list.push({ themeId: to, note: row.note });
      found.set(from, list);
    }
  }
  return found;
}
