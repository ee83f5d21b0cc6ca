import { ReadingError } from '../features/exchange/reading/reading-error.ts';
import { elementBytes } from './sav-layout.ts';
import { damaged, type SavSource } from './sav-source.ts';

/** Numbers in the byte order of the file. */
export interface ByteOrder {
  readonly isLittle: boolean;
  readonly int32: (bytes: Buffer, at: number) => number;
  readonly float64: (bytes: Buffer, at: number) => number;
}

export interface SavHeader {
  readonly order: ByteOrder;
  readonly isCompressed: boolean;
  readonly bias: number;
  /** From 1; 0 for none. */
  readonly weightElement: number;
  /** −1 for unknown. */
  readonly cases: number;
  readonly label: Buffer;
}

/** A variable record as it stands, its texts not decoded. */
export interface RawVariable {
  /** 0 for a number. */
  readonly width: number;
  readonly name: Buffer;
  readonly label: Buffer;
  readonly format: number;
  /** As the record counts them: 1–3 values, −2 a range, −3 a range and a value. */
  readonly missingCount: number;
  readonly missing: readonly Buffer[];
  /** Position of its first element, from 0. */
  readonly element: number;
  readonly elements: number;
}

/** Value labels and the elements (from 1) that have them. */
export interface RawLabels {
  readonly labels: readonly { readonly value: Buffer; readonly label: Buffer }[];
  readonly elements: readonly number[];
  readonly at: number;
}

export interface RawExtension {
  readonly size: number;
  readonly data: Buffer;
  readonly at: number;
}

/** The records before the cases. Extensions by their subtype, the last of each. */
export interface RawDictionary {
  readonly header: SavHeader;
  readonly variables: readonly RawVariable[];
  readonly elements: number;
  readonly labels: readonly RawLabels[];
  readonly documents: readonly Buffer[];
  readonly extensions: ReadonlyMap<number, RawExtension>;
  /** Says that so many more value labels are read. @throws ReadingError TOO_LARGE */
  readonly roomForLabels: (count: number) => void;
}

/** What a dictionary may cost. */
export interface RecordLimits {
  readonly variables: number;
  readonly valueLabels: number;
  readonly caseBytes: number;
}

const longestLabel = 64 * 1024;
const longestExtension = 64 * 1024 * 1024;
/** Subtypes that are read; all others are passed over. */
const known = new Set([3, 4, 7, 11, 13, 14, 16, 19, 20, 21, 22]);

const little: ByteOrder = {
  isLittle: true,
  int32: (bytes, at) => bytes.readInt32LE(at),
  float64: (bytes, at) => bytes.readDoubleLE(at),
};
const big: ByteOrder = {
  isLittle: false,
  int32: (bytes, at) => bytes.readInt32BE(at),
  float64: (bytes, at) => bytes.readDoubleBE(at),
};

async function readHeader(source: SavSource): Promise<SavHeader> {
  const magic = (await source.take(4)).toString('latin1');
  if (magic === '$FL3') throw new ReadingError('UNSUPPORTED', { params: { type: 'zsav' } });
  if (magic !== '$FL2') throw damaged('header', 0);
  const bytes = Buffer.from(await source.take(172));
  const order = [little, big].find(({ int32 }) => [2, 3].includes(int32(bytes, 60)));
  if (order === undefined) throw damaged('header', 64);
  const compression = order.int32(bytes, 68);
  if (compression === 2) throw new ReadingError('UNSUPPORTED', { params: { type: 'zsav' } });
  if (compression !== 0 && compression !== 1) throw damaged('header', 72);
  const bias = order.float64(bytes, 80);
  if (!Number.isFinite(bias)) throw damaged('header', 84);
  return {
    order,
    isCompressed: compression === 1,
    bias,
    weightElement: order.int32(bytes, 72),
    cases: order.int32(bytes, 76),
    label: bytes.subarray(105, 169),
  };
}

/** Reads everything up to the first case. @throws ReadingError */
export async function readRecords(source: SavSource, limits: RecordLimits): Promise<RawDictionary> {
  const header = await readHeader(source);
  const { order } = header;
  const variables: RawVariable[] = [];
  const labels: RawLabels[] = [];
  const documents: Buffer[] = [];
  const extensions = new Map<number, RawExtension>();
  let elements = 0;
  let labelCount = 0;
  const roomForLabels = (count: number): void => {
    labelCount += count;
    if (labelCount > limits.valueLabels) throw tooLarge('labels', limits.valueLabels);
  };
  for (;;) {
    const at = source.position();
    const type = order.int32(await source.take(4), 0);
    if (type === 999) break;
    if (type === 2) {
      const variable = await readVariable(source, order, elements);
      if (variables.length === limits.variables) throw tooLarge('variables', limits.variables);
      variables.push(variable);
      elements += variable.elements;
      if (elements * elementBytes > limits.caseBytes) throw tooLarge('case', limits.caseBytes);
    } else if (type === 3) {
      labels.push(await readLabels(source, order, roomForLabels));
    } else if (type === 6) documents.push(...(await readDocuments(source, order)));
    else if (type === 7) await readExtension(source, order, extensions);
    else throw damaged(elements === 0 ? 'variables' : 'labels', at);
  }
  await source.take(4);
  if (variables.length === 0) throw damaged('variables', source.position());
  return { header, variables, elements, labels, documents, extensions, roomForLabels };
}

