import { z } from 'zod';
import { QuestionId, QuestionnaireId, VersionId } from './ids.ts';
import { Language, LocalisedText } from './text.ts';

/** Kinds of questions, as the file keeps them. */
export const QuestionType = z.enum([
  'consent',
  'one',
  'several',
  'scale',
  'scale-0-10',
  'number',
  'rank',
  'date',
  'yes-no',
  'open',
  'calculated',
  'note',
  'repeat',
  'register',
]);
export type QuestionType = z.infer<typeof QuestionType>;

/** Reasons a person can give for a missing answer. "Not asked" is derived and "not recorded" is no answer at all. */
export const missingReasons = ['dont-know', 'prefer-not-to-say', 'not-applicable', 'illegible', 'skipped'] as const;
export const MissingReason = z.enum(missingReasons);
export type MissingReason = z.infer<typeof MissingReason>;

/** The letters under which reasons are kept in `question.reasons` and printed on forms; the same in every language. */
export const reasonLetters: Readonly<Record<MissingReason, string>> = {
  'dont-know': 'V',
  'prefer-not-to-say': 'P',
  'not-applicable': 'A',
  illegible: 'U',
  skipped: 'H',
};

/** Reads `question.reasons`: the letters ("V P") or the reasons' names, in any order. Unknown parts are passed over. */
export function readReasons(stored: string): MissingReason[] {
  const words = stored.split(/[\s,;]+/u);
  const letters = words.filter((word) => /^[VPAUH]+$/u.test(word)).join('');
  return missingReasons.filter((reason) => words.includes(reason) || letters.includes(reasonLetters[reason]));
}

/** How an interview was held. */
export const InterviewMode = z.enum(['face-to-face', 'phone', 'video', 'paper', 'self-completed', 'imported']);
export type InterviewMode = z.infer<typeof InterviewMode>;

/** How precisely a date question asks. */
export const DateForm = z.enum(['date', 'month', 'year', 'time', 'date-time']);
export type DateForm = z.infer<typeof DateForm>;

/** Which register a question of type `register` picks from. */
export const RegisterKind = z.enum(['place', 'service', 'organisation']);
export type RegisterKind = z.infer<typeof RegisterKind>;

/** What has changed in a question since the version before; answers to `new` have nothing to be compared with. */
export const Comparability = z.enum(['same', 'changed-wording', 'changed-options', 'new']);
export type Comparability = z.infer<typeof Comparability>;

export const AnswerOption = z.strictObject({
  code: z.int(),
  /** What expressions call the option; null means that its code is its name. */
  name: z.string().nullable(),
  /** Empty for the points of a 0–10 scale and for a plain yes and no. */
  label: LocalisedText,
  isExclusive: z.boolean(),
  /** "Other: what?" asks for words beside the code. */
  asksWhat: z.boolean(),
  /** What an option filter can ask for, by column: `{ county: "99" }`. */
  filterValues: z.record(z.string(), z.string()),
});
export type AnswerOption = z.infer<typeof AnswerOption>;

/** What must hold of an answer (XLSForm's constraint). hard: must be corrected. soft: may stand with a reason. */
export const QuestionCheck = z.strictObject({ severity: z.enum(['hard', 'soft']), expression: z.string(), message: LocalisedText });
export type QuestionCheck = z.infer<typeof QuestionCheck>;

export const Question = z.strictObject({
  id: QuestionId,
  /** What expressions call it: the variable's name. */
  name: z.string(),
  number: z.string(),
  type: QuestionType,
  /** The repeat that the question is asked in, or null. */
  parentId: QuestionId.nullable(),
  /** The variable's short label for tables and grids; null means that the wording serves. */
  label: LocalisedText.nullable(),
  wording: LocalisedText,
  /** Said once above a group of questions: "the last three months". */
  lead: LocalisedText.nullable(),
  /** Read to, or by, the person asked (XLSForm's hint). */
  hint: LocalisedText.nullable(),
  /** For the interviewer alone (XLSForm's guidance_hint); never on what the person asked sees. */
  instruction: LocalisedText.nullable(),
  unit: LocalisedText.nullable(),
  scaleId: z.string().nullable(),
  options: z.array(AnswerOption),
  reasons: z.array(MissingReason),
  relevant: z.string().nullable(),
  /** What a calculated question works out. */
  calculation: z.string().nullable(),
  /** Which options are offered (XLSForm's choice_filter), over the options' filter values and earlier answers. */
  optionFilter: z.string().nullable(),
  /** How many rounds a repeat has; null leaves it to the interviewer. */
  repeatCount: z.string().nullable(),
  defaultValue: z.string().nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** Decimals a number may have; null allows any, 0 whole numbers only. */
  decimals: z.int().min(0).max(6).nullable(),
  rankCount: z.int().nullable(),
  dateForm: DateForm.nullable(),
  registerKind: RegisterKind.nullable(),
  hasRandomOrder: z.boolean(),
  /** In a group interview: asked of each person, not of the group. */
  isPerPerson: z.boolean(),
  isRequired: z.boolean(),
  /** When the answer is required; null with isRequired means always. */
  requiredWhen: z.string().nullable(),
  requiredMessage: LocalisedText.nullable(),
  /** The answer can point somebody out, together with others. */
  isIdentifier: z.boolean(),
  /** A background variable: offered beside answers and as a banner. */
  isBackground: z.boolean(),
  bankQuestionId: z.string().nullable(),
  previousId: QuestionId.nullable(),
  comparability: Comparability.nullable(),
  checks: z.array(QuestionCheck),
});
export type Question = z.infer<typeof Question>;

export const Section = z.strictObject({
  id: z.string(),
  /** What other programs call the section; null where nobody has named it. */
  name: z.string().nullable(),
  title: LocalisedText,
  /** When the section is asked at all. */
  relevant: z.string().nullable(),
  questions: z.array(Question),
});
export type Section = z.infer<typeof Section>;

export const VersionStatus = z.enum(['draft', 'in-use', 'retired']);
export type VersionStatus = z.infer<typeof VersionStatus>;

/** One version of a questionnaire with everything that is needed to ask it. */
export const QuestionnaireVersion = z.strictObject({
  id: VersionId,
  questionnaireId: QuestionnaireId,
  name: z.string(),
  number: z.int(),
  status: VersionStatus,
  languages: z.array(Language),
  sections: z.array(Section),
});
export type QuestionnaireVersion = z.infer<typeof QuestionnaireVersion>;

/** All questions of a version in the order they are asked. */
export function questionsOf(version: Pick<QuestionnaireVersion, 'sections'>): Question[] {
  return version.sections.flatMap((section) => section.questions);
}

/** Whether a question takes an answer from a person; notes are only read, calculated values make themselves. */
export function takesAnswer(question: Pick<Question, 'type'>): boolean {
  return !['note', 'calculated', 'repeat'].includes(question.type);
}

/** Whether one code of a list is the answer. */
export function isOneChoice(question: Pick<Question, 'type'>): boolean {
  return ['consent', 'one', 'scale', 'scale-0-10', 'yes-no'].includes(question.type);
}

/** The code of "yes" in consent and yes-no questions. */
export const yesCode = 1;

/** A code as it is printed and typed: two digits in lists of ten or more, plain on a 0–10 scale. */
export function printedCode(question: Pick<Question, 'type' | 'options'>, code: number): string {
  const hasTwoDigits = question.type !== 'scale-0-10' && question.options.length >= 10;
  return hasTwoDigits ? String(code).padStart(2, '0') : String(code);
}
