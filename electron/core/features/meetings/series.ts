import { z } from 'zod';
import type { Series } from '../../../../shared/contract/meetings-planning.ts';
import { VagueDate } from '../../../../shared/model/vague.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';

const text = z.string().nullable();
const SeriesRow = z.object({ id: z.string(), name: z.string(), times_per_year: z.int().nullable(), note: text });
const PlaceRow = z.object({ series_id: z.string(), id: z.string(), name: z.string(), code: text });
const RoundRow = z.object({
  id: z.string(),
  series_id: z.string(),
  name: z.string(),
  year: z.int(),
  planned_as_said: text,
  planned_sort_on: text,
  planned_precision: VagueDate.shape.precision,
  meetings: z.int(),
});

/** Every series with its areas in order and its rounds, newest first. */
export function listSeries(sql: Statements): Series[] {
  const places = Map.groupBy(
    sql.all(
      PlaceRow,
      `SELECT series_place.series_id, place.id, place.name, place.code FROM series_place JOIN place ON place.id = series_place.place_id
       ORDER BY series_place.series_id, series_place.ordinal`,
    ),
    (row) => row.series_id,
  );
  const rounds = Map.groupBy(
    sql.all(
      RoundRow,
      `SELECT meeting_round.id, series_id, name, year, planned_as_said, planned_sort_on, planned_precision,
       (SELECT count(*) FROM meeting WHERE meeting.round_id = meeting_round.id) AS meetings
       FROM meeting_round WHERE series_id IS NOT NULL ORDER BY year DESC, planned_sort_on DESC, name`,
    ),
    (row) => row.series_id,
  );
  return sql.all(SeriesRow, 'SELECT id, name, times_per_year, note FROM meeting_series ORDER BY name, id LIMIT 200').map((row) => ({
    id: row.id,
    name: row.name,
    timesPerYear: row.times_per_year,
    note: row.note,
    places: (places.get(row.id) ?? []).map(({ id, name, code }) => ({ id, name, detail: code ?? '' })),
    rounds: (rounds.get(row.id) ?? []).map((round) => ({
      id: round.id,
      name: round.name,
      year: round.year,
      planned: { asSaid: round.planned_as_said, sortOn: round.planned_sort_on, precision: round.planned_precision },
      meetings: round.meetings,
    })),
  }));
}

/** What a series is made of. */
export interface SeriesFields {
  readonly id: string | null;
  readonly name: string;
  readonly timesPerYear: number | null;
  readonly note: string | null;
  readonly placeIds: readonly string[];
}

const Id = z.object({ id: z.string() });
const Name = z.object({ name: z.string() });

/** Makes a series, or changes one and puts its areas in the order given. @throws AppError NOT_FOUND, NAME_TAKEN */
export function saveSeries(call: Pick<Call, 'sql' | 'workspace'>, { id, name, timesPerYear, note, placeIds }: SeriesFields): string {
  const { sql, workspace } = call;
  const taken = sql.get(Id, 'SELECT id FROM meeting_series WHERE name = :name COLLATE NOCASE AND id IS NOT :id', { name, id });
  if (taken !== undefined) throw new AppError('NAME_TAKEN');
  const seriesId = id ?? workspace.newId();
  const row = { name, times_per_year: timesPerYear, note };
  if (id === null) sql.insert('meeting_series', { id: seriesId, ...row });
  else if (
    sql.run('UPDATE meeting_series SET name = :name, times_per_year = :times_per_year, note = :note WHERE id = :id', { ...row, id }) === 0
  )
    throw new AppError('NOT_FOUND');
  setAreas(call, seriesId, placeIds);
  return seriesId;
}

/** Its rounds stay, outside any series. @throws AppError NOT_FOUND */
export function removeSeries({ sql, operation }: Pick<Call, 'sql' | 'operation'>, id: string): void {
  const row = sql.get(Name, 'SELECT name FROM meeting_series WHERE id = :id', { id });
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ name: row.name });
  sql.run('UPDATE meeting_round SET series_id = NULL WHERE series_id = :id', { id });
  sql.run('DELETE FROM series_place WHERE series_id = :id', { id });
  sql.run('DELETE FROM meeting_series WHERE id = :id', { id });
}

function setAreas({ sql, workspace }: Pick<Call, 'sql' | 'workspace'>, seriesId: string, placeIds: readonly string[]): void {
  const wanted = [...new Set(placeIds)];
  const ids = JSON.stringify(wanted);
  sql.run('DELETE FROM series_place WHERE series_id = :seriesId AND place_id NOT IN (SELECT value FROM json_each(:ids))', {
    seriesId,
    ids,
  });
  for (const [index, placeId] of wanted.entries()) {
    const place = { seriesId, placeId, ordinal: index + 1 };
    const set = 'UPDATE series_place SET ordinal = :ordinal WHERE series_id = :seriesId AND place_id = :placeId';
    if (sql.run(set, place) > 0) continue;
    if (sql.get(Id, 'SELECT id FROM place WHERE id = :placeId', { placeId }) === undefined) throw new AppError('NOT_FOUND');
    sql.insert('series_place', { id: workspace.newId(), series_id: seriesId, place_id: placeId, ordinal: index + 1 });
  }
}
