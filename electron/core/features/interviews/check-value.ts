import { isInRange } from '../../../../shared/expressions/routing.ts';
import { fitsType, type AnswerValue, type EnteredValue } from '../../../../shared/model/answer.ts';
import { printedCode, type Question } from '../../../../shared/model/questionnaire.ts';
import { AppError } from '../../app-error.ts';

/**
 * Holds what was entered against its question and gives it in the form in which it is kept: sets without doubles and in the
 * order of the list, rankings in the order given. Null clears.
 * @throws AppError NO_SUCH_CODE, OUT_OF_RANGE, REASON_NOT_OFFERED, NOT_ASKED (the question takes no such answer)
 */
export function checkValue(question: Question, entered: EnteredValue): AnswerValue | null {
  if (entered.kind === 'clear' || (entered.kind === 'text' && entered.text.trim() === '')) return null;
  if (!fitsType(question, entered.kind)) throw new AppError('NOT_ASKED', { question: question.number });
  switch (entered.kind) {
    case 'missing':
      if (question.reasons.includes(entered.reason)) return entered;
      throw new AppError('REASON_NOT_OFFERED', { question: question.number, reason: entered.reason });
    case 'number':
      if (isInRange(question, entered.number)) return entered;
      throw new AppError('OUT_OF_RANGE', { value: entered.number, minimum: question.minimum ?? '', maximum: question.maximum ?? '' });
    case 'code':
      requireCodes(question, [entered.code]);
      return entered;
    case 'codes':
      return checkSet(question, entered.codes);
    case 'text':
      return entered;
  }
}

function checkSet(question: Question, codes: readonly number[]): AnswerValue {
  requireCodes(question, codes);
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

function requireCodes(question: Question, codes: readonly number[]): void {
  const known = question.options.map((option) => option.code);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  const list = known.map((code) => printedCode(question, code)).join(', ');
  throw new AppError('NO_SUCH_CODE', { code: printedCode(question, unknown), list });
}
