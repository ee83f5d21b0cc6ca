import { z } from 'zod';
import { languages, type Language, type LocalisedText } from '../../../../shared/model/text.ts';
import type { Call } from '../../rpc/call.ts';
import type { Merge } from './merge-themes.ts';
import { preferredTerms, TermRow } from './theme-terms.ts';
import { bothWords } from './unite-codings.ts';

const TextRow = z.object({ definition: z.string(), inclusion: z.string(), exclusion: z.string() });
const ExampleRow = z.object({ id: z.string(), ordinal: z.int(), language: z.string(), body: z.string() });

/** All words of a merged theme at the one it went into: its terms as synonyms, its texts below those that are there, its examples last. */
export function joinWords(call: Call, merge: Merge): void {
  const { sql } = call;
  const read = (themeId: string): TermRow[] =>
    sql.all(TermRow, 'SELECT id, theme_id, language, kind, term FROM theme_term WHERE theme_id = :themeId ORDER BY id', { themeId });
  const gone = read(merge.themeId);
  const kept = read(merge.intoId);
  joinTexts(call, merge, preferredTerms(gone));
  joinExamples(call, merge);
  const known = new Set(kept.map(keyOf));
  for (const row of gone.toSorted((a, b) => Number(a.kind === 'synonym') - Number(b.kind === 'synonym'))) {
    if (known.has(keyOf(row))) sql.run('DELETE FROM theme_term WHERE id = :id', { id: row.id });
    else sql.run("UPDATE theme_term SET theme_id = :intoId, kind = 'synonym' WHERE id = :id", { id: row.id, intoId: merge.intoId });
    known.add(keyOf(row));
  }
}

function keyOf({ language, term }: TermRow): string {
  return `${language} ${term.normalize('NFC').toLowerCase()}`;
}

/**
 * The other's definition stands; where it has none, the merged theme's does. A definition that finds its place taken says what belongs to
 * the other now, under the name it came with.
 */
function joinTexts({ sql }: Call, { themeId, intoId }: Merge, names: LocalisedText): void {
  const gone = readTexts({ sql }, themeId);
  const kept = readTexts({ sql }, intoId);
  const next = { definition: { ...gone.definition, ...kept.definition }, inclusion: {}, exclusion: {} };
  const inclusion: LocalisedText = {};
  const exclusion: LocalisedText = {};
  for (const language of languages) {
    const displaced = kept.definition[language] === undefined ? null : described(gone.definition[language], language, names);
    const belongs = [kept.inclusion[language], gone.inclusion[language], displaced].map((text) => text ?? null);
    put(inclusion, language, belongs.reduce(lines, null));
    put(exclusion, language, lines(kept.exclusion[language] ?? null, gone.exclusion[language] ?? null));
  }
  const texts = { ...next, inclusion, exclusion };
  sql.run('UPDATE theme SET definition = :definition, inclusion = :inclusion, exclusion = :exclusion WHERE id = :intoId', {
    intoId,
    definition: JSON.stringify(texts.definition),
    inclusion: JSON.stringify(texts.inclusion),
    exclusion: JSON.stringify(texts.exclusion),
  });
}

function described(definition: string | undefined, language: Language, names: LocalisedText): string | null {
  if (definition === undefined) return null;
  const name = names[language];
  return name === undefined ? definition : `${name}: ${definition}`;
}

function lines(first: string | null, second: string | null): string | null {
  return bothWords(first, second, '\n');
}

function put(texts: LocalisedText, language: Language, text: string | null): void {
  if (text !== null) texts[language] = text;
}

function readTexts({ sql }: Pick<Call, 'sql'>, themeId: string): Record<'definition' | 'inclusion' | 'exclusion', LocalisedText> {
  const row = sql.get(TextRow, 'SELECT definition, inclusion, exclusion FROM theme WHERE id = :themeId', { themeId });
  // The columns hold one text per language.
  const parse = (json: string | undefined): LocalisedText => JSON.parse(json ?? '{}') as LocalisedText;
  return { definition: parse(row?.definition), inclusion: parse(row?.inclusion), exclusion: parse(row?.exclusion) };
}

function joinExamples({ sql }: Call, { themeId, intoId }: Merge): void {
  const read = (id: string): z.infer<typeof ExampleRow>[] =>
    sql.all(ExampleRow, 'SELECT id, ordinal, language, body FROM theme_example WHERE theme_id = :id ORDER BY ordinal, id', { id });
  const kept = read(intoId);
  const known = new Set(kept.map((row) => `${row.language} ${row.body}`));
  let ordinal = Math.max(0, ...kept.map((row) => row.ordinal));
  for (const row of read(themeId)) {
    if (known.has(`${row.language} ${row.body}`)) {
      sql.run('DELETE FROM theme_example WHERE id = :id', { id: row.id });
      continue;
    }
    ordinal += 1;
    sql.run('UPDATE theme_example SET theme_id = :intoId, ordinal = :ordinal WHERE id = :id', { id: row.id, intoId, ordinal });
  }
}
