import { z } from 'zod';
import { QuestionId, type InterviewId } from '../../../../shared/model/ids.ts';
import type { Statements } from '../../db/statements.ts';

/*
 * Where somebody is in an interview is a fact about this copy of the file, not a change of the interview: it is kept outside
 * the operation log, so that moving about makes no steps, and so that undoing an old answer never collides with a later move
 * (a move would otherwise rewrite the interview's row image). It still reaches the disk before the call returns.
 * interview.current_question_id is only read, for interviews that came from elsewhere and have no place here yet.
 */

const Place = z.object({ questionId: QuestionId.nullable(), at: z.string() });
export type Place = z.infer<typeof Place>;

const prefix = 'place:';

/** Keeps the place; null is the last page. `at` is UTC ISO. */
export function keepPlace(sql: Statements, interviewId: InterviewId, place: Place): void {
  sql.run('INSERT INTO workspace_fact (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value', {
    name: `${prefix}${interviewId}`,
    value: JSON.stringify(place),
  });
}

/** Where the interview was left in this copy, or undefined when it was never opened here. */
export function readPlace(sql: Statements, interviewId: InterviewId): Place | undefined {
  const row = sql.get(z.object({ value: z.string() }), 'SELECT value FROM workspace_fact WHERE name = :name', {
    name: `${prefix}${interviewId}`,
  });
  return row === undefined ? undefined : Place.parse(JSON.parse(row.value));
}
