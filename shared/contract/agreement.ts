import { z } from 'zod';
import { ActorId, ProjectId, TextId, ThemeId, VariableId } from '../model/ids.ts';
import { Name, StoredText } from '../model/text.ts';
import { Certainty, Level, Polarity } from './coding.ts';
import { command, query, session } from './kit.ts';

const project = z.strictObject({ projectId: ProjectId });

/** Somebody who has coded or read texts of the project. */
export const Coder = z.strictObject({
  coderId: ActorId,
  name: z.string(),
  initials: z.string(),
  isMe: z.boolean(),
  /** Texts read: with a theme of theirs, or marked as read without. */
  texts: z.int(),
  /** Null for others while coding is blind. */
  codings: z.int().nullable(),
});
export type Coder = z.infer<typeof Coder>;

/** Which texts are compared: all, answers to open questions (or to one), or what is not an answer: minutes and documents. */
export const AgreementTexts = z.enum(['all', 'answers', 'long']);
export type AgreementTexts = z.infer<typeof AgreementTexts>;

/** Whose coding, of which texts and themes, is compared. A theme stands for its whole branch. */
export const AgreementScope = z.strictObject({
  projectId: ProjectId,
  texts: AgreementTexts,
  /** One open question; only with texts: answers. */
  variableId: VariableId.optional(),
  themeId: ThemeId.optional(),
});
export type AgreementScope = z.infer<typeof AgreementScope>;

/** What is counted: code points, texts, or persons. */
export const AgreementLevel = z.enum(['character', 'answer', 'person']);
export type AgreementLevel = z.infer<typeof AgreementLevel>;

/**
 * A coefficient (at most 1), or why there is none. no-units: nothing was compared. one-category: everybody put everything in the
 * same category.
 */
export const AgreementFigure = z.union([
  z.strictObject({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }),
  z.strictObject({ value: z.null(), because: z.enum(['no-units', 'one-category']) }),
]);
export type AgreementFigure = z.infer<typeof AgreementFigure>;

/** Two coders and one theme: the four counts and what follows from them. Shares 0–1. */
export const AgreementPair = z.strictObject({
  firstId: ActorId,
  secondId: ActorId,
  both: z.int(),
  onlyFirst: z.int(),
  onlySecond: z.int(),
  neither: z.int(),
  percent: AgreementFigure,
  kappa: AgreementFigure,
  ac1: AgreementFigure,
  brennanPrediger: AgreementFigure,
});
export type AgreementPair = z.infer<typeof AgreementPair>;

export const ThemeAgreement = z.strictObject({
  themeId: ThemeId,
  /** Every pair of the coders, in the order they were asked for. */
  pairs: z.array(AgreementPair),
  /** Krippendorff's α of all the coders: nominal, at character level uα. */
  alpha: AgreementFigure,
});
export type ThemeAgreement = z.infer<typeof ThemeAgreement>;

/** How well coders agree, by theme and over all. Only texts that all of them have read are compared. */
export const Agreement = z.strictObject({
  /** Compared units of the level: code points, texts or persons. */
  units: z.int(),
  texts: z.int(),
  /** Texts in scope that one or more of the coders have not read. */
  leftOut: z.int(),
  /** Themes that one or more of the coders have used, in the order of the tree; the others have nothing to compare. */
  themes: z.array(ThemeAgreement),
  overall: z.strictObject({
    /** The tables of all themes added up. */
    pairs: z.array(AgreementPair),
    /** α over the set of themes each coder put on a text or person, distance MASI; null at character level. */
    sets: AgreementFigure.nullable(),
    /** The unitizing family over the whole material, a combination of themes being a value of its own; null at other levels. */
    unitizing: z.strictObject({ whole: AgreementFigure, marked: AgreementFigure, coded: AgreementFigure }).nullable(),
  }),
});
export type Agreement = z.infer<typeof Agreement>;

const Coders = z.array(ActorId).min(2).max(6);
const TwoCoders = z.tuple([ActorId, ActorId]);

/** A text and a theme on which two coders differ, or differed before they settled it. */
export const Disagreement = z.strictObject({
  textId: TextId,
  themeId: ThemeId,
  kind: z.enum(['answer', 'remark', 'specify', 'note', 'minutes', 'document']),
  /** "R017"; null for texts without a respondent. */
  code: z.string().nullable(),
  /** Number of the question. */
  number: z.string().nullable(),
  /** Title of the meeting or the document. */
  title: z.string().nullable(),
  /** Code points that one of them has marked and the other has not. */
  characters: z.int(),
  /** Only one of them has the theme on this text; else both have it, on other words. */
  isOnlyOne: z.boolean(),
  /** Persons on whose texts the two differ about this theme. */
  persons: z.int(),
  isSettled: z.boolean(),
});
export type Disagreement = z.infer<typeof Disagreement>;

