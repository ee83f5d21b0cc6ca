import { z } from 'zod';
import type { BackgroundColumn } from '../../../../shared/contract/coding.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';

const VariableRow = z.object({
  variable_id: z.string(),
  name: z.string(),
  key: z.int(),
  wording: z.string(),
  type: z.string(),
  question_id: z.string(),
  scale_id: z.string().nullable(),
});
const OptionRow = z.object({ code: z.int(), label: z.string() });
const ValueRow = z.object({ interview_key: z.int(), instance: z.int(), variable_id: z.string(), value: z.number().nullable() });
const TurnRow = z.object({ interview_key: z.int(), instance: z.int(), parent_instance: z.int() });
const ServiceRow = z.object({ id: z.string(), name: z.string() });

// The newest version's wording stands for the variable. Identifiers never stand beside an answer.
const variablesSql = `
SELECT variable.id AS variable_id, variable.name, question.key, question.wording, question.type, question.id AS question_id, question.scale_id
FROM variable JOIN question ON question.variable_id = variable.id JOIN questionnaire_version ON questionnaire_version.id = question.version_id
WHERE variable.project_id = :projectId AND variable.is_background = 1 AND variable.is_identifier = 0
AND question.type IN ('one', 'yes-no', 'scale', 'scale-0-10', 'number')
ORDER BY questionnaire_version.number DESC, question.ordinal`;

const optionsSql = `
SELECT code, label FROM answer_option
WHERE (question_id = :questionId AND :scaleId IS NULL) OR scale_id = :scaleId ORDER BY ordinal`;

const valuesSql = `
SELECT answer.interview_key, answer.instance, question.variable_id, coalesce(answer.code, answer.num) AS value
FROM json_each(:keys) AS wanted JOIN answer ON answer.interview_key = wanted.value
JOIN question ON question.key = answer.question_key
WHERE answer.question_key IN (SELECT key FROM question WHERE variable_id IN (SELECT value FROM json_each(:variables)))
AND coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')`;

const turnsSql = `
SELECT turn.interview_key, turn.instance, turn.parent_instance FROM json_each(:keys) AS wanted
JOIN turn ON turn.interview_key = wanted.value`;

const servicesSql = `
SELECT DISTINCT service.id, service.name FROM interview JOIN service ON service.id = interview.service_id
WHERE interview.project_id = :projectId ORDER BY service.name`;

function backgroundVariables(sql: Statements, projectId: string): z.infer<typeof VariableRow>[] {
  const seen = new Set<string>();
  return sql.all(VariableRow, variablesSql, { projectId }).filter((row) => !seen.has(row.variable_id) && seen.add(row.variable_id));
}

/** Background variables of a project with the words of their answers, in the order they are asked. */
export function readColumns(sql: Statements, projectId: string): z.input<typeof BackgroundColumn>[] {
  return backgroundVariables(sql, projectId).map((row) => ({
    variableId: row.variable_id,
    name: row.name,
    // Wordings and labels are LocalisedText; the schema of the answer checks them in development.
    title: JSON.parse(row.wording) as LocalisedText,
    isNumeric: row.type === 'number' || row.type === 'scale-0-10',
    options: sql
      .all(OptionRow, optionsSql, { questionId: row.question_id, scaleId: row.scale_id })
      .map((option) => ({ code: option.code, label: JSON.parse(option.label) as LocalisedText })),
  }));
}

/** Services the project's interviews are about. */
export function readServices(sql: Statements, projectId: string): { id: string; name: string }[] {
  return sql.all(ServiceRow, servicesSql, { projectId });
}

/** The turn of an answer, those it lies in, and the interview itself: "2", "1", "0" for a round of the first person. */
function around(parents: ReadonlyMap<string, number>, interviewKey: number, instance: number): number[] {
  const found: number[] = [];
  for (let at = instance; at !== 0 && !found.includes(at); at = parents.get(`${interviewKey} ${at}`) ?? 0) found.push(at);
  return [...found, 0];
}

/**
 * Looks up the background of whoever gave an answer, in the order of the columns; null where there is none. In a group it is
 * that of the person, else what the group answered together; of a question in a repeat, that of the same round. What several
 * persons or rounds answered differently stands beside none of them.
 */
export function readBackground(
  sql: Statements,
  projectId: string,
  interviewKeys: readonly number[],
): (interviewKey: number, instance: number) => (number | null)[] {
  const variables = backgroundVariables(sql, projectId).map((row) => row.variable_id);
  if (variables.length === 0) return () => [];
  const keys = JSON.stringify(interviewKeys);
  const rows = sql.all(ValueRow, valuesSql, { keys, variables: JSON.stringify(variables) });
  const values = new Map(rows.map((row) => [`${row.interview_key} ${row.instance} ${row.variable_id}`, row.value]));
  const parents = new Map(sql.all(TurnRow, turnsSql, { keys }).map((row) => [`${row.interview_key} ${row.instance}`, row.parent_instance]));
  return (key, instance) => {
    const turns = around(parents, key, instance);
    return variables.map((variable) => {
      const nearest = turns.find((turn) => values.has(`${key} ${turn} ${variable}`));
      return nearest === undefined ? null : (values.get(`${key} ${nearest} ${variable}`) ?? null);
    });
  };
}
