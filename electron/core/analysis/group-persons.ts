import { z } from 'zod';
import { yesCode } from '../../../shared/model/questionnaire.ts';
import type { Statements } from '../db/statements.ts';

/** The persons of one group interview, and whose each answer is. */
export interface GroupPersons {
  /** Instances of the persons. Where nobody is known apart the group is one person, 0. */
  readonly persons: readonly number[];
  /** The person that an answer or a round belongs to; 0 for what the group answered together. */
  readonly ownerOf: (instance: number) => number;
}

const TurnRow = z.object({ interview_key: z.int(), instance: z.int(), question_key: z.int().nullable(), parent_instance: z.int() });
type TurnRow = z.infer<typeof TurnRow>;
const InstanceRow = z.object({ interview_key: z.int(), instance: z.int() });

const turnSql = `
SELECT t.interview_key, t.instance, t.question_key, t.parent_instance FROM interview i JOIN turn t ON t.interview_key = i.key
WHERE i.project_id = :projectId AND i.kind = 'group' ORDER BY t.interview_key, t.instance`;

// Where nobody has named the persons they are told apart by their answers; rounds are no persons.
const unnamedSql = `
SELECT DISTINCT a.interview_key, a.instance FROM interview i JOIN answer a ON a.interview_key = i.key
WHERE i.project_id = :projectId AND i.kind = 'group' AND a.instance > 0
  AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.interview_key = a.interview_key AND (t.question_key IS NULL OR t.instance = a.instance))
ORDER BY 1, 2`;

// Whoever said no when each person was asked to take part is no participant, as a declined interview is no interview.
const declinedSql = `
SELECT a.interview_key, a.instance FROM interview i CROSS JOIN question q ON q.version_id = i.version_id AND q.type = 'consent'
JOIN answer a ON a.interview_key = i.key AND a.question_key = q.key
WHERE i.project_id = :projectId AND i.kind = 'group' AND a.instance > 0 AND a.code <> ${yesCode} AND a.state IS NULL`;

/**
 * Whether a text is of somebody who takes part, in SQL over `text` and `interview`: not of a person of a group who said no, nor from a round
 * within that person.
 */
export const takesPart = `(interview.kind IS NOT 'group' OR NOT EXISTS (
WITH RECURSIVE around (instance) AS (SELECT text.instance
  UNION SELECT turn.parent_instance FROM around JOIN turn ON turn.interview_key = text.interview_key AND turn.instance = around.instance)
SELECT 1 FROM around JOIN answer ON answer.interview_key = text.interview_key AND answer.instance = around.instance
JOIN question ON question.key = answer.question_key AND question.type = 'consent'
WHERE around.instance > 0 AND answer.code <> ${yesCode} AND answer.state IS NULL))`;

/** Follows a turn outwards to the person it lies in; 0 when it lies in none. */
function personAround(turns: ReadonlyMap<number, TurnRow>, unnamed: ReadonlySet<number>, instance: number): number {
  const seen = new Set<number>();
  for (let at = instance; at !== 0 && !seen.has(at);) {
    seen.add(at);
    const turn = turns.get(at);
    if (turn === undefined) return unnamed.has(at) ? at : 0;
    if (turn.question_key === null) return at;
    at = turn.parent_instance;
  }
  return 0;
}

/** The persons of every group interview of a project, by the interview's key. */
export function readGroups(sql: Statements, projectId: string): (interviewKey: number) => GroupPersons {
  const turns = Map.groupBy(sql.all(TurnRow, turnSql, { projectId }), (row) => row.interview_key);
  const unnamed = Map.groupBy(sql.all(InstanceRow, unnamedSql, { projectId }), (row) => row.interview_key);
  const declined = new Set(
    sql.all(InstanceRow, declinedSql, { projectId }).map(({ interview_key: key, instance }) => `${key} ${instance}`),
  );
  return (key) => {
    const own = new Map((turns.get(key) ?? []).map((turn) => [turn.instance, turn]));
    const apart = new Set((unnamed.get(key) ?? []).map(({ instance }) => instance));
    const named = [...own.values()].filter(({ question_key: question }) => question === null).map(({ instance }) => instance);
    const known = named.length > 0 ? named : [...apart];
    return {
      persons: known.length === 0 ? [0] : known.filter((instance) => !declined.has(`${key} ${instance}`)),
      ownerOf: (instance) => personAround(own, apart, instance),
    };
  };
}
