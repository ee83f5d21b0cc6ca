import type { TextReader } from './sav-encoding.ts';
import type { SavSet, SavVariable } from './sav-file.ts';

const newline = 0x0a;
const space = 0x20;
/** Bytes of a set's name, far more than there may be. */
const longestName = 256;

/**
 * Reads the lines of records 7 and 19. `find` gives the variable with a short name. A line that cannot be read is left out:
 * no answer is lost with it.
 */
export function parseSets(bytes: Buffer, read: TextReader, find: (shortName: string) => SavVariable | undefined): SavSet[] {
  const sets: SavSet[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] === newline) {
      at += 1;
      continue;
    }
    const line = parseLine(bytes, at, read);
    if (line === null) {
      const end = bytes.indexOf(newline, at);
      if (end === -1) break;
      at = end + 1;
      continue;
    }
    at = line.end;
    const variables = line.names.flatMap((name) => find(name) ?? []);
    const set = variables.length < 2 ? null : setOf(line, variables);
    if (set !== null) sets.push(set);
  }
  return sets;
}

interface SetLine {
  readonly name: string;
  readonly counted: string | null;
  readonly label: string;
  readonly names: readonly string[];
  readonly end: number;
}

/** `$name=C 5 label a b` or `$name=D1 1 5 label a b` or `$name=E 1 1 1 5 label a b`; lengths are bytes. */
function parseLine(bytes: Buffer, start: number, read: TextReader): SetLine | null {
  // No further: a line that is none would be looked through to the end of the record.
  const found = bytes.subarray(start, start + longestName + 1).indexOf(0x3d);
  if (found === -1) return null;
  const equals = start + found;
  const name = read(bytes.subarray(start, equals));
  const kind = String.fromCharCode(bytes[equals + 1] ?? 0);
  let at = equals + 2;
  let counted: string | null = null;
  if (kind === 'E') {
    // Where the labels come from: 1 or 11.
    const source = number(bytes, bytes[at] === space ? at + 1 : at);
    if (source === null) return null;
    at = source.end;
  }
  if (kind === 'D' || kind === 'E') {
    const value = counts(bytes, at, read);
    if (value === null) return null;
    counted = value.text;
    at = value.end;
  } else if (kind !== 'C') return null;
  const label = counts(bytes, bytes[at] === space ? at + 1 : at, read);
  if (label === null) return null;
  const end = bytes.indexOf(newline, label.end);
  const stop = end === -1 ? bytes.length : end;
  const names = read(bytes.subarray(label.end, stop))
    .split(' ')
    .filter((each) => each !== '');
  return { name, counted, label: label.text, names, end: stop };
}

/** Digits and the blank behind them. */
function number(bytes: Buffer, at: number): { value: number; end: number } | null {
  const found = /^(\d{1,6}) /u.exec(bytes.toString('latin1', at, at + 8));
  return found === null ? null : { value: Number(found[1]), end: at + (found[0]?.length ?? 0) };
}

/** A text behind its length. */
function counts(bytes: Buffer, at: number, read: TextReader): { text: string; end: number } | null {
  const length = number(bytes, at);
  if (length === null || length.end + length.value > bytes.length) return null;
  const end = length.end + length.value;
  return { text: read(bytes.subarray(length.end, end)), end };
}

function setOf({ name, counted, label }: SetLine, variables: readonly SavVariable[]): SavSet | null {
  const base = { name, label, variables: variables.map((variable) => variable.name) };
  if (counted === null) return { kind: 'category', ...base };
  if (variables[0]?.kind === 'string') return { kind: 'dichotomy', counted, ...base };
  const value = counted.trim() === '' ? Number.NaN : Number(counted);
  return Number.isFinite(value) ? { kind: 'dichotomy', counted: value, ...base } : null;
}
