import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({
  key: z.int(),
  service_id: z.string().nullable(),
  place_id: z.string().nullable(),
  wave_id: z.string(),
  interviewer_id: z.string().nullable(),
});
/** What an interview's rows are sorted and filtered by besides answers. */
export type InterviewFacts = z.infer<typeof Row>;

const factsSql = 'SELECT key, service_id, place_id, wave_id, interviewer_id FROM interview WHERE project_id = :projectId';

/** Service, place, wave and interviewer of a project's interviews by their key. */
export function readInterviewFacts(sql: Statements, projectId: string): ReadonlyMap<number, InterviewFacts> {
  return new Map(sql.all(Row, factsSql, { projectId }).map((row) => [row.key, row]));
}

const Named = z.object({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof Named>;
const Coder = z.object({ id: z.string(), name: z.string(), initials: z.string() });

const namesSql = {
  services: `SELECT DISTINCT service.id, service.name FROM interview JOIN service ON service.id = interview.service_id
    WHERE interview.project_id = :projectId ORDER BY service.name`,
  places: `SELECT DISTINCT place.id, place.name FROM interview JOIN place ON place.id = interview.place_id
    WHERE interview.project_id = :projectId ORDER BY place.name, place.id`,
  waves: 'SELECT id, name FROM wave WHERE project_id = :projectId ORDER BY ordinal',
  interviewers: `SELECT DISTINCT actor.id, actor.name FROM interview JOIN actor ON actor.id = interview.interviewer_id
    WHERE interview.project_id = :projectId ORDER BY actor.name, actor.id`,
  meetings: `SELECT DISTINCT meeting.id, meeting.title AS name FROM meeting JOIN minute_line ON minute_line.meeting_id = meeting.id
    WHERE meeting.project_id = :projectId ORDER BY coalesce(meeting.held_on, meeting.planned_sort_on), meeting.id`,
} as const;

/** What a project's interviews and meetings are called after, in the order in which rows are sorted by it. */
export function readNames(sql: Statements, projectId: string, what: keyof typeof namesSql): Named[] {
  return sql.all(Named, namesSql[what], { projectId });
}

const codersSql = `
SELECT id, name, initials FROM actor WHERE is_consensus = 0 AND (:onlyCoderId IS NULL OR id = :onlyCoderId) ORDER BY name, id`;

/** Who works in the file, and so may have coded; the one coder where coding is blind. */
export function readCoders(sql: Statements, onlyCoderId: string | null): z.infer<typeof Coder>[] {
  return sql.all(Coder, codersSql, { onlyCoderId });
}
