import { z } from 'zod';
import type { QuoteHeading, QuoteLine, QuoteTheme } from '../../../../shared/contract/quotes.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { readBackground } from '../coding/background.ts';
import type { FoundQuote, QuoteGroupFound, QuotesFound } from './find-quotes.ts';
import { refusedToBeQuoted } from './may-be-quoted.ts';

/** Longest stretch that is shown in the list. */
const mostShown = 4000;

type Line = z.input<typeof QuoteHeading> | z.input<typeof QuoteLine>;
/** A line of the list before its words are read. */
type Place = { readonly group: QuoteGroupFound } | { readonly group: QuoteGroupFound; readonly quote: FoundQuote };

const TextRow = z.object({
  id: z.string(),
  body: z.string(),
  language: z.string(),
  code: z.string().nullable(),
  respondent_id: z.string().nullable(),
  number: z.string().nullable(),
  wording: z.string().nullable(),
  title: z.string().nullable(),
  service: z.string().nullable(),
  place: z.string().nullable(),
  wave: z.string().nullable(),
});
/** A text with what it is called and where it comes from. */
export type QuoteTextFacts = z.infer<typeof TextRow>;

const textSql = `
SELECT text.id, text.body, text.language, respondent.code, respondent.id AS respondent_id, question.number, question.wording,
  coalesce(meeting.title, document.title) AS title, service.name AS service, place.name AS place, wave.name AS wave
FROM json_each(:ids) AS wanted JOIN text ON text.id = wanted.value
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key LEFT JOIN meeting ON meeting.id = text.meeting_id
LEFT JOIN document ON document.text_id = text.id LEFT JOIN service ON service.id = interview.service_id
LEFT JOIN place ON place.id = coalesce(interview.place_id, meeting.place_id) LEFT JOIN wave ON wave.id = interview.wave_id`;

/** Texts of some quotes with their facts, by id. */
export function readTexts(sql: Statements, { material }: QuotesFound, quotes: readonly FoundQuote[]): ReadonlyMap<string, QuoteTextFacts> {
  const ids = JSON.stringify([...new Set(quotes.map(({ text }) => material.texts[text]?.id ?? ''))]);
  return new Map(sql.all(TextRow, textSql, { ids }).map((row) => [row.id, row]));
}

/** How many lines there are: quotes by group, and a heading for each group. */
export function countLines({ groups }: QuotesFound, hasHeadings: boolean): number {
  return groups.reduce((sum, { quotes }) => sum + quotes.length + (hasHeadings ? 1 : 0), 0);
}

/** Lines from the `from`-th on, at most `limit`. */
export function readLines(
  sql: Statements,
  found: QuotesFound,
  {
    projectId,
    hasHeadings,
    beside,
    from,
    limit,
  }: {
    readonly projectId: string;
    readonly hasHeadings: boolean;
    readonly beside: readonly string[];
    readonly from: number;
    readonly limit: number;
  },
): Line[] {
  const places = placesFrom(found, hasHeadings, from, limit);
  const quotes = places.flatMap((place) => ('quote' in place ? [place.quote] : []));
  const texts = readTexts(sql, found, quotes);
  const keys = [...new Set(quotes.map(({ text }) => found.material.texts[text]?.interviewKey ?? 0))].filter((key) => key !== 0);
  const background = readBackground(sql, beside, keys);
  const refused = refusedToBeQuoted(sql, projectId);
  const coderNames = readCoderNames(sql);
  const codes = readCodes(sql, places);
  return places.flatMap((place): Line[] => {
    if (!('quote' in place)) return [headingOf(place.group, codes)];
    const { quote, group } = place;
    const text = found.material.texts[quote.text];
    const facts = texts.get(text?.id ?? '');
    if (text === undefined || facts === undefined) return [];
    return [
      {
        kind: 'quote',
        id: `${group.key}|${text.id}:${quote.start}-${quote.end}`,
        textId: text.id,
        start: quote.start,
        end: quote.end,
        body: facts.body.slice(quote.start, Math.min(quote.end, quote.start + mostShown)),
        isCut: quote.end - quote.start > mostShown,
        language: facts.language,
        source: text.source,
        code: facts.code ?? '',
        // A wording is a LocalisedText; the schema of the answer checks it in development.
        question: facts.number === null ? null : { number: facts.number, wording: JSON.parse(facts.wording ?? '{}') as LocalisedText },
        title: facts.title ?? '',
        service: facts.service ?? '',
        place: facts.place ?? '',
        wave: facts.wave ?? '',
        background: text.interviewKey === 0 ? beside.map(() => null) : background(text.interviewKey, text.instance),
        themes: quote.segments.map((segment) => themeOf(found, segment, coderNames)),
        quoteId: quote.kept?.id ?? null,
        status: quote.kept?.status ?? null,
        mayBeQuoted: facts.respondent_id === null || !refused.has(facts.respondent_id),
      },
    ];
  });
}

