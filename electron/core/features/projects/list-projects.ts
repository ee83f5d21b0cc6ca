import { z } from 'zod';
import { ProjectKind, ProjectStatus, type ProjectSummary } from '../../../../shared/contract/projects.ts';
import { ProjectId } from '../../../../shared/model/ids.ts';
import { Language } from '../../../../shared/model/text.ts';
import { counted, Precision } from '../../../../shared/model/vague.ts';
import type { Statements } from '../../db/statements.ts';
import { mayBeSeen } from '../coding/index.ts';

const Row = z.object({
  id: ProjectId,
  name: z.string(),
  kind: ProjectKind,
  status: ProjectStatus,
  content_language: Language,
  threshold: z.int(),
  delete_on: z.string().nullable(),
  interviews: z.int(),
  frame_count: z.int().nullable(),
  frame_precision: Precision.nullable(),
  meetings: z.int(),
  meetings_held: z.int(),
  findings: z.int(),
  report_title: z.string().nullable(),
  report_updated_on: z.string().nullable(),
});

/** Interviews that count: finished in full or in part, not declined and not withdrawn. */
export const countedInterview = "interview.status IN ('partial', 'complete', 'in-check', 'verified')";
const held = "meeting.status IN ('held', 'minutes-sent', 'changed-after-sending')";

const listSql = `SELECT project.id, project.name, project.kind, project.status, project.content_language, project.threshold, project.delete_on,
  (SELECT count(*) FROM interview WHERE interview.project_id = project.id AND ${countedInterview}) AS interviews,
  latest.frame_count, latest.frame_precision,
  (SELECT count(*) FROM meeting WHERE meeting.project_id = project.id AND meeting.status <> 'cancelled') AS meetings,
  (SELECT count(*) FROM meeting WHERE meeting.project_id = project.id AND ${held}) AS meetings_held,
  (SELECT count(*) FROM finding WHERE finding.project_id = project.id) AS findings,
  report.title AS report_title, report.updated_on AS report_updated_on
FROM project
LEFT JOIN wave AS latest ON latest.id = (
  SELECT id FROM wave WHERE wave.project_id = project.id AND wave.frame_count IS NOT NULL ORDER BY wave.ordinal DESC LIMIT 1)
LEFT JOIN report ON report.id = (SELECT id FROM report WHERE report.project_id = project.id ORDER BY updated_on DESC, year DESC LIMIT 1)
WHERE :projectId IS NULL OR project.id = :projectId
ORDER BY project.status IN ('finished', 'stopped', 'anonymised'), project.starts_on DESC, project.name LIMIT 200`;

/**
 * Open answers of interviews that count, and how many of them somebody has coded or read as holding no theme; where coding is blind,
 * how many I have. The first
 * join runs over interview_by_project, then text_by_answer, coding_by_text and text_reading's own key.
 */
const openAnswerSql = `SELECT interview.project_id, count(*) AS open_answers,
  sum(EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id AND ${mayBeSeen()})
    OR EXISTS (SELECT 1 FROM text_reading WHERE text_reading.text_id = text.id AND ${mayBeSeen('text_reading')})) AS done
FROM interview JOIN text ON text.interview_key = interview.key AND text.kind = 'answer'
WHERE (:projectId IS NULL OR interview.project_id = :projectId) AND ${countedInterview}
GROUP BY interview.project_id`;
const OpenAnswerRow = z.object({ project_id: ProjectId, open_answers: z.int(), done: z.int() });

/** Open answers per project: how many, and how many are done. */
export function countOpenAnswers(
  sql: Statements,
  projectId: ProjectId | undefined,
  actorId: string,
): ReadonlyMap<ProjectId, { readonly all: number; readonly done: number }> {
  const rows = sql.all(OpenAnswerRow, openAnswerSql, { projectId: projectId ?? null, actorId });
  return new Map(rows.map((row) => [row.project_id, { all: row.open_answers, done: row.done }]));
}

/** Projects with how far they have come: those under way first, newest first. */
export function listProjects(sql: Statements, actorId: string, projectId?: ProjectId): ProjectSummary[] {
  const openAnswers = countOpenAnswers(sql, projectId, actorId);
  return sql.all(Row, listSql, { projectId: projectId ?? null }).map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    status: row.status,
    contentLanguage: row.content_language,
    threshold: row.threshold,
    deleteOn: row.delete_on,
    interviews: row.interviews,
    frame: counted(row.frame_count, row.frame_precision),
    openAnswers: openAnswers.get(row.id)?.all ?? 0,
    openAnswersDone: openAnswers.get(row.id)?.done ?? 0,
    meetings: row.meetings,
    meetingsHeld: row.meetings_held,
    findings: row.findings,
    report: row.report_title === null ? null : { title: row.report_title, updatedOn: row.report_updated_on },
  }));
}
