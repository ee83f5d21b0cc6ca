import { z } from 'zod';
import { FindingId, ProjectId, ReportId, TextId, VariableId } from '../model/ids.ts';
import { LocalisedText, StoredText } from '../model/text.ts';
import { identityKinds, identityReasons } from '../texts/identity-scan.ts';
import { command, query } from './kit.ts';
import { QuoteSource, QuoteStatus } from './quotes-search.ts';

export const QuoteId = z.uuid();
/** What may stand under a quote; as QuoteAttributeKey of the files of quotes. */
const AttributeKey = z.union([z.enum(['place', 'area', 'service', 'wave']), VariableId]);

export const IdentityKind = z.enum(identityKinds);
/** keep: the words stay. general-word: something wider stands instead. remove: they are left out, and "[…]" says so. */
export const MarkDecision = z.enum(['keep', 'general-word', 'remove']);
export type MarkDecision = z.infer<typeof MarkDecision>;

/** Something in a quote that may tell who said it. Offsets count from the start of the quote. */
export const QuoteMark = z.strictObject({
  start: z.int(),
  end: z.int(),
  kind: IdentityKind,
  why: z.enum(identityReasons),
  /** Marks on the same word have the same number and are decided together. */
  number: z.int(),
  decision: MarkDecision.nullable(),
  /** What `general-word` puts there unless something else is said. */
  suggestion: z.string(),
  generalWord: z.string().nullable(),
});
export type QuoteMark = z.infer<typeof QuoteMark>;

/** A number of persons that may be said as it is; null: fewer than the threshold. */
const Sharing = z.int().nullable();

/** Something that is known of whoever said it, and what it would mean to tell it beside what is chosen already. */
export const AttributeChoice = z.strictObject({
  key: AttributeKey,
  label: z.string(),
  value: z.string(),
  isChosen: z.boolean(),
  /** Persons who take part and share it, together with the others chosen. */
  persons: Sharing,
  /** Those asked, also who said no. `unknown`: of those nobody knows it. */
  asked: Sharing.or(z.literal('unknown')),
  state: z.enum(['ok', 'too-few', 'together']),
});
export type AttributeChoice = z.infer<typeof AttributeChoice>;

export const ClearanceView = z.strictObject({
  id: QuoteId,
  projectId: ProjectId,
  textId: TextId,
  start: z.int(),
  end: z.int(),
  status: QuoteStatus,
  language: z.string(),
  source: QuoteSource,
  /** "R017"; empty for nobody's words. */
  code: z.string(),
  question: z.strictObject({ number: z.string(), wording: LocalisedText }).nullable(),
  title: z.string(),
  raw: z.string(),
  cleared: z.string(),
  /** Somebody has written in it beside what was decided about the marks. */
  isOwnWording: z.boolean(),
  marks: z.array(QuoteMark),
  threshold: z.int(),
  attributes: z.array(AttributeChoice),
  /** Choices that may stand, when what is chosen may not any more. */
  coarser: z.array(z.array(z.string())),
  areAttributesRefused: z.boolean(),
  proposedBy: z.string().nullable(),
  isProposedByMe: z.boolean(),
  clearedBy: z.string().nullable(),
  clearedAt: z.string().nullable(),
  /** Why the second reader sent it back. */
  note: z.string().nullable(),
  mayBeQuoted: z.boolean(),
  findings: z.array(z.strictObject({ id: FindingId, code: z.string(), wording: z.string() })),
  reports: z.array(z.strictObject({ id: ReportId, title: z.string() })),
  /** Neighbours among those that wait for whoever asks. */
  queue: z.strictObject({ previous: QuoteId.nullable(), next: QuoteId.nullable(), waiting: z.int() }),
});
export type ClearanceView = z.infer<typeof ClearanceView>;

