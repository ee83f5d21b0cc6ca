import { z } from 'zod';
import type { AttributeChoice } from '../../../../../shared/contract/quotes-clearance.ts';
import type { QuoteAttributeKey } from '../../../../../shared/contract/quotes.ts';
import {
  judgeAttributes,
  sharedBy,
  type AttributeJudgement,
  type KnownOf,
  type QuoteAttribute,
} from '../../../../../shared/disclosure/index.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { AppError } from '../../../app-error.ts';
import type { Statements } from '../../../db/statements.ts';
import type { Call } from '../../../rpc/call.ts';
import { readProjectFacts } from '../../analysis/project-facts.ts';
import { readAttributeBook, type AttributeBook } from '../attribute-book.ts';
import { attributesOf, coarserKeys } from '../export/attribute-gate.ts';
import { storedKeys } from '../export/file-quotes.ts';
import { readOpenQuote, type QuoteRow } from './read-quote.ts';

/** What may be told of whoever said a quote. */
export interface QuoteAttributes {
  readonly threshold: number;
  readonly chosen: readonly QuoteAttributeKey[];
  readonly choices: readonly AttributeChoice[];
  readonly coarser: readonly (readonly QuoteAttributeKey[])[];
  readonly isRefused: boolean;
}

/** The digits 1 to 9 choose. */
const mostOffered = 9;

interface Judging {
  readonly book: AttributeBook;
  readonly known: KnownOf;
  /** What every reader knows anyway: where all take part in one place, that place. */
  readonly narrowing: readonly QuoteAttribute[];
  readonly threshold: number;
}

function prepare(sql: Statements, quote: QuoteRow, language: Language): Judging {
  const book = readAttributeBook(sql, quote.project_id, language);
  const known: KnownOf = quote.interview_key === null ? new Map() : book.knownOf(quote.interview_key, quote.instance);
  const places = new Set(book.persons.flatMap((person) => person.get('place') ?? ['']));
  const [only] = places;
  const narrowing: QuoteAttribute[] =
    places.size === 1 && only !== undefined && only !== '' ? [{ key: 'place', kind: 'place', values: [only] }] : [];
  return { book, known, narrowing, threshold: readProjectFacts(sql, quote.project_id).rule.threshold };
}

/** Attributes as they are judged: of several answers all are told. */
function told(keys: readonly QuoteAttributeKey[], { known, book }: Judging): QuoteAttribute[] {
  return attributesOf(keys, known, book).flatMap(({ told: { key, kind, values } }) =>
    values.map((value) => ({ key, kind, values: [value] })),
  );
}

function judge(keys: readonly QuoteAttributeKey[], judging: Judging): AttributeJudgement {
  const { book, narrowing, threshold } = judging;
  const records = told(keys, judging);
  return judgeAttributes(records.slice(0, 2), book.persons, { threshold, known: [...narrowing, ...records.slice(2)] });
}

/** What may stand under a quote, what stands there, and how many share each. */
export function readQuoteAttributes(sql: Statements, quote: QuoteRow, language: Language): QuoteAttributes {
  const judging = prepare(sql, quote, language);
  const { book, known, threshold } = judging;
  const chosen = storedKeys(quote.attributes, book);
  const askedOf = readAsked(sql, quote.project_id);
  const choices = book.entries.flatMap((entry): AttributeChoice[] => {
    const [value] = attributesOf([entry.key], known, book);
    if (value === undefined) return [];
    const others = chosen.filter((key) => key !== entry.key).slice(0, 1);
    const keys = [...others, entry.key];
    const judgement = judge(keys, judging);
    const asked = askedOf(told(keys, judging));
    const shown = (n: number): number | null => (n < threshold ? null : n);
    const persons = sharedBy(told(keys, judging), book.persons);
    return [
      {
        key: entry.key,
        label: entry.label,
        value: value.label,
        isChosen: chosen.includes(entry.key),
        persons: shown(persons),
        asked: asked === null ? 'unknown' : shown(Math.max(asked, persons)),
        state: judgement.state === 'together' ? 'together' : judgement.state === 'ok' ? 'ok' : 'too-few',
      },
    ];
  });
  const isRefused = judge(chosen, judging).state !== 'ok';
  // As many as there are digits, and whatever was chosen.
  const offered = choices.filter(({ isChosen }, at) => at < mostOffered || isChosen);
  return { threshold, chosen, choices: offered, isRefused, coarser: isRefused ? coarserOf(chosen, judging) : [] };
}

function coarserOf(keys: readonly QuoteAttributeKey[], judging: Judging): (readonly QuoteAttributeKey[])[] {
  const { book, known, narrowing, threshold } = judging;
  return coarserKeys({ keys, speakers: [known], book, narrowing, threshold });
}

/** @throws AppError QUOTE_SHARED when fewer than the threshold share them, or they never stand together */
export function requireShared(sql: Statements, quote: QuoteRow, keys?: readonly QuoteAttributeKey[]): void {
  const judging = prepare(sql, quote, quote.language);
  const { state } = judge(keys ?? storedKeys(quote.attributes, judging.book), judging);
  if (state !== 'ok') throw new AppError('QUOTE_SHARED', { threshold: judging.threshold });
}

/** @throws AppError QUOTE_NOT_OPEN, QUOTE_SHARED */
export function setAttributes({ sql, operation }: Call, quoteId: string, keys: readonly QuoteAttributeKey[]): void {
  const quote = readOpenQuote(sql, quoteId);
  const unique = [...new Set(keys)];
  requireShared(sql, quote, unique);
  sql.run('UPDATE quote SET attributes = :attributes WHERE id = :quoteId', { quoteId, attributes: JSON.stringify(unique) });
  operation.label({ code: quote.code ?? '' });
}

const AskedRow = z.object({
  respondent_id: z.string(),
  place: z.string().nullable(),
  area: z.string().nullable(),
  service: z.string().nullable(),
  wave: z.string().nullable(),
});
// Everybody who was asked, also who said no or was not reached; nobody who has withdrawn.
const askedSql = `
SELECT respondent.id AS respondent_id, interview.place_id AS place, place.parent_id AS area, interview.service_id AS service, interview.wave_id AS wave
FROM respondent JOIN interview ON interview.respondent_id = respondent.id LEFT JOIN place ON place.id = interview.place_id
WHERE respondent.project_id = :projectId AND respondent.withdrawn_at IS NULL AND interview.status <> 'withdrawn'
UNION ALL
SELECT DISTINCT respondent.id, NULL, NULL, NULL, disposition_event.wave_id FROM respondent
JOIN disposition_event ON disposition_event.respondent_id = respondent.id
WHERE respondent.project_id = :projectId AND respondent.withdrawn_at IS NULL`;
const askedFacts = ['place', 'area', 'service', 'wave'] as const;

/** How many of those asked share attributes; null where one of them is an answer, which nobody knows of who did not give it. */
function readAsked(sql: Statements, projectId: string): (attributes: readonly QuoteAttribute[]) => number | null {
  const rows = Map.groupBy(sql.all(AskedRow, askedSql, { projectId }), (row) => row.respondent_id);
  const persons = [...rows.values()].map((own): KnownOf => new Map(askedFacts.map((key) => [key, own.flatMap((row) => row[key] ?? [])])));
  const isFact = (key: string): boolean => askedFacts.some((fact) => fact === key);
  return (attributes) => (attributes.every(({ key }) => isFact(key)) ? sharedBy(attributes, persons) : null);
}
