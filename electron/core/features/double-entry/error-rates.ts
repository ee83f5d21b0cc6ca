import { z } from 'zod';
import type { ErrorRate } from '../../../../shared/contract/double-entry.ts';
import { QuestionId, type ProjectId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { firstBySql } from './pass-row.ts';

const PassRow = z.object({ first_by: z.string().nullable(), second_by: z.string(), fields: z.int(), discrepancies: z.int() });
const DecisionRow = z.object({
  choice: z.enum(['first', 'second', 'other']),
  first_by: z.string().nullable(),
  second_by: z.string().nullable(),
  count: z.int(),
});
const QuestionRow = z.object({ id: QuestionId, number: z.string(), fields: z.int(), discrepancies: z.int() });

const passSql = `
SELECT ${firstBySql} AS first_by, second_pass.entered_by AS second_by, coalesce(field_count, 0) AS fields, coalesce(discrepancy_count, 0) AS discrepancies
FROM second_pass JOIN interview ON interview.id = second_pass.interview_id
WHERE interview.project_id = :projectId AND interview.status <> 'withdrawn' AND second_pass.finished_at IS NOT NULL`;
const decisionSql = `
SELECT choice, first_by, second_by, count(*) AS count FROM discrepancy JOIN interview ON interview.key = discrepancy.interview_key
WHERE interview.project_id = :projectId AND interview.status <> 'withdrawn' GROUP BY choice, first_by, second_by`;
// Every field that either pass has entered and that is still asked, of the passes that are finished. What lies in a round that only one
// of them has was entered once and counts nowhere; such a round is itself one field of its repeat, as soon as it is decided.
const questionSql = `
WITH finished AS (
  SELECT interview.key FROM second_pass JOIN interview ON interview.id = second_pass.interview_id
  WHERE interview.project_id = :projectId AND interview.status <> 'withdrawn' AND second_pass.finished_at IS NOT NULL
), pair AS (
  SELECT second_turn.interview_key, pairs_with AS instance FROM finished JOIN second_turn ON second_turn.interview_key = finished.key
  WHERE pairs_with IS NOT NULL AND is_taken = 0
), field AS (
  SELECT answer.interview_key, answer.question_key, answer.instance FROM finished JOIN answer ON answer.interview_key = finished.key
    LEFT JOIN turn ON turn.interview_key = answer.interview_key AND turn.instance = answer.instance
  WHERE (answer.state IS NULL OR answer.state <> 'parked')
    AND (turn.question_key IS NULL OR (answer.interview_key, answer.instance) IN (SELECT interview_key, instance FROM pair))
  UNION SELECT second_answer.interview_key, second_answer.question_key, coalesce(second_turn.pairs_with, second_answer.instance)
  FROM finished JOIN second_answer ON second_answer.interview_key = finished.key
    LEFT JOIN second_turn ON second_turn.interview_key = second_answer.interview_key AND second_turn.instance = second_answer.instance
  WHERE second_turn.id IS NULL OR (second_turn.pairs_with IS NOT NULL AND second_turn.is_taken = 0)
  UNION SELECT discrepancy.interview_key, discrepancy.question_key, discrepancy.instance
  FROM finished JOIN discrepancy ON discrepancy.interview_key = finished.key JOIN question ON question.key = discrepancy.question_key
  WHERE question.type = 'repeat'
)
SELECT question.id, question.number, count(*) AS fields, count(discrepancy.id) AS discrepancies
FROM field JOIN question ON question.key = field.question_key LEFT JOIN discrepancy ON discrepancy.interview_key = field.interview_key
  AND discrepancy.question_key = field.question_key AND discrepancy.instance = field.instance
WHERE question.type NOT IN ('calculated', 'note') GROUP BY question.key ORDER BY question.version_id, question.ordinal`;

/**
 * How often the two passes differed: of all fields entered twice, as counted when each second pass ended; by question and by person as far
 * as differences have been decided. A third value was an error of both. A round that only one of them has is one field in which they
 * differ, whatever lies in it: an error of the first when the second's is taken (a round missed or invented), else of the second.
 */
export function readErrorRates({ sql }: Call, projectId: ProjectId) {
  const passes = sql.all(PassRow, passSql, { projectId });
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    interviews: passes.length,
    fields: sum(passes.map((pass) => pass.fields)),
    discrepancies: sum(passes.map((pass) => pass.discrepancies)),
    byPerson: byPerson(sql, passes, sql.all(DecisionRow, decisionSql, { projectId })),
    byQuestion: sql
      .all(QuestionRow, questionSql, { projectId })
      .map(({ id: questionId, number, fields, discrepancies }) => ({ questionId, number, fields, discrepancies })),
  };
}

function byPerson(
  sql: Statements,
  passes: readonly z.infer<typeof PassRow>[],
  decisions: readonly z.infer<typeof DecisionRow>[],
): ErrorRate[] {
  const counts = new Map<string, { fields: number; errors: number }>();
  const add = (actorId: string | null, fields: number, errors: number): void => {
    if (actorId === null) return;
    const known = counts.get(actorId) ?? { fields: 0, errors: 0 };
    counts.set(actorId, { fields: known.fields + fields, errors: known.errors + errors });
  };
  for (const pass of passes) {
    add(pass.first_by, pass.fields, 0);
    add(pass.second_by, pass.fields, 0);
  }
  for (const { choice, first_by: first, second_by: second, count } of decisions) {
    if (choice !== 'first') add(first, 0, count);
    if (choice !== 'second') add(second, 0, count);
  }
  const names = new Map(
    sql.all(z.object({ id: z.string(), name: z.string() }), 'SELECT id, name FROM actor').map((row) => [row.id, row.name]),
  );
  return [...counts]
    .map(([actorId, { fields, errors }]) => ({ name: names.get(actorId) ?? '', fields, errors }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb'));
}
