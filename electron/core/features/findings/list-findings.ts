import { z } from 'zod';
import { type FindingRow, FindingLevel, FindingStatus, Polarity } from '../../../../shared/contract/findings.ts';
import { FindingId, MeetingId, ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import { folded, foldedText } from '../../db/folded.ts';
import type { Statements } from '../../db/statements.ts';
import { readFindingLives } from './finding-lives.ts';
import { themeNames } from './theme-names.ts';
import { isWithdrawn } from './withdrawn-evidence.ts';

const Row = z.object({
  id: FindingId,
  project_id: ProjectId,
  code: z.string(),
  wording: z.string(),
  language: Language,
  polarity: Polarity,
  level: FindingLevel.nullable(),
  status: FindingStatus,
  service_id: z.string().nullable(),
  service: z.string().nullable(),
  place_id: z.string().nullable(),
  place: z.string().nullable(),
  meeting_id: MeetingId.nullable(),
  meeting: z.string().nullable(),
  amount_as_said: z.string().nullable(),
});

/** It rested on what somebody said who has withdrawn since; looking at it again lets go of that. Or on nothing any longer. */
const lostEvidence = `(EXISTS (SELECT 1 FROM finding_evidence WHERE finding_evidence.finding_id = finding.id AND ${isWithdrawn})
  OR NOT EXISTS (SELECT 1 FROM finding_evidence WHERE finding_evidence.finding_id = finding.id))`;
/** SQL of the state a row of `finding` is shown in: a final one that lost evidence needs a look. */
export const findingStanding = `CASE WHEN finding.status = 'final' AND ${lostEvidence} THEN 'needs-a-look' ELSE finding.status END`;
const found = `SELECT finding.id, finding.project_id, finding.code, finding.wording, finding.language, finding.polarity, finding.level,
    ${findingStanding} AS status, finding.service_id, service.name AS service, finding.place_id, place.name AS place, finding.meeting_id,
    meeting.title AS meeting, finding.amount_as_said
  FROM finding LEFT JOIN service ON service.id = finding.service_id LEFT JOIN place ON place.id = finding.place_id
  LEFT JOIN meeting ON meeting.id = finding.meeting_id
  WHERE finding.project_id = :projectId AND (:polarity IS NULL OR finding.polarity = :polarity)
    AND (:text IS NULL OR instr(${folded('finding.wording')}, :text) > 0 OR instr(${folded('finding.code')}, :text) > 0
      OR EXISTS (SELECT 1 FROM finding_wording WHERE finding_wording.finding_id = finding.id AND instr(${folded('wording_before')}, :text) > 0))`;
const listSql = `SELECT ${Object.keys(Row.shape).join(', ')} FROM (${found}) WHERE :status IS NULL OR status = :status
  ORDER BY length(code), code LIMIT :limit OFFSET :offset`;
const countSql = `SELECT status, count(*) AS n FROM (${found}) GROUP BY status`;
const Count = z.object({ status: FindingStatus, n: z.int() });

export interface FindingScope {
  readonly projectId: ProjectId;
  readonly polarity?: Polarity | undefined;
  readonly text?: string | undefined;
}

export interface FindingSelection extends FindingScope {
  readonly status?: FindingStatus | undefined;
  /** The language theme names are wanted in. */
  readonly language: Language;
  readonly limit: number;
  readonly offset: number;
}

function scopeParams({ projectId, polarity, text }: FindingScope) {
  return { projectId, polarity: polarity ?? null, text: foldedText(text) };
}

/** How many findings stand in each state. */
export function countFindings(sql: Statements, scope: FindingScope) {
  const rows = sql.all(Count, countSql, scopeParams(scope));
  const byStatus: Partial<Record<FindingStatus, number>> = Object.fromEntries(rows.map(({ status, n }) => [status, n]));
  return { all: rows.reduce((sum, { n }) => sum + n, 0), byStatus };
}

/** The findings of a project by code, each with what it rests on, its life, what it was called before and what came of it. */
export function listFindings(sql: Statements, { status, language, limit, offset, ...scope }: FindingSelection): FindingRow[] {
  const rows = sql.all(Row, listSql, { ...scopeParams(scope), status: status ?? null, limit, offset });
  const lives = readFindingLives(
    sql,
    rows.map((row) => row.id),
    themeNames(sql, language),
  );
  return rows.map((row) => ({
    id: row.id,
    projectId: row.project_id,
    code: row.code,
    wording: row.wording,
    language: row.language,
    polarity: row.polarity,
    level: row.level,
    status: row.status,
    service: row.service,
    ownService: row.service_id === null ? null : { id: row.service_id, name: row.service ?? '' },
    place: row.place_id === null ? null : { id: row.place_id, name: row.place ?? '' },
    meeting: row.meeting_id === null ? null : { id: row.meeting_id, title: row.meeting ?? '' },
    amountAsSaid: row.amount_as_said,
    ...lives(row.id),
  }));
}

const Shown = z.object({ status: FindingStatus });

/** The state a finding is shown in: a final one that lost evidence needs a look. @throws AppError NOT_FOUND */
export function shownStatus(sql: Statements, findingId: FindingId): FindingStatus {
  const row = sql.get(Shown, `SELECT ${findingStanding} AS status FROM finding WHERE finding.id = :findingId`, { findingId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row.status;
}

const Hit = z.object({ id: FindingId, project_id: ProjectId, code: z.string(), wording: z.string(), project: z.string() });
const hitSql = `SELECT finding.id, finding.project_id, finding.code, finding.wording, project.name AS project
  FROM finding JOIN project ON project.id = finding.project_id
  WHERE (:projectId IS NULL OR finding.project_id = :projectId)
    AND (instr(${folded('finding.code')}, :text) = 1 OR instr(${folded('finding.wording')}, :text) > 0)
  ORDER BY instr(${folded('finding.code')}, :text) = 1 DESC, length(finding.code), finding.code, project.name LIMIT :limit`;

/** Findings whose code begins with the text, or whose words hold it; the codes first. */
export function findFindings(sql: Statements, text: string, projectId: ProjectId | undefined, limit: number) {
  const wanted = foldedText(text);
  if (wanted === null) return [];
  return sql
    .all(Hit, hitSql, { text: wanted, projectId: projectId ?? null, limit })
    .map(({ id, project_id: project, code, wording, project: name }) => ({ id, projectId: project, code, wording, project: name }));
}
