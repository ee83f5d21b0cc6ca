import { z } from 'zod';
import { ChangedFigure } from './analysis-exhibits.ts';
import { Sentence } from './exhibit-view.ts';
import { HouseStyle } from './reports-style.ts';
import { BlockKind, ChartAs, ExhibitShows, ReportKind } from './reports-terms.ts';
import { ReleasedExhibit } from '../model/exhibit.ts';
import { ProjectId, ReportId } from '../model/ids.ts';
import { Language } from '../model/text.ts';

/** A piece of running text. A line never breaks inside one. */
export const Run = z.strictObject({
  text: z.string(),
  isBold: z.literal(true).optional(),
  isItalic: z.literal(true).optional(),
  /** Address of a link: http, https or mailto. */
  href: z.string().optional(),
  /** Anchor of the table, figure or heading that this names; `text` is what it is called now: "Tabell 7". */
  ref: z.string().optional(),
  /** A footnote's words; `text` is empty then. */
  footnote: z.string().optional(),
});
export type Run = z.infer<typeof Run>;

/**
 * What a report is made of once it stands: few kinds, so that screen, DOCX, PDF, PPTX and HTML show the same. Numbers of tables, figures and headings are given
 * here and nowhere else.
 */
export const DocumentPart = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.int().min(1).max(3),
    number: z.string().nullable(),
    text: z.string(),
    anchor: z.string(),
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    /** lead: larger, opens a report. quiet: small and grey, beside the matter. */
    style: z.enum(['body', 'lead', 'quiet', 'bullet', 'numbered']),
    /** Lists within lists; 0 for everything else. */
    depth: z.int().min(0).max(2),
    /** The number a numbered item has; null for the others. */
    ordinal: z.int().nullable(),
    runs: z.array(Run),
    /** Where it is another than the report's. */
    language: Language.nullable(),
  }),
  z.strictObject({
    kind: z.literal('exhibit'),
    exhibitId: z.uuid(),
    released: ReleasedExhibit,
    shows: ExhibitShows,
    chartAs: ChartAs,
    /** A chart type of shared/charts; null for the one the figures ask for. */
    chart: z.string().nullable(),
    /** Null where there is no table, or no figure, of it here. */
    table: z.strictObject({ number: z.int(), anchor: z.string() }).nullable(),
    figure: z.strictObject({ number: z.int(), anchor: z.string() }).nullable(),
  }),
  /** Cleared words. `note`: who said it, as far as may be told; empty for nothing. */
  z.strictObject({ kind: z.literal('quote'), text: z.string(), note: z.string(), language: Language.nullable() }),
  z.strictObject({
    kind: z.literal('table'),
    /** Null where it needs no number of its own. */
    caption: z.strictObject({ number: z.int(), anchor: z.string(), text: z.string() }).nullable(),
    /** `share`: hundredths of the width; they make 100. */
    columns: z.array(z.strictObject({ label: z.string(), share: z.int(), isNumber: z.boolean() })),
    rows: z.array(z.strictObject({ cells: z.array(z.string()), isGroup: z.boolean(), indent: z.int().min(0).max(3) })),
    note: z.string(),
  }),
  z.strictObject({ kind: z.literal('facts'), rows: z.array(z.strictObject({ label: z.string(), lines: z.array(z.string()) })) }),
  z.strictObject({ kind: z.literal('picture'), attachmentId: z.uuid(), caption: z.string(), credit: z.string(), altText: z.string() }),
  z.strictObject({
    kind: z.literal('contents'),
    entries: z.array(z.strictObject({ level: z.int(), number: z.string().nullable(), text: z.string(), anchor: z.string() })),
  }),
  z.strictObject({ kind: z.literal('page-break') }),
]);
export type DocumentPart = z.infer<typeof DocumentPart>;

/** Why a block is not as its author wants it. `isBlocking`: nothing is written before it is settled. */
export const BlockProblem = z.strictObject({
  code: z.enum([
    /** The gate lets nothing of the table out. */
    'exhibit-stopped',
    /** The table can no longer be made: a question or place is gone. */
    'exhibit-gone',
    /** The theme, service, place, round or meeting that is told of is gone. */
    'about-gone',
    'quote-not-cleared',
    /** Whoever said it has withdrawn, or taken back that it may be quoted. */
    'quote-withdrawn',
    /** A finding that is not final in a report that is to have final ones only. */
    'finding-not-final',
    'finding-needs-a-look',
    'photo-not-allowed',
    /** A checklist's items without an answer. */
    'checklist-open',
    /** Words put there by a template that nobody has written over: "[…]". */
    'text-to-write',
  ]),
  isBlocking: z.boolean(),
  sentence: Sentence,
});
export type BlockProblem = z.infer<typeof BlockProblem>;

export const DocumentBlock = z.strictObject({
  id: z.uuid(),
  kind: BlockKind,
  /** Empty for a block that has nothing to show; its problem says why. */
  parts: z.array(DocumentPart),
  problems: z.array(BlockProblem),
  /** Figures that are others than in the report's latest draft, the first 50, and how many; none before there is one, or once they are read. */
  changes: z.array(ChangedFigure),
  changed: z.int().min(0),
});
export type DocumentBlock = z.infer<typeof DocumentBlock>;

/** A report as it stands: the one object that the screen and every file of it are made from. */
export const ReportDocument = z.strictObject({
  id: ReportId,
  projectId: ProjectId,
  project: z.string(),
  kind: ReportKind,
  title: z.string(),
  subtitle: z.string(),
  language: Language,
  byline: z.string().nullable(),
  authors: z.string().nullable(),
  place: z.string().nullable(),
  year: z.int().nullable(),
  style: HouseStyle,
  blocks: z.array(DocumentBlock),
  /** The latest time it was written out; null for never. */
  latest: z
    .strictObject({ draft: z.int(), format: z.string(), at: z.string(), releases: z.array(z.int()), recipient: z.string().nullable() })
    .nullable(),
  /** What stands on every page of a file, in words: "Bruker Spør Bruker 2026 · utkast 3 · utlevering 12–15". Empty while it is only looked at. */
  provenance: z.string(),
  /** Where the figures come from and by what rule, in words, once in every file: project, threshold, program, day. Empty while it is only looked at. */
  origin: z.string(),
  /** Rough number of A4 pages. */
  pages: z.int().min(1),
});
export type ReportDocument = z.infer<typeof ReportDocument>;
