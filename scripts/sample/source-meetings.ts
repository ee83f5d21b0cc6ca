import { z } from 'zod';
import { BlockOptions } from '../../shared/contract/reports-terms.ts';

/** Shapes of the readable sources about meetings and what came of them. */

const planned = z.strictObject({ asSaid: z.string(), sortOn: z.string().optional(), precision: z.string() });
const told = { on: z.string(), how: z.string(), by: z.string(), to: z.string() };

const SourceLine = z.strictObject({
  /** Number of the agenda item, from 1. */
  agenda: z.int(),
  text: z.string(),
  speaker: z.string(),
  mark: z.string().optional(),
  attribution: z.string().optional(),
  body: z.string().optional(),
  themes: z.array(z.string()).optional(),
});

export const SourceMeeting = z.strictObject({
  key: z.string(),
  project: z.string().optional(),
  round: z.string().optional(),
  follows: z.string().optional(),
  kind: z.string(),
  title: z.string(),
  place: z.string(),
  venue: z.string().optional(),
  format: z.string(),
  preferredFormat: z.string().optional(),
  status: z.string(),
  language: z.enum(['nb', 'sv']),
  planned: planned.optional(),
  held: z.strictObject({ on: z.string(), precision: z.string() }).optional(),
  startsAt: z.string().optional(),
  endsAt: z.string().optional(),
  isFirstOfKind: z.boolean().optional(),
  gapReason: z.string().optional(),
  attendance: z.strictObject({ count: z.int(), precision: z.string() }).optional(),
  impression: z.string().optional(),
  purposes: z.array(z.string()),
  roles: z.array(z.strictObject({ role: z.string(), person: z.string().optional(), organisation: z.string().optional() })),
  present: z.array(
    z.strictObject({
      role: z.string(),
      organisation: z.string().optional(),
      body: z.string().optional(),
      person: z.string().optional(),
      count: z.int().optional(),
      precision: z.string().optional(),
    }),
  ),
  invitations: z
    .array(z.strictObject({ organisation: z.string().optional(), person: z.string().optional(), status: z.string() }))
    .optional(),
  invitedOn: z.string().optional(),
  sheet: z
    .strictObject({ sentOn: z.string(), questions: z.array(z.strictObject({ bank: z.string(), wasDiscussed: z.boolean().optional() })) })
    .optional(),
  agenda: z.array(z.strictObject({ title: z.string(), person: z.string().optional() })),
  lines: z.array(SourceLine),
  distribution: z.array(z.strictObject({ what: z.string(), recipient: z.string(), on: z.string() })).optional(),
  contacts: z.array(z.strictObject({ person: z.string(), on: z.string() })).optional(),
});
export type SourceMeeting = z.infer<typeof SourceMeeting>;

export const SourceMeetings = z.strictObject({
  series: z.array(
    z.strictObject({ key: z.string(), name: z.string(), timesPerYear: z.int(), places: z.array(z.string()), note: z.string() }),
  ),
  rounds: z.array(
    z.strictObject({
      key: z.string(),
      project: z.string().optional(),
      series: z.string(),
      name: z.string(),
      year: z.int(),
      planned: planned.optional(),
    }),
  ),
  requests: z.array(
    z.strictObject({
      wording: z.string(),
      organisation: z.string().optional(),
      place: z.string().optional(),
      askedByAsSaid: z.string().optional(),
      askedOn: z.string(),
      status: z.string(),
      meeting: z.string().optional(),
    }),
  ),
  meetings: z.array(SourceMeeting),
});

