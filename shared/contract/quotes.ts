import { z } from 'zod';
import { FindingId, ProjectId, ThemeId, Ticket, VariableId } from '../model/ids.ts';
import { Language, StoredText } from '../model/text.ts';
import { IsoDay } from '../model/vague.ts';
import { Polarity } from './coding-terms.ts';
import { command, job, query } from './kit.ts';
import { quotesClearance } from './quotes-clearance.ts';
import { QuoteCounts, QuoteHeading, QuoteLine, QuotePlace, QuoteScope } from './quotes-search.ts';

export * from './quotes-search.ts';

/** What may stand under a quote: the place, the area it lies in, the service, the round, or what was answered to a closed question. */
export const QuoteAttributeKey = z.union([z.enum(['place', 'area', 'service', 'wave']), VariableId]);
export type QuoteAttributeKey = z.infer<typeof QuoteAttributeKey>;

/** cleared: wordings two people have cleared. internal: raw words, a working file for somebody who is named. */
export const QuoteFileUse = z.enum(['cleared', 'internal']);
export type QuoteFileUse = z.infer<typeof QuoteFileUse>;
export const QuoteFileFormat = z.enum(['docx', 'xlsx', 'csv']);
export type QuoteFileFormat = z.infer<typeof QuoteFileFormat>;

const Attributes = z.array(QuoteAttributeKey).max(2);
const Places = z.array(QuotePlace).min(1).max(500);

/** Something said of a person in a file that too few share. */
const Refused = z.strictObject({
  /** The values, in words. */
  values: z.array(z.string()),
  reason: z.enum(['too-few', 'together']),
});

export const quotes = {
  ...quotesClearance,
  /** A page of quotes from the `from`-th (0-based) line of `total`; a heading is a line too. `beside`: variables beside each quote. */
  find: query({
    input: z.strictObject({
      ...QuoteScope.shape,
      beside: z.array(VariableId).max(6).default([]),
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      rows: z.array(z.discriminatedUnion('kind', [QuoteHeading, QuoteLine])),
      total: z.int(),
      quotes: z.int(),
      ...QuoteCounts.shape,
    }),
  }),
  /** Persons and mentions of each theme among what is found, in the order of the tree; never of whoever has withdrawn. */
  counts: query({
    input: QuoteScope,
    output: z.strictObject({ themes: z.array(z.strictObject({ themeId: ThemeId, ...QuoteCounts.shape })) }),
  }),
  /** Places of all quotes in scope, in their order; at most 500. */
  places: query({ input: QuoteScope, output: z.strictObject({ places: z.array(QuotePlace), total: z.int() }) }),
  /** Keeps quotes, to be cleared or to rest a finding on. What is kept already stays as it is. */
  keep: command({
    input: z.strictObject({ places: Places }),
    output: z.strictObject({ quoteIds: z.array(z.uuid()), kept: z.int() }),
    errors: ['RANGE_OUTSIDE_TEXT'],
    touches: ['quotes'],
    undo: 'quotes.keep.undo',
  }),
  /** Keeps raw quotes no longer. Those that something rests on, or that are being cleared, stay and are counted. */
  letGo: command({
    input: z.strictObject({ quoteIds: z.array(z.uuid()).min(1).max(500) }),
    output: z.strictObject({ letGo: z.int(), inUse: z.int() }),
    touches: ['quotes'],
    undo: 'quotes.letGo.undo',
  }),
  /** A new finding that rests on these quotes, which are kept. */
  makeFinding: command({
    input: z.strictObject({
      projectId: ProjectId,
      places: Places,
      wording: StoredText.transform((text) => text.trim()).pipe(z.string().min(1).max(4000)),
      polarity: Polarity.optional(),
      language: Language,
      meetingId: z.uuid().optional(),
      today: IsoDay,
    }),
    output: z.strictObject({ findingId: FindingId, code: z.string() }),
    errors: ['RANGE_OUTSIDE_TEXT'],
    touches: ['quotes', 'findings'],
    undo: 'quotes.makeFinding.undo',
  }),
  /** What a file of these quotes would hold, and which attributes may not stand in it; `coarser` are those that may. */
  fileCheck: query({
    input: z.strictObject({ ...QuoteScope.shape, use: QuoteFileUse, attributes: Attributes, language: Language }),
    output: z.strictObject({
      /** Quotes that go into the file. */
      quotes: z.int(),
      /** Found, but not cleared (in a file of cleared ones), or of somebody who no longer wants to be quoted. */
      leftOut: z.int(),
      threshold: z.int(),
      refused: z.array(Refused),
      coarser: z.array(Attributes),
    }),
    errors: ['CODING_IS_BLIND'],
  }),
  /** Makes the file and enters it in the register of releases. Cleared quotes carry their own attributes; `attributes` are of internal files. */
  export: job({
    input: z
      .strictObject({
        ...QuoteScope.shape,
        use: QuoteFileUse,
        format: QuoteFileFormat,
        attributes: Attributes,
        language: Language,
        /** Who gets the file, and what for. An internal file needs both. */
        recipient: z.string().trim().max(200),
        purpose: z.string().trim().max(500),
      })
      .refine(({ use, recipient, purpose }) => use === 'cleared' || (recipient !== '' && purpose !== '')),
    progress: z.strictObject({ done: z.int(), of: z.int() }),
    output: z.strictObject({ releaseNumber: z.int(), ticket: Ticket, fileName: z.string(), quotes: z.int() }),
    errors: ['QUOTE_ATTRIBUTES', 'CODING_IS_BLIND', 'OUT_OF_RANGE'],
    touches: ['analysis', 'privacy'],
    undo: null,
  }),
};
