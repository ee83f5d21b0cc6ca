import { fitsType, type AnswerValue, type EnteredValue } from '../../../../shared/model/answer.ts';
import { printedCode, type Question, type RegisterKind } from '../../../../shared/model/questionnaire.ts';
import { readSpokenDate } from '../../../../shared/model/spoken-date.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';

/** What a value is held against beside its question. */
export interface ValueContext {
  /** Codes left by an option filter; null where all are offered. */
  readonly offered: readonly number[] | null;
  /** The day of the interview, ISO: "3/4" is in its year. */
  readonly today: string;
  readonly language: Language;
  readonly hasRecord: (kind: RegisterKind, id: string) => boolean;
}

/**
 * Holds what was entered against its question and gives it in the form in which it is kept: sets without doubles and in the
 * order of the list, rankings in the order given, dates with the day they sort by. A date that cannot be read is a draft. Null clears.
 * @throws AppError NO_SUCH_CODE, OUT_OF_RANGE, REASON_NOT_OFFERED, NOT_ASKED (the question takes no such answer),
 * NOT_FOUND (no such record)
 */
export function checkValue(question: Question, entered: EnteredValue, context: ValueContext): AnswerValue | null {
  if (isEmpty(entered)) return null;
  if (entered.kind === 'clear' || !fitsType(question, entered.kind)) throw new AppError('NOT_ASKED', { question: question.number });
  switch (entered.kind) {
    case 'missing':
      if (question.reasons.includes(entered.reason)) return entered;
      throw new AppError('REASON_NOT_OFFERED', { question: question.number, reason: entered.reason });
    case 'number':
      return checkNumber(question, entered);
    case 'code':
      requireCodes(question, [entered.code], context);
      return entered;
    case 'codes':
      return checkSet(question, entered.codes, context);
    case 'date':
      return checkDate(question, entered.said, context);
    case 'record':
      if (question.registerKind !== null && context.hasRecord(question.registerKind, entered.id)) return entered;
      throw new AppError('NOT_FOUND');
    case 'text':
    case 'draft':
      return entered;
  }
}

function isEmpty(entered: EnteredValue): boolean {
  switch (entered.kind) {
    case 'clear':
      return true;
    case 'text':
      return entered.text.trim() === '';
    case 'date':
      return entered.said.trim() === '';
    case 'draft':
      return entered.typed.trim() === '';
    default:
      return false;
  }
}

/** A number with more decimals than it may have breaks a hard check of the form: it is kept and not counted. */
function checkNumber(question: Question, entered: Extract<EnteredValue, { kind: 'number' }>): AnswerValue {
  const { minimum, maximum } = question;
  if (entered.number < (minimum ?? -Infinity) || entered.number > (maximum ?? Infinity))
    throw new AppError('OUT_OF_RANGE', { value: entered.number, minimum: minimum ?? '', maximum: maximum ?? '' });
  return entered;
}

function checkDate(question: Question, said: string, { today, language }: ValueContext): AnswerValue {
  const read = readSpokenDate(said, { form: question.dateForm, today, language });
  return read === null ? { kind: 'draft', typed: said } : { kind: 'date', ...read };
}

function checkSet(question: Question, codes: readonly number[], context: ValueContext): AnswerValue {
  requireCodes(question, codes, context);
  const given = [...new Set(codes)];
  if (question.type === 'rank') {
    const room = question.rankCount ?? question.options.length;
    if (given.length > room) throw new AppError('OUT_OF_RANGE', { value: given.length, minimum: 1, maximum: room });
    return { kind: 'codes', codes: given };
  }
  const exclusive = question.options.find((option) => option.isExclusive && given.includes(option.code));
  if (exclusive !== undefined && given.length > 1) throw new AppError('OUT_OF_RANGE', { value: given.length, minimum: 1, maximum: 1 });
  return { kind: 'codes', codes: question.options.map((option) => option.code).filter((code) => given.includes(code)) };
}

function requireCodes(question: Question, codes: readonly number[], { offered }: ValueContext): void {
  const known = question.options.map((option) => option.code).filter((code) => offered === null || offered.includes(code));
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  const list = known.map((code) => printedCode(question, code)).join(', ');
  throw new AppError('NO_SUCH_CODE', { code: printedCode(question, unknown), list });
}
