import { z } from 'zod';
import type { MeetingRow, RoundDetails } from '../../../../shared/contract/meetings.ts';
import { VagueDate, type Counted } from '../../../../shared/model/vague.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import { givenColumns, updateRow } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';
import { roundMeetings } from './list-meetings.ts';
import { readInvitations } from './read-invitations.ts';
import { readSheets } from './sheets.ts';

const text = z.string().nullable();
const RoundRow = z.object({
  id: z.string(),
  name: z.string(),
  year: z.int(),
  planned_as_said: text,
  planned_sort_on: text,
  planned_precision: VagueDate.shape.precision,
  note: text,
  series_id: text,
  series: text,
});
type RoundRow = z.infer<typeof RoundRow>;
const roundSql = `SELECT meeting_round.id, meeting_round.name, meeting_round.year, meeting_round.planned_as_said, meeting_round.planned_sort_on,
  meeting_round.planned_precision, meeting_round.note, meeting_round.series_id, meeting_series.name AS series
FROM meeting_round LEFT JOIN meeting_series ON meeting_series.id = meeting_round.series_id WHERE meeting_round.id = :roundId`;

const AreaRow = z.object({ id: z.string(), name: z.string(), code: text });
/** A place that took over an area's territory stands for it. */
const areasLeftSql = `SELECT place.id, place.name, place.code FROM series_place JOIN place ON place.id = series_place.place_id
WHERE series_place.series_id = :seriesId AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.round_id = :roundId
  AND (meeting.place_id = place.id OR meeting.place_id IN (SELECT to_place_id FROM place_change WHERE from_place_id = place.id)
    OR meeting.place_id IN (SELECT place_id FROM area_place WHERE area_id = place.id)))
ORDER BY series_place.ordinal`;

const BeforeRow = z.object({ id: z.string(), name: z.string() });
const beforeSql = `SELECT id, name FROM meeting_round WHERE series_id = :seriesId AND id <> :roundId
  AND (year < :year OR (year = :year AND coalesce(planned_sort_on, '') < coalesce(:sortOn, '')))
ORDER BY year DESC, planned_sort_on DESC, id DESC LIMIT 1`;

/** A round with its meetings, whom it reached, and whom the round before missed. @throws AppError NOT_FOUND */
export function readRound(sql: Statements, roundId: string): RoundDetails {
  const row = roundRow(sql, roundId);
  const meetings = roundMeetings(sql, roundId);
  return {
    id: row.id,
    name: row.name,
    year: row.year,
    planned: { asSaid: row.planned_as_said, sortOn: row.planned_sort_on, precision: row.planned_precision },
    note: row.note,
    series: row.series_id === null ? null : { id: row.series_id, name: row.series ?? '', detail: '' },
    areasLeft:
      row.series_id === null
        ? []
        : sql
            .all(AreaRow, areasLeftSql, { seriesId: row.series_id, roundId })
            .map(({ id, name, code }) => ({ id, name, detail: code ?? '' })),
    meetings,
    ...readInvitations(sql, { roundId }),
    present: presentAtAll(meetings),
    sheets: readSheets(sql, { roundId }),
    before: roundBefore(sql, row),
  };
}

/**
 * How many came to the meetings of a round together. Null while a held meeting's number is not known, and always when one is an average:
 * an average of the round is nobody's number, so nothing may be worked out from it.
 */
export function presentAtAll(meetings: readonly Pick<MeetingRow, 'held' | 'attendance'>[]): Counted | null {
  const held = meetings.filter((meeting) => meeting.held !== null);
  if (held.length === 0) return null;
  const counts = held.map(({ attendance }) => attendance);
  if (counts.some((counted) => counted === null || counted.precision === 'average')) return null;
  const known = counts.filter((counted) => counted !== null);
  const count = known.reduce((sum, counted) => sum + counted.count, 0);
  const precisions = new Set(known.map(({ precision }) => precision));
  if (precisions.has('at-least')) return { count, precision: 'at-least' };
  return { count, precision: precisions.has('about') || precisions.has('inferred') ? 'about' : 'exact' };
}

/** Names, years and words of a round. @throws AppError NOT_FOUND */
export function changeRound(
  { sql, operation }: Pick<Call, 'sql' | 'operation'>,
  roundId: string,
  fields: {
    readonly name?: string | undefined;
    readonly year?: number | undefined;
    readonly planned?: VagueDate | null | undefined;
    readonly seriesId?: string | null | undefined;
    readonly note?: string | null | undefined;
  },
): void {
  const before = roundRow(sql, roundId);
  const { planned, ...plain } = fields;
  const row: SqlParams = {
    ...givenColumns(plain, { name: 'name', year: 'year', seriesId: 'series_id', note: 'note' }),
    ...(planned === undefined
      ? {}
      : {
          planned_as_said: planned?.asSaid ?? null,
          planned_sort_on: planned?.sortOn ?? null,
          planned_precision: planned?.precision ?? null,
        }),
  };
  operation.label({ name: cut(fields.name ?? before.name) });
  updateRow(sql, 'meeting_round', roundId, row);
}

const Count = z.object({ n: z.int() });

/** Takes away a round that has no meetings. @throws AppError NOT_FOUND, IN_USE */
export function removeRound({ sql, operation }: Pick<Call, 'sql' | 'operation'>, roundId: string): void {
  operation.label({ name: cut(roundRow(sql, roundId).name) });
  const used = sql.get(Count, 'SELECT count(*) AS n FROM meeting WHERE round_id = :roundId', { roundId })?.n ?? 0;
  if (used > 0) throw new AppError('IN_USE');
  sql.run('DELETE FROM sheet_question WHERE sheet_id IN (SELECT id FROM question_sheet WHERE round_id = :roundId)', { roundId });
  sql.run('DELETE FROM question_sheet WHERE round_id = :roundId', { roundId });
  sql.run('DELETE FROM meeting_round WHERE id = :roundId', { roundId });
}

function roundRow(sql: Statements, roundId: string): RoundRow {
  const row = sql.get(RoundRow, roundSql, { roundId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

function roundBefore(sql: Statements, row: RoundRow): RoundDetails['before'] {
  if (row.series_id === null) return null;
  const params = { seriesId: row.series_id, roundId: row.id, year: row.year, sortOn: row.planned_sort_on };
  const before = sql.get(BeforeRow, beforeSql, params);
  if (before === undefined) return null;
  return { id: before.id, name: before.name, missed: readInvitations(sql, { roundId: before.id }).coverage.missed };
}
