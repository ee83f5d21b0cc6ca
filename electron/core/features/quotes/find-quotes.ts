import { z } from 'zod';
import { QuoteStatus, type QuoteGroup, type QuoteScope } from '../../../../shared/contract/quotes.ts';
import { retrieve, voicesOf, type FoundSegment, type Voices } from '../../../../shared/retrieval/index.ts';
import type { Statements } from '../../db/statements.ts';
import { keptSince, type KeptKind } from '../coding/kept-since.ts';
import { compileSearch } from './compile-search.ts';
import { materialTables, readMaterial, sightKey, type QuoteMaterial } from './read-material.ts';

/** A stretch of a text with the themes it was found by, one segment each. */
export interface FoundQuote {
  readonly text: number;
  readonly start: number;
  readonly end: number;
  readonly segments: readonly FoundSegment[];
  readonly kept: KeptQuote | null;
}

export interface KeptQuote {
  readonly id: string;
  readonly status: QuoteStatus;
}

/** A group of quotes; with `none` the only one. */
export interface QuoteGroupFound {
  readonly key: string;
  readonly voices: Voices;
  readonly quotes: readonly FoundQuote[];
}

/** What a search found. Shared: nobody may change it. */
export interface QuotesFound {
  readonly material: QuoteMaterial;
  readonly quotes: readonly FoundQuote[];
  readonly groups: readonly QuoteGroupFound[];
  readonly voices: Voices;
  /** Persons and mentions by number of the theme, those that were found by it. */
  readonly byTheme: ReadonlyMap<number, Voices>;
}

const KeptRow = z.object({ id: z.string(), text_id: z.string(), start_offset: z.int(), end_offset: z.int(), status: QuoteStatus });
const keptSql = `SELECT quote.id, quote.text_id, quote.start_offset, quote.end_offset, quote.status
FROM quote JOIN text ON text.id = quote.text_id WHERE text.project_id = :projectId ORDER BY quote.id DESC`;

const kind: KeptKind<QuotesFound> = { tables: new Set([...materialTables, 'quote', 'variable']), limit: 4 };

/** What a search finds among the counted codings, in the order of the texts, and by group. */
export function findQuotes(sql: Statements, scope: QuoteScope, actorId: string): QuotesFound {
  const { projectId, search, group } = scope;
  const key = JSON.stringify([sightKey(sql, projectId, actorId), search, group]);
  return keptSince(sql, kind, key, () => makeFound(sql, scope, actorId));
}

function makeFound(sql: Statements, { projectId, search, group }: QuoteScope, actorId: string): QuotesFound {
  const material = readMaterial(sql, projectId, actorId);
  const segments = retrieve(material, compileSearch(sql, material, search));
  const kept = readKept(sql, projectId);
  const statuses = search.statuses === undefined ? null : new Set(search.statuses);
  const quotes = mergeRanges(segments).flatMap((found): FoundQuote[] => {
    const own = kept.get(`${material.texts[found.text]?.id} ${found.start} ${found.end}`) ?? null;
    return statuses === null || (own !== null && statuses.has(own.status)) ? [{ ...found, kept: own }] : [];
  });
  return {
    material,
    quotes,
    groups: grouped(material, quotes, group, themeOrder(sql, material)),
    voices: voices(material, quotes),
    byTheme: themeVoices(material, quotes),
  };
}

/** Kept quotes by where they stand; of several on the same words the first. */
function readKept(sql: Statements, projectId: string): ReadonlyMap<string, KeptQuote> {
  return new Map(
    sql
      .all(KeptRow, keptSql, { projectId })
      .map(({ id, text_id: text, start_offset: start, end_offset: end, status }) => [`${text} ${start} ${end}`, { id, status }]),
  );
}

