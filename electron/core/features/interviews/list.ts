import { z } from 'zod';
import { InterviewStatus, type InterviewRow, type InterviewSort } from '../../../../shared/contract/interviews.ts';
import { ActorId, InterviewId, QuestionId, RespondentId, VersionId, WaveId, type ProjectId } from '../../../../shared/model/ids.ts';
import { InterviewMode } from '../../../../shared/model/questionnaire.ts';
import { Language } from '../../../../shared/model/text.ts';
import { remembered } from '../../db/remembered.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readVersion } from '../questionnaires/read-version.ts';
import { createProgressReader } from './list-progress.ts';
import { flaggedAnswer, isPlain, listStatement, type ListFilter } from './list-sql.ts';
import { placeAtSql, readPlace } from './place.ts';

export interface ListInput extends ListFilter {
  readonly sort?: InterviewSort | undefined;
  readonly offset: number;
  readonly limit: number;
}

const Key = z.object({ key: z.int() });
const Count = z.object({ n: z.int() });
const Row = z.object({
  id: InterviewId,
  key: z.int(),
  version_id: VersionId,
  respondent_id: RespondentId,
  code: z.string(),
  wave: z.string(),
  service: z.string(),
  place: z.string(),
  status: InterviewStatus,
  kind: z.enum(['person', 'group']),
  mode: InterviewMode,
  language: Language,
  seed: z.int(),
  held_on: z.string().nullable(),
  started_at: z.string(),
  interviewer: z.string(),
  flags: z.int(),
  second_pass: z.enum(['none', 'begun', 'finished', 'verified']),
});

const rowSql = `
SELECT interview.id, interview.key, version_id, respondent_id, respondent.code, wave.name AS wave, coalesce(service.name, '') AS service,
  coalesce(place.name, '') AS place, interview.status, interview.kind, interview.mode, interview.language, interview.seed, held_on, interview.started_at,
  coalesce(actor.name, '') AS interviewer,
  (SELECT count(*) FROM answer WHERE answer.interview_key = interview.key AND ${flaggedAnswer}) AS flags,
  CASE WHEN second_pass.id IS NULL THEN 'none' WHEN second_pass.verified_at IS NOT NULL THEN 'verified'
    WHEN second_pass.finished_at IS NOT NULL THEN 'finished' ELSE 'begun' END AS second_pass
FROM interview JOIN respondent ON respondent.id = interview.respondent_id JOIN wave ON wave.id = interview.wave_id
LEFT JOIN service ON service.id = interview.service_id LEFT JOIN place ON place.id = interview.place_id
LEFT JOIN actor ON actor.id = interview.interviewer_id LEFT JOIN second_pass ON second_pass.interview_id = interview.id
WHERE interview.key IN (SELECT value FROM json_each(:keys))`;

/** Below this a plain list is read off the keys themselves; further down its order is worked out once and kept. */
const nearTop = 1000;

/** One page of interviews. The order is worked out on keys alone; only the page's own rows are read whole. */
export function listInterviews({ sql, workspace }: Call, input: ListInput): { rows: InterviewRow[]; total: number; hasMore: boolean } {
  const { page, total } = pageOf(workspace, input);
  const progress = createProgressReader(sql);
  const byKey = new Map(sql.all(Row, rowSql, { keys: JSON.stringify(page) }).map((row) => [row.key, { ...toRow(row), ...progress(row) }]));
  return { rows: page.flatMap((key) => byKey.get(key) ?? []), total, hasMore: input.offset + page.length < total };
}

function pageOf(workspace: Workspace, input: ListInput): { page: number[]; total: number } {
  const { sql } = workspace;
  const { offset, limit, sort, ...filter } = input;
  const { from, order, params } = listStatement(filter, sort);
  if (isPlain(filter, sort) && offset + limit <= nearTop) {
    const rows = sql.all(Key, `SELECT interview.key ${from} ORDER BY ${order} LIMIT :limit OFFSET :offset`, { ...params, limit, offset });
    const counted = sql.get(Count, 'SELECT count(*) AS n FROM interview WHERE project_id = :projectId', { projectId: filter.projectId });
    return { page: rows.map((row) => row.key), total: counted?.n ?? 0 };
  }
  const keys = remembered(workspace, `interviews ${JSON.stringify([filter, sort])}`, () =>
    Int32Array.from(sql.all(Key, `SELECT interview.key ${from} ORDER BY ${order}`, params), (row) => row.key),
  );
  return { page: [...keys.subarray(offset, offset + limit)], total: keys.length };
}

