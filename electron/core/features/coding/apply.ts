import { z } from 'zod';
import { Polarity } from '../../../../shared/contract/coding.ts';
import { isRange, unite, type TextRange } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { themeName } from '../themes/theme-terms.ts';
import { labelOnTexts, readTextFacts, type TextFacts } from './text-facts.ts';

const OwnRow = z.object({ id: z.string(), start: z.int(), end: z.int(), is_whole: z.int(), polarity: Polarity.nullable() });
type OwnRow = z.infer<typeof OwnRow>;
const LikeRow = z.object({ theme_id: z.string(), polarity: Polarity.nullable() });
const One = z.object({ n: z.int() });

/** One theme to be put on one text. Without a range it is the whole answer. */
interface Placing {
  readonly text: TextFacts;
  readonly themeId: string;
  readonly range: TextRange | undefined;
  readonly polarity: Polarity | undefined;
}

export interface ApplyResult {
  readonly applied: number;
  readonly alreadyThere: number;
  readonly codingIds: string[];
}

interface ApplyInput {
  readonly textIds: readonly string[];
  readonly themeId: string;
  readonly range?: TextRange | undefined;
  readonly polarity?: Polarity | undefined;
}

/** Puts a theme on texts, as one operation. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT */
export function applyTheme(call: Call, input: ApplyInput): ApplyResult {
  requireCodable(call, input.themeId);
  const texts = readTextFacts(call.sql, input.textIds);
  // A range belongs to one text; on several it would mean another stretch of words in each.
  if (input.range !== undefined && texts.length > 1) throw new AppError('RANGE_OUTSIDE_TEXT');
  const placed = texts.map((text) => ({
    text,
    ...place(call, { text, themeId: input.themeId, range: input.range, polarity: input.polarity }),
  }));
  const changed = placed.filter((one) => one.isChanged);
  labelOnTexts(
    call.operation,
    'coding.apply.undo',
    { theme: themeName(call.sql, input.themeId) },
    changed.map((one) => one.text),
  );
  return { applied: changed.length, alreadyThere: placed.length - changed.length, codingIds: placed.map((one) => one.id) };
}

/** Puts the coder's themes on another text on these texts too, whole. @throws AppError NOT_FOUND, RANGE_OUTSIDE_TEXT */
export function applySame(call: Call, input: { readonly textIds: readonly string[]; readonly likeTextId: string }): ApplyResult {
  const { sql, actorId, operation } = call;
  const like = sql.all(
    LikeRow,
    `SELECT theme_id, polarity FROM coding JOIN theme ON theme.id = theme_id AND theme.status = 'in-use' AND theme.is_codable = 1
     WHERE text_id = :textId AND coder_id = :actorId ORDER BY coded_at, coding.id`,
    { textId: input.likeTextId, actorId },
  );
  const themes = [...new Map(like.map((row) => [row.theme_id, row])).values()];
  const texts = readTextFacts(sql, input.textIds);
  const placed = texts.map((text) => {
    const marks = themes.map((row) => place(call, { text, themeId: row.theme_id, range: undefined, polarity: row.polarity ?? undefined }));
    return { text, ids: marks.map((mark) => mark.id), isChanged: marks.some((mark) => mark.isChanged) };
  });
  const changed = placed.filter((one) => one.isChanged);
  labelOnTexts(
    operation,
    'coding.applySame.undo',
    {},
    changed.map((one) => one.text),
  );
  return { applied: changed.length, alreadyThere: placed.length - changed.length, codingIds: placed.flatMap((one) => one.ids) };
}

function requireCodable({ sql }: Call, themeId: string): void {
  const found = sql.get(One, "SELECT 1 AS n FROM theme WHERE id = :themeId AND status = 'in-use' AND is_codable = 1", { themeId });
  if (found === undefined) throw new AppError('NOT_FOUND');
}

function place(call: Call, { text, themeId, range, polarity }: Placing): { id: string; isChanged: boolean } {
  const { sql, actorId } = call;
  const wanted = range ?? { start: 0, end: text.body.length };
  if (!isRange(text.body, wanted)) throw new AppError('RANGE_OUTSIDE_TEXT');
  const existing = sql.all(
    OwnRow,
    `SELECT id, start_offset AS start, end_offset AS "end", is_whole, polarity FROM coding
     WHERE text_id = :textId AND theme_id = :themeId AND coder_id = :actorId ORDER BY start_offset, id`,
    { textId: text.id, themeId, actorId },
  );
  const isWhole = range === undefined;
  const union = unite(existing, wanted);
  if (union.isAlreadyThere && union.kept !== null) return settle(call, union.kept, isWhole, polarity);
  for (const absorbed of union.absorbed) removeCoding(call, absorbed.id);
  sql.run('DELETE FROM text_reading WHERE text_id = :textId AND coder_id = :actorId', { textId: text.id, actorId });
  return { id: write(call, { text, themeId, range: undefined, polarity }, union.kept, { ...union.range, isWhole }), isChanged: true };
}

/** The words are covered already: only a new polarity, or "part" becoming "whole", is a change. */
function settle({ sql }: Call, kept: OwnRow, isWhole: boolean, polarity: Polarity | undefined): { id: string; isChanged: boolean } {
  const becomesWhole = isWhole && kept.is_whole === 0;
  const isChanged = becomesWhole || (polarity !== undefined && polarity !== kept.polarity);
  if (isChanged) {
    sql.run('UPDATE coding SET is_whole = :isWhole, polarity = :polarity WHERE id = :id', {
      id: kept.id,
      isWhole: isWhole || kept.is_whole === 1 ? 1 : 0,
      polarity: polarity ?? kept.polarity,
    });
  }
  return { id: kept.id, isChanged };
}

function write(call: Call, placing: Placing, kept: OwnRow | null, to: TextRange & { readonly isWhole: boolean }): string {
  const { sql, workspace, actorId } = call;
  const place = { start: to.start, end: to.end, isWhole: to.isWhole ? 1 : 0 };
  if (kept !== null) {
    sql.run('UPDATE coding SET start_offset = :start, end_offset = :end, is_whole = :isWhole, polarity = :polarity WHERE id = :id', {
      ...place,
      id: kept.id,
      polarity: placing.polarity ?? kept.polarity,
    });
    return kept.id;
  }
  const id = workspace.newId();
  sql.insert('coding', {
    id,
    text_id: placing.text.id,
    theme_id: placing.themeId,
    coder_id: actorId,
    is_whole: place.isWhole,
    start_offset: place.start,
    end_offset: place.end,
    polarity: placing.polarity ?? null,
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
