import type { QuoteAttributeKey, QuoteSearch } from '../../../../../shared/contract/quotes.ts';
import { judgeAttributes, type KnownOf, type QuoteAttribute } from '../../../../../shared/disclosure/index.ts';
import type { AttributeBook, AttributeEntry } from '../attribute-book.ts';

/** What may not stand under some quote of a file. */
export interface RefusedValues {
  readonly values: readonly string[];
  readonly reason: 'too-few' | 'together';
}

/** What every reader of a file knows of everybody in it: what was searched by. */
export function narrowingOf(search: QuoteSearch, { entries }: AttributeBook): QuoteAttribute[] {
  const kindOf = (key: string) => entries.find((entry) => entry.key === key)?.kind ?? 'other';
  const facts = (
    [
      ['place', search.placeIds],
      ['service', search.serviceIds],
      ['wave', search.waveIds],
    ] as const
  ).flatMap(([key, ids]) => (ids === undefined ? [] : [{ key, kind: kindOf(key), values: ids }]));
  // Whoever answered nothing is not told apart by an answer.
  const answers = (search.answers ?? [])
    .filter(({ codes }) => !codes.includes(null))
    .map(({ variableId, codes }) => ({ key: variableId as string, kind: kindOf(variableId), values: codes.map(String) }));
  return [...facts, ...answers];
}

/** The attributes of one person, in words and as they are judged; what is not known is not told. */
export function attributesOf(
  keys: readonly QuoteAttributeKey[],
  known: KnownOf,
  book: AttributeBook,
): { entry: AttributeEntry; told: QuoteAttribute; label: string }[] {
  return keys.flatMap((key) => {
    const entry = book.entries.find((one) => one.key === key);
    const values = known.get(key) ?? [];
    if (entry === undefined || values.length === 0) return [];
    // Of several answers all are told: whoever shares only one of them does not share the record.
    return [{ entry, told: { key, kind: entry.kind, values }, label: values.map(entry.valueLabel).join(', ') }];
  });
}

interface Asked {
  readonly keys: readonly QuoteAttributeKey[];
  /** What is known of the persons behind the quotes. */
  readonly speakers: readonly KnownOf[];
  readonly book: AttributeBook;
  readonly narrowing: readonly QuoteAttribute[];
  readonly threshold: number;
}

/** Every value, or pair of values, that would stand under a quote and may not; each once. */
export function refusedValues({ keys, speakers, book, narrowing, threshold }: Asked): RefusedValues[] {
  const refused = new Map<string, RefusedValues>();
  for (const known of speakers) {
    const told = attributesOf(keys, known, book);
    const values = told.map(({ label }) => label);
    const key = values.join('\n');
    if (told.length === 0 || refused.has(key)) continue;
    // One attribute per value, so that a person must have all of them.
    const records = told.flatMap(({ told: { key: about, kind, values: all } }) =>
      all.map((value) => ({ key: about, kind, values: [value] })),
    );
    const { state } = judgeAttributes(records.slice(0, 2), book.persons, { threshold, known: [...narrowing, ...records.slice(2)] });
    if (state === 'together') refused.set(key, { values, reason: 'together' });
    else if (state !== 'ok') refused.set(key, { values, reason: 'too-few' });
  }
  return [...refused.values()];
}

/** Coarser choices that may stand under every quote: the area for the place, each alone. The most telling first. */
export function coarserKeys(asked: Asked): (readonly QuoteAttributeKey[])[] {
  const wider = (keys: readonly QuoteAttributeKey[]): QuoteAttributeKey[] => keys.map((key) => (key === 'place' ? 'area' : key));
  const { keys } = asked;
  const choices = [wider(keys), ...(keys.length > 1 ? keys.flatMap((key) => [[key], wider([key])]) : [])];
  const seen = new Set([keys.join(' ')]);
  return choices.filter((choice) => {
    const name = choice.join(' ');
    if (seen.has(name) || new Set(choice).size < choice.length) return false;
    seen.add(name);
    return refusedValues({ ...asked, keys: choice }).length === 0;
  });
}
