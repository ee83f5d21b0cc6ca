import { createHash } from 'node:crypto';
import {
  noMissing,
  savNames,
  savWriter,
  type SavFile,
  type SavKind,
  type SavMissing,
  type SavRow,
  type SavSet,
  type SavValue,
  type SavValueLabel,
  type SavVariable,
} from '../../electron/core/sav/index.ts';
import { createChance, type Chance } from '../../scripts/sample/random.ts';

/** One generated system file: what it says, and its cases. */
export interface DataSet {
  readonly file: SavFile;
  readonly rows: readonly SavRow[];
}

/** The file's bytes as our writer makes them. */
export function savBytes({ file, rows }: DataSet): Buffer {
  const chunks: Uint8Array[] = [];
  const writer = savWriter(file, rows.length, (chunk) => chunks.push(chunk));
  for (let at = 0; at < rows.length; at += 7) writer.add(rows.slice(at, at + 7));
  writer.end();
  return Buffer.concat(chunks);
}

const characters = [...'abcdefghijklmnopqrstuvwxyz ABCDEFÆØÅæøåéñßΩж—“”’"\',;:/0123456789'];
const wideCharacters = ['😀', '👩‍👩‍👧', '🇳🇴', '漢', '字', 'e\u0301'];
const headers = ['alder', 'Kjønn', 'q5_1', 'q5-2', '_uuid', 'ALL', 'blåbær.syltetøy', '@tid', '7', 'Hva er viktigst for deg?', 'ÆØÅ', 'a'];

