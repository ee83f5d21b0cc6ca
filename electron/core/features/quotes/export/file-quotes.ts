import { z } from 'zod';
import type { QuoteAttributeKey, QuoteFileUse, QuoteScope } from '../../../../../shared/contract/quotes.ts';
import type { KnownOf } from '../../../../../shared/disclosure/index.ts';
import type { Call } from '../../../rpc/call.ts';
import type { AttributeBook } from '../attribute-book.ts';
import { findQuotes, type FoundQuote, type QuotesFound } from '../find-quotes.ts';
import { refusedToBeQuoted } from '../may-be-quoted.ts';
import { readTexts, type QuoteTextFacts } from '../read-lines.ts';

/** A quote on its way into a file. */
export interface FileQuote {
  readonly quote: FoundQuote;
  /** Words that leave: raw, or cleared. */
  readonly words: string;
  readonly facts: QuoteTextFacts;
  readonly known: KnownOf;
  /** Null for nobody's words. */
  readonly person: string | null;
  readonly attributes: readonly QuoteAttributeKey[];
}

export interface FileSelection {
  readonly found: QuotesFound;
  readonly quotes: readonly FileQuote[];
  /** Found, and not in the file. */
  readonly leftOut: number;
}

const ClearedRow = z.object({
  id: z.string(),
  text_id: z.string(),
  start_offset: z.int(),
  end_offset: z.int(),
  cleared_body: z.string(),
  attributes: z.string(),
});
const clearedSql = `SELECT quote.id, quote.text_id, quote.start_offset, quote.end_offset, quote.cleared_body, quote.attributes
FROM quote JOIN text ON text.id = quote.text_id
WHERE text.project_id = :projectId AND quote.status = 'cleared' AND quote.cleared_body IS NOT NULL ORDER BY quote.start_offset, quote.id`;
type ClearedRow = z.infer<typeof ClearedRow>;

/** Which quotes of a search go into a file, with the words that leave. Nobody who no longer wants to be quoted is among them. */
export function selectForFile(
  { sql, actorId }: Pick<Call, 'sql' | 'actorId'>,
  scope: QuoteScope,
  {
    use,
    attributes,
    book,
  }: { readonly use: QuoteFileUse; readonly attributes: readonly QuoteAttributeKey[]; readonly book: AttributeBook },
): FileSelection {
  const found = findQuotes(sql, scope, actorId);
  const texts = readTexts(sql, found, found.quotes);
  const refused = refusedToBeQuoted(sql, scope.projectId);
  const toFile = (quote: FoundQuote, words: string, keys: readonly QuoteAttributeKey[]): FileQuote[] => {
    const text = found.material.texts[quote.text];
    const facts = texts.get(text?.id ?? '');
    if (text === undefined || facts === undefined || (facts.respondent_id !== null && refused.has(facts.respondent_id))) return [];
    const known: KnownOf = text.interviewKey === 0 ? new Map() : book.knownOf(text.interviewKey, text.instance);
    return [{ quote, words, facts, known, person: text.person, attributes: keys }];
  };
  if (use === 'internal') {
    const quotes = found.quotes.flatMap((quote) =>
      toFile(quote, (texts.get(found.material.texts[quote.text]?.id ?? '')?.body ?? '').slice(quote.start, quote.end), attributes),
    );
    return { found, quotes, leftOut: found.quotes.length - quotes.length };
  }
  const cleared = Map.groupBy(sql.all(ClearedRow, clearedSql, { projectId: scope.projectId }), (row) => row.text_id);
  const { pairs, used } = matchCleared(found, cleared);
  const quotes = pairs.flatMap(({ quote, row }) => toFile(quote, row.cleared_body, storedKeys(row.attributes, book)));
  return { found, quotes, leftOut: found.quotes.length - used };
}

/** Cleared quotes on words that were found, each once, with the themes of all of those. */
function matchCleared(
  found: QuotesFound,
  cleared: ReadonlyMap<string, readonly ClearedRow[]>,
): { pairs: { quote: FoundQuote; row: ClearedRow }[]; used: number } {
  const pairs = new Map<string, { quote: FoundQuote; row: ClearedRow }>();
  let used = 0;
  for (const quote of found.quotes) {
    const rows = cleared.get(found.material.texts[quote.text]?.id ?? '') ?? [];
    const touching = rows.filter((row) => row.start_offset < quote.end && quote.start < row.end_offset);
    if (touching.length > 0) used += 1;
    for (const row of touching) {
      const known = pairs.get(row.id);
      const merged: FoundQuote =
        known === undefined
          ? { ...quote, start: row.start_offset, end: row.end_offset }
          : { ...known.quote, segments: [...known.quote.segments, ...quote.segments] };
      pairs.set(row.id, { quote: merged, row });
    }
  }
  return { pairs: [...pairs.values()], used };
}

const Stored = z.array(z.union([z.string(), z.looseObject({ key: z.string() })]));

/** Attributes that were cleared with a quote: keys, or a variable's name. What is not known any more is not told. */
export function storedKeys(json: string, { entries }: AttributeBook): QuoteAttributeKey[] {
  const stored = Stored.safeParse(JSON.parse(json)).data ?? [];
  return stored
    .flatMap((one) => {
      const key = typeof one === 'string' ? one : one.key;
      return entries.find((entry) => entry.key === key || entry.name === key)?.key ?? [];
    })
    .slice(0, 2);
}
