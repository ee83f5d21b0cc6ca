import type { ColumnSummary, DateForm, DecimalSign } from '../../../../../shared/model/survey-file.ts';
import { cut } from '../../../../../shared/texts/index.ts';
import { missingReason } from './missing-words.ts';
import { readingLimits } from './limits.ts';
import { parseDate, parseNumber, spellingKey, tidyLabel } from './value-forms.ts';

/** Spellings that are one value, the most frequent first, and how many cells hold it. */
export interface ValueCount {
  readonly key: string;
  readonly label: string;
  readonly spellings: readonly string[];
  readonly count: number;
  /** Order of first sight, from 0. */
  readonly seen: number;
}

/** What one column holds. `values` is null when there are too many different ones to be options. */
export interface ColumnProfile {
  readonly column: number;
  readonly header: readonly string[];
  readonly filled: number;
  readonly values: readonly ValueCount[] | null;
  /** True when no two filled cells are equal; null when there were too many or too long ones to tell. */
  readonly unique: boolean | null;
  readonly meanLength: number;
  /** Cells looked at for their kind: filled, not a missing-value word, of the first 2,000. */
  readonly tested: number;
  readonly numbers: number;
  readonly integers: number;
  readonly least: number;
  readonly most: number;
  /** Numbers of as many digits each, some of which begin with a zero, as codes of places and persons do: 0150, 0301, 007. */
  readonly isPadded: boolean;
  readonly dates: Readonly<Record<Exclude<DateForm, 'excel-serial'>, number>>;
  readonly hasHalfDay: boolean;
}

interface GrowingColumn {
  filled: number;
  raw: Map<string, { count: number; seen: number }> | null;
  ids: Set<string> | null;
  repeated: boolean;
  length: number;
  tested: number;
  numbers: number;
  integers: number;
  least: number;
  most: number;
  /** Of the cells of digits alone: how many have how many digits, and how many digits those have that begin with a zero. */
  readonly digits: Map<number, number>;
  readonly zeroDigits: Set<number>;
  dates: Record<Exclude<DateForm, 'excel-serial'>, number>;
  hasHalfDay: boolean;
}

const longestId = 64;
const mostIds = 300_000;

/** Collects what columns hold, row by row over a whole file, in memory that does not grow with it. */
export interface ColumnProfiler {
  add(cells: readonly string[]): void;
  finish(headers: readonly (readonly string[])[]): ColumnProfile[];
}

/**
 * A profiler for rows whose numbers use `decimalSign`. Uniqueness costs memory, so it is followed only in columns that
 * `mayBeCode` says may hold respondent codes; elsewhere `unique` is null unless a repeat was seen.
 */
export function createColumnProfiler(decimalSign: DecimalSign, mayBeCode: (column: number) => boolean): ColumnProfiler {
  const columns: GrowingColumn[] = [];
  function add(cells: readonly string[]): void {
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? '';
      columns[at] ??= newColumn(mayBeCode(at));
      if (cell !== '') note(columns[at], cell, decimalSign);
    }
  }
  function finish(headers: readonly (readonly string[])[]): ColumnProfile[] {
    const width = Math.max(columns.length, ...headers.map((row) => row.length));
    return Array.from({ length: width }, (_, column) =>
      finishColumn(
        column,
        headers.map((row) => tidyLabel(row[column] ?? '')),
        columns[column] ?? newColumn(false),
      ),
    );
  }
  return { add, finish };
}

function newColumn(mayBeCode: boolean): GrowingColumn {
  return {
    filled: 0,
    raw: new Map(),
    ids: mayBeCode ? new Set() : null,
    repeated: false,
    length: 0,
    tested: 0,
    numbers: 0,
    integers: 0,
    least: Number.POSITIVE_INFINITY,
    most: Number.NEGATIVE_INFINITY,
    digits: new Map(),
    zeroDigits: new Set(),
    dates: { iso: 0, dmy: 0, mdy: 0, ymd: 0 },
    hasHalfDay: false,
  };
}

