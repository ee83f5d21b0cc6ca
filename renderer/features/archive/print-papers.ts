import type { ArchivePaper, ArchivePrint } from '../../../shared/contract/archive.ts';
import type { ProjectId, Ticket } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import type { DesktopBridge } from '../../lib/pipe.ts';
import { printQuestionnaire } from '../print/index.ts';
import { printReport } from '../reports/index.ts';

/** A paper that could not be printed. */
export class NotPrintedError extends Error {
  readonly title: string;

  constructor(title: string) {
    super('a paper was not printed');
    this.name = 'NotPrintedError';
    this.title = title;
  }
}

interface PrintPapers {
  readonly bridge: DesktopBridge;
  readonly projectId: ProjectId;
  readonly language: Language;
  readonly signal: AbortSignal;
  /** Told of each ticket before anything lies under it. */
  readonly onTicket: (ticket: Ticket) => void;
  readonly onProgress: (progress: { readonly at: number; readonly of: number; readonly title: string }) => void;
}

function print(paper: ArchivePaper, run: () => Promise<boolean>): Promise<boolean> {
  return paper.kind === 'report' ? printReport(paper.document, run) : printQuestionnaire(paper.sheet, run);
}

/**
 * Prints the questionnaires and reports of a project to PDF, one after the other, and sends each in. @throws NotPrintedError, what aborting throws, what the
 * core throws
 */
export async function printPapers({ bridge, projectId, language, signal, onTicket, onProgress }: PrintPapers): Promise<ArchivePrint[]> {
  const { papers } = await client.archive.toPrint({ projectId });
  const prints: ArchivePrint[] = [];
  for (const [at, { kind, id, title }] of papers.entries()) {
    signal.throwIfAborted();
    onProgress({ at: at + 1, of: papers.length, title });
    /* oxlint-disable no-await-in-loop -- the page prints one at a time */
    const paper = await client.archive.paper({ kind, id, language });
    const { ticket } = await client.workspace.requestUpload({ name: `${kind}.pdf` });
    onTicket(ticket);
    if (!(await print(paper, () => bridge.host.printBlob(ticket)))) throw new NotPrintedError(title);
    /* oxlint-enable no-await-in-loop */
    prints.push({ kind, id, mark: paper.mark, ticket });
  }
  signal.throwIfAborted();
  return prints;
}
