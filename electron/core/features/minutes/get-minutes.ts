import { z } from 'zod';
import { MeetingStatus } from '../../../../shared/contract/meetings.ts';
import type { MinutesOf } from '../../../../shared/contract/minutes.ts';
import { MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { Language, LocalisedText } from '../../../../shared/model/text.ts';
import { HeldDate, heldDate, VagueDate } from '../../../../shared/model/vague.ts';
import { wallClockOf } from '../../../../shared/model/wall-clock.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
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
  round_id: z.string().nullable(),
  follows_id: MeetingId.nullable(),
  follows_title: z.string().nullable(),
  follows_on: z.string().nullable(),
});
const meetingSql = `SELECT meeting.id, meeting.project_id, meeting.title, meeting.status, meeting.language, place.name AS place, meeting.venue,
  meeting.planned_as_said, meeting.planned_sort_on, meeting.planned_precision, meeting.held_on, meeting.held_precision,
  meeting.starts_at, meeting.ends_at, meeting_round.name AS round, meeting.round_id, earlier.id AS follows_id, earlier.title AS follows_title,
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

const RoleRow = z.object({ role: z.string(), who: z.string() });
const roleSql = `SELECT meeting_role.role, coalesce(person.name || coalesce(', ' || organisation.name, ''), organisation.name, '') AS who
FROM meeting_role LEFT JOIN person ON person.id = meeting_role.person_id LEFT JOIN organisation ON organisation.id = meeting_role.organisation_id
WHERE meeting_role.meeting_id = :meetingId ORDER BY meeting_role.id`;

const SheetRow = z.object({ id: z.string(), version: z.int(), title: z.string().nullable(), sent_on: z.string().nullable() });
/** A sheet belongs to one meeting or to a whole round; the newest version is the one that is talked about. */
const sheetSql = `SELECT id, version, title, sent_on FROM question_sheet
WHERE meeting_id = :meetingId OR (meeting_id IS NULL AND round_id = :roundId) ORDER BY version DESC`;
const QuestionRow = z.object({ id: z.string(), sheet_id: z.string(), wording: z.string(), was_discussed: z.int().nullable() });
const questionSql = `SELECT id, sheet_id, wording, was_discussed FROM sheet_question
WHERE sheet_id IN (SELECT value FROM json_each(:ids)) ORDER BY sheet_id, ordinal`;

/** Everything the minutes screen shows of one meeting. @throws AppError NOT_FOUND */
export function getMinutes(sql: Statements, meetingId: MeetingId, language: Language): MinutesOf {
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
    lines: readMinutes(sql, meetingId, language),
    sheets: readSheets(sql, meetingId, row.round_id),
    actions: agreedActions(sql, meetingId, 'all'),
    earlierActions: row.follows_id === null ? [] : agreedActions(sql, row.follows_id, 'open'),
    follows: row.follows_id === null ? null : { id: row.follows_id, title: row.follows_title ?? '', on: row.follows_on },
    roles: sql.all(RoleRow, roleSql, { meetingId }),
    at: readPlace(sql, meetingId),
  };
}

/** What the clock on the wall showed; null when nobody has said. */
function clockOf(moment: string | null): string | null {
  return moment === null ? null : wallClockOf(moment).clock;
}

function readSheets(sql: Statements, meetingId: MeetingId, roundId: string | null): MinutesOf['sheets'] {
  const sheets = sql.all(SheetRow, sheetSql, { meetingId, roundId });
  const rows = sql.all(QuestionRow, questionSql, { ids: JSON.stringify(sheets.map((sheet) => sheet.id)) });
  const questions = Map.groupBy(rows, (question) => question.sheet_id);
  return sheets.map((sheet) => ({
    id: sheet.id,
    version: sheet.version,
    title: sheet.title,
    sentOn: sheet.sent_on,
    questions: (questions.get(sheet.id) ?? []).map((question) => ({
      id: question.id,
      wording: LocalisedText.parse(JSON.parse(question.wording)),
      wasDiscussed: question.was_discussed === null ? null : question.was_discussed === 1,
    })),
  }));
}
