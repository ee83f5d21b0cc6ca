import { z } from 'zod';
import { Ticket, VersionId } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { query, session } from './kit.ts';

/** What a printed questionnaire shows. A form for the person asked has none of these; one for the interviewer has all. */
export const SheetChoices = z.strictObject({
  language: Language,
  /** Codes before the answers, as they are typed. */
  codes: z.boolean(),
  /** Under which conditions a question is asked, and what must hold of an answer. */
  routing: z.boolean(),
  /** What is said to the interviewer alone. Never on what the person asked sees. */
  instructions: z.boolean(),
});
export type SheetChoices = z.infer<typeof SheetChoices>;

/** Where the answer goes. */
export const AnswerSpace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** `several`: boxes to tick; else one to choose. `rank`: a number in each of so many. */
  z.strictObject({
    kind: z.literal('options'),
    several: z.boolean(),
    rank: z.int().nullable(),
    isRow: z.boolean(),
    options: z.array(z.strictObject({ code: z.string(), label: z.string(), asksWhat: z.boolean(), hint: z.string() })),
  }),
  z.strictObject({ kind: z.literal('line'), before: z.string(), after: z.string() }),
  z.strictObject({ kind: z.literal('lines'), count: z.int() }),
]);
export type AnswerSpace = z.infer<typeof AnswerSpace>;

const Question = {
  number: z.string(),
  wording: z.string(),
  hint: z.string(),
  instruction: z.string(),
  conditions: z.array(z.string()),
  checks: z.array(z.string()),
};

/** One piece of the sheet, from the top. `depth` counts the repeats around it. */
export const SheetBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('section'), depth: z.int(), title: z.string(), conditions: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('repeat'), depth: z.int(), ...Question }),
  z.strictObject({ kind: z.literal('note'), depth: z.int(), wording: z.string(), conditions: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('question'),
    depth: z.int(),
    lead: z.string(),
    ...Question,
    answer: AnswerSpace,
    /** Reasons for no answer, as they stand beside the answers: "V Vet ikke". */
    reasons: z.array(z.string()),
  }),
  /** Questions on one scale under one lead: a column an answer, a row a question. */
  z.strictObject({
    kind: z.literal('grid'),
    depth: z.int(),
    lead: z.string(),
    conditions: z.array(z.string()),
    columns: z.array(z.string()),
    rows: z.array(
      z.strictObject({ number: z.string(), wording: z.string(), hint: z.string(), instruction: z.string(), codes: z.array(z.string()) }),
    ),
    reasons: z.array(z.string()),
  }),
]);
export type SheetBlock = z.infer<typeof SheetBlock>;

/** A questionnaire as it is printed: the screen, the DOCX and the PDF show this one object. */
export const QuestionnaireSheet = z.strictObject({
  title: z.string(),
  /** "Versjon 2, tatt i bruk 3. mars 2026". */
  subtitle: z.string(),
  language: Language,
  /** Lines filled in by hand at the top: code, date, interviewer. Only for interviewers. */
  head: z.array(z.string()),
  blocks: z.array(SheetBlock),
});
export type QuestionnaireSheet = z.infer<typeof QuestionnaireSheet>;

const input = z.strictObject({ versionId: VersionId, choices: SheetChoices });

export const print = {
  /** The questionnaire as it is printed. */
  questionnaire: query({ input, output: QuestionnaireSheet }),
  /** The same as a Word document, to be fetched with the ticket. */
  questionnaireDocx: session({ input, output: z.strictObject({ ticket: Ticket, fileName: z.string() }) }),
};
