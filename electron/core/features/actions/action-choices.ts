import { z } from 'zod';
import { ActionId, MeetingId, type ProjectId } from '../../../../shared/model/ids.ts';
import { folded, foldedText } from '../../db/folded.ts';
import type { Statements } from '../../db/statements.ts';

const Choice = z.object({ id: z.string(), name: z.string(), detail: z.string().nullable(), count: z.int() });

const inProject = `(:projectId IS NULL OR coalesce(action.project_id, (SELECT project_id FROM meeting WHERE meeting.id = action.meeting_id))
  = :projectId)`;
const isOpen = "sum(action.status IN ('agreed', 'under-way'))";
const ownerSql = `SELECT organisation.id, organisation.name, NULL AS detail, ${isOpen} AS count
    FROM action JOIN organisation ON organisation.id = action.owner_organisation_id WHERE ${inProject} GROUP BY organisation.id
  UNION ALL
  SELECT person.id, person.name, NULL AS detail, ${isOpen} AS count
    FROM action JOIN person ON person.id = action.owner_person_id WHERE ${inProject} GROUP BY person.id
  ORDER BY name LIMIT 500`;
const placeSql = `SELECT place.id, place.name, place.code AS detail, ${isOpen} AS count
  FROM action LEFT JOIN meeting ON meeting.id = action.meeting_id JOIN place ON place.id = coalesce(action.place_id, meeting.place_id)
  WHERE ${inProject} GROUP BY place.id ORDER BY place.name, place.code LIMIT 500`;

/** Those who own actions, and the places actions are about, each with how many are agreed or under way. */
export function actionChoices(sql: Statements, projectId: ProjectId | undefined) {
  const params = { projectId: projectId ?? null };
  return { owners: sql.all(Choice, ownerSql, params), places: sql.all(Choice, placeSql, params) };
}

const Hit = z.object({ id: ActionId, code: z.string(), wording: z.string() });
const hitSql = `SELECT id, code, wording FROM action WHERE instr(${folded('code')}, :text) = 1 OR instr(${folded('wording')}, :text) > 0
  ORDER BY instr(${folded('code')}, :text) = 1 DESC, length(code), code LIMIT :limit`;

/** Actions whose code begins with the text, or whose words hold it; the codes first. */
export function findActions(sql: Statements, text: string, limit: number) {
  const wanted = foldedText(text);
  return wanted === null ? [] : sql.all(Hit, hitSql, { text: wanted, limit });
}

const MeetingHit = z.object({ id: MeetingId, title: z.string(), day: z.string().nullable() });
const meetingSql = `SELECT meeting.id, meeting.title, coalesce(meeting.held_on, meeting.planned_sort_on) AS day
  FROM meeting LEFT JOIN place ON place.id = meeting.place_id
  WHERE (:projectId IS NULL OR meeting.project_id = :projectId)
    AND (:text IS NULL OR instr(${folded('meeting.title')}, :text) > 0 OR instr(${folded('place.name')}, :text) > 0)
  ORDER BY day DESC, meeting.title LIMIT :limit`;

export interface MeetingSearch {
  readonly text: string;
  readonly projectId?: ProjectId | undefined;
  readonly limit: number;
}

/** Meetings by title or place, the latest first. */
export function findMeetings(sql: Statements, { text, projectId, limit }: MeetingSearch) {
  const rows = sql.all(MeetingHit, meetingSql, { text: foldedText(text), projectId: projectId ?? null, limit });
  return rows.map(({ id, title, day }) => ({ id, title, on: day }));
}
