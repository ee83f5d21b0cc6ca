import { z } from 'zod';
import { MeetingStatus } from '../../../../shared/contract/meetings.ts';
import type { MinutesOf } from '../../../../shared/contract/minutes.ts';
import { MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { HeldDate, heldDate, VagueDate } from '../../../../shared/model/vague.ts';
import { wallClockOf } from '../../../../shared/model/wall-clock.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { readRoles } from '../meetings/roles.ts';
import { readSheets } from '../meetings/sheets.ts';
import { agreedActions } from './agreed-actions.ts';
import { readPlace } from './place.ts';
import { readMinutes } from './read-minutes.ts';

const Row = z.object({
  id: MeetingId,
  project_id: ProjectId,
  title: z.string(),
  status: MeetingStatus,
  language: Language.catch('nb'),
  place: z.string().nullable(),
  venue: z.string().nullable(),
  planned_as_said: z.string().nullable(),
  planned_sort_on: z.string().nullable(),
  planned_precision: VagueDate.shape.precision,
  held_on: z.string().nullable(),
  held_precision: HeldDate.shape.precision.nullable(),
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  round: z.string().nullable(),
  follows_id: MeetingId.nullable(),
  follows_title: z.string().nullable(),
  follows_on: z.string().nullable(),
});
const meetingSql = `SELECT meeting.id, meeting.project_id, meeting.title, meeting.status, meeting.language, place.name AS place, meeting.venue,
  meeting.planned_as_said, meeting.planned_sort_on, meeting.planned_precision, meeting.held_on, meeting.held_precision,
  meeting.starts_at, meeting.ends_at, meeting_round.name AS round, earlier.id AS follows_id, earlier.title AS follows_title,
  coalesce(earlier.held_on, earlier.planned_sort_on) AS follows_on
FROM meeting LEFT JOIN place ON place.id = meeting.place_id LEFT JOIN meeting_round ON meeting_round.id = meeting.round_id
LEFT JOIN meeting AS earlier ON earlier.id = meeting.follows_meeting_id WHERE meeting.id = :meetingId`;

const AgendaRow = z.object({
  id: z.string(),
  title: z.string(),
  presenter: z.string().nullable(),
  starts_at: z.string().nullable(),
  is_done: z.int(),
});
const agendaSql = `SELECT agenda_item.id, agenda_item.title, coalesce(agenda_item.presenter_as_said, person.name, organisation.name) AS presenter,
  agenda_item.starts_at, agenda_item.is_done
FROM agenda_item LEFT JOIN person ON person.id = agenda_item.presenter_person_id
LEFT JOIN organisation ON organisation.id = agenda_item.presenter_organisation_id
WHERE agenda_item.meeting_id = :meetingId ORDER BY agenda_item.ordinal`;

/** Everything the minutes screen shows of one meeting. @throws AppError NOT_FOUND */
export function getMinutes(sql: Statements, meetingId: MeetingId, language: Language, actorId: string): MinutesOf {
  const row = sql.get(Row, meetingSql, { meetingId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return {
    meetingId: row.id,
    projectId: row.project_id,
    title: row.title,
    status: row.status,
    language: row.language,
    place: row.place,
    venue: row.venue,
    planned: { asSaid: row.planned_as_said, sortOn: row.planned_sort_on, precision: row.planned_precision },
    held: heldDate(row.held_on, row.held_precision),
    startsAt: clockOf(row.starts_at),
    endsAt: clockOf(row.ends_at),
    round: row.round,
    agenda: sql.all(AgendaRow, agendaSql, { meetingId }).map(({ id, title, presenter, starts_at: startsAt, is_done: isDone }) => ({
      id,
      title,
      presenter,
      startsAt: clockOf(startsAt),
      isDone: isDone === 1,
    })),
    lines: readMinutes(sql, meetingId, language, actorId),
    sheets: readSheets(sql, { meetingId }).map(({ id, version, title, sentOn, questions }) => ({
      id,
      version,
      title,
      sentOn,
      questions: questions.map((question) => ({ id: question.id, wording: question.wording, wasDiscussed: question.wasDiscussed })),
    })),
    actions: agreedActions(sql, meetingId, 'all'),
    earlierActions: row.follows_id === null ? [] : agreedActions(sql, row.follows_id, 'open'),
    follows: row.follows_id === null ? null : { id: row.follows_id, title: row.follows_title ?? '', on: row.follows_on },
    roles: readRoles(sql, meetingId).map(({ role, who }) => ({ role, who })),
    at: readPlace(sql, meetingId),
  };
}

/** What the clock on the wall showed; null when nobody has said. */
function clockOf(moment: string | null): string | null {
  return moment === null ? null : wallClockOf(moment).clock;
}
