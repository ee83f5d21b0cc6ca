import { z } from 'zod';
import { ActionStatus, type ActionRow, type DueFilter } from '../../../../shared/contract/actions.ts';
import { ActionId, FindingId, MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { daysOverdue, VagueDate } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';

/** "Soon" is six weeks: what a meeting in between could still do something about. */
const soonDays = 42;

const Row = z.object({
  id: ActionId,
  code: z.string(),
  wording: z.string(),
  language: Language,
  project: z.string().nullable(),
  owner: z.string().nullable(),
  parties: z.string().nullable(),
  addressee: z.string().nullable(),
  is_existing_measure: z.int(),
  place: z.string().nullable(),
  due_as_said: z.string().nullable(),
  due_sort_on: z.string().nullable(),
  due_precision: VagueDate.shape.precision,
  status: ActionStatus,
  result: z.string().nullable(),
  finding_id: FindingId.nullable(),
  finding_project_id: ProjectId.nullable(),
  finding_code: z.string().nullable(),
  finding_wording: z.string().nullable(),
  meeting_id: MeetingId.nullable(),
  meeting_title: z.string().nullable(),
  meeting_on: z.string().nullable(),
  is_reported: z.int(),
});
type Row = z.infer<typeof Row>;

/** State of an action on a day, as SQL over `listed`; the order of the list is the order of these. */
const standing = `CASE
  WHEN status IN ('agreed', 'under-way') AND due_sort_on < :today THEN 'overdue'
  WHEN status IN ('agreed', 'under-way') AND due_sort_on <= :soon THEN 'soon'
  WHEN status IN ('agreed', 'under-way') AND due_sort_on IS NOT NULL THEN 'later'
  WHEN status IN ('agreed', 'under-way') THEN 'undated'
  WHEN status IN ('done', 'not-done') AND is_reported = 0 THEN 'unreported'
  ELSE 'over' END`;

const listed = `WITH listed AS (
  SELECT action.id, action.code, action.wording, action.language, project.name AS project,
    coalesce(action.owner_as_said, organisation.name) AS owner, action.parties, action.addressee, action.is_existing_measure,
    coalesce(place.name, meeting_place.name) AS place, action.due_as_said, action.due_sort_on, action.due_precision, action.status,
    action.result, action.finding_id, finding.project_id AS finding_project_id, finding.code AS finding_code,
    finding.wording AS finding_wording, action.meeting_id, meeting.title AS meeting_title,
    coalesce(meeting.held_on, meeting.planned_sort_on) AS meeting_on,
    EXISTS (SELECT 1 FROM report_back WHERE report_back.action_id = action.id) AS is_reported
  FROM action
  LEFT JOIN meeting ON meeting.id = action.meeting_id
  LEFT JOIN project ON project.id = coalesce(action.project_id, meeting.project_id)
  LEFT JOIN organisation ON organisation.id = action.owner_organisation_id
  LEFT JOIN place ON place.id = action.place_id
  LEFT JOIN place AS meeting_place ON meeting_place.id = meeting.place_id
  LEFT JOIN finding ON finding.id = action.finding_id
  WHERE :projectId IS NULL OR project.id = :projectId
), stood AS (SELECT *, ${standing} AS standing FROM listed)`;

const columns = Object.keys(Row.shape).join(', ');
const listSql = `${listed} SELECT ${columns} FROM stood WHERE :due IS NULL OR standing = :due
  ORDER BY CASE standing WHEN 'overdue' THEN 0 WHEN 'soon' THEN 1 WHEN 'later' THEN 1 WHEN 'undated' THEN 2 WHEN 'unreported' THEN 3 ELSE 4 END,
    due_sort_on, code
  LIMIT :limit OFFSET :offset`;
const countSql = `${listed} SELECT count(*) AS all_count, coalesce(sum(standing = 'overdue'), 0) AS overdue,
  coalesce(sum(standing = 'soon'), 0) AS soon, coalesce(sum(standing = 'unreported'), 0) AS unreported FROM stood`;
const Counts = z.object({ all_count: z.int(), overdue: z.int(), soon: z.int(), unreported: z.int() });

const EventRow = z.object({
  action_id: ActionId,
  kind: z.enum([...ActionStatus.options, 'reviewed']),
  happened_on: z.string(),
  note: z.string().nullable(),
  body: z.string().nullable(),
});
const eventSql = `SELECT action_event.action_id, action_event.kind, action_event.happened_on, action_event.note, body.name AS body
  FROM action_event LEFT JOIN body ON body.id = action_event.body_id
  WHERE action_event.action_id IN (SELECT value FROM json_each(:ids)) ORDER BY action_event.happened_on, action_event.id`;
const ReportBackRow = z.object({
  action_id: ActionId,
  told_on: z.string(),
  how: z.string(),
  told_by: z.string().nullable(),
  told_to: z.string().nullable(),
});
const reportBackSql = `SELECT action_id, told_on, how, told_by, told_to FROM report_back
  WHERE action_id IN (SELECT value FROM json_each(:ids)) ORDER BY told_on`;

export interface ActionSelection {
  readonly projectId: ProjectId | undefined;
  readonly due: DueFilter | undefined;
  /** ISO day on the person's wall. */
  readonly today: string;
  readonly limit: number;
  readonly offset: number;
}

function selectionParams({ projectId, today }: Pick<ActionSelection, 'projectId' | 'today'>) {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + soonDays * 86_400_000).toISOString().slice(0, 10);
  return { projectId: projectId ?? null, today, soon };
}

