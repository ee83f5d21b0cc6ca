import type { MissingReason } from '../../../../shared/contract/analysis.ts';
import { reasonOf } from '../../analysis/stored-answers.ts';
import { missingCodes } from './missing-codes.ts';
import type { RawColumn } from './plan.ts';
import type { RawAnswer, RawAnswers } from './read-answers.ts';

/**
 * One cell as every writer takes it. Answers that are codes or numbers are numbers, days are `2026-03-29`, the rest is text. A number among days
 * or texts is the code of the reason why there is no answer. Null: there is nothing to say.
 */
export type RawCell = number | string | null;

/** Where an answer is looked for. */
export interface RawPlace {
  readonly interviewKey: number;
  readonly instance: number;
  /** Where else: what a group answered together stands for each of its persons who has no answer of their own. */
  readonly sharedInstance?: number;
  /** The question was not put here: to a group, what is asked of each of its persons. */
  readonly isNotAsked: (column: RawColumn) => boolean;
}

/** What cells need beside the answers. */
export interface CellContext {
  readonly answers: RawAnswers;
  /** The name of a place, service or organisation. */
  readonly recordName: (id: string) => string;
}

function codesIn(txt: string): number[] {
  return txt.split(' ').flatMap((part) => (part === '' ? [] : [Number(part)]));
}

/** The codes of the answer asked about last: its columns stand side by side. */
let known: { readonly txt: string; readonly codes: readonly number[] } = { txt: '', codes: [] };

function codesOf(txt: string): readonly number[] {
  if (known.txt !== txt) known = { txt, codes: codesIn(txt) };
  return known.codes;
}

/** The column's value of an answer that counts; null when the answer has none. */
function valueOf(column: RawColumn, answer: RawAnswer, { answers, recordName }: CellContext): RawCell {
  switch (column.kind) {
    case 'code':
      return answer.code ?? answer.num;
    case 'number':
      return answer.num ?? answer.code;
    case 'date':
      return answer.sort_on ?? (/^\d{4}-\d{2}-\d{2}$/u.test(answer.txt ?? '') ? answer.txt : null);
    case 'text':
      return answers.textOf('answer', answer.interview_key, column.form.key, answer.instance) ?? answer.txt;
    case 'record':
      return answer.txt === null ? null : recordName(answer.txt);
    case 'indicator':
      return answer.txt === null ? null : codesOf(answer.txt).includes(column.option?.code ?? Number.NaN) ? 1 : 0;
    case 'rank':
      return answer.txt === null ? null : codesOf(answer.txt).indexOf(column.option?.code ?? Number.NaN) + 1;
    case 'precision':
      return answer.precision;
    case 'specify':
      return null;
    default:
      return column.kind satisfies never;
  }
}

/** Why a cell has no value: as stored, else not asked where it was routed past, else not entered. */
function absence({ form }: RawColumn, answer: RawAnswer | undefined): MissingReason {
  const stored = answer === undefined ? null : reasonOf(answer);
  if (stored !== null) return stored;
  return answer === undefined && form.isRouted ? 'not-asked' : 'not-recorded';
}

/** Cells of some columns in one place: the answers, or the declared codes of the reasons why there are none. Words beside an option, and how well something is known, are null without any. */
export function cellsOf(columns: readonly RawColumn[], place: RawPlace, context: CellContext): RawCell[] {
  const { answers } = context;
  const own = answers.answersAt(place.interviewKey, place.instance);
  const shared = place.sharedInstance === undefined ? null : answers.answersAt(place.interviewKey, place.sharedInstance);
  return columns.map((column) => {
    const { key } = column.form;
    if (column.kind === 'specify') return answers.textOf('specify', place.interviewKey, key, place.instance) ?? null;
    if (place.isNotAsked(column)) return missingCodes['not-asked'];
    const answer = own.get(key) ?? shared?.get(key);
    const counts = answer !== undefined && reasonOf(answer) === null;
    const value = counts ? valueOf(column, answer, context) : null;
    // A date that nobody can place in time ("long ago") has been given: its column is empty, and the precision beside it says so.
    const isPlaceless = counts && column.kind === 'date' && answer.txt !== null;
    if (column.kind === 'precision' || isPlaceless) return value;
    return value ?? missingCodes[absence(column, answer)];
  });
}
