import { z } from 'zod';
import type { Statements } from './statements.ts';

/** Where the list of changed answers stands. */
export interface AnswerMark {
  /** Place in the list, and what is written there: after a transaction that was rolled back another stands in its place. */
  readonly n: number;
  readonly stamp: number;
  /** Changes when another connection has written to the file. */
  readonly version: number;
}

/** An answer (with all its rounds) that may have changed. */
export interface ChangedAnswer {
  readonly questionKey: number;
  readonly interviewKey: number;
}

/** As many changes are remembered; whoever is further behind reads everything anew. */
const mostRemembered = 20_000;

const events = [
  ['INSERT', ['new']],
  ['UPDATE', ['old', 'new']],
  ['DELETE', ['old']],
] as const;

function note(row: 'old' | 'new'): string {
  return `INSERT INTO answer_change (stamp, question_key, interview_key)
    VALUES (random() & 0xFFFFFFFFFFFF, ${row}.question_key, ${row}.interview_key);
    DELETE FROM answer_change WHERE n <= last_insert_rowid() - ${mostRemembered};`;
}

/**
 * Triggers of one connection that note which answers change, whoever changes them: command, undo, merge, erasure. The list is a temporary
 * table and so is rolled back with its transaction. Rows of an import are too many to be noted one by one: the list begins anew when
 * an import, or undoing or redoing one, begins and ends.
 */
export const answerChangesSetup = `
CREATE TEMP TABLE answer_change (n INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, question_key INTEGER, interview_key INTEGER);
INSERT INTO temp.answer_change (stamp) VALUES (random() & 0xFFFFFFFFFFFF);
CREATE TEMP TRIGGER note_answers_of_batch AFTER UPDATE OF is_batch ON main.op_ctx WHEN new.is_batch <> old.is_batch
BEGIN
  DELETE FROM answer_change;
  INSERT INTO answer_change (stamp) VALUES (random() & 0xFFFFFFFFFFFF);
END;
${events
  .map(
    ([event, rows]) => `CREATE TEMP TRIGGER note_answer_${event.toLowerCase()} AFTER ${event} ON main.answer
WHEN (SELECT is_batch FROM op_ctx) = 0
BEGIN
  ${rows.map(note).join('\n  ')}
END;`,
  )
  .join('\n')}`;

const StateRow = z.object({ n: z.int(), stamp: z.int(), version: z.int(), is_batch: z.int() });
const KnownRow = z.object({ stamp: z.int() });
const ChangeRow = z.object({ question_key: z.int(), interview_key: z.int() });

/** Where the list stands now; null in the middle of an import, when nothing may be kept. */
export function readAnswerMark(sql: Statements): AnswerMark | null {
  const state = sql.get(
    StateRow,
    `SELECT n, stamp, (SELECT data_version FROM pragma_data_version) AS version, (SELECT is_batch FROM op_ctx) AS is_batch
     FROM temp.answer_change ORDER BY n DESC LIMIT 1`,
  );
  return state === undefined || state.is_batch === 1 ? null : { n: state.n, stamp: state.stamp, version: state.version };
}

/** Answers that may have changed between two marks, each as often as it was changed; null when nobody can say. */
export function answersChanged(sql: Statements, from: AnswerMark, to: AnswerMark): readonly ChangedAnswer[] | null {
  if (from.version !== to.version) return null;
  if (from.n === to.n && from.stamp === to.stamp) return [];
  const known = sql.get(KnownRow, 'SELECT stamp FROM temp.answer_change WHERE n = :n', { n: from.n });
  if (known?.stamp !== from.stamp) return null;
  return sql
    .all(ChangeRow, 'SELECT question_key, interview_key FROM temp.answer_change WHERE n > :n', { n: from.n })
    .map(({ question_key: questionKey, interview_key: interviewKey }) => ({ questionKey, interviewKey }));
}
