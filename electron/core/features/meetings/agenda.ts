import { z } from 'zod';
import type { AgendaFields } from '../../../../shared/contract/meetings-parts.ts';
import { momentOf } from '../../../../shared/model/wall-clock.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import { givenColumns, updateRow } from '../../db/update-row.ts';
import type { Call } from '../../rpc/call.ts';
import { dayOf } from './meeting-time.ts';
import { meetingState } from './write-meeting.ts';

type Writing = Pick<Call, 'sql' | 'workspace' | 'operation'>;
const ItemRow = z.object({ id: z.string(), meeting_id: z.string(), ordinal: z.int(), title: z.string() });
const itemSql = 'SELECT id, meeting_id, ordinal, title FROM agenda_item WHERE id = :id';
const itemsSql = 'SELECT id, meeting_id, ordinal, title FROM agenda_item WHERE meeting_id = :meetingId ORDER BY ordinal, id';

/** Puts an item below another, or last. @throws AppError NOT_FOUND */
export function addAgendaItem(call: Writing, meetingId: string, afterId: string | null, title: string): { id: string } {
  call.operation.label({ title: cut(title) });
  meetingState(call, meetingId);
  const items = call.sql.all(ItemRow, itemsSql, { meetingId });
  const index = afterId === null ? items.length - 1 : items.findIndex(({ id }) => id === afterId);
  if (afterId !== null && index < 0) throw new AppError('NOT_FOUND');
  const id = call.workspace.newId();
  const order = [...items.slice(0, index + 1).map((item) => item.id), id, ...items.slice(index + 1).map((item) => item.id)];
  call.sql.insert('agenda_item', { id, meeting_id: meetingId, ordinal: order.length, title });
  number(call, order);
  return { id };
}

const columns = {
  title: 'title',
  presenterPersonId: 'presenter_person_id',
  presenterOrganisationId: 'presenter_organisation_id',
  presenterAsSaid: 'presenter_as_said',
  note: 'note',
} as const;

/** Changes what is given of an item. @throws AppError NOT_FOUND, DATE_NEEDED */
export function changeAgendaItem(
  call: Writing,
  id: string,
  fields: { readonly [K in keyof AgendaFields]?: AgendaFields[K] | undefined },
): void {
  const item = readItem(call, id);
  const { startsAt, ...plain } = fields;
  const start = startsAt === undefined ? {} : { starts_at: momentIn(call, item.meeting_id, startsAt) };
  call.operation.label({ title: cut(fields.title ?? item.title) });
  updateRow(call.sql, 'agenda_item', id, { ...givenColumns(plain, columns), ...start });
}

/** One place up or down; at the edge it stays. @throws AppError NOT_FOUND */
export function moveAgendaItem(call: Writing, id: string, to: 'up' | 'down'): void {
  const item = readItem(call, id);
  call.operation.label({ title: cut(item.title) });
  const order = call.sql.all(ItemRow, itemsSql, { meetingId: item.meeting_id }).map((row) => row.id);
  const index = order.indexOf(id);
  const other = index + (to === 'up' ? -1 : 1);
  const swapped = order[other];
  if (swapped === undefined) return;
  order[other] = id;
  order[index] = swapped;
  number(call, order);
}

/** Takes an item away; what was noted under it stays, under none. @throws AppError NOT_FOUND */
export function removeAgendaItem(call: Writing, id: string): void {
  const item = readItem(call, id);
  call.operation.label({ title: cut(item.title) });
  call.sql.run('UPDATE minute_line SET agenda_item_id = NULL WHERE agenda_item_id = :id', { id });
  call.sql.run('DELETE FROM agenda_item WHERE id = :id', { id });
  number(
    call,
    call.sql.all(ItemRow, itemsSql, { meetingId: item.meeting_id }).map((row) => row.id),
  );
}

function readItem({ sql }: Writing, id: string): z.infer<typeof ItemRow> {
  const item = sql.get(ItemRow, itemSql, { id });
  if (item === undefined) throw new AppError('NOT_FOUND');
  return item;
}

/** Numbers items from 1, in the order given; writes only what changes. */
function number({ sql }: Writing, order: readonly string[]): void {
  for (const [index, id] of order.entries())
    sql.run('UPDATE agenda_item SET ordinal = :ordinal WHERE id = :id AND ordinal <> :ordinal', { id, ordinal: index + 1 });
}

function momentIn(call: Writing, meetingId: string, clock: string | null): string | null {
  if (clock === null) return null;
  const day = dayOf(meetingState(call, meetingId));
  if (day === null) throw new AppError('DATE_NEEDED');
  return momentOf({ day, clock });
}
