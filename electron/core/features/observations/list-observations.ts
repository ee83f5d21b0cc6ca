import { z } from 'zod';
import { ActionStatus } from '../../../../shared/contract/actions.ts';
import {
  Attribution,
  ObservationKind,
  type ObservationRow,
  ObservationStatus,
  Perspective,
} from '../../../../shared/contract/observations.ts';
import { ActionId, MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { folded, foldedText } from '../../db/folded.ts';
import type { Statements } from '../../db/statements.ts';

const text = z.string().nullable();
const Row = z.object({
  id: z.string(),
  kind: ObservationKind,
  title: z.string(),
  body: text,
  language: Language,
  project_id: ProjectId.nullable(),
  project: text,
  meeting_id: MeetingId.nullable(),
  meeting_title: text,
  meeting_on: text,
  said: text,
  said_on: text,
  attribution: Attribution.nullable(),
  attributed_body_id: text,
  attributed_body: text,
  attributed_organisation_id: text,
  attributed_organisation: text,
  perspective: Perspective.nullable(),
  amount_as_said: text,
  status: ObservationStatus,
  place_id: text,
  place: text,
  service_id: text,
  service: text,
  is_shareable: z.int(),
});
type Row = z.infer<typeof Row>;

const sought = ['title', 'body', 'amount_as_said'].map((column) => `instr(${folded(`observation.${column}`)}, :text) > 0`).join(' OR ');
const from = `FROM observation
  LEFT JOIN meeting ON meeting.id = observation.meeting_id
  LEFT JOIN project ON project.id = coalesce(observation.project_id, meeting.project_id)
  LEFT JOIN text ON text.id = observation.text_id
  LEFT JOIN body ON body.id = observation.attributed_body_id
  LEFT JOIN organisation ON organisation.id = observation.attributed_organisation_id
  LEFT JOIN place ON place.id = observation.place_id
  LEFT JOIN service ON service.id = observation.service_id
  WHERE (:projectId IS NULL OR project.id = :projectId) AND (:status IS NULL OR coalesce(observation.status, 'new') = :status)
    AND (:perspective IS NULL OR observation.perspective = :perspective)
    AND (:placeIds IS NULL OR coalesce(observation.place_id, meeting.place_id) IN (SELECT value FROM json_each(:placeIds)))
    AND (:meetingId IS NULL OR observation.meeting_id = :meetingId)
    AND (:isShareable IS NULL OR observation.is_shareable = :isShareable)
    AND (:text IS NULL OR ${sought} OR instr(${folded('place.name')}, :text) > 0)`;
const listSql = `SELECT observation.id, observation.kind, observation.title, observation.body, observation.language, project.id AS project_id,
    project.name AS project, meeting.id AS meeting_id, meeting.title AS meeting_title,
    coalesce(meeting.held_on, meeting.planned_sort_on) AS meeting_on, text.body AS said, observation.said_on, observation.attribution,
    observation.attributed_body_id, body.name AS attributed_body, observation.attributed_organisation_id,
    organisation.name AS attributed_organisation, observation.perspective, observation.amount_as_said,
    coalesce(observation.status, 'new') AS status, observation.place_id, place.name AS place, observation.service_id,
    service.name AS service, observation.is_shareable
  ${from} AND (:kind IS NULL OR observation.kind = :kind)
  ORDER BY coalesce(observation.status, 'new') <> 'new', coalesce(observation.said_on, meeting.held_on, '') DESC, observation.id
  LIMIT :limit OFFSET :offset`;
const countSql = `SELECT observation.kind, count(*) AS n ${from} GROUP BY observation.kind`;
const Count = z.object({ kind: ObservationKind, n: z.int() });

const EventRow = z.object({ observation_id: z.string(), status: ObservationStatus, happened_on: z.string(), note: text, meeting: text });
const eventSql = `SELECT observation_event.observation_id, observation_event.status, observation_event.happened_on, observation_event.note,
    meeting.title AS meeting
  FROM observation_event LEFT JOIN meeting ON meeting.id = observation_event.meeting_id
  WHERE observation_event.observation_id IN (SELECT value FROM json_each(:ids)) ORDER BY observation_event.happened_on, observation_event.id`;
const ActionOf = z.object({ observation_id: z.string(), id: ActionId, code: z.string(), wording: z.string(), status: ActionStatus });
const actionSql = `SELECT observation_id, id, code, wording, status FROM action
  WHERE observation_id IN (SELECT value FROM json_each(:ids)) ORDER BY length(code), code`;

/** Which observations; what is left out does not narrow. */
export interface ObservationScope {
  readonly projectId?: ProjectId | undefined;
  readonly status?: ObservationStatus | undefined;
  readonly perspective?: Perspective | undefined;
  /** Places as they stand; none is added. */
  readonly placeIds?: readonly string[] | undefined;
  readonly meetingId?: MeetingId | undefined;
  readonly isShareable?: boolean | undefined;
  readonly text?: string | undefined;
}

export interface ObservationSelection extends ObservationScope {
  readonly kind?: ObservationKind | undefined;
  readonly limit: number;
  readonly offset: number;
}

function scopeParams(scope: ObservationScope) {
  return {
    projectId: scope.projectId ?? null,
    status: scope.status ?? null,
    perspective: scope.perspective ?? null,
    placeIds: scope.placeIds === undefined ? null : JSON.stringify(scope.placeIds),
    meetingId: scope.meetingId ?? null,
    isShareable: scope.isShareable === undefined ? null : Number(scope.isShareable),
    text: foldedText(scope.text),
  };
}

/** How many there are of each kind. */
export function countObservations(sql: Statements, scope: ObservationScope) {
  const rows = sql.all(Count, countSql, scopeParams(scope));
  const byKind: Partial<Record<ObservationKind, number>> = Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
  return { all: rows.reduce((sum, { n }) => sum + n, 0), byKind };
}

/** Observations with their lives and what was agreed because of them: new ones first, then the latest said. */
export function listObservations(sql: Statements, { kind, limit, offset, ...scope }: ObservationSelection): ObservationRow[] {
  const rows = sql.all(Row, listSql, { ...scopeParams(scope), kind: kind ?? null, limit, offset });
  const ids = JSON.stringify(rows.map((row) => row.id));
  const events = Map.groupBy(sql.all(EventRow, eventSql, { ids }), (event) => event.observation_id);
  const actions = Map.groupBy(sql.all(ActionOf, actionSql, { ids }), (action) => action.observation_id);
  return rows.map((row) => ({
    ...toObservation(row),
    events: (events.get(row.id) ?? []).map(({ status, happened_on: on, note, meeting }) => ({ status, on, note, meeting })),
    actions: (actions.get(row.id) ?? []).map(({ id, code, wording, status }) => ({ id, code, wording, status })),
  }));
}

function toObservation(row: Row): Omit<ObservationRow, 'events' | 'actions'> {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    body: row.body,
    language: row.language,
    projectId: row.project_id,
    project: row.project,
    meeting: row.meeting_id === null ? null : { id: row.meeting_id, title: row.meeting_title ?? '', on: row.meeting_on },
    said: row.said,
    saidOn: row.said_on,
    attribution: row.attribution,
    attributedBody: named(row.attributed_body_id, row.attributed_body),
    attributedOrganisation: named(row.attributed_organisation_id, row.attributed_organisation),
    perspective: row.perspective,
    amountAsSaid: row.amount_as_said,
    status: row.status,
    place: named(row.place_id, row.place),
    service: named(row.service_id, row.service),
    isShareable: row.is_shareable === 1,
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}
