import { z } from 'zod';
import type { QuoteMark } from '../../../../../shared/contract/quotes-clearance.ts';
import {
  contains,
  overlaps,
  scanIdentity,
  trimmed,
  wordsToCount,
  type DecidedMark,
  type IdentityMark,
  type KnownNames,
} from '../../../../../shared/texts/index.ts';
import { leftOutSign } from '../../../../../shared/texts/cleared-words.ts';
import type { Statements } from '../../../db/statements.ts';
import { wordsIn } from '../../../words.ts';
import { readProjectFacts } from '../../analysis/project-facts.ts';
import { keptSince, type KeptKind } from '../../coding/kept-since.ts';
import { readMarkRows, type QuoteRow } from './read-quote.ts';

/**
 * What in a quote may tell who said it: what the scan finds, and what somebody marked by hand, each with what was decided. Names come to the
 * registers later on: where the scan by then finds more around a word that was decided, the rest is a mark of its own.
 */
export function marksOf(sql: Statements, quote: QuoteRow): QuoteMark[] {
  const { raw, language } = quote;
  const stored = readMarkRows(sql, quote.id).filter(({ start, end }) => start >= 0 && end > start && end <= raw.length);
  const found = scan(sql, quote);
  const byHand = stored
    .filter((row) => !found.some(({ start, end }) => start === row.start && end === row.end))
    .map(({ start, end, kind }): IdentityMark => {
      const [alone] = scan(sql, { ...quote, raw: raw.slice(start, end) }).filter((mark) => mark.kind === kind);
      const { why, general, ordinary }: Pick<IdentityMark, 'why' | 'general' | 'ordinary'> = alone ??
        found.find((mark) => mark.kind === kind && contains(mark, { start, end })) ?? {
          why: 'by-hand',
          general: 'something',
          ordinary: null,
        };
      return { start, end, kind, why, general, ordinary };
    });
  const apart = byHand.filter((mark, at) => !byHand.slice(0, at).some((other) => overlaps(mark, other)));
  const all = [...apart, ...found.flatMap((mark) => partsBeside(raw, mark, apart))].toSorted((a, b) => a.start - b.start);
  const numbers = new Map<string, number>();
  const words = wordsIn(language);
  return all.map(({ start, end, kind, why, general, ordinary }) => {
    const key = sameWord(raw, { start, end, kind });
    numbers.set(key, numbers.get(key) ?? numbers.size + 1);
    const row = stored.find((one) => one.start === start && one.end === end);
    return {
      start,
      end,
      kind: row?.kind ?? kind,
      why,
      number: numbers.get(key) ?? 0,
      decision: row?.decision ?? null,
      suggestion: ordinary ?? words(`clearance.word.${general}`),
      generalWord: row?.general_word ?? null,
    };
  });
}

/** What of a mark lies beside others; they come by where they begin and never overlap each other. */
function partsBeside(raw: string, mark: IdentityMark, others: readonly IdentityMark[]): IdentityMark[] {
  const inside = others.filter((other) => overlaps(other, mark)).toSorted((a, b) => a.start - b.start);
  if (inside.length === 0) return [mark];
  const starts = [mark.start, ...inside.map(({ end }) => end)];
  const ends = [...inside.map(({ start }) => start), mark.end];
  return starts.flatMap((start, at) => {
    const part = trimmed(raw, { start, end: ends[at] ?? start });
    // Signs alone tell nobody anything.
    return part === null || !/[\p{L}\p{N}]/u.test(raw.slice(part.start, part.end)) ? [] : [{ ...mark, ...part, ordinary: null }];
  });
}

/** Marks that are the same for whoever decides: the same word of the same kind. */
export function sameWord(raw: string, { start, end, kind }: Pick<QuoteMark, 'start' | 'end' | 'kind'>): string {
  return `${kind} ${raw.slice(start, end).normalize('NFC').toLowerCase()}`;
}

/** Marks with what stands in their place. */
export function decided(marks: readonly QuoteMark[]): DecidedMark[] {
  return marks.map(({ start, end, decision, suggestion, generalWord }) => {
    const instead = decision === 'remove' ? leftOutSign : decision === 'general-word' ? (generalWord ?? suggestion) : null;
    return { start, end, instead };
  });
}

function scan(sql: Statements, { project_id: projectId, raw, language }: QuoteRow): IdentityMark[] {
  const { threshold } = readProjectFacts(sql, projectId).rule;
  return scanIdentity(raw, {
    language,
    known: readKnownNames(sql),
    personsSaying: countSpeakers(sql, projectId, wordsToCount(raw, language), threshold),
    persons: sql.get(Count, personsSql, { projectId })?.n ?? 0,
    threshold,
  });
}

const Name = z.object({ name: z.string() });
const PlaceName = z.object({ name: z.string(), kind: z.string() });
const known: KeptKind<KnownNames> = { tables: new Set(['person', 'place', 'organisation', 'service', 'actor']), limit: 1 };

function readKnownNames(sql: Statements): KnownNames {
  return keptSince(sql, known, '', () => ({
    persons: sql.all(Name, 'SELECT name FROM person UNION SELECT name FROM actor WHERE is_consensus = 0').map(({ name }) => name),
    places: sql.all(PlaceName, "SELECT DISTINCT name, kind FROM place WHERE kind <> 'country'").map(({ name, kind }) => ({
      name,
      general: kind === 'municipality' || kind === 'county' ? kind : 'place',
    })),
    organisations: sql.all(Name, 'SELECT name FROM organisation UNION SELECT name FROM service').map(({ name }) => name),
  }));
}

const Count = z.object({ n: z.int() });
const personsSql = `SELECT count(*) AS n FROM respondent WHERE project_id = :projectId AND withdrawn_at IS NULL
  AND EXISTS (SELECT 1 FROM interview WHERE interview.respondent_id = respondent.id AND interview.status NOT IN ('withdrawn', 'declined'))`;
// The index of the search knows every word; once as many as the threshold are found nobody counts on.
const speakersSql = `SELECT count(*) AS n FROM (
  SELECT DISTINCT interview.respondent_id FROM search_index JOIN search_entry ON search_entry.key = search_index.rowid
  JOIN interview ON interview.key = search_entry.interview_key JOIN respondent ON respondent.id = interview.respondent_id
  WHERE search_index MATCH :word AND search_entry.source = 'text' AND search_entry.project_id = :projectId
    AND respondent.withdrawn_at IS NULL AND interview.status NOT IN ('withdrawn', 'declined') LIMIT :most)`;

/** How many persons say each word, up to the threshold. */
function countSpeakers(sql: Statements, projectId: string, words: readonly string[], threshold: number): ReadonlyMap<string, number> {
  return new Map(
    words
      .slice(0, 200)
      .map((word) => [word, sql.get(Count, speakersSql, { word: `"${word}"`, projectId, most: Math.max(threshold, 2) })?.n ?? 0]),
  );
}
