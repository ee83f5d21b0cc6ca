import { secondsOf } from './sav-dates.ts';
import { compressionBias } from './sav-dictionary.ts';
import type { SavRow, SavValue, SavVariable } from './sav-file.ts';
import { elementBytes, longestPiece, type SavPlace } from './sav-layout.ts';

/** Command bytes of the compressed form; 1–251 are the numbers −99…151. */
export const commands = { endOfFile: 252, verbatim: 253, blanks: 254, systemMissing: 255 } as const;

const blank = 0x20;
const chunkBytes = 64 * 1024;
/** Most bytes that one block of eight commands can take. */
const blockBytes = elementBytes + elementBytes * elementBytes;

/** Compresses cases: eight command bytes, then the elements that they say follow. */
export interface CaseWriter {
  readonly add: (row: SavRow) => void;
  readonly end: () => void;
}

interface Packer {
  readonly systemMissing: () => void;
  readonly number: (value: number) => void;
  /** The element of a string that begins there. */
  readonly text: (from: Buffer, at: number) => void;
  readonly end: () => void;
}

/** Packs elements: a command for each, and behind every eight commands the elements that they do not say themselves. */
function packer(write: (chunk: Uint8Array) => void): Packer {
  let chunk = Buffer.alloc(chunkBytes);
  let block = 0;
  let inBlock = 0;
  let end = elementBytes;

  function command(code: number): void {
    if (inBlock === elementBytes) {
      if (end + blockBytes > chunkBytes) {
        write(chunk.subarray(0, end));
        chunk = Buffer.alloc(chunkBytes);
        end = 0;
      }
      block = end;
      end += elementBytes;
      inBlock = 0;
    }
    chunk[block + inBlock] = code;
    inBlock += 1;
  }

  return {
    systemMissing: () => command(commands.systemMissing),
    number: (value) => {
      const code = value + compressionBias;
      if (Number.isInteger(value) && code >= 1 && code <= 251) command(code);
      else {
        command(commands.verbatim);
        chunk.writeDoubleLE(value, end);
        end += elementBytes;
      }
    },
    text: (from, at) => {
      if (isBlank(from, at)) command(commands.blanks);
      else {
        command(commands.verbatim);
        from.copy(chunk, end, at, at + elementBytes);
        end += elementBytes;
      }
    },
    end: () => {
      // Commands that are not used are 0, which readers pass over.
      if (inBlock > 0) write(chunk.subarray(0, end));
    },
  };
}

/** A compressor that hands over chunks of about 64 KiB, each in memory of its own. */
export function caseWriter(places: readonly SavPlace[], write: (chunk: Uint8Array) => void): CaseWriter {
  const packed = packer(write);
  const string = stringPacker(places, packed);
  return {
    add: (row) => {
      if (row.length !== places.length) throw new RangeError(`a case has ${row.length} values for ${places.length} variables`);
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at];
        const value = row[at] ?? null;
        if (place === undefined) continue;
        if (place.variable.kind === 'string') string(place, value === null ? '' : stringOf(place.variable, value));
        else if (value === null) packed.systemMissing();
        else packed.number(numberOf(place.variable, value));
      }
    },
    end: packed.end,
  };
}

/** Packs texts, those of more than 255 bytes in their pieces. */
function stringPacker(places: readonly SavPlace[], packed: Packer): (place: SavPlace, value: string) => void {
  // Texts are encoded here first, because they are blank behind their end.
  const text = Buffer.alloc(Math.max(0, ...places.map(({ variable }) => variable.width)) + elementBytes);
  const piece = Buffer.alloc(longestPiece + 1, blank);
  return (place, value) => {
    const length = encode(place.variable, value, text);
    const [only] = place.pieces;
    if (place.pieces.length === 1 && only !== undefined) {
      const bytes = only.elements * elementBytes;
      text.fill(blank, length, bytes);
      for (let at = 0; at < bytes; at += elementBytes) packed.text(text, at);
      return;
    }
    let from = 0;
    for (const { elements } of place.pieces) {
      // Each piece but the last holds 255 bytes; its 256th is only there to fill the element.
      const taken = Math.min(longestPiece, Math.max(0, length - from));
      piece.fill(blank);
      text.copy(piece, 0, from, from + taken);
      from += taken;
      for (let at = 0; at < elements * elementBytes; at += elementBytes) packed.text(piece, at);
    }
  };
}

function isBlank(from: Buffer, at: number): boolean {
  for (let byte = at; byte < at + elementBytes; byte += 1) if (from[byte] !== blank) return false;
  return true;
}

/** The text's bytes at the beginning of `into`. A NUL, which ends a text for many readers, becomes a blank. */
function encode(variable: SavVariable, value: string, into: Buffer): number {
  if (value === '') return 0;
  const bytes = Buffer.byteLength(value);
  if (bytes > variable.width) throw new RangeError(`variable ${variable.name}: a text of ${bytes} bytes in ${variable.width}`);
  into.write(value.includes('\0') ? value.replaceAll('\0', ' ') : value, 0, 'utf8');
  return bytes;
}

function stringOf(variable: SavVariable, value: Exclude<SavValue, null>): string {
  if (typeof value === 'string') return value;
  throw new RangeError(`variable ${variable.name}: a number in a string`);
}

function numberOf({ kind, name }: SavVariable, value: Exclude<SavValue, null>): number {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && value !== -Number.MAX_VALUE) return value;
    throw new RangeError(`variable ${name}: a number that is not finite`);
  }
  const seconds = kind === 'number' || kind === 'string' ? null : secondsOf(kind, value);
  if (seconds === null) throw new RangeError(`variable ${name}: a text that is no ${kind}`);
  return seconds;
}
