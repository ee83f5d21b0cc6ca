import { z } from 'zod';
import { InterviewStatus, type InterviewRow } from '../../../../shared/contract/interviews.ts';
import { InterviewId, QuestionId, VersionId, WaveId, type ProjectId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { readVersion, type LoadedVersion } from '../questionnaires/read-version.ts';
import { judge, progressOf } from './answer-states.ts';
import { readPlace } from './place.ts';
import { readAnswers } from './read-answers.ts';

export interface ListInput {
  readonly projectId: ProjectId;
  readonly waveId?: WaveId | undefined;
  readonly status?: InterviewStatus | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

const Row = z.object({
  id: InterviewId,
  key: z.int(),
  version_id: VersionId,
  code: z.string(),
  wave: z.string(),
  service: z.string(),
  place: z.string(),
  status: InterviewStatus,
  held_on: z.string().nullable(),
  interviewer: z.string(),
});
const columns = `interview.id, interview.key, version_id, respondent.code, wave.name AS wave, coalesce(service.name, '') AS service,
  coalesce(place.name, '') AS place, interview.status, held_on, coalesce(actor.name, '') AS interviewer`;
const joins = `JOIN respondent ON respondent.id = interview.respondent_id JOIN wave ON wave.id = interview.wave_id
  LEFT JOIN service ON service.id = interview.service_id LEFT JOIN place ON place.id = interview.place_id LEFT JOIN actor ON actor.id = interview.interviewer_id`;

/** Within one wave the index gives the order; across waves the list follows the keys, which the plus sign makes sure of. */
function pageSql(hasWave: boolean): string {
  const where = hasWave ? 'interview.project_id = :projectId AND interview.wave_id = :waveId' : '+interview.project_id = :projectId';
  return `SELECT ${columns} FROM interview ${joins}
    WHERE ${where} AND interview.key < :after AND (:status IS NULL OR interview.status = :status) ORDER BY interview.key DESC LIMIT :limit`;
}

/** One page of interviews, newest first, with the counts for the filters. */
export function listInterviews({ sql }: Call, input: ListInput) {
  const params = {
    projectId: input.projectId,
    after: input.after ?? Number.MAX_SAFE_INTEGER,
    status: input.status ?? null,
    limit: input.limit + 1,
  };
  const rows = sql.all(Row, pageSql(input.waveId !== undefined), input.waveId === undefined ? params : { ...params, waveId: input.waveId });
  const versions = new Map<VersionId, LoadedVersion>();
  return {
    rows: rows.slice(0, input.limit).map((row) => toRow(sql, row, versions)),
    hasMore: rows.length > input.limit,
    statusCounts: countStatuses(sql, input),
    waves: sql.all(
      z.object({ id: WaveId, name: z.string(), count: z.int() }),
      `SELECT wave.id, wave.name, (SELECT count(*) FROM interview WHERE interview.project_id = wave.project_id AND interview.wave_id = wave.id) AS count
       FROM wave WHERE project_id = :projectId ORDER BY ordinal DESC`,
      { projectId: input.projectId },
    ),
  };
}

function countStatuses(sql: Statements, { projectId, waveId }: ListInput) {
  const StatusCount = z.object({ status: InterviewStatus, count: z.int() });
  const where = waveId === undefined ? '' : 'AND wave_id = :waveId';
  return sql.all(
    StatusCount,
    `SELECT status, count(*) AS count FROM interview WHERE project_id = :projectId ${where} GROUP BY status`,
    waveId === undefined ? { projectId } : { projectId, waveId },
  );
}

function toRow(sql: Statements, row: z.infer<typeof Row>, versions: Map<VersionId, LoadedVersion>): InterviewRow {
  const loaded = versions.get(row.version_id) ?? readVersion(sql, row.version_id);
  versions.set(row.version_id, loaded);
  const answers = readAnswers(sql, row.key, loaded);
  const { answered, asked } = progressOf(loaded, answers, judge(loaded, answers));
  const { id, code, wave, service, place, status, held_on: heldOn, interviewer } = row;
  return { id, cursor: row.key, code, wave, service, place, status, heldOn, interviewer, answered, asked };
}

const UnfinishedRow = z.object({
  id: InterviewId,
  code: z.string(),
  started_at: z.string(),
  version_id: VersionId,
  current_question_id: QuestionId.nullable(),
});

/** The unfinished interview that somebody was in last, and the number of the question where. */
export function findUnfinished({ sql }: Call, projectId: ProjectId) {
  // Few are unfinished at a time; the newest hundred are looked at for the one left last.
  const rows = sql.all(
    UnfinishedRow,
    `SELECT interview.id, respondent.code, started_at, version_id, current_question_id FROM interview
     JOIN respondent ON respondent.id = interview.respondent_id
     WHERE interview.project_id = :projectId AND status = 'started' AND respondent.withdrawn_at IS NULL ORDER BY interview.key DESC LIMIT 100`,
    { projectId },
  );
  const left = rows
    .map((row) => ({ row, place: readPlace(sql, row.id) ?? { questionId: row.current_question_id, at: row.started_at } }))
    .toSorted((a, b) => b.place.at.localeCompare(a.place.at, 'en'))[0];
  if (left === undefined) return { interview: null };
  const { questions } = readVersion(sql, left.row.version_id);
  const question = questions.find((candidate) => candidate.id === left.place.questionId)?.number ?? questions[0]?.number ?? '';
  return { interview: { id: left.row.id, code: left.row.code, at: left.place.at, question } };
}
