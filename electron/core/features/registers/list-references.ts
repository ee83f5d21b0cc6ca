import { z } from 'zod';
import { BankQuestionRow, type GuidelineRow, type SurveyRow } from '../../../../shared/contract/register-rows.ts';
import { LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import type { Page } from './page.ts';

const SurveyDbRow = z.object({
  id: z.string(),
  name: z.string(),
  owner: z.string().nullable(),
  every_months: z.int().nullable(),
  latest_year: z.int().nullable(),
  headline: z.string().nullable(),
  has_enough_answers: z.int().nullable(),
});
const surveySql = `SELECT id, name, owner, every_months, latest_year, headline, has_enough_answers FROM external_survey
ORDER BY name LIMIT :limit OFFSET :offset`;

/** Surveys that others run. */
export function listSurveys(sql: Statements, page: Page): SurveyRow[] {
  return sql.all(SurveyDbRow, surveySql, { ...page }).map((row) => ({
    id: row.id,
    name: row.name,
    owner: row.owner,
    everyMonths: row.every_months,
    latestYear: row.latest_year,
    headline: row.headline,
    hasEnoughAnswers: row.has_enough_answers === null ? null : row.has_enough_answers === 1,
  }));
}

const GuidelineDbRow = z.object({
  id: z.string(),
  title: z.string(),
  reference: z.string().nullable(),
  issued_by: z.string().nullable(),
  note: z.string().nullable(),
});
const guidelineSql = 'SELECT id, title, reference, issued_by, note FROM guideline ORDER BY title LIMIT :limit OFFSET :offset';
const UseRow = z.object({ guideline_id: z.string(), name: z.string() });
const useSql = `SELECT DISTINCT project_guideline.guideline_id, project.name FROM project_guideline JOIN project ON project.id = project_guideline.project_id
WHERE project_guideline.guideline_id IN (SELECT value FROM json_each(:ids)) ORDER BY project.name`;

/** Laws, plans and steering papers, with the projects that refer to them. */
export function listGuidelines(sql: Statements, page: Page): GuidelineRow[] {
  const rows = sql.all(GuidelineDbRow, guidelineSql, { ...page });
  const uses = Map.groupBy(sql.all(UseRow, useSql, { ids: JSON.stringify(rows.map((row) => row.id)) }), (use) => use.guideline_id);
  return rows.map(({ issued_by: issuedBy, ...row }) => ({ ...row, issuedBy, projects: (uses.get(row.id) ?? []).map((use) => use.name) }));
}

const QuestionDbRow = z.object({
  id: z.string(),
  kind: BankQuestionRow.shape.kind,
  wording: z.string(),
  source: z.string().nullable(),
  licence: z.string().nullable(),
  uses: z.int(),
});
const questionSql = `SELECT bank_question.id, bank_question.kind, bank_question.wording, bank_question.source, bank_question.licence,
  (SELECT count(*) FROM question WHERE question.bank_question_id = bank_question.id)
    + (SELECT count(*) FROM sheet_question WHERE sheet_question.bank_question_id = bank_question.id) AS uses
FROM bank_question ORDER BY bank_question.kind, bank_question.id LIMIT :limit OFFSET :offset`;

/** Questions kept for reuse, with how often they are used. */
export function listBankQuestions(sql: Statements, page: Page): BankQuestionRow[] {
  return sql.all(QuestionDbRow, questionSql, { ...page }).map((row) => ({ ...row, wording: LocalisedText.parse(JSON.parse(row.wording)) }));
}
