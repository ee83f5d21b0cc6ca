import { z } from 'zod';
import { ProjectId, ReportId } from '../model/ids.ts';
import { Language } from '../model/text.ts';
import { query } from './kit.ts';

export const ReportKind = z.enum(['process-report', 'final-report', 'fact-sheet', 'news', 'other']);
export type ReportKind = z.infer<typeof ReportKind>;

/** A report as the archive knows it. */
export const ReportRow = z.strictObject({
  id: ReportId,
  kind: ReportKind,
  title: z.string(),
  language: Language,
  byline: z.string().nullable(),
  year: z.int().nullable(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  updatedOn: z.string().nullable(),
  /** Parts it consists of, in their order. */
  blocks: z.array(
    z.strictObject({
      kind: z.enum(['heading', 'text', 'exhibit', 'quote', 'finding', 'actions', 'attachment']),
      text: z.string().nullable(),
    }),
  ),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const reports = {
  /** Newest first. */
  list: query({ input: z.strictObject({ projectId: ProjectId }), output: z.strictObject({ reports: z.array(ReportRow) }) }),
};
