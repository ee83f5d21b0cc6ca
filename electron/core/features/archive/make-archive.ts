import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { ArchivePrint } from '../../../../shared/contract/archive.ts';
import { Ticket } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { countedInterviews } from '../../analysis/units.ts';
import { AppError } from '../../app-error.ts';
import { fileNameOf } from '../../documents/file-name.ts';
import type { Call } from '../../rpc/call.ts';
import { dayIn, wordsIn } from '../../words.ts';
import { nextReleaseNumber } from '../analysis/register.ts';
import { enterRelease } from '../analysis/write-release.ts';
import { fileDesk } from '../raw-export/export-raw.ts';
import { manifestText } from '../raw-export/package-papers.ts';
import { packFiles, type PackedEntry, type ToPack } from '../raw-export/pack-files.ts';
import { retold } from '../raw-export/retold.ts';
import { textPart, type ArchiveWanted } from './archive-file.ts';
import { countProject } from './count-project.ts';
import { archiveParts } from './parts.ts';
import { printedAmong, sentFile } from './prints.ts';
import { readMe } from './read-me.ts';

export interface ArchiveInput {
  readonly projectId: string;
  readonly language: Language;
  readonly identifiers: boolean;
  readonly recipient: string;
  readonly reason: string;
  readonly papers: readonly { readonly ticket: Ticket; readonly name: string }[];
  readonly prints: readonly ArchivePrint[];
}

const Fingerprint = z.object({ count: z.int(), keys: z.int().nullable() });

/** Whose answers are in the archive, in short: somebody who withdraws while it is made must not be in it. */
function countedKeys({ sql }: Call, projectId: string): string {
  const found = sql.get(
    Fingerprint,
    `SELECT count(*) AS count, sum(i.key) AS keys FROM interview i WHERE i.project_id = :projectId AND ${countedInterviews}`,
    {
      projectId,
    },
  );
  return `${found?.count ?? 0} ${found?.keys ?? 0}`;
}

const ProjectRow = z.object({ name: z.string() });

/** Papers that were sent in, each under a name of its own. @throws AppError TICKET_UNKNOWN */
function* papersOf(call: Call, { papers, language }: ArchiveInput): Generator<ToPack> {
  const folder = wordsIn(language)('archive.folder.papers');
  for (const [at, { ticket, name }] of papers.entries())
    yield {
      fileName: `${folder}/${String(at + 1).padStart(2, '0')} ${fileNameOf(name, 'pdf')}`,
      content: sentFile(call, ticket),
    };
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  // Streams of bytes are iterated as buffers.
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) hash.update(part);
  return hash.digest('hex');
}

/** Two files of one name would unpack as one: the later gets a number. */
function distinct(files: readonly ToPack[]): ToPack[] {
  const used = new Map<string, number>();
  return files.map((file) => {
    const key = file.fileName.toLocaleLowerCase('nb');
    const seen = used.get(key) ?? 0;
    used.set(key, seen + 1);
    return seen === 0 ? file : { ...file, fileName: file.fileName.replace(/(\.\w+)$/u, ` (${seen + 1})$1`) };
  });
}

interface Made {
  readonly releaseNumber: number;
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly entries: PackedEntry[];
}

/** The files of every part. Yields how many parts are done. */
async function* filesOf(wanted: ArchiveWanted): AsyncGenerator<number, readonly ToPack[]> {
  const files: ToPack[] = [];
  for (const [at, part] of archiveParts.entries()) {
    yield at;
    for await (const file of part(wanted)) {
      if (file !== null) files.push(file);
      yield at;
    }
  }
  return files;
}

/** The archive as it lies on the disk. */
interface Packed {
  readonly project: string;
  readonly releaseNumber: number;
  readonly madeAt: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly files: number;
  /** Whose answers were in it when it was begun. */
  readonly inIt: string;
}

function enterArchive(call: Call, { projectId, language, identifiers, reason, recipient }: ArchiveInput, packed: Packed): void {
  const { project, releaseNumber: number, madeAt, bytes, sha256, files, inIt } = packed;
  call.commit((operation) => {
    // Between the steps another window may have released something, or somebody may have withdrawn; then this archive is void.
    if (nextReleaseNumber(call.sql) !== number || countedKeys(call, projectId) !== inIt) throw new AppError('CANCELLED');
    enterRelease(call, operation, {
      projectId,
      number,
      definition: { kind: 'archive', language, identifiers, reason },
      figures: { title: wordsIn(language)('archive.file.title', { project }), files, bytes, sha256 },
      format: 'archive',
      recipient,
      releasedAt: madeAt,
    });
  });
}

/**
 * Makes the archive of a project, part by part on the disk, enters it in the register and puts it out for one download. Nothing is left
 * behind when it fails or is cancelled, and what was sent in for it is gone either way.
 * @throws AppError NOT_FOUND, OUT_OF_RANGE, FILE_TOO_LARGE, FILE_UNREADABLE, TICKET_UNKNOWN, STALE, CANCELLED
 */
export async function* makeArchive(call: Call, input: ArchiveInput): AsyncGenerator<{ done: number; of: number }, Made> {
  try {
    return yield* packArchive(call, input);
  } finally {
    for (const { ticket } of [...input.papers, ...input.prints]) call.session.blobs.discard(ticket);
  }
}

async function* packArchive(call: Call, input: ArchiveInput): AsyncGenerator<{ done: number; of: number }, Made> {
  const { sql, session } = call;
  const { projectId, language, identifiers } = input;
  const project = sql.get(ProjectRow, 'SELECT name FROM project WHERE id = :projectId', { projectId })?.name;
  if (project === undefined) throw new AppError('NOT_FOUND');
  const words = wordsIn(language);
  const of = archiveParts.length + 1;
  const inIt = countedKeys(call, projectId);
  using desk = fileDesk(call);
  const printed = printedAmong(call, input.prints);
  const made = distinct(
    yield* retold(filesOf({ call, projectId, language, identifiers, begin: desk.begin, printed }), (done) => ({ done, of })),
  );
  const releaseNumber = nextReleaseNumber(sql);
  const madeAt = new Date(session.deps.now()).toISOString();
  const prints = made.flatMap(({ fileName }) => (fileName.endsWith('.pdf') ? [fileName] : []));
  const about = { project, day: dayIn(language, madeAt), releaseNumber, counts: countProject(sql, projectId), identifiers, prints };
  const first = textPart(`${words('rawExport.package.readMe')}.txt`, readMe(words, about));
  const facts = { program: 'Røst', version: session.status().version, project, madeAt, releaseNumber };
  const packing = packFiles(desk.begin, [first, ...made, ...papersOf(call, input)], (entries) => [
    textPart('manifest.json', `${JSON.stringify({ ...facts, files: entries }, null, 2)}\n`),
    textPart('manifest-sha256.txt', manifestText(entries)),
  ]);
  const { file, entries } = yield* retold(packing, () => ({ done: archiveParts.length, of }));
  const sha256 = await sha256Of(file.path);
  const bytes = file.byteCount;
  enterArchive(call, input, { project, releaseNumber, madeAt, bytes, sha256, files: entries.length, inIt });
  const fileName = `${fileNameOf(words('archive.file.name', { number: releaseNumber, project }), 'arkiv')}.zip`;
  const ticket = Ticket.parse(session.blobs.offerFile(file, fileName, 'application/zip'));
  return { releaseNumber, ticket, fileName, bytes, sha256, entries: [...entries] };
}
