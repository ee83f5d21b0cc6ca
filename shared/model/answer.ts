import { z } from 'zod';
import { QuestionId } from './ids.ts';
import { isOneChoice, MissingReason, type Question } from './questionnaire.ts';
import { StoredText } from './text.ts';
import type { ExpressionValue } from '../expressions/evaluate.ts';

/** What was answered. `codes` in the order given: for a ranking that is the order of importance. */
export const AnswerValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), code: z.int() }),
  z.strictObject({ kind: z.literal('codes'), codes: z.array(z.int()).max(100) }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('missing'), reason: MissingReason }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** What a person enters: a value, or "not recorded after all". */
export const EnteredValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), code: z.int() }),
  z.strictObject({ kind: z.literal('codes'), codes: z.array(z.int()).min(1).max(100) }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('text'), text: StoredText }),
  z.strictObject({ kind: z.literal('missing'), reason: MissingReason }),
  z.strictObject({ kind: z.literal('clear') }),
]);
export type EnteredValue = z.infer<typeof EnteredValue>;

/**
 * parked: no longer asked; never counted, exported or coded. to-confirm: breaks a soft check and waits for a reason.
 * overridden: stands with a reason. Null is an ordinary answer.
 */
export const AnswerState = z.enum(['parked', 'to-confirm', 'overridden', 'invalid-draft']);
export type AnswerState = z.infer<typeof AnswerState>;

/** Reasons why an unusual answer, or a change of a finished interview, is right. */
export const confirmReasons = ['confirmed-by-participant', 'as-on-form', 'reasonable-here', 'other'] as const;
export const ConfirmReason = z.enum(confirmReasons);
export type ConfirmReason = z.infer<typeof ConfirmReason>;

/** One question's answer as the file holds it; value null means that nothing is recorded. */
export const AnswerRecord = z.strictObject({
  questionId: QuestionId,
  value: AnswerValue.nullable(),
  state: AnswerState.nullable(),
  confirmReason: ConfirmReason.nullable(),
  /** Words beside "other: what?". */
  specify: z.string(),
  remark: z.string(),
});
export type AnswerRecord = z.infer<typeof AnswerRecord>;

/** An answer as routing and checks see it: reasons for missing, parked values and open texts left empty count as unanswered. */
export function expressionValue(value: AnswerValue | null): ExpressionValue {
  switch (value?.kind) {
    case 'code':
      return value.code;
    case 'codes':
      return value.codes;
    case 'number':
      return value.number;
    case 'text':
      return value.text === '' ? null : value.text;
    default:
      return null;
  }
}

/** Whether a kind of value belongs to a type of question at all; codes and ranges are judged elsewhere. */
export function fitsType(question: Pick<Question, 'type'>, kind: AnswerValue['kind']): boolean {
  if (kind === 'missing') return true;
  if (isOneChoice(question)) return kind === 'code';
  if (question.type === 'several' || question.type === 'rank') return kind === 'codes';
  if (question.type === 'number') return kind === 'number';
  return kind === 'text' && (question.type === 'open' || question.type === 'date');
}
