import { z } from 'zod';
import { AnswerDatePrecision, type AnswerValue } from '../../../../shared/model/answer.ts';
import { MissingReason, type QuestionType } from '../../../../shared/model/questionnaire.ts';

/*
 * How a value lies in `answer` and `second_answer`
 *
 * A code is in `code`; several answers and rankings are codes in `txt`, separated by spaces, a ranking in order of importance; numbers
 * are in `num`; a date is in `txt` as it was said, with the day it sorts by in `sort_on` and always a `precision`; a place, service or
 * organisation is its id in `txt`; a reason is in `missing` with nothing beside it. A draft, which cannot be an answer, is in `txt`
 * where the type keeps its answers elsewhere: a number with text and no number, a date with text and no precision.
 */

/** The columns that hold a value; `txt` also holds an open answer where nothing codes it. */
export const StoredColumns = z.object({
  code: z.int().nullable(),
  num: z.number().nullable(),
  txt: z.string().nullable(),
  missing: z.string().nullable(),
  sort_on: z.string().nullable(),
  precision: z.string().nullable(),
});
export type StoredColumns = z.infer<typeof StoredColumns>;

const empty: StoredColumns = { code: null, num: null, txt: null, missing: null, sort_on: null, precision: null };

/** The columns of a value. */
export function toColumns(value: AnswerValue): StoredColumns {
  switch (value.kind) {
    case 'code':
      return { ...empty, code: value.code };
    case 'codes':
      return { ...empty, txt: value.codes.join(' ') };
    case 'number':
      return { ...empty, num: value.number };
    case 'text':
      return { ...empty, txt: value.text };
    case 'date':
      return { ...empty, txt: value.said, sort_on: value.sortOn, precision: value.precision };
    case 'record':
      return { ...empty, txt: value.id };
    case 'missing':
      return { ...empty, missing: value.reason };
    case 'draft':
      return { ...empty, txt: value.typed };
  }
}

/** The value in the columns, or null when they hold none. "Not asked" and "not recorded" come from imports and are no answers here. */
export function fromColumns(row: StoredColumns, type: QuestionType): AnswerValue | null {
  if (row.missing !== null) {
    const reason = MissingReason.safeParse(row.missing);
    return reason.success ? { kind: 'missing', reason: reason.data } : null;
  }
  if (row.code !== null) return { kind: 'code', code: row.code };
  if (row.num !== null) return { kind: 'number', number: row.num };
  return row.txt === null ? null : fromText(row.txt, row, type);
}

function fromText(txt: string, { sort_on: sortOn, precision }: StoredColumns, type: QuestionType): AnswerValue {
  const known = precision === null ? null : AnswerDatePrecision.safeParse(precision);
  if (known?.success === true) return { kind: 'date', said: txt, sortOn, precision: known.data };
  switch (type) {
    case 'several':
    case 'rank':
      return { kind: 'codes', codes: readCodes(txt) };
    case 'date':
      // Other programs give a day and nothing else.
      return /^\d{4}-\d{2}-\d{2}$/u.test(txt) ? { kind: 'date', said: txt, sortOn: txt, precision: 'day' } : { kind: 'draft', typed: txt };
    case 'number':
      return { kind: 'draft', typed: txt };
    case 'register':
      return { kind: 'record', id: txt };
    default:
      return { kind: 'text', text: txt };
  }
}

function readCodes(txt: string): number[] {
  return txt
    .split(' ')
    .filter((part) => part !== '')
    .map(Number);
}
