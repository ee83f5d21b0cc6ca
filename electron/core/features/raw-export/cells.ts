import type { MissingReason } from '../../../../shared/contract/analysis.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { reasonOf } from '../../analysis/stored-answers.ts';
import { neutralised } from '../analysis/files/index.ts';
import { missingCodes } from './missing-codes.ts';
import type { RawColumn } from './plan.ts';
import type { RawAnswer, RawAnswers } from './read-answers.ts';

/** Where an answer is looked for. */
export interface RawPlace {
  readonly interviewKey: number;
  readonly instance: number;
  /** The question was not put here: to a group, what is asked of each of its persons. */
  readonly isNotAsked: (column: RawColumn) => boolean;
}

/** What cells need beside the answers. */
export interface CellContext {
  readonly answers: RawAnswers;
  readonly language: Language;
  /** The name of a place, service or organisation. */
  readonly recordName: (id: string) => string;
}

/** A number as the language writes it, without a thousands sign. */
export function numberCell(number: number, language: Language): string {
  return language === 'en' ? String(number) : String(number).replace('.', ',');
}

function codesIn(txt: string | null): string[] {
  return (txt ?? '').split(' ').filter((part) => part !== '');
}

/** The column's value of an answer that counts; null when the answer has none. */
function valueOf(column: RawColumn, answer: RawAnswer, place: RawPlace, { answers, language, recordName }: CellContext): string | null {
  switch (column.kind) {
    case 'code':
      return (answer.code ?? answer.num) === null ? null : String(answer.code ?? answer.num);
    case 'number':
      return (answer.num ?? answer.code) === null ? null : numberCell(answer.num ?? answer.code ?? 0, language);
    case 'date':
      return answer.sort_on ?? (/^\d{4}-\d{2}-\d{2}$/u.test(answer.txt ?? '') ? answer.txt : null);
    case 'text': {
      const words = answers.textOf('answer', place.interviewKey, column.form.key, place.instance) ?? answer.txt;
      return words === null ? null : neutralised(words);
    }
    case 'record':
      return answer.txt === null ? null : neutralised(recordName(answer.txt));
    case 'indicator':
      return answer.txt === null ? null : codesIn(answer.txt).includes(String(column.option?.code)) ? '1' : '0';
    case 'rank': {
      const at = codesIn(answer.txt).indexOf(String(column.option?.code));
      return answer.txt === null ? null : at === -1 ? '0' : String(at + 1);
    }
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

/** One cell: the answer, or the declared code of the reason why there is none. Words beside an option are empty without any. */
export function cellOf(column: RawColumn, place: RawPlace, context: CellContext): string {
  const { key } = column.form;
  if (column.kind === 'specify') return neutralised(context.answers.textOf('specify', place.interviewKey, key, place.instance) ?? '');
  if (place.isNotAsked(column)) return String(missingCodes['not-asked']);
  const answer = context.answers.answerOf(place.interviewKey, key, place.instance);
  const counts = answer !== undefined && reasonOf(answer) === null;
  const value = counts ? valueOf(column, answer, place, context) : null;
  return value ?? String(missingCodes[absence(column, answer)]);
}
