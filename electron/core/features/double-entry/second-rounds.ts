import { z } from 'zod';
import type { Turn } from '../../../../shared/contract/interviews.ts';
import type { Statements } from '../../db/statements.ts';
import type { LoadedVersion } from '../questionnaires/read-version.ts';

/*
 * The second pass has rounds of its own: how many the first entered would tell what it entered. The persons of a group are facts of
 * the interview, known before anything is asked, and are the same for both.
 */

/** A round of the second pass; `pairsWith` is the interview's own round it is held against, null until the pass is finished. */
export interface SecondRound extends Turn {
  readonly pairsWith: number | null;
  /** The interview's round was made of this one, so that what is in it was entered once. */
  readonly isTaken: boolean;
}

const Row = z.object({
  id: z.string(),
  instance: z.int(),
  question_key: z.int(),
  parent_instance: z.int(),
  ordinal: z.int(),
  pairs_with: z.int().nullable(),
  is_taken: z.int(),
});

/** The rounds of a second pass, in order within what they lie in. */
export function readSecondRounds(sql: Statements, interviewKey: number, loaded: Pick<LoadedVersion, 'idByKey'>): SecondRound[] {
  const rows = sql.all(
    Row,
    `SELECT id, instance, question_key, parent_instance, ordinal, pairs_with, is_taken FROM second_turn
     WHERE interview_key = :key ORDER BY ordinal, instance`,
    { key: interviewKey },
  );
  return rows.flatMap(({ id, instance, ordinal, ...row }) => {
    const questionId = loaded.idByKey.get(row.question_key);
    if (questionId === undefined) return [];
    const place = { questionId, parentInstance: row.parent_instance, ordinal, label: '' };
    return [{ id, instance, ...place, pairsWith: row.pairs_with, isTaken: row.is_taken === 1 }];
  });
}
