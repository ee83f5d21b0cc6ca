import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { ArchivePaper, ArchivePrint } from '../../../../shared/contract/archive.ts';
import { VersionId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import type { LyingFile } from '../raw-export/pack-files.ts';
import { assemble } from '../reports/index.ts';
import type { PaperContent, PrintedPapers } from './archive-file.ts';
import { keptSheet, versionsOf } from './questionnaire-versions.ts';
import { reportsOf } from './reports-part.ts';

interface Printable {
  readonly kind: ArchivePrint['kind'];
  readonly id: string;
  readonly title: string;
}

/** What the window prints before a package is made: every version of every questionnaire, and the reports. */
export function listPrintable({ sql }: Pick<Call, 'sql'>, projectId: string): Printable[] {
  return [
    ...versionsOf(sql, projectId).map(({ id, name, number }) => ({ kind: 'questionnaire' as const, id, title: `${name} ${number}` })),
    ...reportsOf(sql, projectId).map(({ id, title }) => ({ kind: 'report' as const, id, title })),
  ];
}

/** What a paper is known by: all that stands on it, whenever it was counted. */
function markOf(paper: PaperContent): string {
  const content = JSON.stringify(paper, (key, value: unknown) => (key === 'createdAt' ? undefined : value));
  return createHash('sha256').update(content).digest('hex');
}

/** A paper as it stands now. @throws AppError NOT_FOUND, CODING_IS_BLIND */
export function readPaper(call: Call, { kind, id }: Pick<Printable, 'kind' | 'id'>, language: Language): ArchivePaper {
  if (kind === 'report') {
    const { document } = assemble(call, id, true);
    return { kind, mark: markOf(document), document };
  }
  const sheet = keptSheet(call.sql, VersionId.parse(id), language);
  return { kind, mark: markOf(sheet), sheet };
}

/** Whether a file begins as a PDF does. */
function isPdf(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(5);
    return readSync(file, head) === head.length && head.toString('latin1') === '%PDF-';
  } finally {
    closeSync(file);
  }
}

/** A file that was sent in, gone once it is packed. @throws AppError TICKET_UNKNOWN */
export function sentFile({ session: { blobs } }: Call, ticket: string): LyingFile {
  return { path: blobs.received(ticket).path, [Symbol.dispose]: () => blobs.discard(ticket) };
}

/** Finds the PDF of a paper among what was sent in, and holds it against what stands on the paper now. */
export function printedAmong(call: Call, prints: readonly ArchivePrint[]): PrintedPapers {
  const byId = new Map(prints.map((print) => [print.id, print]));
  return (id, paper) => {
    const print = byId.get(id);
    if (print === undefined) return null;
    const file = sentFile(call, print.ticket);
    if (!isPdf(file.path)) throw new AppError('FILE_UNREADABLE', {}, 'archive.error.notPdf');
    if (print.mark !== markOf(paper)) throw new AppError('STALE', {}, 'archive.error.changed');
    return file;
  };
}
