import { z } from 'zod';
import { type RecurrenceBy, type RecurrenceColumn } from '../../../../shared/contract/recurrence.ts';
import { Perspective } from '../../../../shared/contract/observations.ts';
import type { Statements } from '../../db/statements.ts';
import type { PlaceColumns } from './join-places.ts';
import { yearOf, type CodedLine, type MinutedMeeting } from './read-lines.ts';

/** The key of the column for lines that have no year, place, perspective or body. */
const none = 'none';
/** The key of the column for places that were divided so that nobody can say where they belong. */
const apart = 'apart';

export interface ColumnSource {
  readonly meetings: readonly MinutedMeeting[];
  readonly lines: readonly CodedLine[];
  readonly places: PlaceColumns;
  readonly nameOf: (placeId: string) => string | null;
}

/** Which column a line stands in. */
export function columnKeys(by: RecurrenceBy, { meetings, places }: Pick<ColumnSource, 'meetings' | 'places'>): (line: CodedLine) => string {
  if (by === 'perspectives') return ({ perspective }) => perspective ?? none;
  if (by === 'bodies') return ({ bodyId }) => bodyId ?? none;
  const keys = new Map(meetings.map((meeting) => [meeting.id, meetingKey(by, meeting, places)]));
  return ({ meetingId }) => keys.get(meetingId) ?? none;
}

function meetingKey(by: 'meetings' | 'places' | 'years', meeting: MinutedMeeting, places: PlaceColumns): string {
  if (by === 'meetings') return meeting.id;
  if (by === 'places') return meeting.placeId === null ? none : (places.keyOf(meeting.placeId) ?? apart);
  return String(yearOf(meeting.held) ?? none);
}

/** The columns in their order: time, names, or the fixed order of perspectives; what nobody has said stands last. */
export function makeColumns(sql: Statements, by: RecurrenceBy, source: ColumnSource): RecurrenceColumn[] {
  if (by === 'perspectives' || by === 'bodies') return lineColumns(sql, by, source);
  const { meetings, places, nameOf } = source;
  if (by === 'meetings') return meetings.map((meeting) => meetingColumn(meeting, nameOf));
  const groups = Map.groupBy(meetings, (meeting) => meetingKey(by, meeting, places));
  const joined = new Map(places.columns.map((column) => [column.key, column]));
  const keys = by === 'years' ? [...groups.keys()].filter((key) => key !== none).toSorted() : [...joined.keys()];
  return [...keys, apart, none].flatMap((key) => {
    const members = groups.get(key);
    if (members === undefined) return [];
    const isInferred = by === 'years' && members.some(({ held }) => held?.precision === 'inferred');
    const name = by === 'places' ? (joined.get(key)?.name ?? null) : key === none ? null : key;
    return [{ ...blank, key, name, hasBreak: by === 'places' && joined.get(key)?.hasBreak === true, isInferred, meetings: members.length }];
  });
}

const blank = { held: null, place: null, hasBreak: false, isInferred: false };

function meetingColumn({ id, title, held, placeId }: MinutedMeeting, nameOf: ColumnSource['nameOf']): RecurrenceColumn {
  const place = placeId === null ? null : nameOf(placeId);
  return { key: id, name: title, held, place, hasBreak: false, isInferred: held?.precision === 'inferred', meetings: 1 };
}

const BodyRow = z.object({ id: z.string(), name: z.string() });

function lineColumns(sql: Statements, by: 'perspectives' | 'bodies', { lines, ...source }: ColumnSource): RecurrenceColumn[] {
  const groups = Map.groupBy(lines, columnKeys(by, source));
  const names = by === 'bodies' ? bodyNames(sql, [...groups.keys()]) : new Map<string, string>();
  const order = by === 'bodies' ? names.keys() : Perspective.options;
  return [...order, none].flatMap((key) => {
    const members = groups.get(key);
    if (members === undefined) return [];
    const meetings = new Set(members.map(({ meetingId }) => meetingId)).size;
    return [{ ...blank, key, name: names.get(key) ?? null, meetings }];
  });
}

/** Names by id, in their order. */
function bodyNames(sql: Statements, keys: readonly string[]): ReadonlyMap<string, string> {
  const rows = sql.all(BodyRow, 'SELECT id, name FROM body WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY name, id', {
    ids: JSON.stringify(keys),
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