/** How many actions are overdue, due soon, or over without the users having been told, on a given day. */
export function countActions(sql: Statements, selection: Pick<ActionSelection, 'projectId' | 'today'>) {
  const row = sql.get(Counts, countSql, selectionParams(selection));
  return { all: row?.all_count ?? 0, overdue: row?.overdue ?? 0, soon: row?.soon ?? 0, unreported: row?.unreported ?? 0 };
}

/** Actions in the order they ask for attention: overdue, dated, undated, over but untold, over. */
export function listActions(sql: Statements, selection: ActionSelection): ActionRow[] {
  const { due, limit, offset, today } = selection;
  const rows = sql.all(Row, listSql, { ...selectionParams(selection), due: due ?? null, limit, offset });
  const ids = JSON.stringify(rows.map((row) => row.id));
  const events = Map.groupBy(sql.all(EventRow, eventSql, { ids }), (event) => event.action_id);
  const told = Map.groupBy(sql.all(ReportBackRow, reportBackSql, { ids }), (report) => report.action_id);
  return rows.map((row) => ({
    ...toAction(row, today),
    events: (events.get(row.id) ?? []).map((event) => ({ kind: event.kind, on: event.happened_on, note: event.note, body: event.body })),
    reportedBack: (told.get(row.id) ?? []).map((report) => ({
      on: report.told_on,
      how: report.how,
      by: report.told_by,
      to: report.told_to,
    })),
  }));
}

function toAction(row: Row, today: string): Omit<ActionRow, 'events' | 'reportedBack'> {
  const due: VagueDate = { asSaid: row.due_as_said, sortOn: row.due_sort_on, precision: row.due_precision };
  const isOpen = row.status === 'agreed' || row.status === 'under-way';
  return {
    id: row.id,
    code: row.code,
    wording: row.wording,
    language: row.language,
    project: row.project,
    owner: row.owner,
    parties: row.parties,
    addressee: row.addressee,
    isExistingMeasure: row.is_existing_measure === 1,
    place: row.place,
    due,
    daysOverdue: isOpen ? daysOverdue(due, today) : 0,
    status: row.status,
    result: row.result,
    finding: findingOf(row),
    meeting: row.meeting_id === null ? null : { id: row.meeting_id, title: row.meeting_title ?? '', on: row.meeting_on },
  };
}

function findingOf(row: Row): ActionRow['finding'] {
  const { finding_id: id, finding_project_id: projectId, finding_code: code, finding_wording: wording } = row;
  return id === null || projectId === null || code === null || wording === null ? null : { id, projectId, code, wording };
}