function toRow(row: z.infer<typeof Row>): Omit<InterviewRow, 'answered' | 'asked'> {
  const { id, code, wave, service, place, status, kind, mode, interviewer, flags } = row;
  return {
    id,
    respondentId: row.respondent_id,
    code,
    wave,
    service,
    place,
    status,
    kind,
    mode,
    heldOn: row.held_on,
    interviewer,
    flags,
    secondPass: row.second_pass,
  };
}

/** Every interview the filter lets through, newest first. */
export function listInterviewIds(sql: Statements, filter: ListFilter): { interviewIds: InterviewId[] } {
  const { from, order, params } = listStatement(filter, undefined);
  const rows = sql.all(z.object({ id: InterviewId }), `SELECT interview.id ${from} ORDER BY ${order}`, params);
  return { interviewIds: rows.map((row) => row.id) };
}

const StatusCount = z.object({ status: InterviewStatus, count: z.int() });
const CountedWave = z.object({ id: WaveId, name: z.string(), count: z.int() });
const CountedPerson = z.object({ id: ActorId, name: z.string(), count: z.int() });
const Named = z.object({ id: z.string(), name: z.string() });

/** What the list can be filtered by. Counts come from indexes alone, but for statuses within one wave. */
export function readFacets({ sql, workspace }: Call, scope: FacetScope) {
  return remembered(workspace, `facets ${JSON.stringify(scope)}`, () => facetsOf(sql, scope));
}

interface FacetScope {
  readonly projectId: ProjectId;
  readonly waveId?: WaveId | undefined;
}

function facetsOf(sql: Statements, { projectId, waveId }: FacetScope) {
  const inWave = waveId === undefined ? '' : 'AND wave_id = :waveId';
  const statuses = sql.all(
    StatusCount,
    `SELECT status, count(*) AS count FROM interview WHERE project_id = :projectId ${inWave} GROUP BY status`,
    waveId === undefined ? { projectId } : { projectId, waveId },
  );
  return {
    total: statuses.reduce((sum, row) => sum + row.count, 0),
    statuses,
    waves: sql.all(
      CountedWave,
      `SELECT wave.id, wave.name, (SELECT count(*) FROM interview WHERE interview.project_id = wave.project_id AND interview.wave_id = wave.id) AS count
       FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC`,
      { projectId },
    ),
    interviewers: sql.all(
      CountedPerson,
      `SELECT actor.id, actor.name, counted.count FROM
         (SELECT interviewer_id, count(*) AS count FROM interview WHERE project_id = :projectId GROUP BY interviewer_id) AS counted
       JOIN actor ON actor.id = counted.interviewer_id ORDER BY actor.name`,
      { projectId },
    ),
    places: sql.all(
      Named,
      'SELECT place.id, place.name FROM project_place JOIN place ON place.id = place_id WHERE project_id = :projectId ORDER BY place.name',
      { projectId },
    ),
    services: sql.all(
      Named,
      'SELECT service.id, service.name FROM project_service JOIN service ON service.id = service_id WHERE project_id = :projectId ORDER BY service.name',
      { projectId },
    ),
  };
}

const UnfinishedRow = z.object({
  id: InterviewId,
  code: z.string(),
  at: z.string(),
  version_id: VersionId,
  current_question_id: QuestionId.nullable(),
});

/** The unfinished interview that somebody was in last, and the number of the question where. */
export function findUnfinished({ sql }: Call, projectId: ProjectId) {
  const left = sql.get(
    UnfinishedRow,
    `SELECT interview.id, respondent.code, version_id, current_question_id, coalesce(${placeAtSql}, started_at) AS at FROM interview
     JOIN respondent ON respondent.id = interview.respondent_id
     WHERE interview.project_id = :projectId AND status = 'started' AND respondent.withdrawn_at IS NULL ORDER BY at DESC, interview.key DESC LIMIT 1`,
    { projectId },
  );
  if (left === undefined) return { interview: null };
  const { id, code, at } = left;
  const place = readPlace(sql, id);
  const { questions } = readVersion(sql, left.version_id);
  const stands = place === undefined ? left.current_question_id : place.questionId;
  const question = questions.find((candidate) => candidate.id === stands)?.number ?? questions[0]?.number ?? '';
  return { interview: { id, code, at, question } };
}
