import { Ticket } from '../../../../shared/model/ids.ts';
import { wordType } from '../../documents/word.ts';
import type { Call } from '../../rpc/call.ts';
import { assertMarkStands, takeReleaseMark } from './release-mark.ts';

const mediaTypes = {
  docx: wordType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

/** A file in the making, and how it enters the register. */
export interface ReleaseFile {
  /** Without number and ending; never answers or persons. */
  readonly name: string;
  readonly format: keyof typeof mediaTypes;
  readonly bytes: () => Promise<Uint8Array>;
  readonly enter: (operation: Parameters<Parameters<Call['commit']>[0]>[0], number: number, releasedAt: string) => void;
}

/** What is told of a file that was made: the ticket for its one download, and the release it is. */
export interface ReleasedFile {
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly releaseNumber: number;
}

/**
 * Lets something out: counted and checked anew by `make`, made into a file, entered in the register, put out for one download.
 * @throws AppError CANCELLED where something else has left, or what it is made of has changed, in between
 */
export async function* releaseFile(
  call: Call,
  make: (releaseNumber: number) => ReleaseFile,
): AsyncGenerator<{ done: number; of: number }, ReleasedFile> {
  const mark = takeReleaseMark(call);
  const releaseNumber = mark.number;
  const { name, format, bytes, enter } = make(releaseNumber);
  yield { done: 1, of: 2 };
  const content = await bytes();
  assertMarkStands(call, mark);
  call.commit((operation) => {
    enter(operation, releaseNumber, new Date(call.session.deps.now()).toISOString());
  });
  const fileName = `${releaseNumber} – ${name}.${format}`.replaceAll(/[\\/:*?"<>|]+/gu, ' ');
  return { ticket: Ticket.parse(call.session.blobs.offer(fileName, mediaTypes[format], content)), fileName, releaseNumber };
}
