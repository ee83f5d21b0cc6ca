import type { GridScope } from '../../../../shared/contract/coding.ts';
import type { SqlParams } from '../../db/statements.ts';

/** A part of a query and what it binds. */
export interface SqlPart {
  readonly text: string;
  readonly params: SqlParams;
}

// Read or coded before :asOf. A row coded since then still counts as it was, so that it does not jump away under the hand.
const wasDone = `(EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id AND coding.coded_at <= :asOf)
  OR EXISTS (SELECT 1 FROM text_reading WHERE text_reading.text_id = text.id AND text_reading.read_at <= :asOf))`;

/** The same, as it is now. */
export const isDone = `(EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id)
  OR EXISTS (SELECT 1 FROM text_reading WHERE text_reading.text_id = text.id))`;

export const isDoubtful = 'EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id AND coding.is_doubtful = 1)';

/** Order in which the people were asked; a question asked of several in one interview follows its instances. */
const asked = 'interview.key, coalesce(answer.instance, 0)';

/**
 * FROM, WHERE and ORDER BY of the rows in scope: everybody who was asked in a version that has the question, whether they
 * answered or not; nobody who has withdrawn. `asked_question` finds each version's own question for the variable.
 */
export function gridRows(scope: GridScope): SqlPart & { readonly order: string; readonly ctes: string } {
  const { filter } = scope;
  const conditions: string[] = [];
  const params: Record<string, string> = { projectId: scope.projectId, variableId: scope.variableId };
  const ctes = [`asked_question AS MATERIALIZED (SELECT key, version_id, number FROM question WHERE variable_id = :variableId)`];
  if (filter?.serviceId !== undefined) {
    conditions.push('interview.service_id = :serviceId');
    params['serviceId'] = filter.serviceId;
  }
  if (filter?.themeId !== undefined) {
    ctes.push('branch (id) AS (SELECT :themeId UNION SELECT theme.id FROM theme JOIN branch ON theme.parent_id = branch.id)');
    conditions.push('EXISTS (SELECT 1 FROM coding WHERE coding.text_id = text.id AND coding.theme_id IN (SELECT id FROM branch))');
    params['themeId'] = filter.themeId;
  }
  if (filter?.only === 'doubtful') conditions.push(isDoubtful);
  if (filter?.only === 'uncoded') conditions.push(`text.id IS NOT NULL AND NOT ${wasDone}`);
  if (filter?.only === 'uncoded' || scope.order === 'uncoded-first') params['asOf'] = scope.asOf ?? '9999';
  return {
    ctes: `WITH RECURSIVE ${ctes.join(', ')}`,
    text: `
FROM interview JOIN respondent ON respondent.id = interview.respondent_id AND respondent.withdrawn_at IS NULL
JOIN asked_question ON asked_question.version_id = interview.version_id
LEFT JOIN answer ON answer.interview_key = interview.key AND answer.question_key = asked_question.key
LEFT JOIN text ON text.id = answer.text_id AND text.body <> '' AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')
WHERE interview.project_id = :projectId AND interview.status NOT IN ('withdrawn', 'declined')${conditions.map((one) => `\nAND ${one}`).join('')}`,
    order: scope.order === 'uncoded-first' ? `(text.id IS NULL OR ${wasDone}), ${asked}` : asked,
    params,
  };
}
