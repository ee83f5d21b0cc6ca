import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { zipStream } from '../../documents/zip-stream.ts';
import type { OutgoingFile } from '../../outgoing-file.ts';
import type { Begin } from './made-file.ts';

/** A file on the disk, which is removed when it is disposed of. */
export type LyingFile = Pick<OutgoingFile, 'path' | typeof Symbol.dispose>;

/** A file to pack: one that lies on the disk, or a text. */
export interface ToPack {
  readonly fileName: string;
  readonly content: LyingFile | Uint8Array;
}

/** What a packed file can be known again by. */
export interface PackedEntry {
  readonly fileName: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

const pieceBytes = 1024 * 1024;

function* piecesOf(content: ToPack['content']): Generator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  const file = openSync(content.path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/**
 * Packs files into one ZIP, piece by piece, and removes each when it is in. `last` may write one more file that tells of all before it,
 * such as a list with their hashes. Yields between the pieces.
 * @throws AppError FILE_TOO_LARGE, DISK_FULL
 */
export async function* packFiles(
  begin: Begin,
  files: readonly ToPack[],
  last: (entries: readonly PackedEntry[]) => readonly ToPack[] = () => [],
): AsyncGenerator<null, { readonly file: OutgoingFile; readonly entries: readonly PackedEntry[] }> {
  const archive = begin();
  const zip = zipStream(archive.write);
  const entries: PackedEntry[] = [];
  const pack = function* ({ fileName, content }: ToPack): Generator<null> {
    zip.entry(fileName);
    const hash = createHash('sha256');
    let bytes = 0;
    for (const piece of piecesOf(content)) {
      hash.update(piece);
      bytes += piece.length;
      zip.write(piece);
      yield null;
    }
    if (!(content instanceof Uint8Array)) content[Symbol.dispose]();
    entries.push({ fileName, bytes, sha256: hash.digest('hex') });
  };
  for (const file of files) yield* pack(file);
  for (const file of last([...entries])) yield* pack(file);
  zip.end();
  archive.close();
  return { file: archive, entries };
}
