import { highest, lowest } from './sav-dictionary.ts';
import { textReader, encodingOf, type TextReader } from './sav-encoding.ts';
import { noMissing, type SavFile, type SavKind, type SavMeasure, type SavMissing, type SavVariable } from './sav-file.ts';
import { longestPiece, pieceCount } from './sav-layout.ts';
import type { ByteOrder, RawDictionary, RawVariable } from './sav-records.ts';
import { applyLongLabels, applyLongMissing, type Growing } from './sav-long-records.ts';
import { parseSets } from './sav-sets.ts';
import { damaged } from './sav-source.ts';

/** A variable and where its values lie in a case. */
export interface ReadPlace {
  readonly variable: SavVariable;
  /** First byte in a case. */
  readonly from: number;
  /** Bytes of each piece that hold text, and bytes from one piece to the next. Numbers have none. */
  readonly pieces: readonly { readonly used: number; readonly step: number }[];
}

/** A dictionary as it is understood. */
export interface ReadDictionary {
  readonly file: SavFile;
  readonly places: readonly ReadPlace[];
  readonly encoding: string;
  readonly read: TextReader;
  readonly caseBytes: number;
  /** Null for unknown. */
  readonly cases: number | null;
}

/** Puts the records together. @throws ReadingError for a dictionary that contradicts itself */
export function understand(raw: RawDictionary): ReadDictionary {
  const encoding = encodingOf(raw);
  const read = textReader(encoding);
  const variables = join(raw, read);
  nameLong(raw, read, variables);
  for (const variable of variables) variable.missing = missingOf(variable, raw, read);
  applyMeasures(raw, variables);
  applyLabels(raw, read, variables);
  applyLongLabels(raw, read, variables);
  applyLongMissing(raw.extensions.get(22), raw.header.order, read, variables);
  const finished = variables.map((each) => finish(each, read));
  const byShort = new Map(variables.map(({ shortName }, at) => [shortName.toLowerCase(), finished[at]]));
  const sets = [7, 19].flatMap((subtype) => {
    const data = raw.extensions.get(subtype)?.data;
    return data === undefined ? [] : parseSets(data, read, (name) => byShort.get(name.toLowerCase()));
  });
  const weighted = variables.findIndex(({ first }) => raw.header.weightElement > 0 && first.element === raw.header.weightElement - 1);
  return {
    file: {
      label: read(raw.header.label),
      variables: finished,
      sets,
      weight: finished[weighted]?.name ?? null,
      documents: raw.documents.map(read),
    },
    places: variables.map((each, at) => placeOf(each, finished[at])),
    encoding,
    read,
    caseBytes: raw.elements * 8,
    cases: caseCount(raw),
  };
}

/** Joins the pieces of very long strings. */
function join(raw: RawDictionary, read: TextReader): Growing[] {
  const record = raw.extensions.get(14);
  const widths = new Map(
    read(record?.data ?? Buffer.alloc(0))
      .split(/\0?\t/u)
      .flatMap((entry) => {
        const [name = '', width = ''] = entry.replaceAll('\0', '').split('=');
        return name === '' ? [] : [[name.toLowerCase(), Number(width)] as const];
      }),
  );
  const joined: Growing[] = [];
  for (let at = 0; at < raw.variables.length;) {
    const first = raw.variables[at];
    if (first === undefined) break;
    const shortName = read(first.name);
    const width = (first.width > 0 ? widths.get(shortName.toLowerCase()) : undefined) ?? first.width;
    if (!Number.isInteger(width) || width > 32_767) throw damaged('variables', record?.at ?? 0);
    const count = pieceCount(width);
    const pieces = raw.variables.slice(at, at + count);
    if (pieces.length < count || (count > 1 && pieces.some((piece) => piece.width === 0))) throw damaged('variables', record?.at ?? 0);
    const base = { name: shortName, shortName, first, pieces, width, kind: kindOf(first) };
    joined.push({ ...base, measure: base.kind === 'string' ? 'nominal' : 'scale', valueLabels: [], missing: noMissing });
    at += count;
  }
  return joined;
}

/** Print formats that show seconds as a date or a time; the remaining ones show numbers. */
const dateFormats: ReadonlyMap<number, SavKind> = new Map([
  ...[20, 23, 24, 28, 29, 30, 38, 39].map((type) => [type, 'date'] as const),
  ...[22, 41, 86].map((type) => [type, 'datetime'] as const),
  ...[21, 25, 40, 85].map((type) => [type, 'time'] as const),
]);

function kindOf({ width, format }: RawVariable): SavKind {
  return width > 0 ? 'string' : (dateFormats.get((format >> 16) & 0xff) ?? 'number');
}

