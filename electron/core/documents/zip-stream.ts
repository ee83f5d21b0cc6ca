import { constants, deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';
import { AppError } from '../app-error.ts';

/** Where an entry's packed bytes lie in the archive. */
export interface ZipRange {
  readonly name: string;
  /** First byte of the packed data. */
  readonly start: number;
  /** Length of the packed data, bytes. */
  readonly packed: number;
  /** Unpacked length, bytes. */
  readonly size: number;
}

/** Writes a ZIP archive piece by piece, one entry after the other. */
export interface ZipStream {
  /** Begins an entry; the one before is ended. */
  readonly entry: (name: string) => void;
  readonly write: (bytes: Uint8Array) => void;
  /** Ends the last entry and writes the directory. */
  readonly end: () => readonly ZipRange[];
}

/** The first day a ZIP knows. No file has a time of its own, so that the same files make the same archive. */
const noTime = new Date(1980, 0, 1);
/** Packed at a time: large enough to pack well, small enough for memory to stay bounded. */
const blockBytes = 512 * 1024;
/** What 32 bits of length can hold (APPNOTE 4.4.8); larger archives need extensions that some programs cannot read. */
const mostBytes = 0xff_ff_ff_ff;
/** An empty last block of fixed codes (RFC 1951, 3.2.6). */
const lastBlock = Uint8Array.of(3, 0);

/** One entry: blocks that are packed each for itself and end on a byte (RFC 1951 allows any number of them). */
class PackedEntry extends ZipPassThrough {
  packed = 0;

  constructor(name: string) {
    super(name);
    this.compression = 8;
    this.mtime = noTime;
  }

  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    const block = chunk.length === 0 ? new Uint8Array() : deflateRawSync(chunk, { level: 3, finishFlush: constants.Z_SYNC_FLUSH });
    this.packed += block.length + (isLast ? lastBlock.length : 0);
    if (block.length > 0) this.ondata(null, block, false);
    if (isLast) this.ondata(null, lastBlock, true);
  }
}

/** Opens an archive over anything that takes bytes. @throws AppError FILE_TOO_LARGE beyond four gigabytes */
export function zipStream(write: (bytes: Uint8Array) => void): ZipStream {
  let written = 0;
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    written += bytes.length;
    if (written > mostBytes) throw new AppError('FILE_TOO_LARGE', {}, 'rawExport.error.archiveTooLarge');
    write(bytes);
  });
  const buffer = new Uint8Array(blockBytes);
  const ranges: ZipRange[] = [];
  let waiting = 0;
  let current: PackedEntry | null = null;
  let start = 0;
  const flush = (isLast: boolean): void => {
    if (current === null) return;
    current.push(buffer.subarray(0, waiting), isLast);
    if (current.size > mostBytes) throw new AppError('FILE_TOO_LARGE', {}, 'rawExport.error.archiveTooLarge');
    waiting = 0;
  };
  const finish = (): void => {
    if (current === null) return;
    flush(true);
    ranges.push({ name: current.filename, start, packed: current.packed, size: current.size });
    current = null;
  };
  return {
    entry: (name) => {
      finish();
      // The header is written with the entry's first bytes: 30 bytes and the name (APPNOTE 4.3.7).
      start = written + 30 + Buffer.byteLength(name);
      current = new PackedEntry(name);
      zip.add(current);
    },
    write: (bytes) => {
      for (let from = 0; from < bytes.length;) {
        const part = bytes.subarray(from, from + blockBytes - waiting);
        buffer.set(part, waiting);
        waiting += part.length;
        from += part.length;
        if (waiting === blockBytes) flush(false);
      }
    },
    end: () => {
      finish();
      zip.end();
      return ranges;
    },
  };
}
