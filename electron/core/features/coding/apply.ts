import { z } from 'zod';
import { Level, Polarity, type TextPlace } from '../../../../shared/contract/coding.ts';
import type { TextRange } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { themeName } from '../themes/theme-terms.ts';
import { placeOn, type PlacedCoding, type Placing } from './place-codings.ts';
import { labelOnTexts, readTextFacts, type TextFacts } from './text-facts.ts';

const LikeRow = z.object({
  theme_id: z.string(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
  service_id: z.string().nullable(),
});
const One = z.object({ n: z.int() });

/** A theme for a text by its id, with what else is to stand on the coding. */
export interface CodingToPlace extends Omit<Placing, 'text'> {
  readonly textId: string;
  /** Without a range it is the whole text. */
  readonly range?: TextRange | undefined;
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

/** Puts a theme on texts or the words of rows, as one operation. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT */
export function applyTheme(call: Call, input: ApplyInput): ApplyResult {
  requireCodable(call, input.themeId);
  const spots = spotsOf(call.sql, input.textIds, input.places);
  // A range belongs to one text; on several it would mean another stretch of words in each.
  if (input.range !== undefined && spots.length > 1) throw new AppError('RANGE_OUTSIDE_TEXT');
  const { themeId, polarity } = input;
  const placed = placeAll(call, spots, (text) => ({ text, themeId, polarity }), input.range);
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
  const spots = spotsOf(sql, textIds, places);
  const marked = themes.map((row) => placeAll(call, spots, (text) => likeRow(text, row)));
  const placed = spots.map(({ text }, at) => {
    const marks = marked.flatMap((marks) => marks[at] ?? []);
    return { text, ids: marks.map((mark) => mark.id), isChanged: marks.some((mark) => mark.isChanged) };
  });
  const changed = placed.filter((one) => one.isChanged);
  labelOnTexts(operation, 'coding.applySame.undo', {}, textsOf(changed));
  return { applied: changed.length, alreadyThere: placed.length - changed.length, codingIds: placed.flatMap((one) => one.ids) };
}

const likeSql = `
SELECT theme_id, polarity, level, service_id FROM coding JOIN theme ON theme.id = theme_id AND theme.status = 'in-use' AND theme.is_codable = 1
WHERE text_id = :textId AND coder_id = :actorId AND start_offset < :end AND end_offset > :start ORDER BY coded_at, coding.id`;

/** Puts a theme on spots, text by text; answers in the order of the spots. @throws AppError RANGE_OUTSIDE_TEXT */
function placeAll(
  call: Call,
  spots: readonly Spot[],
  placingOf: (text: TextFacts) => Placing,
  given?: TextRange,
): (PlacedCoding & { readonly text: TextFacts })[] {
  const found = new Map<Spot, PlacedCoding>();
  for (const [text, own] of Map.groupBy(spots, (spot) => spot.text)) {
    const placed = placeOn(
      call,
      placingOf(text),
      own.map(({ range }) => given ?? range),
    );
    for (const [at, spot] of own.entries()) if (placed[at] !== undefined) found.set(spot, placed[at]);
  }
  return spots.flatMap((spot) => {
    const placed = found.get(spot);
    return placed === undefined ? [] : [{ ...placed, text: spot.text }];
  });
}

/**
 * Puts a theme on a text within the operation that runs, as `apply` does: what overlaps by the same coder becomes one, and a text
 * read as "no theme" by that coder no longer is. Names no operation. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT
 */
export function placeCoding(call: Call, { range, ...coding }: CodingToPlace): PlacedCoding {
  const [placed] = placeCodings(call, coding, [range]);
  if (placed === undefined) throw new AppError('NOT_FOUND');
  return placed;
}

/** The same for many stretches of one text, answered in their order. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT */
export function placeCodings(call: Call, coding: Omit<CodingToPlace, 'range'>, ranges: readonly (TextRange | undefined)[]): PlacedCoding[] {
  requireCodable(call, coding.themeId);
  const [text] = readTextFacts(call.sql, [coding.textId]);
  if (text === undefined) throw new AppError('NOT_FOUND');
  return placeOn(call, { ...coding, text }, ranges);
}

function likeRow(text: TextFacts, { theme_id: themeId, polarity, level, service_id: serviceId }: z.infer<typeof LikeRow>): Placing {
  return { text, themeId, polarity: polarity ?? undefined, level: level ?? undefined, serviceId: serviceId ?? undefined };
}

function requireCodable({ sql }: Call, themeId: string): void {
  const found = sql.get(One, "SELECT 1 AS n FROM theme WHERE id = :themeId AND status = 'in-use' AND is_codable = 1", { themeId });
  if (found === undefined) throw new AppError('NOT_FOUND');
}
