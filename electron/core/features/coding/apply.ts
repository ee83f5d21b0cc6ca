import { z } from 'zod';
import { type Certainty, Level, type Origin, Polarity, type TextPlace } from '../../../../shared/contract/coding.ts';
import { isRange, unite, type TextRange } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { themeName } from '../themes/theme-terms.ts';
import { labelOnTexts, readTextFacts, type TextFacts } from './text-facts.ts';

const OwnRow = z.object({ id: z.string(), start: z.int(), end: z.int(), is_whole: z.int() });
type OwnRow = z.infer<typeof OwnRow>;
const LikeRow = z.object({
  theme_id: z.string(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
  service_id: z.string().nullable(),
});
const One = z.object({ n: z.int() });

/** What stands on a coding besides where it is. Left out, a new coding has none and one that grows keeps its own. */
interface CodingFacets {
  readonly polarity?: Polarity | undefined;
  readonly level?: Level | undefined;
  readonly serviceId?: string | undefined;
  readonly certainty?: Certainty | undefined;
  readonly reason?: string | undefined;
}

/** One theme to be put on one text. Without a range it is the whole answer. */
interface Placing extends CodingFacets {
  readonly text: Pick<TextFacts, 'id' | 'body'>;
  readonly themeId: string;
  readonly range?: TextRange | undefined;
  /** How it came to be; a coding that grows keeps its own. */
  readonly origin?: Origin | undefined;
  /** Whose it is; without one, of whoever calls. */
  readonly coderId?: string | undefined;
}

/** A theme for a text by its id, with what else is to stand on the coding. */
export interface CodingToPlace extends Omit<Placing, 'text'> {
  readonly textId: string;
}

/** The coding that holds the words now, and whether anything was changed for it. */
export interface PlacedCoding {
  readonly id: string;
  readonly isChanged: boolean;
}

export interface ApplyResult {
  readonly applied: number;
  readonly alreadyThere: number;
  readonly codingIds: string[];
}

interface ApplyInput {
  readonly textIds: readonly string[];
  readonly places?: readonly TextPlace[] | undefined;
  readonly themeId: string;
  readonly range?: TextRange | undefined;
  readonly polarity?: Polarity | undefined;
}

interface SameInput {
  readonly textIds: readonly string[];
  readonly places?: readonly TextPlace[] | undefined;
  readonly likeTextId: string;
  readonly likeRange?: TextRange | undefined;
}

/** Where something is to be put: whole texts, and the words of rows. */
interface Spot {
  readonly text: TextFacts;
  readonly range: TextRange | undefined;
}

function spotsOf(sql: Statements, textIds: readonly string[], places: readonly TextPlace[] = []): Spot[] {
  const texts = new Map(readTextFacts(sql, [...textIds, ...places.map((place) => place.textId)]).map((text) => [text.id, text]));
  const wanted = [...[...new Set(textIds)].map((textId) => ({ textId, range: null })), ...places];
  return wanted.flatMap(({ textId, range }) => {
    const text = texts.get(textId);
    return text === undefined ? [] : { text, range: range ?? undefined };
  });
}

/** Texts that something was put on, each once however many of its paragraphs it was. */
function textsOf(placed: readonly { readonly text: TextFacts }[]): TextFacts[] {
  return [...new Map(placed.map(({ text }) => [text.id, text])).values()];
}

// What is not given stays as it is.
const facetsSet = `polarity = coalesce(:polarity, polarity), level = coalesce(:level, level), service_id = coalesce(:serviceId, service_id),
  certainty = coalesce(:certainty, certainty), reason = coalesce(:reason, reason)`;
const facetsDiffer = `polarity IS NOT coalesce(:polarity, polarity) OR level IS NOT coalesce(:level, level)
  OR service_id IS NOT coalesce(:serviceId, service_id) OR certainty <> coalesce(:certainty, certainty) OR reason IS NOT coalesce(:reason, reason)`;

function facetParams({ polarity, level, serviceId, certainty, reason }: CodingFacets): SqlParams {
  return {
    polarity: polarity ?? null,
    level: level ?? null,
    serviceId: serviceId ?? null,
    certainty: certainty ?? null,
    reason: reason ?? null,
  };
}

/** Puts a theme on texts or the words of rows, as one operation. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT */
export function applyTheme(call: Call, input: ApplyInput): ApplyResult {
  requireCodable(call, input.themeId);
  const spots = spotsOf(call.sql, input.textIds, input.places);
  // A range belongs to one text; on several it would mean another stretch of words in each.
  if (input.range !== undefined && spots.length > 1) throw new AppError('RANGE_OUTSIDE_TEXT');
  const { themeId, polarity } = input;
  const placed = spots.map(({ text, range }) => ({ text, ...place(call, { text, themeId, range: input.range ?? range, polarity }) }));
  const changed = placed.filter((one) => one.isChanged);
  labelOnTexts(call.operation, 'coding.apply.undo', { theme: themeName(call.sql, themeId) }, textsOf(changed));
  return { applied: changed.length, alreadyThere: placed.length - changed.length, codingIds: placed.map((one) => one.id) };
}

/** Puts the coder's themes on another row on these rows too. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT */
export function applySame(call: Call, { textIds, places, likeTextId, likeRange }: SameInput): ApplyResult {
  const { sql, actorId, operation } = call;
  const like = sql.all(LikeRow, likeSql, {
    textId: likeTextId,
    actorId,
    start: likeRange?.start ?? 0,
    end: likeRange?.end ?? 0xff_ff_ff_ff,
  });
  const themes = [...new Map(like.map((row) => [row.theme_id, row])).values()];
  const placed = spotsOf(sql, textIds, places).map(({ text, range }) => {
    const marks = themes.map((row) => place(call, { ...likeRow(text, row), range }));
    return { text, ids: marks.map((mark) => mark.id), isChanged: marks.some((mark) => mark.isChanged) };
  });
  const changed = placed.filter((one) => one.isChanged);
  labelOnTexts(operation, 'coding.applySame.undo', {}, textsOf(changed));
  return { applied: changed.length, alreadyThere: placed.length - changed.length, codingIds: placed.flatMap((one) => one.ids) };
}

const likeSql = `
SELECT theme_id, polarity, level, service_id FROM coding JOIN theme ON theme.id = theme_id AND theme.status = 'in-use' AND theme.is_codable = 1
WHERE text_id = :textId AND coder_id = :actorId AND start_offset < :end AND end_offset > :start ORDER BY coded_at, coding.id`;

/**
 * Puts a theme on a text within the operation that runs, as `apply` does: what overlaps by the same coder becomes one, and a text
 * read as "no theme" by that coder no longer is. Names no operation. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT
 */
export function placeCoding(call: Call, coding: CodingToPlace): PlacedCoding {
  requireCodable(call, coding.themeId);
  const [text] = readTextFacts(call.sql, [coding.textId]);
  if (text === undefined) throw new AppError('NOT_FOUND');
  return place(call, { ...coding, text });
}

function likeRow(text: TextFacts, { theme_id: themeId, polarity, level, service_id: serviceId }: z.infer<typeof LikeRow>): Placing {
  return { text, themeId, polarity: polarity ?? undefined, level: level ?? undefined, serviceId: serviceId ?? undefined };
}

function requireCodable({ sql }: Call, themeId: string): void {
  const found = sql.get(One, "SELECT 1 AS n FROM theme WHERE id = :themeId AND status = 'in-use' AND is_codable = 1", { themeId });
  if (found === undefined) throw new AppError('NOT_FOUND');
}

function place(call: Call, placing: Placing): PlacedCoding {
  const { sql } = call;
  const { text, themeId, range } = placing;
  const coderId = placing.coderId ?? call.actorId;
  const wanted = range ?? { start: 0, end: text.body.length };
  if (!isRange(text.body, wanted)) throw new AppError('RANGE_OUTSIDE_TEXT');
  const existing = sql.all(
    OwnRow,
    `SELECT id, start_offset AS start, end_offset AS "end", is_whole FROM coding
     WHERE text_id = :textId AND theme_id = :themeId AND coder_id = :coderId ORDER BY start_offset, id`,
    { textId: text.id, themeId, coderId },
  );
  const isWhole = range === undefined;
  const union = unite(existing, wanted);
  if (union.isAlreadyThere && union.kept !== null) return settle(call, union.kept, isWhole, placing);
  for (const absorbed of union.absorbed) removeCoding(call, absorbed.id);
  sql.run('DELETE FROM text_reading WHERE text_id = :textId AND coder_id = :coderId', { textId: text.id, coderId });
  const to = { ...union.range, isWhole };
  if (union.kept !== null) return { id: grow(call, union.kept.id, to, placing), isChanged: true };
  return { id: write(call, placing, coderId, to), isChanged: true };
}

/** The words are covered already: only what is said of them anew, or "part" becoming "whole", is a change. */
function settle(call: Call, kept: OwnRow, isWhole: boolean, facets: CodingFacets): PlacedCoding {
  const changed = call.sql.run(
    `UPDATE coding SET is_whole = max(is_whole, :isWhole), ${facetsSet} WHERE id = :id AND (is_whole < :isWhole OR ${facetsDiffer})`,
    { id: kept.id, isWhole: isWhole ? 1 : 0, ...facetParams(facets) },
  );
  return { id: kept.id, isChanged: changed > 0 };
}

function grow({ sql }: Call, id: string, to: TextRange & { readonly isWhole: boolean }, facets: CodingFacets): string {
  sql.run(`UPDATE coding SET start_offset = :start, end_offset = :end, is_whole = :isWhole, ${facetsSet} WHERE id = :id`, {
    id,
    start: to.start,
    end: to.end,
    isWhole: to.isWhole ? 1 : 0,
    ...facetParams(facets),
  });
  return id;
}

function write(call: Call, placing: Placing, coderId: string, to: TextRange & { readonly isWhole: boolean }): string {
  const { sql, workspace } = call;
  const id = workspace.newId();
  sql.insert('coding', {
    id,
    text_id: placing.text.id,
    theme_id: placing.themeId,
    coder_id: coderId,
    is_whole: to.isWhole ? 1 : 0,
    start_offset: to.start,
    end_offset: to.end,
    certainty: placing.certainty ?? 'explicit',
    reason: placing.reason ?? null,
    polarity: placing.polarity ?? null,
    level: placing.level ?? null,
    service_id: placing.serviceId ?? null,
    origin: placing.origin ?? 'coder',
    coded_at: new Date(workspace.now()).toISOString(),
  });
  return id;
}

/** Takes a coding out; memos on it stay with the text. */
export function removeCoding({ sql }: Pick<Call, 'sql'>, id: string): void {
  sql.run(
    'UPDATE memo SET coding_id = NULL, text_id = coalesce(text_id, (SELECT text_id FROM coding WHERE id = :id)) WHERE coding_id = :id',
    { id },
  );
  sql.run('DELETE FROM coding WHERE id = :id', { id });
}