export const ClearanceRow = z.strictObject({
  id: QuoteId,
  status: QuoteStatus,
  code: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  language: z.string(),
  /** The cleared wording where there is one, otherwise the raw words; the beginning. */
  words: z.string(),
  proposedBy: z.string().nullable(),
  isProposedByMe: z.boolean(),
  note: z.string().nullable(),
  /** Something can be done by whoever asks. */
  isWaiting: z.boolean(),
});
export type ClearanceRow = z.infer<typeof ClearanceRow>;

const quote = z.strictObject({ quoteId: QuoteId });
const nothing = z.strictObject({});
const touches = ['quotes', 'findings', 'reports'] as const;

export const quotesClearance = {
  /** Kept quotes by where they stand, those that wait for whoever asks first. Never of somebody who has withdrawn. */
  list: query({
    input: z.strictObject({
      projectId: ProjectId,
      statuses: z.array(QuoteStatus).min(1).optional(),
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(ClearanceRow),
      total: z.int(),
      counts: z.array(z.strictObject({ status: QuoteStatus, count: z.int() })),
      waiting: z.int(),
    }),
  }),
  /** One quote: the raw words and the cleared ones, what may tell who said it, and what may be told of that person. */
  get: query({ input: quote, output: ClearanceView }),
  /** Decides about a mark, and about all on the same word. A range that was not marked becomes a mark. */
  decide: command({
    input: z.strictObject({
      ...quote.shape,
      start: z.int().min(0),
      end: z.int().min(1),
      kind: IdentityKind,
      decision: MarkDecision,
      generalWord: StoredText.pipe(z.string().trim().min(1).max(200)).optional(),
    }),
    output: nothing,
    errors: ['QUOTE_NOT_OPEN', 'RANGE_OUTSIDE_TEXT'],
    touches: [...touches],
    undo: 'clearance.decide.undo',
  }),
  /** The cleared wording as somebody wrote it; null makes it anew of the raw words and the decisions. Steps close in time become one. */
  setClearedBody: command({
    input: z.strictObject({ ...quote.shape, body: StoredText.pipe(z.string().trim().min(1).max(20_000)).nullable() }),
    output: nothing,
    errors: ['QUOTE_NOT_OPEN'],
    touches: [...touches],
    undo: 'clearance.setClearedBody.undo',
  }),
  /** What stands under it: at most two, each shared together by the threshold of persons or more. */
  setAttributes: command({
    input: z.strictObject({ ...quote.shape, attributes: z.array(AttributeKey).max(2) }),
    output: nothing,
    errors: ['QUOTE_NOT_OPEN', 'QUOTE_SHARED'],
    touches: [...touches],
    undo: 'clearance.setAttributes.undo',
  }),
  /** To the second reader. Every mark must be decided. */
  propose: command({
    input: quote,
    output: nothing,
    errors: ['QUOTE_NOT_OPEN', 'QUOTE_UNDECIDED', 'QUOTE_SHARED', 'QUOTE_NO_CONSENT'],
    touches: [...touches],
    undo: 'clearance.propose.undo',
  }),
  /** The second reader clears it. Never the one who proposed it. */
  approve: command({
    input: quote,
    output: nothing,
    errors: ['QUOTE_NOT_PROPOSED', 'QUOTE_SECOND_READER', 'QUOTE_UNDECIDED', 'QUOTE_SHARED', 'QUOTE_NO_CONSENT'],
    touches: [...touches],
    undo: 'clearance.approve.undo',
  }),
  /** The second reader sends it back and says why. */
  sendBack: command({
    input: z.strictObject({ ...quote.shape, note: StoredText.pipe(z.string().trim().min(1).max(2000)) }),
    output: nothing,
    errors: ['QUOTE_NOT_PROPOSED'],
    touches: [...touches],
    undo: 'clearance.sendBack.undo',
  }),
  /** Takes a proposal or a clearance back: raw again, with everything that was decided. */
  withdraw: command({
    input: quote,
    output: nothing,
    errors: ['QUOTE_NOT_PROPOSED'],
    touches: [...touches],
    undo: 'clearance.withdraw.undo',
  }),
};
