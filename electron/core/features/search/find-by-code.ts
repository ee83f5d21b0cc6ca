import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import type { FoundGroup, SearchInput } from './find.ts';

const Row = z.object({
  id: z.string(),
  project_id: z.string(),
  project: z.string(),
  code: z.string(),
  wave: z.string(),
});
const codePattern = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u;

// By project, so that the index of codes is used; nobody who has withdrawn.
const codeSql = `
SELECT interview.id, project.id AS project_id, project.name AS project, respondent.code, wave.name AS wave
FROM project JOIN respondent ON respondent.project_id = project.id AND respondent.code IN (:typed, :upper, :lower)
JOIN interview ON interview.respondent_id = respondent.id AND interview.status <> 'withdrawn' JOIN wave ON wave.id = interview.wave_id
WHERE respondent.withdrawn_at IS NULL AND (:projectId IS NULL OR project.id = :projectId)
ORDER BY project.name, wave.ordinal DESC`;

/** Interviews of the person whose code was typed. Findings and actions are found with the other words: their codes are among them. */
export function findByCode(sql: Statements, { text, projectId, from, limit }: SearchInput): FoundGroup {
  const typed = text.trim();
  if (!codePattern.test(typed)) return { group: 'records', total: 0, hits: [] };
  const params = { typed, upper: typed.toUpperCase(), lower: typed.toLowerCase(), projectId: projectId ?? null };
  const rows = sql.all(Row, codeSql, params);
  return {
    group: 'records',
    total: rows.length,
    hits: rows.slice(from, from + limit).map((row) => ({
      id: row.id,
      kind: 'interview',
      project: row.project,
      code: row.code,
      title: row.wave,
      wording: null,
      language: null,
      text: '',
      marks: [],
      isCutBefore: false,
      isCutAfter: false,
      at: 0,
      isExact: true,
      themeIds: [],
      opens: { screen: 'interview', projectId: row.project_id, interviewId: row.id, questionId: null },
    })),
  };
}
