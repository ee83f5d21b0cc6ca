import { z } from 'zod';
import { QuestionId } from './ids.ts';
import { isOneChoice, MissingReason, type Question } from './questionnaire.ts';
import { StoredText } from './text.ts';
import type { ExpressionValue } from '../expressions/evaluate.ts';

/** How precisely a date was said; `about` is "ca. 2019", `none` cannot be placed in time. */
export const AnswerDatePrecision = z.enum(['minute', 'day', 'week', 'month', 'season', 'year', 'about', 'none']);
export type AnswerDatePrecision = z.infer<typeof AnswerDatePrecision>;

/** What was answered. `codes` in the order given: for a ranking that is the order of importance. */
export const AnswerValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), code: z.int() }),
  z.strictObject({ kind: z.literal('codes'), codes: z.array(z.int()).max(100) }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** A date as it was said ("vår 2023"), with the day it sorts by; null when nobody can say. */
  z.strictObject({ kind: z.literal('date'), said: z.string(), sortOn: z.string().nullable(), precision: AnswerDatePrecision }),
  /** A place, service or organisation of the registers. */
  z.strictObject({ kind: z.literal('record'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('missing'), reason: MissingReason }),
  /** Typed, but no possible answer: on disk so that nothing is lost, never counted. */
  z.strictObject({ kind: z.literal('draft'), typed: z.string() }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** What a person enters: a value, or "not recorded after all". */
export const EnteredValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), code: z.int() }),
  z.strictObject({ kind: z.literal('codes'), codes: z.array(z.int()).min(1).max(100) }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('text'), text: StoredText }),
  /** The words alone: the core reads them and keeps both. */
  z.strictObject({ kind: z.literal('date'), said: StoredText }),
  z.strictObject({ kind: z.literal('record'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('missing'), reason: MissingReason }),
  /** What stands in the field and cannot be an answer yet. */
  z.strictObject({ kind: z.literal('draft'), typed: StoredText }),
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
  /** 0, or the turn the answer belongs to: a person in a group, one round of a repeat. */
  instance: z.int().min(0),
  value: AnswerValue.nullable(),
  state: AnswerState.nullable(),
  confirmReason: ConfirmReason.nullable(),
  /** What somebody asked about it with a rule that is not the form's; left out where nobody did. */
  askedAbout: z.string().optional(),
  /** Words beside "other: what?". */
  specify: z.string(),
  remark: z.string(),
});
export type AnswerRecord = z.infer<typeof AnswerRecord>;

/** Whether two answers say the same, word for word; several answers in the order they are kept. */
export function isSameAnswer(a: AnswerValue | null, b: AnswerValue | null): boolean {
  if (a === null || b === null) return a === b;
  switch (a.kind) {
    case 'code':
      return b.kind === 'code' && a.code === b.code;
    case 'codes':
      return b.kind === 'codes' && a.codes.join(' ') === b.codes.join(' ');
    case 'number':
      return b.kind === 'number' && a.number === b.number;
    case 'text':
      return b.kind === 'text' && a.text === b.text;
    case 'date':
      return b.kind === 'date' && a.said === b.said && a.sortOn === b.sortOn && a.precision === b.precision;
    case 'record':
      return b.kind === 'record' && a.id === b.id;
    case 'missing':
      return b.kind === 'missing' && a.reason === b.reason;
    case 'draft':
      return b.kind === 'draft' && a.typed === b.typed;
  }
}

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
    case 'date':
      return value.sortOn;
    case 'record':
      return value.id;
    default:
      return null;
  }
}

/** Whether a kind of value belongs to a type of question at all; codes and ranges are judged elsewhere. */
export function fitsType(question: Pick<Question, 'type'>, kind: AnswerValue['kind']): boolean {
  if (kind === 'missing') return true;
  if (isOneChoice(question)) return kind === 'code';
  if (question.type === 'several' || question.type === 'rank') return kind === 'codes';
  if (question.type === 'number') return kind === 'number' || kind === 'draft';
  if (question.type === 'date') return kind === 'date' || kind === 'draft';
  if (question.type === 'register') return kind === 'record';
  return kind === 'text' && question.type === 'open';
}
