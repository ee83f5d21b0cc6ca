import { z } from 'zod';
import type { Certainty, Level, Origin, Polarity } from '../../../../shared/contract/coding.ts';
import { isRange, unite, type TextRange } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import type { TextFacts } from './text-facts.ts';

const OwnRow = z.object({ id: z.string(), start: z.int(), end: z.int(), is_whole: z.int() });
type OwnRow = z.infer<typeof OwnRow>;

/** What stands on a coding besides where it is. Left out, a new coding has none and one that grows keeps its own. */
interface CodingFacets {
  readonly polarity?: Polarity | undefined;
  readonly level?: Level | undefined;
  readonly serviceId?: string | undefined;
  readonly certainty?: Certainty | undefined;
  readonly reason?: string | undefined;
}

/** One theme to be put on one text. */
export interface Placing extends CodingFacets {
  readonly text: Pick<TextFacts, 'id' | 'body'>;
  readonly themeId: string;
  /** How it came to be; a coding that grows keeps its own. */
  readonly origin?: Origin | undefined;
  /** Whose it is; without one, of whoever calls. */
  readonly coderId?: string | undefined;
}

/** The coding that holds the words now, and whether anything was changed for it. */
export interface PlacedCoding {
  readonly id: string;
  readonly isChanged: boolean;
}

const ownSql = `
SELECT id, start_offset AS start, end_offset AS "end", is_whole FROM coding
WHERE text_id = :textId AND theme_id = :themeId AND coder_id = :coderId ORDER BY start_offset, id`;

interface Wanted extends TextRange {
  readonly isWhole: boolean;
}

/**
 * Puts a theme on stretches of one text, answered in their order; without a range it is the whole text. What overlaps by the same coder
 * becomes one, and a text read as "no theme" by that coder no longer is. The coder's codings are read once and gone through from the
 * start on, however many stretches there are. @throws AppError RANGE_OUTSIDE_TEXT
 */
export function placeOn(call: Call, placing: Placing, ranges: readonly (TextRange | undefined)[]): PlacedCoding[] {
  const { text, themeId } = placing;
  const coderId = placing.coderId ?? call.actorId;
  const wanted = ranges.map((range): Wanted => ({ ...(range ?? { start: 0, end: text.body.length }), isWhole: range === undefined }));
  if (!wanted.every((range) => isRange(text.body, range))) throw new AppError('RANGE_OUTSIDE_TEXT');
  const standing = call.sql.all(OwnRow, ownSql, { textId: text.id, themeId, coderId });
  const placed = new Map<Wanted, PlacedCoding>();
  // Those a stretch can meet: the ones that end behind where it begins.
  let near: OwnRow[] = [];
  let next = 0;
  for (const range of wanted.toSorted((a, b) => a.start - b.start)) {
    near = near.filter((row) => row.end > range.start);
    for (let row = standing[next]; row !== undefined && row.start < range.end; row = standing[next]) {
      near.push(row);
      next += 1;
    }
    const union = unite(near, range);
    const to = { id: union.kept?.id ?? call.workspace.newId(), ...pick(union.range), is_whole: Number(range.isWhole) };
    if (union.isAlreadyThere) placed.set(range, { id: to.id, isChanged: settle(call, to, placing) });
    else {
      const gone = new Set([to.id, ...union.absorbed.map(({ id }) => id)]);
      for (const { id } of union.absorbed) removeCoding(call, id);
      call.sql.run('DELETE FROM text_reading WHERE text_id = :textId AND coder_id = :coderId', { textId: text.id, coderId });
      if (union.kept === null) write(call, placing, coderId, to);
      else grow(call, to, placing);
      near = [...near.filter(({ id }) => !gone.has(id)), to];
      placed.set(range, { id: to.id, isChanged: true });
    }
  }
  return wanted.flatMap((range) => placed.get(range) ?? []);
}

function pick({ start, end }: TextRange): TextRange {
  return { start, end };
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

/** The words are covered already: only what is said of them anew, or "part" becoming "whole", is a change. */
function settle({ sql }: Call, { id, is_whole: isWhole }: OwnRow, facets: CodingFacets): boolean {
  const changed = sql.run(
    `UPDATE coding SET is_whole = max(is_whole, :isWhole), ${facetsSet} WHERE id = :id AND (is_whole < :isWhole OR ${facetsDiffer})`,
    { id, isWhole, ...facetParams(facets) },
  );
  return changed > 0;
}

function grow({ sql }: Call, { id, start, end, is_whole: isWhole }: OwnRow, facets: CodingFacets): void {
  sql.run(`UPDATE coding SET start_offset = :start, end_offset = :end, is_whole = :isWhole, ${facetsSet} WHERE id = :id`, {
    id,
    start,
    end,
    isWhole,
    ...facetParams(facets),
  });
}

function write({ sql, workspace }: Call, placing: Placing, coderId: string, { id, start, end, is_whole }: OwnRow): void {
  sql.insert('coding', {
    id,
    text_id: placing.text.id,
    theme_id: placing.themeId,
    coder_id: coderId,
    is_whole,
    start_offset: start,
    end_offset: end,
    certainty: placing.certainty ?? 'explicit',
    reason: placing.reason ?? null,
    polarity: placing.polarity ?? null,
    level: placing.level ?? null,
    service_id: placing.serviceId ?? null,
    origin: placing.origin ?? 'coder',
    coded_at: new Date(workspace.now()).toISOString(),
  });
}

/** Takes a coding out; memos on it stay with the text. */
export function removeCoding({ sql }: Pick<Call, 'sql'>, id: string): void {
  sql.run(
    'UPDATE memo SET coding_id = NULL, text_id = coalesce(text_id, (SELECT text_id FROM coding WHERE id = :id)) WHERE coding_id = :id',
    { id },
  );
  sql.run('DELETE FROM coding WHERE id = :id', { id });
}
