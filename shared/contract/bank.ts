import { z } from 'zod';
import { QuestionId, VersionId } from '../model/ids.ts';
import { QuestionSpec, ScaleSpec } from '../model/questionnaire-spec.ts';
import { Language, LocalisedText } from '../model/text.ts';
import { command, query } from './kit.ts';

export const BankKind = z.enum(['question', 'meta', 'problem', 'meeting']);
export type BankKind = z.infer<typeof BankKind>;

/** Topics of the questions that come with the program; the screen says them as `bank.topic.<topic>`. */
export const bankTopics = [
  'consent',
  'background',
  'what-matters',
  'participation',
  'recovery',
  'experience',
  'overall',
  'open',
  'meeting',
  'problem',
] as const;

/** A question kept for reuse. Those that come with the program have `isShipped` and cannot be changed, only copied. */
export const BankQuestion = z.strictObject({
  id: z.string(),
  key: z.string(),
  version: z.int(),
  kind: BankKind,
  /** One of `bankTopics`, or for the workspace's own whatever its people call it. */
  topic: z.string(),
  wording: LocalisedText,
  languages: z.array(Language),
  definition: QuestionSpec.nullable(),
  scale: ScaleSpec.nullable(),
  source: z.string(),
  licence: z.string(),
  isShipped: z.boolean(),
  /** Where it is asked: questionnaires with their project. */
  uses: z.array(z.strictObject({ project: z.string(), questionnaire: z.string(), version: z.int(), number: z.string() })),
});
export type BankQuestion = z.infer<typeof BankQuestion>;

const touches = ['questionnaires'] as const;

export const bank = {
  /** The newest version of each question, shipped ones and the workspace's own, by topic; `query` matches any language. */
  list: query({
    input: z.strictObject({ query: z.string().max(200), kind: BankKind.nullable() }),
    output: z.strictObject({ questions: z.array(BankQuestion) }),
  }),
  /** Every version of one question, newest first. */
  versions: query({ input: z.strictObject({ key: z.string() }), output: z.strictObject({ questions: z.array(BankQuestion) }) }),
  /** Keeps a question of a questionnaire in the bank: as a new question, or as the next version of the one it came from. */
  keep: command({
    input: z.strictObject({
      questionId: QuestionId,
      topic: z.string().max(100),
      source: z.string().max(500),
      licence: z.string().max(200),
    }),
    output: z.strictObject({ bankQuestionId: z.string(), version: z.int() }),
    touches: [...touches],
    undo: 'bank.keep.undo',
  }),
  /** Puts questions of the bank below another question of a draft, in the order given, each remembering where it came from. */
  use: command({
    input: z.strictObject({
      bankQuestionIds: z.array(z.string()).min(1).max(100),
      versionId: VersionId,
      sectionId: z.uuid(),
      afterId: QuestionId.nullable(),
      /** The repeat they are to be asked in. */
      parentId: QuestionId.nullable().optional(),
    }),
    output: z.strictObject({ questionIds: z.array(QuestionId) }),
    errors: ['VERSION_IN_USE'],
    touches: [...touches, 'interviews'],
    undo: 'bank.use.undo',
  }),
  /** Removes a question of the workspace's own from the bank; questionnaires keep theirs. */
  remove: command({
    input: z.strictObject({ key: z.string() }),
    output: z.strictObject({}),
    touches: [...touches],
    undo: 'bank.remove.undo',
  }),
};
