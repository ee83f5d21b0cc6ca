import { z } from 'zod';
import type { OpenQuestion } from '../../../../shared/contract/coding.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';
import { isDone } from './grid-sql.ts';

const QuestionRow = z.object({ variable_id: z.string(), number: z.string(), wording: z.string() });
const CountRow = z.object({ variable_id: z.string(), people: z.int(), answered: z.int(), coded: z.int() });

const questionsSql = `
SELECT question.variable_id, question.number, question.wording
FROM question JOIN questionnaire_version ON questionnaire_version.id = question.version_id
JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
WHERE questionnaire.project_id = :projectId AND question.type = 'open'
ORDER BY questionnaire_version.number DESC, question.ordinal`;

const countsSql = `
WITH asked_question AS MATERIALIZED (
  SELECT question.key, question.version_id, question.variable_id
  FROM question JOIN questionnaire_version ON questionnaire_version.id = question.version_id
  JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
  WHERE questionnaire.project_id = :projectId AND question.type = 'open')
SELECT asked_question.variable_id, count(DISTINCT interview.respondent_id) AS people, count(text.id) AS answered,
  coalesce(sum(text.id IS NOT NULL AND ${isDone}), 0) AS coded
FROM interview JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
JOIN asked_question ON asked_question.version_id = interview.version_id
LEFT JOIN answer ON answer.interview_key = interview.key AND answer.question_key = asked_question.key
LEFT JOIN text ON text.id = answer.text_id AND text.body <> '' AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')
WHERE interview.project_id = :projectId AND interview.status NOT IN ('withdrawn', 'declined')
GROUP BY asked_question.variable_id`;

/** Open questions of a project with how many answered them and how many answers are coded or read. */
export function readQuestions(sql: Statements, projectId: string): z.input<typeof OpenQuestion>[] {
  const counts = new Map(sql.all(CountRow, countsSql, { projectId }).map((row) => [row.variable_id, row]));
  const seen = new Set<string>();
  return sql
    .all(QuestionRow, questionsSql, { projectId })
    .filter((row) => !seen.has(row.variable_id) && seen.add(row.variable_id))
    .map((row) => ({
      variableId: row.variable_id,
      number: row.number,
      // Wordings are LocalisedText; the schema of the answer checks them in development.
      wording: JSON.parse(row.wording) as LocalisedText,
      people: counts.get(row.variable_id)?.people ?? 0,
      answered: counts.get(row.variable_id)?.answered ?? 0,
      coded: counts.get(row.variable_id)?.coded ?? 0,
    }));
}
