import type { EnteredValue } from '../../../shared/model/answer.ts';
import { isOneChoice, reasonLetters, type MissingReason, type Question } from '../../../shared/model/questionnaire.ts';

/** What somebody types as the third value, read for the question it is for. Null while it is no value. */
export function readThirdValue(question: Question, typed: string): EnteredValue | null {
  const text = typed.trim();
  if (text === '') return null;
  const reason = question.reasons.find((one: MissingReason) => reasonLetters[one] === text.toUpperCase());
  // A letter is a reason wherever it cannot be an answer.
  if (reason !== undefined && question.type !== 'open') return { kind: 'missing', reason };
  if (isOneChoice(question)) return /^\d{1,3}$/u.test(text) ? { kind: 'code', code: Number(text) } : null;
  if (question.type === 'several' || question.type === 'rank') {
    const codes = text.split(/[\s,;]+/u);
    return codes.every((code) => /^\d{1,3}$/u.test(code)) ? { kind: 'codes', codes: codes.map(Number) } : null;
  }
  if (question.type === 'number') {
    const number = Number(text.replace(',', '.').replaceAll(/[\s\u00A0]/gu, ''));
    return Number.isFinite(number) ? { kind: 'number', number } : null;
  }
  if (question.type === 'date') return { kind: 'date', said: text };
  return question.type === 'open' ? { kind: 'text', text } : null;
}
