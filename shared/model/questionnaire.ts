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

export const AnswerOption = z.strictObject({
  code: z.int(),
  /** Empty for the points of a 0–10 scale and for a plain yes and no. */
  label: LocalisedText,
  isExclusive: z.boolean(),
  /** "Other: what?" asks for words beside the code. */
  asksWhat: z.boolean(),
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
  wording: LocalisedText,
  /** Said once above a group of questions: "the last three months". */
  lead: LocalisedText.nullable(),
  instruction: LocalisedText.nullable(),
  unit: LocalisedText.nullable(),
  scaleId: z.string().nullable(),
  options: z.array(AnswerOption),
  reasons: z.array(MissingReason),
  relevant: z.string().nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  rankCount: z.int().nullable(),
  isRequired: z.boolean(),
  /** The answer can point somebody out, together with others. */
  isIdentifier: z.boolean(),
  checks: z.array(QuestionCheck),
});
export type Question = z.infer<typeof Question>;

export const Section = z.strictObject({ id: z.string(), title: LocalisedText, questions: z.array(Question) });
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
  return !['note', 'calculated', 'repeat', 'register'].includes(question.type);
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
