import { z } from 'zod';
import { ActionStatus, type ActionRow } from '../../../../shared/contract/actions.ts';
import { ActionId, FindingId, MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { daysOverdue, VagueDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';

const text = z.string().nullable();

/** One row of the list as the database answers it. */
export const StoredAction = z.object({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  language: Language,
  project_id: ProjectId.nullable(),
  project: text,
  owner: text,
  owner_as_said: text,
  owner_organisation_id: text,
  owner_organisation: text,
  owner_person_id: text,
  owner_person: text,
  parties: text,
  addressee: text,
  channel: text,
  is_existing_measure: z.int(),
  place: text,
  place_id: text,
  own_place: text,
  agreed_on: text,
  due_as_said: text,
  due_sort_on: text,
  due_precision: VagueDate.shape.precision,
  status: ActionStatus,
  result: text,
  reviewing_body_id: text,
  reviewing_body: text,
  follow_up_id: MeetingId.nullable(),
  follow_up_title: text,
  follow_up_on: text,
  finding_id: FindingId.nullable(),
  finding_project_id: ProjectId.nullable(),
  finding_code: text,
  finding_wording: text,
  observation_id: text,
  observation: text,
  meeting_id: MeetingId.nullable(),
  meeting_title: text,
  meeting_on: text,
  last_looked_on: z.string(),
  is_reported: z.int(),
});
export type StoredAction = z.infer<typeof StoredAction>;

const EventRow = z.object({
  action_id: ActionId,
  kind: z.enum([...ActionStatus.options, 'reviewed']),
  happened_on: z.string(),
  note: text,
  body: text,
  meeting: text,
});
const eventSql = `SELECT action_event.action_id, action_event.kind, action_event.happened_on, action_event.note, body.name AS body,
    meeting.title AS meeting
  FROM action_event LEFT JOIN body ON body.id = action_event.body_id LEFT JOIN meeting ON meeting.id = action_event.meeting_id
  WHERE action_event.action_id IN (SELECT value FROM json_each(:ids)) ORDER BY action_event.happened_on, action_event.id`;
const ReportBackRow = z.object({ action_id: ActionId, told_on: z.string(), how: z.string(), told_by: text, told_to: text, meeting: text });
const reportBackSql = `SELECT report_back.action_id, report_back.told_on, report_back.how, report_back.told_by, report_back.told_to,
    meeting.title AS meeting
  FROM report_back LEFT JOIN meeting ON meeting.id = report_back.meeting_id
  WHERE report_back.action_id IN (SELECT value FROM json_each(:ids)) ORDER BY report_back.told_on, report_back.id`;

/** Stored rows with their lives, as the contract tells them on a day. */
export function toActions(sql: Statements, rows: readonly StoredAction[], today: string): ActionRow[] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const events = Map.groupBy(sql.all(EventRow, eventSql, { ids }), (event) => event.action_id);
  const told = Map.groupBy(sql.all(ReportBackRow, reportBackSql, { ids }), (report) => report.action_id);
  return rows.map((row) => ({
    ...wordsOf(row),
    ...linksOf(row),
    due: dueOf(row),
    daysOverdue: row.status === 'agreed' || row.status === 'under-way' ? daysOverdue(dueOf(row), today) : 0,
    events: (events.get(row.id) ?? []).map(({ kind, happened_on: on, note, body, meeting }) => ({ kind, on, note, body, meeting })),
    reportedBack: (told.get(row.id) ?? []).map((report) => ({
      on: report.told_on,
      how: report.how,
      by: report.told_by,
      to: report.told_to,
      meeting: report.meeting,
    })),
  }));
}

function dueOf(row: StoredAction): VagueDate {
  return { asSaid: row.due_as_said, sortOn: row.due_sort_on, precision: row.due_precision };
}

function wordsOf(row: StoredAction) {
  return {
    id: row.id,
    code: row.code,
    wording: row.wording,
    language: row.language,
    projectId: row.project_id,
    project: row.project,
    owner: row.owner,
    ownerAsSaid: row.owner_as_said,
    parties: row.parties,
    addressee: row.addressee,
    channel: row.channel,
    isExistingMeasure: row.is_existing_measure === 1,
    place: row.place,
    agreedOn: row.agreed_on,
    status: row.status,
    result: row.result,
    lastLookedOn: row.last_looked_on,
    isReportedBack: row.is_reported === 1,
  };
}

function linksOf(row: StoredAction) {
  return {
    ownerOrganisation: named(row.owner_organisation_id, row.owner_organisation),
    ownerPerson: named(row.owner_person_id, row.owner_person),
    ownPlace: named(row.place_id, row.own_place),
    reviewingBody: named(row.reviewing_body_id, row.reviewing_body),
    observation: named(row.observation_id, row.observation),
    followUp: row.follow_up_id === null ? null : { id: row.follow_up_id, title: row.follow_up_title ?? '', on: row.follow_up_on },
    meeting: row.meeting_id === null ? null : { id: row.meeting_id, title: row.meeting_title ?? '', on: row.meeting_on },
    finding: findingOf(row),
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

function findingOf(row: StoredAction): ActionRow['finding'] {
  const { finding_id: id, finding_project_id: projectId, finding_code: code, finding_wording: wording } = row;
  return id === null || projectId === null || code === null || wording === null ? null : { id, projectId, code, wording };
}
