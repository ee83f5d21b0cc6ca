import { readRange, type OpenedFile } from '../features/exchange/reading/open-file.ts';
import { ReadingError } from '../features/exchange/reading/reading-error.ts';

/** What a damaged file is damaged in, for the message. */
type SavPart = 'header' | 'variables' | 'labels' | 'extension' | 'cases' | 'count';

/** A system file that says something impossible, where: the byte, and the case if it is among the cases. */
export function damaged(part: SavPart, at: number, row?: number): ReadingError {
  return new ReadingError('NOT_READABLE', { ...(row !== undefined && { where: { row } }), params: { reason: 'sav', part, at } });
}

/** A system file that ends before it is complete. `row` is the case that is not whole, 0 before the first. */
export function endsEarly(at: number, row = 0): ReadingError {
  return new ReadingError('TRUNCATED', { ...(row > 0 && { where: { row } }), params: { type: 'sav', at } });
}

/** A file read from its beginning to its end in pieces as they are asked for. */
export interface SavSource {
  readonly size: number;
  /** The byte that is read next. */
  readonly position: () => number;
  /** So many bytes. @throws ReadingError TRUNCATED */
  readonly take: (length: number) => Promise<Buffer>;
  /** Passes over bytes. @throws ReadingError TRUNCATED */
  readonly pass: (length: number) => void;
  /** What comes next, as much as one reading step gives; null at the end. */
  readonly next: () => Promise<Buffer | null>;
}

/** Reads in steps of `stepBytes` and looks for a cancel before each. */
export function savSource(file: OpenedFile, stepBytes: number, signal: AbortSignal | undefined): SavSource {
  let buffer: Buffer = Buffer.alloc(0);
  let used = 0;
  /** Where the buffer's end lies in the file. */
  let end = 0;
  const position = (): number => end - (buffer.length - used);

  async function fill(least: number): Promise<void> {
    signal?.throwIfAborted();
    const more = await readRange(file, end, Math.max(least, stepBytes));
    end += more.length;
    buffer = used === buffer.length ? more : Buffer.concat([buffer.subarray(used), more]);
    used = 0;
  }

  return {
    size: file.size,
    position,
    take: async (length) => {
      if (length < 0 || length > file.size - position()) throw endsEarly(position());
      if (buffer.length - used < length) await fill(length);
      if (buffer.length - used < length) throw endsEarly(position());
      used += length;
      return buffer.subarray(used - length, used);
    },
    pass: (length) => {
      if (length < 0 || length > file.size - position()) throw endsEarly(position());
      const inside = Math.min(length, buffer.length - used);
      used += inside;
      end += length - inside;
    },
    next: async () => {
      if (used === buffer.length) await fill(stepBytes);
      if (used === buffer.length) return null;
      const rest = buffer.subarray(used);
      used = buffer.length;
      return rest;
    },
  };
}
