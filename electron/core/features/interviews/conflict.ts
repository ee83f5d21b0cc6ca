import { z } from 'zod';
import type { AnswerOutcome } from '../../../../shared/contract/interviews.ts';
import { isSameAnswer, type AnswerValue } from '../../../../shared/model/answer.ts';
import type { Statements } from '../../db/statements.ts';
import { answerKey } from '../../../../shared/expressions/form.ts';
import type { OpenInterview, Spot } from './open-interview.ts';
import { readNotes, toRecord } from './read-answers.ts';

type Conflict = NonNullable<AnswerOutcome['conflict']>;

const Written = z.object({ n: z.int(), at: z.string(), name: z.string() });
const writtenSql = `
SELECT op_change.n, op.at, coalesce(actor.name, '') AS name FROM op_change JOIN op ON op.seq = op_change.op_seq
LEFT JOIN actor ON actor.id = op.actor_id WHERE table_name = :table AND row_id = :rowId ORDER BY op_change.n DESC LIMIT 1`;

/**
 * What somebody else has made of an answer since the writer saw it, or null. An answer that already is what the writer wants is no
 * conflict. Who and when come from the operation log; an imported answer has nobody there.
 */
export function findConflict(
  sql: Statements,
  open: OpenInterview,
  spot: Spot,
  { seen, wanted }: { readonly seen: AnswerValue | null; readonly wanted: AnswerValue | null },
): Conflict | null {
  const key = answerKey(spot.questionId, spot.instance);
  const standing = open.answers.get(key);
  const value = standing?.value ?? null;
  if (isSameAnswer(value, seen) || isSameAnswer(value, wanted)) return null;
  const written = [
    lastWritten(sql, 'answer', `${open.interview.key}:${spot.questionKey}:${spot.instance}`),
    standing?.textId == null ? undefined : lastWritten(sql, 'text', standing.textId),
  ]
    .filter((entry) => entry !== undefined)
    .toSorted((a, b) => b.n - a.n)[0];
  const notes = readNotes(sql, open.interview.key, open.loaded);
  return { theirs: toRecord(spot, standing, notes.get(key)), by: written?.name ?? '', at: written?.at ?? open.interview.started_at };
}

/** Who last wrote a row, and when, by the operation log; undefined where it came with an import. */
export function lastWritten(sql: Statements, table: string, rowId: string): z.infer<typeof Written> | undefined {
  return sql.get(Written, writtenSql, { table, rowId });
}
