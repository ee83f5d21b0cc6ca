import { z } from 'zod';
import { DateForm, MissingReason, QuestionCheck, QuestionType, RegisterKind } from './questionnaire.ts';
import { Language, LocalisedText, Name } from './text.ts';

/** What a questionnaire written by hand, imported or kept in the bank consists of: everything but ids. */

/** Values of columns that have no place of their own here, by column, kept for the way back to an XLSForm. */
export const Extras = z.record(z.string(), z.string());
export type Extras = z.infer<typeof Extras>;

/** Which end of a scale is the welcome one; `none` for scales without a better end. */
export const ScaleDirection = z.enum(['rising', 'falling', 'none']);
export type ScaleDirection = z.infer<typeof ScaleDirection>;

export const OptionSpec = z.strictObject({
  code: z.int(),
  name: z.string().max(200).nullable(),
  label: LocalisedText,
  isExclusive: z.boolean(),
  asksWhat: z.boolean(),
  filterValues: z.record(z.string(), z.string()),
  extras: Extras,
});
export type OptionSpec = z.infer<typeof OptionSpec>;

/** A reusable set of answers; questions of the same specification point to it by `key`. */
export const ScaleSpec = z.strictObject({
  key: z.string().min(1).max(200),
  name: Name,
  direction: ScaleDirection,
  neutralCode: z.int().nullable(),
  options: z.array(OptionSpec).min(2).max(99),
});
export type ScaleSpec = z.infer<typeof ScaleSpec>;

const expression = z.string().max(20_000).nullable();
const text = LocalisedText.nullable();

/** One question. `scale` is the key of a scale in the same specification; then `options` is empty. */
export const QuestionSpec = z.strictObject({
  /** The variable's name: a letter or `_` first, then letters, digits, `-`, `_` and `.`. */
  name: z.string().min(1).max(200),
  type: QuestionType,
  wording: LocalisedText,
  label: text,
  lead: text,
  hint: text,
  instruction: text,
  unit: text,
  scale: z.string().nullable(),
  options: z.array(OptionSpec),
  reasons: z.array(MissingReason),
  relevant: expression,
  calculation: expression,
  optionFilter: expression,
  repeatCount: expression,
  defaultValue: expression,
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  decimals: z.int().min(0).max(6).nullable(),
  rankCount: z.int().min(1).max(99).nullable(),
  dateForm: DateForm.nullable(),
  registerKind: RegisterKind.nullable(),
  hasRandomOrder: z.boolean(),
  isPerPerson: z.boolean(),
  isRequired: z.boolean(),
  requiredWhen: expression,
  requiredMessage: text,
  isIdentifier: z.boolean(),
  isBackground: z.boolean(),
  checks: z.array(QuestionCheck),
  /** Position among the section's questions of the repeat that this one is asked in; null at the top. */
  parent: z.int().min(0).nullable(),
  extras: Extras,
});
export type QuestionSpec = z.infer<typeof QuestionSpec>;

export const SectionSpec = z.strictObject({
  name: z.string().nullable(),
  title: LocalisedText,
  relevant: expression,
  questions: z.array(QuestionSpec),
});
export type SectionSpec = z.infer<typeof SectionSpec>;

/** A whole questionnaire without ids: what an import gives and an export takes. */
export const QuestionnaireSpec = z.strictObject({
  name: Name,
  languages: z.array(Language).min(1),
  sections: z.array(SectionSpec).min(1),
  scales: z.array(ScaleSpec),
  /** Settings, columns and whole sheets that are only passed on. */
  extras: z.record(z.string(), z.unknown()),
});
export type QuestionnaireSpec = z.infer<typeof QuestionnaireSpec>;

/** A question with nothing said about it but its name, type and wording. */
export function emptyQuestion(name: string, type: QuestionType, wording: LocalisedText): QuestionSpec {
  return {
    name,
    type,
    wording,
    label: null,
    lead: null,
    hint: null,
    instruction: null,
    unit: null,
    scale: null,
    options: [],
    reasons: [],
    relevant: null,
    calculation: null,
    optionFilter: null,
    repeatCount: null,
    defaultValue: null,
    minimum: null,
    maximum: null,
    decimals: null,
    rankCount: null,
    dateForm: type === 'date' ? 'date' : null,
    registerKind: type === 'register' ? 'place' : null,
    hasRandomOrder: false,
    isPerPerson: false,
    isRequired: false,
    requiredWhen: null,
    requiredMessage: null,
    isIdentifier: false,
    isBackground: false,
    checks: [],
    parent: null,
    extras: {},
  };
}
