import { z } from 'zod';
import { DocumentKind } from '../../shared/contract/texts-documents.ts';
import { Language } from '../../shared/model/text.ts';

/** A longer text: turns of a conversation, or paragraphs of a note. */
export const SourceDocument = z.strictObject({
  project: z.string(),
  kind: DocumentKind,
  title: z.string(),
  language: Language,
  saidOn: z.iso.date(),
  /** Participant whose words they are. */
  code: z.string().optional(),
  /** Speaker and words; the first speaker asks. */
  turns: z.array(z.tuple([z.string(), z.string()])).optional(),
  paragraphs: z.array(z.string()).optional(),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