function pick<T>(chance: Chance, items: readonly T[]): T {
  const item = items[chance.below(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** A text of at most so many bytes, often exactly as many; it never ends in a blank, because a system file cannot keep one. */
export function someText(chance: Chance, bytes: number, breaks: boolean): string {
  const wanted = chance.happens(40) ? bytes : chance.below(bytes + 1);
  const parts: string[] = [];
  let length = 0;
  // Long texts repeat a piece, or they would take minutes to make.
  const piece = Array.from({ length: 40 }, () =>
    chance.happens(6) ? pick(chance, wideCharacters) : breaks && chance.happens(2) ? '\n' : pick(chance, characters),
  );
  for (let at = 0; length < wanted; at += 1) {
    const next = piece[at % piece.length] ?? 'x';
    const size = Buffer.byteLength(next);
    parts.push(length + size > wanted ? 'x' : next);
    length += length + size > wanted ? 1 : size;
  }
  if (length > 0) parts[parts.length - 1] = 'x'.repeat(Buffer.byteLength(parts.at(-1) ?? 'x'));
  return parts.join('');
}

const numbers = [0, 1, -1, -99, -100, 151, 152, 0.1, -0.5, 1 / 3, 1e15, -1e15, 123_456_789.125, 2 ** 53, 1e-300, 1e300, 99.5];
const widths = [1, 2, 3, 7, 8, 9, 16, 40, 250, 251, 252, 253, 254, 255, 256, 257, 258, 504, 505, 510, 800, 2000];
const dates = [
  '2026-03-28',
  '2026-03-29',
  '2026-10-25',
  '1969-12-31',
  '1582-10-15',
  '1900-02-28',
  '2000-02-29',
  '1814-05-17',
  '9999-12-31',
];
const clocks = ['00:00:00', '01:59:59', '02:00:00', '02:30:00', '03:00:00', '23:59:59', '12:00:30'];
const kinds: readonly SavKind[] = ['number', 'number', 'number', 'string', 'string', 'string', 'date', 'datetime', 'time'];

function someMissing(chance: Chance, kind: SavKind, width: number): SavMissing {
  if (chance.happens(40)) return noMissing;
  if (kind === 'string') {
    const values = ['-', '9', 'NA', 'å', 'ukjent', 'vetikke'].filter((value) => Buffer.byteLength(value) <= width);
    return { kind: 'discrete', values: chance.shuffled(values).slice(0, 1 + chance.below(3)) };
  }
  // An open range would make every date a missing one.
  const shape = chance.below(kind === 'number' ? 5 : 4);
  if (shape <= 1) return { kind: 'discrete', values: chance.shuffled([-9, -8, -7, 97, 98, 99]).slice(0, 1 + chance.below(3)) };
  if (shape === 2) return { kind: 'range', low: -9, high: -1 };
  if (shape === 3) return { kind: 'range', low: -9, high: -1, plus: 99 };
  return chance.happens(50)
    ? { kind: 'range', low: Number.NEGATIVE_INFINITY, high: -1, plus: 99 }
    : { kind: 'range', low: 90, high: Number.POSITIVE_INFINITY };
}

function someLabels(chance: Chance, kind: SavKind, width: number): SavValueLabel[] {
  if (chance.happens(40)) return [];
  const label = (): string =>
    `${pick(chance, ['Ja', 'Nei, aldri', 'Vet ikke', 'Både–og'])} ${someText(chance, pick(chance, [5, 30, 119, 120, 121, 300]), false)}`;
  if (kind !== 'string') return [-9, 1, 2, 3, 151].slice(0, 1 + chance.below(5)).map((value) => ({ value, label: label() }));
  const values = ['a', 'bø', 'abcdefgh', 'abcdefghi', 'å'.repeat(20)].filter((value) => Buffer.byteLength(value) <= width);
  return values.map((value) => ({ value, label: label() }));
}

function someVariable(chance: Chance, name: string, width: number | null): SavVariable {
  const kind = width === null ? pick(chance, kinds) : 'string';
  const bytes = kind === 'string' ? (width ?? pick(chance, widths)) : 0;
  return {
    name,
    label: chance.happens(25) ? '' : someText(chance, pick(chance, [10, 60, 255, 256, 257, 600]), false),
    kind,
    width: bytes,
    decimals: kind === 'number' ? pick(chance, [0, 0, 1, 2, 5]) : 0,
    measure: kind === 'string' ? 'nominal' : pick(chance, ['nominal', 'ordinal', 'scale']),
    valueLabels: someLabels(chance, kind, bytes),
    missing: someMissing(chance, kind, bytes),
  };
}

function someValue(chance: Chance, { kind, width, missing, valueLabels }: SavVariable): SavValue {
  if (chance.happens(12)) return null;
  if (missing.kind === 'discrete' && chance.happens(20)) return pick(chance, missing.values);
  if (missing.kind === 'range' && chance.happens(20)) return missing.plus ?? (missing.low === 90 ? 99 : -3);
  if (valueLabels.length > 0 && chance.happens(30)) return pick(chance, valueLabels).value;
  if (kind === 'string') return someText(chance, width, true);
  if (kind === 'date') return pick(chance, dates);
  if (kind === 'datetime') return `${pick(chance, dates)}T${pick(chance, clocks)}`;
  if (kind === 'time') return pick(chance, [...clocks, '100:00:00', '00:00:01.5']);
  return chance.happens(60) ? chance.below(7) : chance.happens(50) ? pick(chance, numbers) : Math.round(chance.next() * 1e6) / 1e3;
}

function yesNo(name: string, at: number): SavVariable {
  return {
    name,
    label: `Hva er viktig?: valg ${at + 1}`,
    kind: 'number',
    width: 0,
    decimals: 0,
    measure: 'nominal',
    valueLabels: [
      { value: 0, label: 'Ikke valgt' },
      { value: 1, label: 'Valgt' },
    ],
    missing: { kind: 'discrete', values: [-9] },
  };
}

/** Sets of numbers, of strings and of categories over variables made for them. */
function someSets(chance: Chance, names: readonly string[]): { variables: SavVariable[]; sets: SavSet[] } {
  const [one = '', two = '', three = '', four = '', five = ''] = names;
  const numbersIn = [one, two, three].map(yesNo);
  const strings = [four, five].map((name, at): SavVariable => ({
    ...yesNo(name, at),
    kind: 'string',
    width: 3,
    valueLabels: [],
    missing: noMissing,
  }));
  const label = chance.happens(20) ? '' : `Hva er viktig? ${someText(chance, 60, false)}`;
  return {
    variables: [...numbersIn, ...strings],
    sets: [
      { name: '$viktig', label, kind: 'dichotomy', counted: 1, variables: [one, two, three] },
      { name: '$tekst', label: 'Tekst å telle', kind: 'dichotomy', counted: 'Ja', variables: [four, five] },
      { name: '$flere', label, kind: 'category', variables: [three, one] },
    ],
  };
}

/** A data set by its number: the same number always gives the same one. Every tenth has a very long string of up to 32,767 bytes. */
export function dataSet(seed: number): DataSet {
  const chance = createChance(seed * 7919 + 13);
  const wanted = Array.from({ length: 2 + chance.below(9) }, () => `${pick(chance, headers)}${chance.happens(30) ? chance.below(99) : ''}`);
  const long = seed % 10 === 0 ? [pick(chance, [32_000, 32_767, 32_766])] : [];
  const { names } = savNames([...wanted, ...long.map(() => 'Fritekst – åpent svar'), 'å'.repeat(32), 's1', 's2', 's3', 's4', 's5', 'vekt']);
  const plain = [...wanted, ...long].map((each, at) => someVariable(chance, names[at] ?? '', typeof each === 'number' ? each : null));
  const rest = names.slice(plain.length);
  const widest = { ...someVariable(chance, rest[0] ?? '', null), valueLabels: [], missing: noMissing };
  const made = chance.happens(60) ? someSets(chance, rest.slice(1, 6)) : { variables: [], sets: [] };
  const weight: SavVariable = {
    ...yesNo(rest[6] ?? '', 0),
    label: 'Vekt',
    decimals: 3,
    measure: 'scale',
    valueLabels: [],
    missing: noMissing,
  };
  const isWeighted = chance.happens(50);
  const variables = [...plain, widest, ...made.variables, ...(isWeighted ? [weight] : [])];
  const rows = Array.from({ length: long.length > 0 ? 3 : 1 + chance.below(40) }, () =>
    variables.map((variable): SavValue => {
      if (variable === weight) return 0.25 + chance.below(12) / 4;
      if (made.variables.includes(variable))
        return variable.kind === 'string' ? pick(chance, ['Ja', 'Nei', null]) : pick(chance, [0, 1, 1, -9, null]);
      return someValue(chance, variable);
    }),
  );
  const file: SavFile = {
    label: chance.happens(50) ? '' : someText(chance, 64, false),
    variables,
    sets: made.sets,
    weight: isWeighted ? weight.name : null,
    documents: chance.happens(50) ? [] : ['Utvalget er trukket i Fjordvik.', someText(chance, 400, true)],
  };
  return { file, rows };
}

/** Long texts as their beginning, length and hash, for comparisons whose failures can be read. */
export function brief(value: SavValue): SavValue {
  if (typeof value !== 'string' || value.length < 60) return value;
  return `${value.slice(0, 40)}… ${value.length} ${createHash('sha256').update(value).digest('hex').slice(0, 12)}`;
}

/** The longest beginning in so many bytes, found without the writer's help, and without blanks at its ends. */
export function cut(text: string, bytes: number): string {
  const points = [...text.trim()];
  while (Buffer.byteLength(points.join('')) > bytes) points.pop();
  return points.join('').trimEnd();
}