function placesFrom({ groups }: QuotesFound, hasHeadings: boolean, from: number, limit: number): Place[] {
  const places: Place[] = [];
  let skipped = 0;
  for (const group of groups) {
    const size = group.quotes.length + (hasHeadings ? 1 : 0);
    if (skipped + size <= from) {
      skipped += size;
      continue;
    }
    const lines: Place[] = [...(hasHeadings ? [{ group }] : []), ...group.quotes.map((quote) => ({ group, quote }))];
    places.push(...lines.slice(Math.max(0, from - skipped), Math.max(0, from - skipped) + limit - places.length));
    skipped += size;
    if (places.length >= limit) break;
  }
  return places;
}

const uuid = /^[0-9a-f-]{36}/u;

function headingOf({ key, voices }: QuoteGroupFound, codes: ReadonlyMap<string, string>): Line {
  const respondentId = uuid.exec(key)?.[0] ?? '';
  const isKept = key === 'kept' ? true : key === 'not' ? false : null;
  const code = codes.get(respondentId);
  const isTheme = code === undefined && respondentId !== '';
  return {
    kind: 'heading',
    id: `heading|${key}`,
    themeId: isTheme ? key : null,
    code: isTheme || isKept !== null ? null : (code ?? ''),
    isKept,
    ...voices,
  };
}

const CodeRow = z.object({ id: z.string(), code: z.string() });

/** Codes of the persons that headings are of. */
function readCodes(sql: Statements, places: readonly Place[]): ReadonlyMap<string, string> {
  const ids = places.flatMap((place) => ('quote' in place ? [] : [uuid.exec(place.group.key)?.[0] ?? '']));
  if (ids.length === 0) return new Map();
  const rows = sql.all(CodeRow, 'SELECT id, code FROM respondent WHERE id IN (SELECT value FROM json_each(:ids))', {
    ids: JSON.stringify(ids),
  });
  return new Map(rows.map(({ id, code }) => [id, code]));
}

const NameRow = z.object({ id: z.string(), name: z.string() });

function readCoderNames(sql: Statements): ReadonlyMap<string, string> {
  return new Map(sql.all(NameRow, 'SELECT id, name FROM actor').map(({ id, name }) => [id, name]));
}

function themeOf(
  { material }: QuotesFound,
  { theme, codings }: FoundQuote['segments'][number],
  names: ReadonlyMap<string, string>,
): z.input<typeof QuoteTheme> {
  const facts = codings.flatMap((at) => material.facts[at] ?? []);
  const tones = [...new Set(facts.flatMap(({ polarity }) => polarity ?? []))];
  return {
    themeId: material.themeIds[theme] ?? '',
    // Stored polarities are of the list; the schema of the answer checks them in development.
    polarity: tones.length > 1 ? 'several' : ((tones[0] ?? null) as z.input<typeof QuoteTheme>['polarity']),
    isInferred: facts.length > 0 && facts.every(({ certainty }) => certainty === 'inferred'),
    coders: [...new Set(facts.map(({ coderId }) => names.get(coderId) ?? ''))].toSorted(),
  };
}