function nameLong({ extensions }: RawDictionary, read: TextReader, variables: readonly Growing[]): void {
  const long = new Map(
    read(extensions.get(13)?.data ?? Buffer.alloc(0))
      .split('\t')
      .map((entry) => {
        const equals = entry.indexOf('=');
        return [entry.slice(0, equals).toLowerCase(), entry.slice(equals + 1)] as const;
      }),
  );
  const taken = new Set<string>();
  for (const variable of variables) {
    const name = long.get(variable.shortName.toLowerCase()) ?? variable.shortName;
    // Two variables of one name are told apart, so that columns stay columns.
    let free = name === '' ? 'v' : name;
    for (let number = 2; taken.has(free.toUpperCase()); number += 1) free = `${name}_${number}`;
    taken.add(free.toUpperCase());
    variable.name = free;
  }
}

function valueOf({ kind }: Growing, bytes: Buffer, order: ByteOrder, read: TextReader): number | string {
  return kind === 'string' ? read(bytes) : order.float64(bytes, 0);
}

function missingOf(variable: Growing, { header }: RawDictionary, read: TextReader): SavMissing {
  const { missingCount, missing } = variable.first;
  if (missingCount === 0) return noMissing;
  if (missingCount > 0) return { kind: 'discrete', values: missing.map((bytes) => valueOf(variable, bytes, header.order, read)) };
  // A string has no range; a file that says so is understood as having none.
  if (variable.kind === 'string') return noMissing;
  const [low = 0, high = 0, plus] = missing.map((bytes) => header.order.float64(bytes, 0));
  return {
    kind: 'range',
    low: low <= lowest ? Number.NEGATIVE_INFINITY : low,
    high: high === highest ? Number.POSITIVE_INFINITY : high,
    ...(plus !== undefined && { plus }),
  };
}

function applyMeasures({ extensions, header, variables: records }: RawDictionary, variables: readonly Growing[]): void {
  const record = extensions.get(11);
  if (record === undefined || record.size !== 4) return;
  const fields = record.data.length / 4 / records.length;
  // Width is left out by old versions. Any other number of fields cannot be matched with variables.
  if (fields !== 2 && fields !== 3) return;
  const measures: readonly (SavMeasure | undefined)[] = [undefined, 'nominal', 'ordinal', 'scale'];
  const placeOf = new Map(records.map((piece, at) => [piece, at]));
  for (const variable of variables) {
    const at = (placeOf.get(variable.first) ?? 0) * fields * 4;
    variable.measure = measures[header.order.int32(record.data, at)] ?? variable.measure;
  }
}

function applyLabels({ labels, header }: RawDictionary, read: TextReader, variables: readonly Growing[]): void {
  const byElement = new Map(variables.map((variable) => [variable.first.element + 1, variable]));
  for (const set of labels) {
    for (const element of set.elements) {
      const variable = byElement.get(element);
      if (variable === undefined) throw damaged('labels', set.at);
      for (const { value, label } of set.labels)
        variable.valueLabels.push({ value: valueOf(variable, value, header.order, read), label: read(label) });
    }
  }
}

function finish(variable: Growing, read: TextReader): SavVariable {
  const { name, first, kind, width, measure, valueLabels, missing } = variable;
  const decimals = kind === 'number' ? Math.min(first.format & 0xff, 16) : 0;
  // A value that has two labels has the last.
  const labels = new Map(valueLabels.map((label) => [label.value, label]));
  return { name, label: read(first.label), kind, width, decimals, measure, valueLabels: [...labels.values()], missing };
}

function placeOf({ first, pieces, width, kind }: Growing, variable: SavVariable | undefined): ReadPlace {
  if (variable === undefined) throw damaged('variables', 0);
  let left = kind === 'string' ? width : 0;
  const used = pieces.map((piece) => {
    const bytes = Math.min(left, pieces.length === 1 ? piece.width : longestPiece, piece.elements * 8);
    left -= bytes;
    return { used: bytes, step: piece.elements * 8 };
  });
  return { variable, from: first.element * 8, pieces: kind === 'string' ? used : [] };
}

/** The count of the header; where it holds none, that of record 16. */
function caseCount({ header, extensions }: RawDictionary): number | null {
  if (header.cases >= 0) return header.cases;
  const record = extensions.get(16);
  if (record === undefined || record.data.length < 16) return null;
  const count = header.order.isLittle ? record.data.readBigInt64LE(8) : record.data.readBigInt64BE(8);
  return count < 0n || count > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(count);
}
