import { gatherBytes, paddedText, type ByteGatherer } from './sav-bytes.ts';
import type { SavFile, SavMeasure, SavMissing, SavVariable } from './sav-file.ts';
import { elementBytes, formatCode, longestPiece, numberWidth, type SavPiece, type SavPlace } from './sav-layout.ts';
import { documentLines, labelBytes, labelText } from './sav-text.ts';

/** The number that means "no value": the least there is. */
export const systemMissing = -Number.MAX_VALUE;
/** What an open end of a range of missing values is stored as. */
export const highest = Number.MAX_VALUE;
/** The next number after the system-missing one. */
export const lowest = nextAfter(systemMissing);

/** Subtracted from the command bytes of compressed numbers. */
export const compressionBias = 100;

function nextAfter(number: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  view.setBigUint64(0, view.getBigUint64(0) - 1n);
  return view.getFloat64(0);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const measures: Readonly<Record<SavMeasure, number>> = { nominal: 1, ordinal: 2, scale: 3 };

/** Everything before the cases, as far as the format asks for an order: header, variables, labels, documents, extensions, end. */
export function dictionaryBytes(file: SavFile, places: readonly SavPlace[], cases: number): Buffer {
  const bytes = gatherBytes();
  header(bytes, file, places, cases);
  for (const place of places) variableRecords(bytes, place);
  for (const place of places) shortValueLabels(bytes, place);
  const lines = documentLines(file.documents);
  if (lines.length > 0) {
    bytes.int32(6, lines.length);
    for (const line of lines) bytes.text(line, labelBytes.documentLine);
  }
  extensions(bytes, file, places, cases);
  bytes.int32(999, 0);
  return bytes.finish();
}

function header(bytes: ByteGatherer, file: SavFile, places: readonly SavPlace[], cases: number): void {
  const elements = places.reduce((sum, place) => sum + place.elements, 0);
  const weight = places.find(({ variable }) => variable.name === file.weight);
  const made = file.createdAt ?? '1970-01-01T00:00:00';
  bytes.text('$FL2', 4);
  bytes.text('@(#) SPSS DATA FILE - Rost', 60);
  // More cases than this field holds are in record 16.
  bytes.int32(2, elements, 1, weight === undefined ? 0 : weight.element + 1, cases > 0x7fff_ffff ? -1 : cases);
  bytes.float64(compressionBias);
  bytes.text(`${made.slice(8, 10)} ${months[Number(made.slice(5, 7)) - 1] ?? 'Jan'} ${made.slice(2, 4)}`, 9);
  bytes.text(made.slice(11, 19).padEnd(8, '0'), 8);
  bytes.text(labelText(file.label, labelBytes.file), 64);
  bytes.raw(Buffer.alloc(3));
}

function variableRecords(bytes: ByteGatherer, { variable, pieces }: SavPlace): void {
  for (const [at, piece] of pieces.entries()) {
    const isFirst = at === 0;
    const label = isFirst ? labelText(variable.label, labelBytes.variable) : '';
    // Strings of more than one element have their missing values in record 22.
    const missing: SavMissing = variable.kind === 'string' && variable.width > elementBytes ? { kind: 'none' } : variable.missing;
    const format = formatCode(variable.kind, piece.width, variable.decimals);
    bytes.int32(2, piece.width, label === '' ? 0 : 1, missingCount(missing), format, format);
    bytes.text(piece.shortName, 8);
    if (label !== '') {
      const length = Buffer.byteLength(label);
      bytes.int32(length);
      bytes.text(label, Math.ceil(length / 4) * 4);
    }
    missingValues(bytes, missing);
    for (let more = 1; more < piece.elements; more += 1) {
      bytes.int32(2, -1, 0, 0, 0, 0);
      bytes.text('', 8);
    }
  }
}

function missingCount(missing: SavMissing): number {
  if (missing.kind === 'none') return 0;
  if (missing.kind === 'range') return missing.plus === undefined ? -2 : -3;
  return missing.values.length;
}

function missingValues(bytes: ByteGatherer, missing: SavMissing): void {
  if (missing.kind === 'discrete') for (const value of missing.values) element(bytes, value);
  if (missing.kind !== 'range') return;
  bytes.float64(missing.low === Number.NEGATIVE_INFINITY ? lowest : missing.low);
  bytes.float64(missing.high === Number.POSITIVE_INFINITY ? highest : missing.high);
  if (missing.plus !== undefined) bytes.float64(missing.plus);
}

function element(bytes: ByteGatherer, value: number | string): void {
  if (typeof value === 'number') bytes.float64(value);
  else bytes.text(value, elementBytes);
}

/** Labels with their texts cut; one without text says nothing and is left out. */
function labelsOf({ valueLabels }: SavVariable): { value: number | string; label: string }[] {
  return valueLabels.map(({ value, label }) => ({ value, label: labelText(label, labelBytes.value) })).filter(({ label }) => label !== '');
}

function isLong({ kind, width }: SavVariable): boolean {
  return kind === 'string' && width > elementBytes;
}

function shortValueLabels(bytes: ByteGatherer, { variable, element: at }: SavPlace): void {
  const labels = labelsOf(variable);
  if (labels.length === 0 || isLong(variable)) return;
  bytes.int32(3, labels.length);
  for (const { value, label } of labels) {
    element(bytes, value);
    const length = Buffer.byteLength(label);
    bytes.byte(length);
    // The length's byte and the label fill whole elements together.
    bytes.text(label, Math.ceil((length + 1) / 8) * 8 - 1);
  }
  bytes.int32(4, 1, at + 1);
}

function extension(bytes: ByteGatherer, subtype: number, size: number, data: Buffer): void {
  if (data.length === 0) return;
  bytes.int32(7, subtype, size, data.length / size);
  bytes.raw(data);
}

function extensions(bytes: ByteGatherer, file: SavFile, places: readonly SavPlace[], cases: number): void {
  const [machine, floats, display, count] = [gatherBytes(), gatherBytes(), gatherBytes(), gatherBytes()];
  // Version 1.0.0 on no particular machine; IEEE 754, byte compression, little-endian, UTF-8.
  machine.int32(1, 0, 0, -1, 1, 1, 2, 65_001);
  floats.float64(systemMissing, highest, lowest);
  for (const { variable, pieces } of places) {
    for (const piece of pieces) display.int32(measures[variable.measure], shownWidth(variable, piece), variable.kind === 'string' ? 0 : 1);
  }
  const total = Buffer.alloc(16);
  total.writeBigInt64LE(1n, 0);
  total.writeBigInt64LE(BigInt(cases), 8);
  count.raw(total);
  extension(bytes, 3, 4, machine.finish());
  extension(bytes, 4, 8, floats.finish());
  extension(bytes, 7, 1, Buffer.from(setLines(file, places)));
  extension(bytes, 11, 4, display.finish());
  extension(bytes, 13, 1, Buffer.from(places.map(({ variable, pieces }) => `${pieces[0]?.shortName ?? ''}=${variable.name}`).join('\t')));
  extension(bytes, 14, 1, Buffer.from(places.map(veryLongEntry).join('')));
  extension(bytes, 16, 8, count.finish());
  extension(bytes, 20, 1, Buffer.from('UTF-8'));
  extension(bytes, 21, 1, longLabels(places));
  extension(bytes, 22, 1, longMissing(places));
}

function shownWidth({ kind, decimals }: SavVariable, { width }: SavPiece): number {
  if (kind === 'string') return Math.min(Math.max(width, 8), 40);
  return kind === 'number' ? numberWidth(decimals) : kind === 'datetime' ? 20 : 10;
}

function veryLongEntry({ variable, pieces }: SavPlace): string {
  if (variable.kind !== 'string' || variable.width <= longestPiece) return '';
  return `${pieces[0]?.shortName ?? ''}=${String(variable.width).padStart(5, '0')}\0\t`;
}

/** One line per set: its kind, the counted value and the label each behind its length, and the variables' short names. */
function setLines(file: SavFile, places: readonly SavPlace[]): string {
  const short = new Map(places.map(({ variable, pieces }) => [variable.name, (pieces[0]?.shortName ?? '').toLowerCase()]));
  return file.sets
    .map((set) => {
      const label = labelText(set.label, labelBytes.set);
      const counted = set.kind === 'dichotomy' ? String(set.counted) : null;
      const kind = counted === null ? 'C' : `D${Buffer.byteLength(counted)} ${counted}`;
      return `${set.name}=${kind} ${Buffer.byteLength(label)} ${label} ${set.variables.map((name) => short.get(name) ?? '').join(' ')}\n`;
    })
    .join('');
}

function named(bytes: ByteGatherer, text: string): void {
  const raw = Buffer.from(text);
  bytes.int32(raw.length);
  bytes.raw(raw);
}

function longLabels(places: readonly SavPlace[]): Buffer {
  const bytes = gatherBytes();
  for (const { variable } of places) {
    const labels = labelsOf(variable);
    if (!isLong(variable) || labels.length === 0) continue;
    named(bytes, variable.name);
    bytes.int32(variable.width, labels.length);
    for (const { value, label } of labels) {
      bytes.int32(variable.width);
      bytes.raw(paddedText(String(value), variable.width));
      named(bytes, label);
    }
  }
  return bytes.finish();
}

/**
 * The length stands once before all values of a variable. PSPP up to 1.6 expects it before each and stops at the second, so
 * variables with one value, where both are the same, come first.
 */
function longMissing(places: readonly SavPlace[]): Buffer {
  const bytes = gatherBytes();
  const all = places.flatMap(({ variable }) =>
    isLong(variable) && variable.missing.kind === 'discrete' && variable.missing.values.length > 0
      ? [{ name: variable.name, values: variable.missing.values }]
      : [],
  );
  for (const { name, values } of all.toSorted((one, two) => one.values.length - two.values.length)) {
    named(bytes, name);
    bytes.byte(values.length);
    bytes.int32(elementBytes);
    for (const value of values) bytes.text(String(value), elementBytes);
  }
  return bytes.finish();
}
