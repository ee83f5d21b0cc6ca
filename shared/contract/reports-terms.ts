import { z } from 'zod';
import { StoredText } from '../model/text.ts';

export const ReportKind = z.enum(['process-report', 'final-report', 'round-summary', 'feedback', 'slides', 'fact-sheet', 'news', 'other']);
export type ReportKind = z.infer<typeof ReportKind>;

/** Reports that begin as something: their sections stand, with what the project knows filled in. */
export const ReportTemplate = ReportKind.extract(['process-report', 'final-report', 'round-summary', 'feedback', 'slides']);
export type ReportTemplate = z.infer<typeof ReportTemplate>;

/**
 * text: the author's own, with marks (shared/texts/marked-text). methods, response, meetings, actions, findings, checklist: filled from the project each time.
 * appendix: every table behind every chart of the report.
 */
export const BlockKind = z.enum([
  'heading',
  'text',
  'exhibit',
  'quote',
  'finding',
  'findings',
  'actions',
  'meetings',
  'methods',
  'response',
  'checklist',
  'attachment',
  'contents',
  'appendix',
  'page-break',
]);
export type BlockKind = z.infer<typeof BlockKind>;

export const ExhibitShows = z.enum(['table', 'chart', 'both']);
export type ExhibitShows = z.infer<typeof ExhibitShows>;

/** native: a chart that Word and PowerPoint can edit. picture: SVG with PNG. */
export const ChartAs = z.enum(['native', 'picture']);
export type ChartAs = z.infer<typeof ChartAs>;

export const Checklist = z.enum(['coreq', 'gripp2-sf', 'srqr', 'cross', 'gramms']);
export type Checklist = z.infer<typeof Checklist>;

/** own: the project's own description. asked: who was asked and how they were reached. held: how, with what, by whom. coded: how own words were sorted. */
export const MethodPart = z.enum(['own', 'asked', 'held', 'coded', 'anonymity', 'reliability']);
export type MethodPart = z.infer<typeof MethodPart>;

/** What a block says beside its words; each kind reads its own. */
export const BlockOptions = z.strictObject({
  /** heading */
  level: z.int().min(1).max(3).optional(),
  isNumbered: z.boolean().optional(),
  /** exhibit */
  shows: ExhibitShows.optional(),
  chartAs: ChartAs.optional(),
  /** findings, actions: of this service, place, theme or meeting alone. */
  serviceId: z.uuid().optional(),
  placeId: z.uuid().optional(),
  themeId: z.uuid().optional(),
  /** meetings, actions: of this round, or this meeting alone. */
  roundId: z.uuid().optional(),
  meetingId: z.uuid().optional(),
  /** finding, findings: with the figures and quotes it rests on. */
  hasEvidence: z.boolean().optional(),
  /** methods: these parts of it, in this order; all when left out. */
  tells: z.array(MethodPart).min(1).max(6).optional(),
  /** checklist */
  checklist: Checklist.optional(),
  /** The author's answers by the item's number; an item without one has what the project knows. */
  answers: z.record(z.string().max(8), StoredText.pipe(z.string().max(2000))).optional(),
});
export type BlockOptions = z.infer<typeof BlockOptions>;
