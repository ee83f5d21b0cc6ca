import type { TextReader } from './sav-encoding.ts';
import type { SavKind, SavMeasure, SavMissing, SavValueLabel } from './sav-file.ts';
import type { ByteOrder, RawDictionary, RawExtension, RawVariable } from './sav-records.ts';
import { damaged } from './sav-source.ts';

/** A variable while its records are put together. */
export interface Growing {
  name: string;
  readonly shortName: string;
  readonly first: RawVariable;
  readonly pieces: readonly RawVariable[];
  readonly width: number;
  readonly kind: SavKind;
  measure: SavMeasure;
  valueLabels: SavValueLabel[];
  missing: SavMissing;
}

/** Steps through a record of names, numbers and texts; every length is checked against what is there. */
function stepper({ data, at: start }: RawExtension, order: ByteOrder) {
  let at = 0;
  const bytes = (length: number): Buffer => {
    if (length < 0 || at + length > data.length) throw damaged('extension', start + at);
    at += length;
    return data.subarray(at - length, at);
  };
  const peek = (): number | null => (at + 4 > data.length ? null : order.int32(data, at));
  return { bytes, int32: () => order.int32(bytes(4), 0), peek, isAtEnd: () => at >= data.length };
}

function finder(variables: readonly Growing[]): (name: string) => Growing | undefined {
  const byName = new Map(variables.map((variable) => [variable.name.toUpperCase(), variable]));
  const byShort = new Map(variables.map((variable) => [variable.shortName.toUpperCase(), variable]));
  return (name) => byName.get(name.toUpperCase()) ?? byShort.get(name.toUpperCase());
}

/** Record 21: value labels of strings of more than 8 bytes. @throws ReadingError for a length that is not there, and too many labels */
export function applyLongLabels(
  { extensions, header: { order }, roomForLabels }: RawDictionary,
  read: TextReader,
  variables: readonly Growing[],
): void {
  const record = extensions.get(21);
  if (record === undefined) return;
  const find = finder(variables);
  const { bytes, int32, isAtEnd } = stepper(record, order);
  while (!isAtEnd()) {
    const variable = find(read(bytes(int32())));
    int32();
    const count = int32();
    roomForLabels(Math.max(0, count));
    for (let left = count; left > 0; left -= 1) {
      const value = read(bytes(int32()));
      const label = read(bytes(int32()));
      if (variable?.kind === 'string') variable.valueLabels.push({ value, label });
    }
  }
}

/** Record 22: their missing values. @throws ReadingError for a length that is not there */
export function applyLongMissing(
  record: RawExtension | undefined,
  order: ByteOrder,
  read: TextReader,
  variables: readonly Growing[],
): void {
  if (record === undefined) return;
  const find = finder(variables);
  const { bytes, int32, peek, isAtEnd } = stepper(record, order);
  while (!isAtEnd()) {
    const variable = find(read(bytes(int32())));
    const count = bytes(1)[0] ?? 0;
    const length = int32();
    const values = [];
    for (let left = count; left > 0; left -= 1) {
      // PSPP up to 1.6 repeats the length before each value. A text does not begin with the bytes of a small number.
      if (left < count && !isAtEnd() && peek() === length) int32();
      values.push(read(bytes(length)));
    }
    if (variable?.kind === 'string') variable.missing = { kind: 'discrete', values };
  }
}