function tooLarge(part: string, limit: number): ReadingError {
  return new ReadingError('TOO_LARGE', { params: { part, limit } });
}

async function readVariable(source: SavSource, order: ByteOrder, element: number): Promise<RawVariable> {
  const at = source.position();
  const { width, ...first } = await readOne(source, order);
  if (width < 0 || width > 255) throw damaged('variables', at);
  const elements = width === 0 ? 1 : Math.ceil(width / elementBytes);
  for (let more = 1; more < elements; more += 1) {
    const next = source.position();
    const type = order.int32(await source.take(4), 0);
    // The records of a string's further elements are dummies, but some writers repeat the label in them.
    if (type !== 2 || (await readOne(source, order)).width !== -1) throw damaged('variables', next);
  }
  return { width, ...first, element, elements };
}

async function readOne(source: SavSource, { int32 }: ByteOrder): Promise<Omit<RawVariable, 'element' | 'elements'>> {
  const at = source.position();
  const bytes = Buffer.from(await source.take(28));
  const missingCount = int32(bytes, 8);
  if (missingCount < -3 || missingCount > 3 || missingCount === -1) throw damaged('variables', at);
  let label: Buffer = Buffer.alloc(0);
  if (int32(bytes, 4) === 1) {
    const length = int32(await source.take(4), 0);
    if (length < 0 || length > longestLabel) throw damaged('variables', source.position() - 4);
    label = Buffer.from((await source.take(Math.ceil(length / 4) * 4)).subarray(0, length));
  }
  const count = Math.abs(missingCount);
  const values = Buffer.from(await source.take(count * elementBytes));
  const missing = Array.from({ length: count }, (_, each) => values.subarray(each * elementBytes, (each + 1) * elementBytes));
  return { width: int32(bytes, 0), name: bytes.subarray(20, 28), label, format: int32(bytes, 12), missingCount, missing };
}

async function readLabels(source: SavSource, { int32 }: ByteOrder, roomFor: (count: number) => void): Promise<RawLabels> {
  const at = source.position();
  const count = int32(await source.take(4), 0);
  if (count < 0) throw damaged('labels', at);
  roomFor(count);
  const labels = [];
  for (let each = 0; each < count; each += 1) {
    const head = Buffer.from(await source.take(elementBytes + 1));
    const length = head[elementBytes] ?? 0;
    const text = await source.take(Math.ceil((length + 1) / 8) * 8 - 1);
    labels.push({ value: head.subarray(0, elementBytes), label: Buffer.from(text.subarray(0, length)) });
  }
  const index = Buffer.from(await source.take(8));
  const used = int32(index, 4);
  if (int32(index, 0) !== 4 || used < 0) throw damaged('labels', source.position() - 8);
  // Each variable that has them has its own.
  roomFor(count * Math.max(0, used - 1));
  const bytes = await source.take(used * 4);
  return { labels, elements: Array.from({ length: used }, (_, each) => int32(bytes, each * 4)), at };
}

async function readDocuments(source: SavSource, { int32 }: ByteOrder): Promise<Buffer[]> {
  const at = source.position();
  const count = int32(await source.take(4), 0);
  if (count < 0) throw damaged('labels', at);
  const bytes = Buffer.from(await source.take(count * 80));
  return Array.from({ length: count }, (_, each) => bytes.subarray(each * 80, (each + 1) * 80));
}

async function readExtension(source: SavSource, { int32 }: ByteOrder, into: Map<number, RawExtension>): Promise<void> {
  const head = await source.take(12);
  const [subtype, size, count] = [int32(head, 0), int32(head, 4), int32(head, 8)];
  const at = source.position();
  if (size < 0 || count < 0) throw damaged('extension', at - 12);
  const length = size * count;
  if (!known.has(subtype)) source.pass(length);
  else if (length > longestExtension && length <= source.size - at) throw tooLarge('labels', longestExtension);
  else into.set(subtype, { size, data: Buffer.from(await source.take(length)), at });
}
