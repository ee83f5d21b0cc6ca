import { z } from 'zod';
import { MissingReason } from '../../../shared/contract/analysis.ts';
import type { Statements } from '../db/statements.ts';
import type { CodeValues } from './count.ts';
import type { AnswerOption, QuestionBook, QuestionForm } from './questions.ts';
import type { Units } from './units.ts';

/** Reasons why there is no answer; their place is what columns hold as −1, −2, … */
export const missingReasons = MissingReason.options;

/** The column's number for a reason. */
export function reasonValue(reason: MissingReason): number {
  return -1 - missingReasons.indexOf(reason);
}

/** One answer per person: places in `categories`, or a reason. */
export interface CodeColumn {
  readonly kind: 'codes';
  readonly categories: readonly AnswerOption[];
  readonly values: CodeValues;
}

/** Several answers per person: a column of 0 and 1 per category. `values` is 0 for whoever answered, else a reason. */
export interface SetColumn {
  readonly kind: 'set';
  readonly categories: readonly AnswerOption[];
  readonly indicators: readonly Uint8Array[];
  readonly values: CodeValues;
}

export type Column = CodeColumn | SetColumn;

const AnswerRow = z.object({
  interview_key: z.int(),
  instance: z.int(),
  code: z.int().nullable(),
  num: z.number().nullable(),
  txt: z.string().nullable(),
  missing: MissingReason.nullable(),
  state: z.string().nullable(),
});
export type AnswerRow = z.infer<typeof AnswerRow>;

// The cross join keeps the order: interviews of the project first, then each one's answer by primary key.
const answerSql = `
SELECT a.interview_key, a.instance, a.code, a.num, a.txt, a.missing, a.state
FROM interview i CROSS JOIN answer a ON a.interview_key = i.key AND a.question_key = :questionKey WHERE i.project_id = :projectId`;

/** What a column is read from. */
export interface ColumnSource {
  readonly sql: Statements;
  readonly projectId: string;
  readonly book: QuestionBook;
  readonly units: Units;
  /** The units are rounds, and every answer is that of its round. */
  readonly isOfRounds: boolean;
}

/** Reason of a stored answer that does not count, or null. Parked by routing means not asked; a draft is no answer yet. */
export function reasonOf(row: AnswerRow): MissingReason | null {
  if (row.state === 'parked') return 'not-asked';
  if (row.state === 'invalid-draft') return 'not-recorded';
  return row.missing;
}

/** Before any answer is read: not asked where the wording is absent or routed past, else not entered. */
export function emptyValues({ units }: ColumnSource, forms: readonly QuestionForm[]): CodeValues {
  const byVersion = new Map(forms.map((form) => [form.versionId, form]));
  return Int16Array.from(units.versionIds, (version) =>
    reasonValue((byVersion.get(version)?.isRouted ?? true) ? 'not-asked' : 'not-recorded'),
  );
}

/** Hands every stored answer to the units it belongs to. */
export function eachAnswer(
  { sql, projectId, units }: ColumnSource,
  forms: readonly QuestionForm[],
  take: (place: number, row: AnswerRow) => void,
): void {
  for (const form of forms) {
    for (const row of sql.all(AnswerRow, answerSql, { questionKey: form.key, projectId })) {
      // What a group answered together (instance 0) comes before what each answered alone, which stands.
      for (const place of units.unitsOf(row.interview_key, row.instance)) take(place, row);
    }
  }
}

/** Question types that can be counted, by how. */
export function countingOf(type: string): 'codes' | 'set' | 'number' | null {
  if (['one', 'yes-no', 'scale', 'scale-0-10'].includes(type)) return 'codes';
  if (type === 'several' || type === 'rank') return 'set';
  return type === 'number' || type === 'calculated' ? 'number' : null;
}
