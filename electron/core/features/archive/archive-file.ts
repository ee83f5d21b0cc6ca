import type { QuestionnaireSheet } from '../../../../shared/contract/print.ts';
import type { ReportDocument } from '../../../../shared/contract/reports-document.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Call } from '../../rpc/call.ts';
import type { Begin } from '../raw-export/made-file.ts';
import type { LyingFile, ToPack } from '../raw-export/pack-files.ts';

/**
 * The PDF of a paper that the window printed, null where it did not.
 * @param paper what stands on it now @throws AppError STALE where something else stood on it when it was printed, TICKET_UNKNOWN, FILE_UNREADABLE
 */
export type PrintedPapers = (id: string, paper: PaperContent) => LyingFile | null;

/** What a part of the archive is made of. */
export interface ArchiveWanted {
  readonly call: Call;
  readonly projectId: string;
  readonly language: Language;
  /** Questions marked as identifying leave too. */
  readonly identifiers: boolean;
  /** Begins a file on the disk; it is removed when the work fails or is cancelled. */
  readonly begin: Begin;
  readonly printed: PrintedPapers;
}

/** What a window prints. */
export type PaperContent = ReportDocument | QuestionnaireSheet;

/**
 * Makes files of the archive one after the other; what is yielded is packed when all are made, and null is a pause in long work, in which it
 * can be cancelled. Names have folders ("data/…"). A part that has nothing yields nothing. Others add theirs to `archiveParts`.
 */
export type ArchivePart = (wanted: ArchiveWanted) => AsyncGenerator<ToPack | null>;

/** A text as a file. */
export function textPart(fileName: string, text: string): ToPack {
  return { fileName, content: Buffer.from(text) };
}