function note(column: GrowingColumn | undefined, cell: string, decimalSign: DecimalSign): void {
  if (column === undefined || cell.trim() === '') return;
  column.filled += 1;
  column.length += cell.length;
  const known = column.raw?.get(cell);
  if (known !== undefined) known.count += 1;
  else if (column.raw !== null) {
    if (column.raw.size >= readingLimits.distinctValues || cell.length > 1000) column.raw = null;
    else column.raw.set(cell, { count: 1, seen: column.raw.size });
  }
  noteId(column, cell);
  if (column.tested < readingLimits.sampleRecords) test(column, cell, decimalSign);
}

function noteId(column: GrowingColumn, cell: string): void {
  if (column.ids === null) return;
  if (column.ids.has(cell)) {
    column.repeated = true;
    column.ids = null;
  } else if (cell.length > longestId || column.ids.size >= mostIds) column.ids = null;
  else column.ids.add(cell);
}

function test(column: GrowingColumn, cell: string, decimalSign: DecimalSign): void {
  if (missingReason(cell) !== null) return;
  column.tested += 1;
  if (cell.length > 40) return;
  const number = parseNumber(cell, decimalSign);
  if (number !== null) {
    column.numbers += 1;
    if (Number.isInteger(number)) column.integers += 1;
    column.least = Math.min(column.least, number);
    column.most = Math.max(column.most, number);
    noteDigits(column, cell.trim());
  }
  if (!/\d/.test(cell)) return;
  for (const form of ['iso', 'dmy', 'mdy', 'ymd'] as const) if (parseDate(cell, form) !== null) column.dates[form] += 1;
  column.hasHalfDay ||= /\d ?[ap]\.?m\.?$/i.test(cell);
}

function noteDigits({ digits, zeroDigits }: GrowingColumn, cell: string): void {
  if (!/^\d+$/u.test(cell)) return;
  digits.set(cell.length, (digits.get(cell.length) ?? 0) + 1);
  if (/^0\d/u.test(cell)) zeroDigits.add(cell.length);
}

/** Two digits are a day, a month or an age as often as a code. One cell in ten may be something else, as in dates. */
function isPadded({ digits, zeroDigits }: GrowingColumn): boolean {
  const all = [...digits.values()].reduce((sum, count) => sum + count, 0);
  return [...zeroDigits].some((length) => length >= 3 && (digits.get(length) ?? 0) >= all * 0.9);
}

function finishColumn(column: number, header: readonly string[], growing: GrowingColumn): ColumnProfile {
  const { filled, raw, ids, repeated, length, digits: _digits, zeroDigits: _zeroDigits, ...tested } = growing;
  return {
    column,
    header,
    filled,
    values: raw === null ? null : mergeSpellings(raw),
    ...tested,
    isPadded: isPadded(growing),
    unique: repeated ? false : ids === null ? null : filled > 0,
    meanLength: filled === 0 ? 0 : length / filled,
  };
}

/** Values that differ in case, blanks or apostrophes only are one; the label is the most frequent spelling. */
function mergeSpellings(raw: ReadonlyMap<string, { count: number; seen: number }>): ValueCount[] {
  const merged = new Map<string, { spellings: { text: string; count: number }[]; count: number; seen: number }>();
  for (const [text, { count, seen }] of raw) {
    const key = spellingKey(text);
    const entry = merged.get(key) ?? { spellings: [], count: 0, seen };
    entry.spellings.push({ text, count });
    entry.count += count;
    merged.set(key, entry);
  }
  return [...merged].map(([key, { spellings, count, seen }]) => {
    const sorted = spellings.toSorted((one, other) => other.count - one.count);
    return {
      key,
      label: tidyLabel(sorted[0]?.text ?? key),
      spellings: [...new Set(sorted.map((spelling) => tidyLabel(spelling.text)))],
      count,
      seen,
    };
  });
}

const longestExample = 60;

/** The column as the preview shows it: examples are the most frequent values, cut. */
export function summariseColumn(profile: ColumnProfile): ColumnSummary {
  const frequent = (profile.values ?? []).toSorted((one, other) => other.count - one.count).slice(0, 3);
  return {
    column: profile.column,
    header: [...profile.header],
    filled: profile.filled,
    distinct: profile.values?.length ?? null,
    examples: frequent.map(({ label }) => cut(label, longestExample)),
  };
}
