import { z } from 'zod';
import { QuestionId, type InterviewId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';

/*
 * Where somebody is in an interview is a fact about this copy of the file, not a change of the interview: it is kept outside
 * the operation log, so that moving about makes no steps, and so that undoing an old answer never collides with a later move
 * (a move would otherwise rewrite the interview's row image). It still reaches the disk before the call returns.
 * interview.current_question_id is only read, for interviews that came from elsewhere and have no place here yet.
 */

const Place = z.object({
  questionId: QuestionId.nullable(),
  instance: z.int().default(0),
  at: z.string(),
  /** The window that was there last: time in a section is counted between two events of one window. */
  windowId: z.string().default(''),
});
export type Place = z.infer<typeof Place>;

/** The interview itself, or its blind second entry. */
export type Pass = 'first' | 'second';

/** Under which the highest number of a round or person that was ever given in an interview is kept (store-turn.ts). */
export const roundsPrefix: Readonly<Record<Pass, string>> = { first: 'turn:', second: 'second-turn:' };
const prefixes: Readonly<Record<Pass, string>> = { first: 'place:', second: 'second-place:' };

/** Forgets what this copy keeps about interviews beside the log: where they were left, and which numbers of rounds are taken. */
export function forgetInterviews(sql: Statements, interviewIds: readonly string[]): void {
  for (const prefix of [...Object.values(prefixes), ...Object.values(roundsPrefix)])
    sql.run('DELETE FROM workspace_fact WHERE name IN (SELECT :prefix || value FROM json_each(:ids))', {
      prefix,
      ids: JSON.stringify(interviewIds),
    });
}

/** SQL for when the first pass of `interview` was left in this copy; null when it was never opened here. */
export const placeAtSql = `(SELECT value ->> '$.at' FROM workspace_fact WHERE name = '${prefixes.first}' || interview.id)`;

/** Keeps the place; a null question is the last page. `at` is UTC ISO. */
export function keepPlace(sql: Statements, interviewId: InterviewId, place: Place, pass: Pass = 'first'): void {
  sql.run('INSERT INTO workspace_fact (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name: `${prefixes[pass]}${interviewId}`,
    value: JSON.stringify(place),
  });
}

/** Where the interview was left in this copy, or undefined when it was never opened here. */
export function readPlace(sql: Statements, interviewId: InterviewId, pass: Pass = 'first'): Place | undefined {
  const row = sql.get(z.object({ value: z.string() }), 'SELECT value FROM workspace_fact WHERE name = :name', {
    name: `${prefixes[pass]}${interviewId}`,
  });
  return row === undefined ? undefined : Place.parse(JSON.parse(row.value));
}