export const DisputedCoding = z.strictObject({
  start: z.int(),
  end: z.int(),
  certainty: Certainty,
  reason: z.string().nullable(),
  polarity: Polarity.nullable(),
  level: Level.nullable(),
});
export type DisputedCoding = z.infer<typeof DisputedCoding>;

/** One disagreement with the words; offsets in UTF-16 units. */
export const DisagreementView = z.strictObject({
  textId: TextId,
  themeId: ThemeId,
  body: z.string(),
  language: z.string(),
  /** The two coders, in the order asked for. */
  coders: z.array(z.strictObject({ coderId: ActorId, name: z.string(), initials: z.string(), codings: z.array(DisputedCoding) })),
  settled: z.strictObject({ codings: z.array(DisputedCoding), note: z.string().nullable(), by: z.string(), at: z.string() }).nullable(),
});
export type DisagreementView = z.infer<typeof DisagreementView>;

/** Whose coding stands: one's, the words either has, the words both have, none, or a range of its own. */
export const Settlement = z.enum(['first', 'second', 'union', 'overlap', 'none', 'range']);
export type Settlement = z.infer<typeof Settlement>;

const Place = z.strictObject({ textId: TextId, themeId: ThemeId });

export const agreement = {
  /** Who has coded what, whether coding is blind, and everybody the file knows, for choosing who codes at this machine. */
  coders: query({
    input: project,
    output: z.strictObject({
      isBlind: z.boolean(),
      coders: z.array(Coder),
      people: z.array(z.strictObject({ personId: ActorId, name: z.string(), initials: z.string(), isMe: z.boolean() })),
    }),
  }),
  compare: query({
    input: z.strictObject({ ...AgreementScope.shape, coderIds: Coders, level: AgreementLevel }),
    output: Agreement,
    errors: ['CODING_IS_BLIND'],
  }),
  /** A page of the disagreements of two coders, from the `from`-th (0-based): the largest first, or the theme with most persons first. */
  disagreements: query({
    input: z.strictObject({
      ...AgreementScope.shape,
      coderIds: TwoCoders,
      state: z.enum(['open', 'settled']),
      order: z.enum(['characters', 'persons']),
      from: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ rows: z.array(Disagreement), open: z.int(), settled: z.int() }),
    errors: ['CODING_IS_BLIND'],
  }),
  disagreement: query({
    input: z.strictObject({ ...Place.shape, coderIds: TwoCoders }),
    output: DisagreementView,
    errors: ['CODING_IS_BLIND'],
  }),
  /**
   * Settles a theme on a text: what the two agreed on is put by the consensus coder and counts from now on; their own codings stay
   * as they are. Settling again replaces what was settled.
   */
  settle: command({
    input: z.strictObject({
      ...Place.shape,
      coderIds: TwoCoders,
      as: Settlement,
      /** Only with as: range. UTF-16 units. */
      range: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).optional(),
      /** Why; without one, what was noted before stays. */
      note: StoredText.optional(),
    }),
    output: z.strictObject({}),
    errors: ['CODING_IS_BLIND', 'RANGE_OUTSIDE_TEXT'],
    touches: ['agreement', 'coding', 'themes'],
    undo: 'agreement.settle.undo',
  }),
  /** Why it was settled so. An empty note takes it away. */
  note: command({
    input: z.strictObject({ ...Place.shape, note: StoredText }),
    output: z.strictObject({}),
    touches: ['agreement'],
    undo: 'agreement.note.undo',
  }),
  /** The coders' own codings count again. */
  reopen: command({
    input: Place,
    output: z.strictObject({}),
    touches: ['agreement', 'coding', 'themes'],
    undo: 'agreement.reopen.undo',
  }),
  /** From now on each coder sees their own codings only; or no longer. */
  setBlind: command({
    input: z.strictObject({ projectId: ProjectId, isBlind: z.boolean() }),
    output: z.strictObject({}),
    touches: ['agreement', 'coding', 'themes', 'texts'],
    undo: 'agreement.setBlind.undo',
  }),
  /** Somebody else sits at this machine until the file is closed: somebody the file knows, or a new name. */
  codeAs: session({
    input: z.union([z.strictObject({ personId: ActorId }), z.strictObject({ name: Name })]),
    output: z.strictObject({ personId: ActorId, name: z.string() }),
    errors: ['NAME_TAKEN'],
    touches: ['workspace'],
  }),
};
