import type { ErrorParams } from '../../../../shared/contract/errors.ts';
import type { AnswerValue } from '../../../../shared/model/answer.ts';
import { printedCode, type Question } from '../../../../shared/model/questionnaire.ts';
import { localised, type Language } from '../../../../shared/model/text.ts';
import { cut } from '../../../../shared/texts/index.ts';
import type { Statements } from '../../db/statements.ts';
import { recordName } from './register-records.ts';

/** The language that words are wanted in, and where names are looked up. */
export interface WordContext {
  readonly sql: Statements;
  readonly language: Language;
}

/**
 * Parameters that say an answer in a deed's name. `<side>` is its words; `<side>Kind` is "value", "none" or the reason in camel
 * case, which the message turns into words of the reader's language.
 */
export function answerWords(side: 'from' | 'to', question: Question, value: AnswerValue | null, context: WordContext): ErrorParams {
  if (value === null) return { [side]: '', [`${side}Kind`]: 'none' };
  if (value.kind === 'missing')
    return { [side]: '', [`${side}Kind`]: value.reason.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase()) };
  return { [side]: cut(inWords(question, value, context)), [`${side}Kind`]: 'value' };
}

function inWords(question: Question, value: Exclude<AnswerValue, { kind: 'missing' }>, { sql, language }: WordContext): string {
  switch (value.kind) {
    case 'code':
      return optionWords(question, value.code, language);
    case 'codes':
      return value.codes.map((code) => printedCode(question, code)).join(', ');
    case 'number':
      return `${String(value.number).replace('.', ',')} ${question.unit === null ? '' : localised(question.unit, language)}`;
    case 'text':
      return value.text;
    case 'date':
      return value.said;
    case 'record':
      return question.registerKind === null ? '' : (recordName(sql, question.registerKind, value.id) ?? '');
    case 'draft':
      return value.typed;
  }
}

function optionWords(question: Question, code: number, language: Language): string {
  const option = question.options.find((candidate) => candidate.code === code);
  const label = option === undefined ? '' : localised(option.label, language);
  return label === '' ? printedCode(question, code) : label;
}
