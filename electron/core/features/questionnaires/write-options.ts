import { z } from 'zod';
import type { OptionSpec } from '../../../../shared/model/questionnaire-spec.ts';
import type { QuestionCheck } from '../../../../shared/model/questionnaire.ts';
import type { SqlParams, Statements } from '../../db/statements.ts';
import { optionColumns, storeText } from './question-columns.ts';
import type { Writer } from './writer.ts';

/** Whose options they are. */
export type OptionOwner = { readonly questionId: string } | { readonly scaleId: string };

const KnownOption = z.object({
  id: z.string(),
  code: z.int(),
  ordinal: z.int(),
  name: z.string().nullable(),
  label: z.string(),
  is_exclusive: z.int(),
  asks_what: z.int(),
  filter_values: z.string().nullable(),
  extras: z.string().nullable(),
});
type KnownOption = z.infer<typeof KnownOption>;

function ownerColumn(owner: OptionOwner): readonly [column: string, id: string] {
  return 'questionId' in owner ? ['question_id', owner.questionId] : ['scale_id', owner.scaleId];
}

/** Makes these the owner's options. A row whose code stays is kept, and only what differs is written. */
export function replaceOptions({ sql, newId, batchId }: Writer, owner: OptionOwner, options: readonly OptionSpec[]): void {
  const [column, ownerId] = ownerColumn(owner);
  const left = sql.all(
    KnownOption,
    `SELECT id, code, ordinal, name, label, is_exclusive, asks_what, filter_values, extras FROM answer_option
     WHERE ${column} = :ownerId ORDER BY ordinal`,
    { ownerId },
  );
  for (const [at, option] of options.entries()) {
    const wanted = { ...optionColumns(option), ordinal: at + 1 };
    const place = left.findIndex((row) => row.code === option.code);
    const known = place < 0 ? undefined : left.splice(place, 1)[0];
    if (known === undefined) sql.insert('answer_option', { id: newId(), [column]: ownerId, ...wanted, batch_id: batchId });
    // Columns of other programs that the designer never sees stay on the option.
    else
      updateDifferences(
        sql,
        'answer_option',
        known,
        Object.keys(option.extras).length === 0 ? { ...wanted, extras: known.extras } : wanted,
      );
  }
  for (const { id } of left) sql.run('DELETE FROM answer_option WHERE id = :id', { id });
}

const KnownCheck = z.object({ id: z.string(), severity: z.string(), expression: z.string(), message: z.string() });

/** Makes these the question's checks, in this order: rows are kept by their place. */
export function replaceChecks({ sql, newId, batchId }: Writer, questionId: string, checks: readonly QuestionCheck[]): void {
  const known = sql.all(
    KnownCheck,
    'SELECT id, severity, expression, message FROM question_check WHERE question_id = :questionId ORDER BY id',
    {
      questionId,
    },
  );
  for (const [at, check] of checks.entries()) {
    const wanted = { severity: check.severity, expression: check.expression, message: storeText(check.message) };
    const row = known[at];
    if (row === undefined) sql.insert('question_check', { id: newId(), question_id: questionId, ...wanted, batch_id: batchId });
    else updateDifferences(sql, 'question_check', row, wanted);
  }
  for (const { id } of known.slice(checks.length)) sql.run('DELETE FROM question_check WHERE id = :id', { id });
}

/** Writes those columns of a row whose value differs from what is there; nothing when none does. */
export function updateDifferences(
  sql: Statements,
  table: 'answer_option' | 'question_check' | 'scale' | 'question' | 'variable' | 'section',
  known: SqlParams & { readonly id: string },
  wanted: SqlParams,
): void {
  const columns = Object.keys(wanted).filter((column) => wanted[column] !== known[column]);
  if (columns.length === 0) return;
  const values = Object.fromEntries(columns.map((column) => [column, wanted[column] ?? null]));
  sql.run(`UPDATE ${table} SET ${columns.map((column) => `${column} = :${column}`).join(', ')} WHERE id = :id`, {
    ...values,
    id: known.id,
  });
}
