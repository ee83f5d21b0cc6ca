import { commands } from './sav-cases.ts';
import { isoOf } from './sav-dates.ts';
import { systemMissing } from './sav-dictionary.ts';
import type { SavMissing, SavRow, SavValue } from './sav-file.ts';
import type { ReadDictionary, ReadPlace } from './sav-places.ts';
import type { SavHeader } from './sav-records.ts';
import { damaged, endsEarly } from './sav-source.ts';

/** Makes cases of bytes as they come. */
export interface CaseReader {
  /** The cases that are whole with these bytes; `at` is where they lie in the file. @throws ReadingError */
  readonly push: (bytes: Buffer, at: number) => SavRow[];
  /** Looks whether the last case was whole, and the last that was promised. @throws ReadingError */
  readonly end: (at: number) => void;
}

const blank = 0x20;
const element = 8;

/** What is known of a case that is not whole yet, and of those before it. */
interface Progress {
  readonly bytes: Buffer;
  filled: number;
  count: number;
  /** Commands under way, and which of them is next; 8 when a new block comes. */
  readonly block: Buffer;
  next: number;
  /** The file has said that it ends. */
  isOver: boolean;
}

/** A reader of one file's cases. */
export function caseReader(header: SavHeader, dictionary: ReadDictionary): CaseReader {
  const { caseBytes, cases } = dictionary;
  const decode = caseDecoder(header, dictionary);
  const progress: Progress = {
    bytes: Buffer.alloc(caseBytes),
    filled: 0,
    count: 0,
    block: Buffer.alloc(element),
    next: element,
    isOver: false,
  };
  /** Bytes that are less than an element, kept for the next push. */
  let rest: Buffer = Buffer.alloc(0);
  return {
    push: (chunk, at) => {
      if (progress.isOver) return [];
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const start = at - rest.length;
      const rows: SavRow[] = [];
      const finish = (used: number): void => {
        progress.filled = 0;
        progress.count += 1;
        if (cases !== null && progress.count > cases) throw damaged('count', start + used, progress.count);
        rows.push(decode(progress.bytes));
      };
      const used = header.isCompressed ? unpack(bytes, progress, header, finish) : copy(bytes, progress, finish);
      rest = bytes.subarray(used);
      return rows;
    },
    end: (at) => {
      // An element that was begun, or that a command said would follow: where no number of cases was promised, nothing else tells.
      const isBegun = rest.length > 0 || (header.isCompressed && progress.block[progress.next] === commands.verbatim && !progress.isOver);
      // Behind the last promised case a file may be padded.
      const isWhole = cases === null ? progress.filled === 0 && !isBegun : progress.filled === 0 || progress.count === cases;
      if (!isWhole || (cases !== null && progress.count < cases)) throw endsEarly(at, progress.count + 1);
    },
  };
}

/** Takes the bytes of cases as they are; gives how many were used. */
function copy(bytes: Buffer, progress: Progress, finish: (used: number) => void): number {
  let used = 0;
  while (used < bytes.length) {
    const taken = Math.min(progress.bytes.length - progress.filled, bytes.length - used);
    bytes.copy(progress.bytes, progress.filled, used, used + taken);
    progress.filled += taken;
    used += taken;
    if (progress.filled === progress.bytes.length) finish(used);
  }
  return used;
}

/** Follows the commands of compressed cases; gives how many bytes were used. */
function unpack(bytes: Buffer, progress: Progress, header: SavHeader, finish: (used: number) => void): number {
  let used = 0;
  for (;;) {
    if (progress.next === element) {
      if (bytes.length - used < element) return used;
      bytes.copy(progress.block, 0, used, used + element);
      used += element;
      progress.next = 0;
    }
    const command = progress.block[progress.next] ?? 0;
    if (command === commands.endOfFile) {
      progress.isOver = true;
      return bytes.length;
    }
    if (command === commands.verbatim) {
      if (bytes.length - used < element) return used;
      // Eight bytes are copied faster than a call of `copy` begins.
      for (let byte = 0; byte < element; byte += 1) progress.bytes[progress.filled + byte] = bytes[used + byte] ?? 0;
      used += element;
      progress.filled += element;
    } else if (command !== 0) say(command, progress, header);
    if (progress.filled === progress.bytes.length) finish(used);
    progress.next += 1;
  }
}

/** One element that a command says, without bytes of its own. */
function say(command: number, progress: Progress, { bias, order }: SavHeader): void {
  const { bytes, filled } = progress;
  if (command === commands.blanks) {
    for (let at = filled; at < filled + element; at += 1) bytes[at] = blank;
  } else {
    const number = command === commands.systemMissing ? systemMissing : command - bias;
    if (order.isLittle) bytes.writeDoubleLE(number, filled);
    else bytes.writeDoubleBE(number, filled);
  }
  progress.filled += element;
}

/** Makes a case's bytes into its values. */
function caseDecoder({ order }: SavHeader, { places, read }: ReadDictionary): (bytes: Buffer) => SavRow {
  const longest = Math.max(0, ...places.map(({ variable }) => variable.width));
  const joined = Buffer.alloc(longest);
  const numberAt = (bytes: Buffer, { from, variable }: ReadPlace): SavValue => {
    const number = order.float64(bytes, from);
    if (!Number.isFinite(number) || number === systemMissing) return null;
    if (variable.kind === 'number' || variable.kind === 'string') return number;
    // A value that is missing or has a label is a code among the dates.
    const isCode = isDeclared(variable.missing, number) || variable.valueLabels.some(({ value }) => value === number);
    return isCode ? number : (isoOf(variable.kind, number) ?? number);
  };
  const stringAt = (bytes: Buffer, { from, pieces }: ReadPlace): string => {
    const [only] = pieces;
    if (pieces.length === 1 && only !== undefined) return read(bytes.subarray(from, from + only.used));
    let length = 0;
    let at = from;
    for (const { used, step } of pieces) {
      bytes.copy(joined, length, at, at + used);
      length += used;
      at += step;
    }
    return read(joined.subarray(0, length));
  };
  return (bytes) => places.map((place) => (place.variable.kind === 'string' ? stringAt(bytes, place) : numberAt(bytes, place)));
}

/** True for a number that the variable declares missing. */
export function isDeclared(missing: SavMissing, value: number | string): boolean {
  if (missing.kind === 'discrete') return missing.values.includes(value);
  if (missing.kind === 'none' || typeof value === 'string') return false;
  return (value >= missing.low && value <= missing.high) || value === missing.plus;
}
