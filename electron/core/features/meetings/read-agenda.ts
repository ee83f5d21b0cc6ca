import { z } from 'zod';
import type { MeetingDetails } from '../../../../shared/contract/meetings.ts';
import type { Statements } from '../../db/statements.ts';
import { wallClockOf } from '../../../../shared/model/wall-clock.ts';
import { named } from './names.ts';

const text = z.string().nullable();
const AgendaRow = z.object({
  id: z.string(),
  ordinal: z.int(),
  title: z.string(),
  person_id: text,
  person: text,
  organisation_id: text,
  organisation: text,
  presenter_as_said: text,
  starts_at: text,
  note: text,
  is_done: z.int(),
});
const agendaSql = `SELECT agenda_item.id, agenda_item.ordinal, agenda_item.title, agenda_item.presenter_person_id AS person_id, person.name AS person,
  agenda_item.presenter_organisation_id AS organisation_id, organisation.name AS organisation, agenda_item.presenter_as_said,
  agenda_item.starts_at, agenda_item.note, agenda_item.is_done
FROM agenda_item LEFT JOIN person ON person.id = agenda_item.presenter_person_id
LEFT JOIN organisation ON organisation.id = agenda_item.presenter_organisation_id
WHERE agenda_item.meeting_id = :meetingId ORDER BY agenda_item.ordinal, agenda_item.id LIMIT 200`;

/** The agenda in order; `startsAt` is the clock on the wall. */
export function readAgenda(sql: Statements, meetingId: string): MeetingDetails['agenda'] {
  return sql.all(AgendaRow, agendaSql, { meetingId }).map((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    title: row.title,
    presenter: row.person ?? row.organisation ?? row.presenter_as_said,
    presenterPerson: named(row.person_id, row.person),
    presenterOrganisation: named(row.organisation_id, row.organisation),
    presenterAsSaid: row.presenter_as_said,
    startsAt: row.starts_at === null ? null : wallClockOf(row.starts_at).clock,
    note: row.note,
    isDone: row.is_done === 1,
  }));
}