export const SourceOutcomes = z.strictObject({
  findings: z.array(
    z.strictObject({
      code: z.string(),
      wording: z.string(),
      polarity: z.string(),
      level: z.string(),
      status: z.string(),
      service: z.string().optional(),
      amountAsSaid: z.string().optional(),
      themes: z.array(z.string()),
      answers: z.array(z.string()),
      meetings: z.array(z.string()),
      exhibit: z.string().optional(),
      note: z.string().optional(),
      before: z.strictObject({ wording: z.string(), meeting: z.string(), at: z.string() }).optional(),
    }),
  ),
  actions: z.array(
    z.strictObject({
      code: z.string(),
      project: z.string(),
      meeting: z.string(),
      finding: z.string().optional(),
      place: z.string(),
      language: z.string().optional(),
      wording: z.string(),
      owner: z.string().optional(),
      ownerAsSaid: z.string().optional(),
      parties: z.string().optional(),
      addressee: z.string().optional(),
      isExisting: z.boolean().optional(),
      due: planned,
      status: z.string(),
      result: z.string().optional(),
      events: z.array(
        z.strictObject({
          kind: z.string(),
          on: z.string(),
          note: z.string().optional(),
          meeting: z.string().optional(),
          body: z.string().optional(),
        }),
      ),
      toldBack: z.strictObject(told).optional(),
    }),
  ),
  toldBack: z.array(z.strictObject({ project: z.string(), finding: z.string().optional(), ...told })),
  observations: z.array(
    z.strictObject({
      project: z.string(),
      meeting: z.string().optional(),
      line: z.int().optional(),
      kind: z.string(),
      title: z.string(),
      body: z.string().optional(),
      status: z.string(),
      place: z.string().optional(),
      service: z.string().optional(),
      isShareable: z.boolean().optional(),
    }),
  ),
  quotes: z.array(
    z.strictObject({
      answer: z.string(),
      status: z.string(),
      clearedBody: z.string().optional(),
      /** Words that only one person says and that were taken out. */
      taken: z.array(z.string()).optional(),
      attributes: z.array(z.string()),
      on: z.string().optional(),
      proposedBy: z.string().optional(),
      clearedBy: z.string().optional(),
      at: z.string().optional(),
    }),
  ),
  /** What persons say of a theme, summed up; with the words behind it where `hasQuote`. */
  frameworkCells: z.array(
    z.strictObject({
      answer: z.string(),
      theme: z.string(),
      summary: z.string(),
      isDone: z.boolean().optional(),
      hasQuote: z.boolean().optional(),
    }),
  ),
  /** Framework matrices. Cells of their own where the rows are answers to a variable. */
  frameworks: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.enum(['person', 'interview', 'variable']),
      variable: z.string().optional(),
      themes: z.array(z.string()),
      cells: z.array(z.strictObject({ code: z.int(), theme: z.string(), summary: z.string(), isDone: z.boolean().optional() })),
    }),
  ),
  exhibits: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      kind: z.enum(['frequency', 'crosstab', 'likert', 'themes']),
      /** Names of variables, or `themes`. */
      rows: z.union([z.string(), z.array(z.string())]),
      columns: z.string().optional(),
      /** The finding in the author's own words. */
      title: z.string().optional(),
      /** How it is drawn; a table when left out. */
      chart: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  reports: z.array(
    z.strictObject({
      key: z.string(),
      project: z.string(),
      kind: z.string(),
      title: z.string(),
      language: z.string(),
      byline: z.string(),
      year: z.int(),
      place: z.string(),
      authors: z.string().optional(),
      link: z.string().optional(),
      publishedOn: z.string().optional(),
      updatedOn: z.string().optional(),
      body: z.string().optional(),
      /** Who it has gone to; `organisation` is a key of the registers. */
      recipients: z
        .array(z.strictObject({ name: z.string(), organisation: z.string().optional(), on: z.string(), spreads: z.boolean().optional() }))
        .optional(),
      blocks: z.array(
        z.strictObject({
          kind: z.string(),
          body: z.string().optional(),
          finding: z.string().optional(),
          quote: z.string().optional(),
          exhibit: z.string().optional(),
          /** Key of a meeting that the block tells of. */
          meeting: z.string().optional(),
          options: BlockOptions.optional(),
        }),
      ),
      /** Times it was written out, as what was typed stood then: `before` says which answers were corrected afterwards. */
      drafts: z
        .array(
          z.strictObject({
            format: z.enum(['docx', 'pdf', 'pptx', 'xlsx', 'html']),
            at: z.string(),
            recipient: z.string(),
            by: z.string(),
            before: z.strictObject({ variable: z.string(), code: z.int(), was: z.int(), persons: z.int() }),
          }),
        )
        .optional(),
    }),
  ),
});
