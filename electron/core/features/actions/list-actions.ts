import { z } from 'zod';
import type { ActionRow, ActionStatus, DueFilter } from '../../../../shared/contract/actions.ts';
import type { ActionId, MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { AppError } from '../../app-error.ts';
import { folded, foldedText } from '../../db/folded.ts';
import type { Statements } from '../../db/statements.ts';
import { StoredAction, toActions } from './action-rows.ts';

/** "Soon" is six weeks: what a meeting in between could still do something about. */
const soonDays = 42;
/** Half a year without a word: half a round of a yearly meeting. */
const forgottenDays = 182;

const lastLooked = `max(coalesce(action.agreed_on, ''),
  coalesce((SELECT max(happened_on) FROM action_event WHERE action_event.action_id = action.id), ''),
  coalesce((SELECT max(told_on) FROM report_back WHERE report_back.action_id = action.id), ''))`;
/**
 * The day it came to stand as it does, after it last stood otherwise. Steps are told apart by when they were written, as the status is: a day that is
 * written down afterwards may lie before those of earlier steps.
 */
export const standsSince = `(SELECT min(happened_on) FROM action_event WHERE action_event.action_id = action.id AND kind = action.status
  AND id > coalesce((SELECT max(other.id) FROM action_event AS other
    WHERE other.action_id = action.id AND other.kind NOT IN (action.status, 'reviewed')), ''))`;
const sought = ['code', 'wording', 'owner_as_said', 'parties', 'addressee', 'channel', 'result']
  .map((column) => `instr(${folded(`action.${column}`)}, :text) > 0`)
  .join(' OR ');

const listed = `WITH listed AS (
  SELECT action.id, action.code, action.wording, action.language, project.id AS project_id, project.name AS project,
    coalesce(action.owner_as_said, organisation.name, person.name) AS owner, action.owner_as_said, action.owner_organisation_id,
    organisation.name AS owner_organisation, action.owner_person_id, person.name AS owner_person, action.parties, action.addressee,
    action.channel, action.is_existing_measure, coalesce(place.name, meeting_place.name) AS place, action.place_id,
    place.name AS own_place, action.agreed_on, action.due_as_said, action.due_sort_on, action.due_precision, action.status, action.result,
    action.reviewing_body_id, body.name AS reviewing_body, follow_up.id AS follow_up_id, follow_up.title AS follow_up_title,
    coalesce(follow_up.held_on, follow_up.planned_sort_on) AS follow_up_on, action.finding_id,
    finding.project_id AS finding_project_id, finding.code AS finding_code, finding.wording AS finding_wording, action.observation_id,
    observation.title AS observation, action.meeting_id, meeting.title AS meeting_title,
    coalesce(meeting.held_on, meeting.planned_sort_on) AS meeting_on, ${lastLooked} AS last_looked_on,
    EXISTS (SELECT 1 FROM report_back WHERE report_back.action_id = action.id AND told_on >= coalesce(${standsSince}, '')) AS is_reported
  FROM action
  LEFT JOIN meeting ON meeting.id = action.meeting_id
  LEFT JOIN project ON project.id = coalesce(action.project_id, meeting.project_id)
  LEFT JOIN organisation ON organisation.id = action.owner_organisation_id
  LEFT JOIN person ON person.id = action.owner_person_id
  LEFT JOIN place ON place.id = action.place_id
  LEFT JOIN place AS meeting_place ON meeting_place.id = meeting.place_id
  LEFT JOIN body ON body.id = action.reviewing_body_id
  LEFT JOIN meeting AS follow_up ON follow_up.id = action.follow_up_meeting_id
  LEFT JOIN finding ON finding.id = action.finding_id
  LEFT JOIN observation ON observation.id = action.observation_id
  WHERE (:id IS NULL OR action.id = :id) AND (:projectId IS NULL OR project.id = :projectId) AND (:status IS NULL OR action.status = :status)
    AND (:ownerId IS NULL OR action.owner_organisation_id = :ownerId OR action.owner_person_id = :ownerId)
    AND (:placeIds IS NULL OR coalesce(action.place_id, meeting.place_id) IN (SELECT value FROM json_each(:placeIds)))
    AND (:meetingId IS NULL OR action.meeting_id = :meetingId OR action.follow_up_meeting_id = :meetingId)
    AND (:text IS NULL OR ${sought} OR instr(${folded('organisation.name')}, :text) > 0 OR instr(${folded('person.name')}, :text) > 0)
), stood AS (SELECT *,
  status IN ('agreed', 'under-way') AND coalesce(due_sort_on < :today, 0) AS is_overdue,
  status IN ('agreed', 'under-way') AND coalesce(due_sort_on >= :today AND due_sort_on <= :soon, 0) AS is_soon,
  status IN ('agreed', 'under-way') AND (owner IS NULL OR (due_as_said IS NULL AND due_sort_on IS NULL)) AS is_missing,
  status IN ('done', 'not-done') AND is_reported = 0 AS is_unreported,
  (status IN ('agreed', 'under-way') OR (status = 'handed-over' AND is_reported = 0)) AND last_looked_on < :halfYearAgo AS is_forgotten
FROM listed)`;

const columns = Object.keys(StoredAction.shape).join(', ');
const listSql = `${listed} SELECT ${columns} FROM stood
  WHERE CASE :due WHEN 'overdue' THEN is_overdue WHEN 'soon' THEN is_soon WHEN 'missing' THEN is_missing
    WHEN 'unreported' THEN is_unreported WHEN 'forgotten' THEN is_forgotten ELSE 1 END
  ORDER BY CASE WHEN is_overdue THEN 0 WHEN status IN ('agreed', 'under-way') AND due_sort_on IS NOT NULL THEN 1
      WHEN status IN ('agreed', 'under-way') THEN 2 WHEN is_unreported THEN 3 ELSE 4 END,
    due_sort_on, length(code), code
  LIMIT :limit OFFSET :offset`;
const countSql = `${listed} SELECT count(*) AS all_count, coalesce(sum(is_overdue), 0) AS overdue, coalesce(sum(is_soon), 0) AS soon,
  coalesce(sum(is_missing), 0) AS missing, coalesce(sum(is_unreported), 0) AS unreported, coalesce(sum(is_forgotten), 0) AS forgotten
  FROM stood`;
const Counts = z.object({
  all_count: z.int(),
  overdue: z.int(),
  soon: z.int(),
  missing: z.int(),
  unreported: z.int(),
  forgotten: z.int(),
});

/** Which actions, on which day. What is left out does not narrow. */
export interface ActionScope {
  /** ISO day on the person's wall. */
  readonly today: string;
  readonly id?: ActionId | undefined;
  readonly projectId?: ProjectId | undefined;
  readonly status?: ActionStatus | undefined;
  /** An organisation or a person. */
  readonly ownerId?: string | undefined;
  /** Places as they stand; none is added. */
  readonly placeIds?: readonly string[] | undefined;
  readonly meetingId?: MeetingId | undefined;
  readonly text?: string | undefined;
}

export interface ActionSelection extends ActionScope {
  readonly due?: DueFilter | undefined;
  readonly limit: number;
  readonly offset: number;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function scopeParams(scope: ActionScope) {
  const { today, placeIds } = scope;
  return {
    today,
    soon: daysAfter(today, soonDays),
    halfYearAgo: daysAfter(today, -forgottenDays),
    id: scope.id ?? null,
    projectId: scope.projectId ?? null,
    status: scope.status ?? null,
    ownerId: scope.ownerId ?? null,
    placeIds: placeIds === undefined ? null : JSON.stringify(placeIds),
    meetingId: scope.meetingId ?? null,
    text: foldedText(scope.text),
  };
}

/** How many actions stand in each of the lists on a given day. */
export function countActions(sql: Statements, scope: ActionScope) {
  const row = sql.get(Counts, countSql, scopeParams(scope));
  const { all_count: all = 0, overdue = 0, soon = 0, missing = 0, unreported = 0, forgotten = 0 } = row ?? {};
  return { all, overdue, soon, missing, unreported, forgotten };
}

/** Actions in the order they ask for attention: overdue, dated, undated, over but untold, over. */
export function listActions(sql: Statements, selection: ActionSelection): ActionRow[] {
  const { due, limit, offset, today } = selection;
  return toActions(sql, sql.all(StoredAction, listSql, { ...scopeParams(selection), due: due ?? null, limit, offset }), today);
}

/** One action. @throws AppError NOT_FOUND */
export function getAction(sql: Statements, id: ActionId, today: string): ActionRow {
  const [row] = listActions(sql, { id, today, limit: 1, offset: 0 });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}
