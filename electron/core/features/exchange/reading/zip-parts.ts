import { setImmediate as nextTurn } from 'node:timers/promises';
import { createInflateRaw } from 'node:zlib';
import { readingLimits } from './limits.ts';
import { ReadingError } from './reading-error.ts';

/** One part of a zip as its central directory describes it. */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly declaredBytes: number;
  readonly headerAt: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const wide = 0xffffffff;

const truncated = (cause?: unknown) => new ReadingError('TRUNCATED', { params: { type: 'xlsx' }, cause });
const damaged = (reason: string) => new ReadingError('NOT_READABLE', { params: { reason } });
const bomb = () => new ReadingError('ZIP_BOMB', { params: { limit: Math.round(readingLimits.unpackedBytes / 1024 / 1024) } });

/**
 * Walks the central directory (APPNOTE 4.3.12, with the Zip64 extra field 4.5.3). Refuses encrypted parts, sizes that no
 * survey has, and directories that point outside the file or leave sizes to be guessed. Nothing is unpacked here.
 */
export function listZipParts(zip: Buffer): ZipPart[] {
  const end = findEnd(zip);
  const parts: ZipPart[] = [];
  let at = end.directoryAt;
  for (let count = 0; count < end.entries; count += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== centralSignature) throw truncated();
    const { part, next } = readEntry(zip, at);
    parts.push(part);
    at = next;
  }
  let total = 0;
  for (const part of parts) {
    total += part.declaredBytes;
    if (total > readingLimits.unpackedBytes || isAbsurd(part.declaredBytes, part.packedBytes)) throw bomb();
  }
  return parts;
}

const isAbsurd = (unpacked: number, packed: number): boolean =>
  unpacked > readingLimits.ratioFromBytes && unpacked > packed * readingLimits.unpackRatio;

function findEnd(zip: Buffer): { entries: number; directoryAt: number } {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at -= 1) {
    if (zip.readUInt32LE(at) !== endSignature) continue;
    const entries = zip.readUInt16LE(at + 10);
    const directoryAt = zip.readUInt32LE(at + 16);
    if (entries !== 0xffff && directoryAt !== wide && zip.readUInt32LE(at + 12) !== wide) return { entries, directoryAt };
    return findWideEnd(zip, at);
  }
  throw truncated();
}

function findWideEnd(zip: Buffer, endAt: number): { entries: number; directoryAt: number } {
  if (endAt < 20 || zip.readUInt32LE(endAt - 20) !== 0x07064b50) throw truncated();
  const at = Number(zip.readBigUInt64LE(endAt - 12));
  if (at + 56 > zip.length || zip.readUInt32LE(at) !== 0x06064b50) throw truncated();
  const entries = Number(zip.readBigUInt64LE(at + 32));
  if (entries > 65_535) throw bomb();
  return { entries, directoryAt: Number(zip.readBigUInt64LE(at + 48)) };
}

function readEntry(zip: Buffer, at: number): { part: ZipPart; next: number } {
  const flags = zip.readUInt16LE(at + 8);
  const method = zip.readUInt16LE(at + 10);
  const nameBytes = zip.readUInt16LE(at + 28);
  const extraBytes = zip.readUInt16LE(at + 30);
  const next = at + 46 + nameBytes + extraBytes + zip.readUInt16LE(at + 32);
  const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
  if ((flags & 1) !== 0) throw new ReadingError('ENCRYPTED');
  if (method !== 0 && method !== 8) throw damaged('zip');
  const sizes = [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  const [declaredBytes = 0, packedBytes = 0, headerAt = 0] = widen(zip, sizes, at + 46 + nameBytes, extraBytes);
  // A part without a size in the directory would be measured by whatever the reader finds later: no guessing.
  if (packedBytes === 0 && (declaredBytes > 0 || method === 8 || zip.readUInt32LE(at + 16) !== 0)) throw damaged('zip');
  return { part: { name, method, packedBytes, declaredBytes, headerAt }, next };
}

/** Replaces 32-bit place-holders by the 64-bit values of extra field 1, which holds only those that are missing. */
function widen(zip: Buffer, sizes: number[], extraAt: number, extraBytes: number): number[] {
  if (!sizes.includes(wide)) return sizes;
  const end = Math.min(extraAt + extraBytes, zip.length);
  for (let at = extraAt; at + 4 <= end; at += 4 + zip.readUInt16LE(at + 2)) {
    if (zip.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    return sizes.map((size) => {
      if (size !== wide) return size;
      if (from + 8 > end) throw truncated();
      from += 8;
      return Number(zip.readBigUInt64LE(from - 8));
    });
  }
  throw truncated();
}

/** The packed bytes of a part; throws `TRUNCATED` when they lie outside the file. */
function packedBytesOf(zip: Buffer, part: ZipPart): Buffer {
  if (part.headerAt + 30 > zip.length || zip.readUInt32LE(part.headerAt) !== localSignature) throw truncated();
  const start = part.headerAt + 30 + zip.readUInt16LE(part.headerAt + 26) + zip.readUInt16LE(part.headerAt + 28);
  if (start + part.packedBytes > zip.length) throw truncated();
  return zip.subarray(start, start + part.packedBytes);
}

/**
 * Unpacks a part in chunks and counts what really comes out, because a directory may lie about sizes: stops with
 * `ZIP_BOMB` at the limits, with `NOT_READABLE` on damaged data. Each chunk leaves the event loop free; abortable.
 */
export async function* unpackPart(zip: Buffer, part: ZipPart, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const packed = packedBytesOf(zip, part);
  if (part.method === 0) {
    for (let at = 0; at < packed.length; at += readingLimits.chunkBytes) {
      signal?.throwIfAborted();
      await nextTurn();
      yield packed.subarray(at, at + readingLimits.chunkBytes);
    }
    return;
  }
  const inflate = createInflateRaw({ chunkSize: readingLimits.chunkBytes });
  let unpacked = 0;
  try {
    inflate.end(packed);
    for await (const chunk of inflate) {
      signal?.throwIfAborted();
      // The stream of a zlib transform yields the buffers it was made to yield.
      const bytes = chunk as Buffer;
      unpacked += bytes.length;
      if (unpacked > readingLimits.unpackedBytes || isAbsurd(unpacked, part.packedBytes)) throw bomb();
      yield bytes;
    }
  } catch (error) {
    if (error instanceof ReadingError || signal?.aborted === true) throw error;
    throw new ReadingError('NOT_READABLE', { params: { reason: 'zip' }, cause: error });
  } finally {
    inflate.destroy();
  }
}

/** A small part as text; null when the zip has none of that name. */
export async function readPartText(zip: Buffer, parts: readonly ZipPart[], name: string, signal?: AbortSignal): Promise<string | null> {
  const part = parts.findLast((candidate) => candidate.name === name);
  if (part === undefined) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of unpackPart(zip, part, signal)) {
    bytes += chunk.length;
    if (bytes > readingLimits.partBytes) throw bomb();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
