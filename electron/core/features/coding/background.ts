import { z } from 'zod';
import type { BackgroundColumn } from '../../../../shared/contract/coding.ts';
import { withBlanks } from '../../../../shared/expressions/text-pieces.ts';
import type { LocalisedText } from '../../../../shared/model/text.ts';
import type { Statements } from '../../db/statements.ts';

const VariableRow = z.object({
  variable_id: z.string(),
  name: z.string(),
  is_background: z.int(),
  wording: z.string(),
  type: z.string(),
  question_id: z.string(),
  scale_id: z.string().nullable(),
});
type VariableRow = z.infer<typeof VariableRow>;
const OptionRow = z.object({ code: z.int(), label: z.string() });
const ValueRow = z.object({
  interview_key: z.int(),
  instance: z.int(),
  variable_id: z.string(),
  value: z.number().nullable(),
  several: z.string().nullable(),
});
const TurnRow = z.object({ interview_key: z.int(), instance: z.int(), parent_instance: z.int() });

/** An answer to a closed question: a code or number, the codes where several could be chosen, or none. */
export type ClosedValue = number | number[] | null;

// The newest version's wording stands for the variable. Identifiers never stand beside an answer.
const variablesSql = `
SELECT variable.id AS variable_id, variable.name, variable.is_background, question.wording, question.type, question.id AS question_id, question.scale_id
FROM variable JOIN question ON question.variable_id = variable.id JOIN questionnaire_version ON questionnaire_version.id = question.version_id
WHERE variable.project_id = :projectId AND variable.is_identifier = 0
AND question.type IN ('one', 'yes-no', 'scale', 'scale-0-10', 'number', 'several')
ORDER BY questionnaire_version.number DESC, question.ordinal`;

const optionsSql = `
SELECT code, label FROM answer_option
WHERE (question_id = :questionId AND :scaleId IS NULL) OR scale_id = :scaleId ORDER BY ordinal`;

// The cross joins keep the order: each interview, each wording of the question, and then its answer by primary key.
const valuesSql = `
SELECT answer.interview_key, answer.instance, asked.variable_id, coalesce(answer.code, answer.num) AS value,
  CASE WHEN asked.type = 'several' THEN answer.txt END AS several
FROM json_each(:keys) AS wanted
CROSS JOIN (SELECT key, variable_id, type FROM question WHERE variable_id IN (SELECT value FROM json_each(:variables))) AS asked
CROSS JOIN answer ON answer.interview_key = wanted.value AND answer.question_key = asked.key
WHERE coalesce(answer.state, '') NOT IN ('parked', 'invalid-draft')`;

const turnsSql = `
SELECT turn.interview_key, turn.instance, turn.parent_instance FROM json_each(:keys) AS wanted
CROSS JOIN turn ON turn.interview_key = wanted.value`;

function closedVariables(sql: Statements, projectId: string): VariableRow[] {
  const seen = new Set<string>();
  return sql.all(VariableRow, variablesSql, { projectId }).filter((row) => !seen.has(row.variable_id) && seen.add(row.variable_id));
}

/** Ids of a project's background variables, in the order they are asked. */
export function backgroundVariables(sql: Statements, projectId: string): string[] {
  return closedVariables(sql, projectId).flatMap((row) => (row.is_background === 1 ? row.variable_id : []));
}

/** Closed questions of a project with the words of their answers: those marked as background first, then in the order they are asked. */
export function readColumns(sql: Statements, projectId: string): z.input<typeof BackgroundColumn>[] {
  return closedVariables(sql, projectId)
    .toSorted((a, b) => b.is_background - a.is_background)
    .map((row) => ({
      variableId: row.variable_id,
      name: row.name,
      // Wordings and labels are LocalisedText; the schema of the answer checks them in development.
      title: withBlanks(JSON.parse(row.wording) as LocalisedText),
      isNumeric: row.type === 'number' || row.type === 'scale-0-10',
      isBackground: row.is_background === 1,
      options: optionsOf(sql, row),
    }));
}

function optionsOf(sql: Statements, row: VariableRow): { code: number; label: LocalisedText }[] {
  return (
    sql
      .all(OptionRow, optionsSql, { questionId: row.question_id, scaleId: row.scale_id })
      // As above.
      .map((option) => ({ code: option.code, label: withBlanks(JSON.parse(option.label) as LocalisedText) }))
  );
}

/** Codes of a closed question in the order its answers are offered; empty for numbers. */
export function readCodeOrder(sql: Statements, projectId: string, variableId: string): number[] {
  const row = closedVariables(sql, projectId).find((one) => one.variable_id === variableId);
  return row === undefined ? [] : optionsOf(sql, row).map((option) => option.code);
}

/** The turn of an answer, those it lies in, and the interview itself: "2", "1", "0" for a round of the first person. */
function around(parents: ReadonlyMap<string, number>, interviewKey: number, instance: number): number[] {
  if (instance === 0) return [0];
  const found: number[] = [];
  for (let at = instance; at !== 0 && !found.includes(at); at = parents.get(`${interviewKey} ${at}`) ?? 0) found.push(at);
  return [...found, 0];
}

/** Looks up what whoever gave an answer said to other questions, in the order of the variables; null where there is none. */
export type BackgroundOf = (interviewKey: number, instance: number) => ClosedValue[];

/**
 * What people said to closed questions. In a group it is that of the person, else what the group answered together; of a question in a
 * repeat, that of the same round. What several persons or rounds answered differently stands beside none of them.
 */
export function readBackground(sql: Statements, variables: readonly string[], interviewKeys: readonly number[]): BackgroundOf {
  if (variables.length === 0) return () => [];
  const keys = JSON.stringify(interviewKeys);
  const values = variables.map(() => new Map<string | number, ClosedValue>());
  const placeOf = new Map(variables.map((id, place) => [id, place]));
  for (const row of sql.all(ValueRow, valuesSql, { keys, variables: JSON.stringify(variables) }))
    values[placeOf.get(row.variable_id) ?? -1]?.set(keyOf(row.interview_key, row.instance), valueOf(row));
  const parents = new Map(sql.all(TurnRow, turnsSql, { keys }).map((row) => [`${row.interview_key} ${row.instance}`, row.parent_instance]));
  return (key, instance) => {
    const turns = around(parents, key, instance);
    return values.map((known) => {
      const nearest = turns.find((turn) => known.has(keyOf(key, turn)));
      return nearest === undefined ? null : (known.get(keyOf(key, nearest)) ?? null);
    });
  };
}

/** Most answers belong to the interview itself: its number alone is enough. */
function keyOf(interviewKey: number, instance: number): string | number {
  return instance === 0 ? interviewKey : `${interviewKey} ${instance}`;
}

function valueOf({ value, several }: z.infer<typeof ValueRow>): ClosedValue {
  if (several === null) return value;
  return several
    .split(' ')
    .filter((part) => part !== '')
    .map(Number);
}