/** Segments of several themes on exactly the same words are one quote. They come text by text. */
function mergeRanges(segments: readonly FoundSegment[]): Omit<FoundQuote, 'kept'>[] {
  const quotes = new Map<string, { text: number; start: number; end: number; segments: FoundSegment[] }>();
  for (const segment of segments) {
    const { text, start, end } = segment;
    const key = `${text} ${start} ${end}`;
    const known = quotes.get(key);
    if (known === undefined) quotes.set(key, { text, start, end, segments: [segment] });
    else known.segments.push(segment);
  }
  return [...quotes.values()];
}

/** A mention is a segment of a theme. */
function* owners(material: QuoteMaterial, quotes: readonly FoundQuote[]): Generator<string | null> {
  for (const { text, segments } of quotes) for (const _segment of segments) yield material.texts[text]?.person ?? null;
}

function voices(material: QuoteMaterial, quotes: readonly FoundQuote[]): Voices {
  return voicesOf(owners(material, quotes));
}

function themeVoices(material: QuoteMaterial, quotes: readonly FoundQuote[]): ReadonlyMap<number, Voices> {
  const byTheme = new Map<number, (string | null)[]>();
  for (const { text, segments } of quotes) {
    const person = material.texts[text]?.person ?? null;
    for (const { theme } of segments) {
      const known = byTheme.get(theme);
      if (known === undefined) byTheme.set(theme, [person]);
      else known.push(person);
    }
  }
  return new Map([...byTheme].map(([theme, of]) => [theme, voicesOf(of)]));
}

const OrderRow = z.object({ id: z.string(), parent_id: z.string().nullable(), ordinal: z.int() });

/** Numbers of the themes in the order of the tree. */
export function themeOrder(sql: Statements, { themeNumbers }: Pick<QuoteMaterial, 'themeNumbers'>): number[] {
  const rows = sql.all(OrderRow, 'SELECT id, parent_id, ordinal FROM theme ORDER BY ordinal, id');
  const children = Map.groupBy(rows, (row) => row.parent_id);
  const under = (parent: string | null): string[] => (children.get(parent) ?? []).flatMap(({ id }) => [id, ...under(id)]);
  return under(null).flatMap((id) => themeNumbers.get(id) ?? []);
}

function grouped(material: QuoteMaterial, quotes: readonly FoundQuote[], group: QuoteGroup, order: readonly number[]): QuoteGroupFound[] {
  switch (group) {
    case 'none':
      return [{ key: '', voices: voices(material, quotes), quotes }];
    case 'theme':
      return byTheme(material, quotes, order);
    case 'person': {
      // In the order in which they were asked; nobody's words come last, as in the list of texts.
      const persons = Map.groupBy(quotes, ({ text }) => material.texts[text]?.person ?? '');
      const nobody = persons.get('');
      persons.delete('');
      return [...persons, ...(nobody === undefined ? [] : [['', nobody] as const])].map(([key, own]) => toGroup(material, key, own));
    }
    case 'kept': {
      const isKept = Map.groupBy(quotes, ({ kept }) => (kept === null ? 'not' : 'kept'));
      return ['kept', 'not'].flatMap((key) => {
        const own = isKept.get(key as 'kept' | 'not');
        return own === undefined ? [] : [toGroup(material, key, own)];
      });
    }
    default:
      return group satisfies never;
  }
}

function toGroup(material: QuoteMaterial, key: string, quotes: readonly FoundQuote[]): QuoteGroupFound {
  return { key, voices: voices(material, quotes), quotes };
}

/** Each quote under every theme it was found by. */
function byTheme(material: QuoteMaterial, quotes: readonly FoundQuote[], order: readonly number[]): QuoteGroupFound[] {
  const found = new Map<number, FoundQuote[]>();
  for (const quote of quotes)
    for (const { theme } of quote.segments) {
      const known = found.get(theme);
      if (known === undefined) found.set(theme, [quote]);
      else known.push(quote);
    }
  return order.flatMap((theme) => {
    const own = found.get(theme);
    if (own === undefined) return [];
    return [
      { key: material.themeIds[theme] ?? '', voices: voicesOf(own.map(({ text }) => material.texts[text]?.person ?? null)), quotes: own },
    ];
  });
}
