import { secondsOf } from './sav-dates.ts';
import { savStringBytes, type SavFile, type SavMissing, type SavRow, type SavValue, type SavVariable } from './sav-file.ts';
import { formatName } from './sav-layout.ts';
import { cutBytes, documentLines, labelBytes, labelText } from './sav-text.ts';

/** Takes the cases of the CSV file beside the syntax. */
export interface SpsCsv {
  /** Appends cases. @throws RangeError for a text that is no date where one belongs, naming the variable */
  readonly add: (rows: readonly SavRow[]) => void;
  readonly end: () => void;
}

/** Lines of syntax were once limited to 256 bytes; a longer string is written in parts. */
const longestString = 160;
const perLine = 6;

/** A string of syntax: in apostrophes, doubled inside, in parts joined by `+` where it is long. */
function quoted(text: string): string {
  const parts: string[] = [];
  let rest = text;
  do {
    const part = cutBytes(rest, longestString);
    parts.push(`'${part.replaceAll("'", "''")}'`);
    rest = rest.slice(part.length);
  } while (rest !== '');
  return parts.join(' +\n    ');
}

const written = (value: number | string): string => (typeof value === 'string' ? quoted(value) : String(value));

/** A command whose parts stand on lines of their own, ended by a full stop. */
function command(first: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${first}\n  ${parts.join('\n  ')}.`];
}

/** Names in lines of a few. */
function listed(names: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < names.length; at += perLine) lines.push(names.slice(at, at + perLine).join(' '));
  return lines.join('\n    ');
}

/**
 * SPSS syntax in UTF-8 that reads the CSV file of `spsCsvWriter` lying beside it and gives it labels, missing values,
 * measures, formats, weight and multiple response sets. The file is named without a folder: SPSS looks in its working one.
 */
export function writeSps(file: SavFile, csvName: string): string {
  const labels = file.variables.filter(({ label }) => labelText(label, labelBytes.variable) !== '');
  const commands = [
    // A point in numbers, whatever the language of the program.
    'SET DECIMAL=DOT.',
    readCommand(file, csvName),
    ...command(
      'VARIABLE LABELS',
      labels.map(({ name, label }) => `${name} ${quoted(labelText(label, labelBytes.variable))}`),
    ),
    // A slash parts the variables; none stands before the first.
    ...command(
      'VALUE LABELS',
      valueLabels(file).map((part, at) => (at === 0 ? part : `/${part}`)),
    ),
    ...file.variables.flatMap(missingValues),
    ...measures(file),
    ...command(
      'FORMATS',
      file.variables.filter(({ kind }) => kind !== 'string').map((variable) => `${variable.name} (${formatName(variable)})`),
    ),
    ...command('MRSETS', sets(file)),
    ...(file.weight === null ? [] : [`WEIGHT BY ${file.weight}.`]),
    ...(labelText(file.label, labelBytes.file) === '' ? [] : [`FILE LABEL ${quoted(labelText(file.label, labelBytes.file))}.`]),
    ...documents(file),
    'EXECUTE.',
  ];
  return `* Encoding: UTF-8.\n\n${commands.join('\n\n')}\n`;
}

function readCommand({ variables }: SavFile, csvName: string): string {
  // Dates come as their seconds and get their format below, so that codes among them arrive as well. A guarded text has one
  // character more than the widest.
  const read = variables.map(({ name, kind, width }) => `${name} ${kind === 'string' ? `A${Math.min(width + 1, savStringBytes)}` : 'F20'}`);
  return [
    'GET DATA',
    '/TYPE=TXT',
    `/FILE=${quoted(csvName)}`,
    "/ENCODING='UTF8'",
    '/ARRANGEMENT=DELIMITED',
    '/DELCASE=LINE',
    '/FIRSTCASE=2',
    '/DELIMITERS=","',
    "/QUALIFIER='\"'",
    `/VARIABLES=\n    ${read.join('\n    ')}.`,
  ].join('\n  ');
}

function valueLabels({ variables }: SavFile): string[] {
  return variables.flatMap(({ name, valueLabels: all }) => {
    const kept = all.map(({ value, label }) => ({ value, label: labelText(label, labelBytes.value) })).filter(({ label }) => label !== '');
    const pairs = kept.map(({ value, label }) => `${written(value)} ${quoted(label)}`);
    return pairs.length === 0 ? [] : [`${name}\n    ${pairs.join('\n    ')}`];
  });
}

function missingValues({ name, missing }: SavVariable): string[] {
  const text = missingText(missing);
  return text === '' ? [] : [`MISSING VALUES ${name} (${text}).`];
}

function missingText(missing: SavMissing): string {
  if (missing.kind === 'none') return '';
  if (missing.kind === 'discrete') return missing.values.map(written).join(', ');
  const low = missing.low === Number.NEGATIVE_INFINITY ? 'LOWEST' : String(missing.low);
  const high = missing.high === Number.POSITIVE_INFINITY ? 'HIGHEST' : String(missing.high);
  return `${low} THRU ${high}${missing.plus === undefined ? '' : `, ${missing.plus}`}`;
}

function measures({ variables }: SavFile): string[] {
  const parts = (['nominal', 'ordinal', 'scale'] as const).flatMap((measure) => {
    const names = variables.filter((variable) => variable.measure === measure).map(({ name }) => name);
    return names.length === 0 ? [] : [`${listed(names)} (${measure.toUpperCase()})`];
  });
  return parts.length === 0 ? [] : [`VARIABLE LEVEL\n  ${parts.join('\n  /')}.`];
}

function sets({ sets: all }: SavFile): string[] {
  return all.map((set) => {
    const group = set.kind === 'dichotomy' ? 'MDGROUP' : 'MCGROUP';
    const text = labelText(set.label, labelBytes.set);
    const label = text === '' ? '' : ` LABEL=${quoted(text)}`;
    const value = set.kind === 'dichotomy' ? ` VALUE=${written(set.counted)}` : '';
    return `/${group} NAME=${set.name}${label}\n    VARIABLES=${listed(set.variables)}${value}`;
  });
}

function documents(file: SavFile): string[] {
  const lines = documentLines(file.documents);
  return lines.length === 0 ? [] : [`ADD DOCUMENT\n  ${lines.map((line) => quoted(line)).join('\n  ')}.`];
}

const chunkCharacters = 64 * 1024;

/**
 * Writes the CSV file that the syntax of `writeSps` reads: UTF-8, commas, a decimal point, codes, dates as their seconds.
 * Line breaks in texts become blanks, because the syntax reads a line as a case; the system file keeps them. `guard` makes
 * a text harmless in a spreadsheet.
 */
export function spsCsvWriter(file: SavFile, write: (chunk: Uint8Array) => void, guard: (text: string) => string): SpsCsv {
  let pending = `${file.variables.map(({ name }) => name).join(',')}\r\n`;
  const flush = (): void => {
    if (pending !== '') write(Buffer.from(pending));
    pending = '';
  };
  return {
    add: (rows) => {
      for (const row of rows) {
        pending += `${file.variables.map((variable, at) => field(variable, row[at] ?? null, guard)).join(',')}\r\n`;
        if (pending.length > chunkCharacters) flush();
      }
    },
    end: flush,
  };
}

function field({ name, kind }: SavVariable, value: SavValue, guard: (text: string) => string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (kind === 'string') {
    const line = value.toWellFormed().replace(/[\r\n\u0085\u2028\u2029]+/gu, ' ');
    return line === '' ? '' : `"${guard(line).replaceAll('"', '""')}"`;
  }
  const seconds = kind === 'number' ? null : secondsOf(kind, value);
  if (seconds === null) throw new RangeError(`variable ${name}: a text that is no ${kind}`);
  return String(seconds);
}
