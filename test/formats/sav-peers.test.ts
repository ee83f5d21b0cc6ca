import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  isDeclared,
  spsCsvWriter,
  writeSps,
  readSav,
  type SavMissing,
  type SavRow,
  type SavValue,
  type SavVariable,
} from '../../electron/core/sav/index.ts';
import { havenSkip, psppSkip, runPspp, runR } from '../support/statistics.ts';
import { brief, cut, dataSet, savBytes, type DataSet } from './sav-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-sav-peers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Seeds of the data sets: every tenth has strings of up to 32,767 bytes. */
const seeds = Array.from({ length: process.env['ROST_LONG'] === '1' ? 200 : 12 }, (_, at) => at);
const sets = new Map(seeds.map((seed) => [seed, dataSet(seed)]));

beforeAll(() => {
  for (const [seed, made] of sets) writeFileSync(join(folder, `s${seed}.sav`), savBytes(made));
});

const dayZero = Date.UTC(1582, 9, 14) / 1000;

/** The number that stands for a value, told by the platform's own calendar; null for none. */
function numberOf({ kind }: SavVariable, value: SavValue): number | null {
  if (value === null || typeof value === 'number') return value;
  if (kind === 'time') {
    const [hours = 0, minutes = 0, seconds = 0] = value.split(':').map(Number);
    return hours * 3600 + minutes * 60 + seconds;
  }
  return Date.parse(`${value.length === 10 ? `${value}T00:00:00` : value}Z`) / 1000 - dayZero;
}

const texts = (value: SavValue): string => String(value ?? '');

describe.skipIf(psppSkip() !== null)(`${seeds.length} generated system files in PSPP`, () => {
  let tables = new Map<number, Map<string, string[][]>>();
  let output = '';

  beforeAll(() => {
    const syntax = seeds.map((seed) => {
      const counted = frequencyVariables(sets.get(seed) ?? dataSet(seed));
      return [
        `ECHO '##file ${seed}'.`,
        `SYSFILE INFO FILE='s${seed}.sav'.`,
        `GET FILE='s${seed}.sav'.`,
        'WEIGHT OFF.',
        'MRSETS /DISPLAY NAME=ALL.',
        ...(counted.length === 0 ? [] : [`FREQUENCIES VARIABLES=${counted.map(({ name }) => name).join(' ')}.`]),
        `SAVE TRANSLATE /OUTFILE='s${seed}.csv' /TYPE=CSV /REPLACE /FIELDNAMES.`,
      ].join('\n');
    });
    output = runPspp(folder, ['SET TVARS=NAMES TNUMBERS=VALUES MXWARNS=0 MXERRS=10000.', ...syntax].join('\n'));
    tables = tablesIn(output);
  }, 600_000);

  it('are read without a word of warning', () => {
    const parts = output.split(/^##file /mu).slice(1);
    const warned = parts.flatMap((part) => (/warning:/u.test(part) ? [Number.parseInt(part, 10)] : []));
    const beyond = seeds.filter((seed) => (sets.get(seed) ?? dataSet(seed)).file.variables.some(isBeyondPspp));
    expect(warned.filter((seed) => !beyond.includes(seed))).toEqual([]);
  });

  it.each(seeds)('data set %i has the same dictionary [F87]', (seed) => {
    const { file, rows } = sets.get(seed) ?? dataSet(seed);
    const found = tables.get(seed) ?? new Map<string, string[][]>();
    const facts = new Map((found.get('File Information') ?? []).map(([name = '', value = '']) => [name, value]));
    expect(facts.get('Cases')).toBe(String(rows.length));
    expect(facts.get('Encoding')).toBe('UTF-8');
    expect(facts.get('Label') ?? '').toBe(cut(file.label, 60));
    expect(facts.get('Weight')).toBe(file.weight ?? 'Not weighted');
    const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');
    expect(squeezed(facts.get('Documents') ?? '')).toBe(squeezed(file.documents.join('\n')));
    const variables = (found.get('Variables') ?? []).slice(1);
    expect(variables.map(([name, , label, measure]) => [name, label, measure?.toLowerCase()])).toEqual(
      file.variables.map(({ name, label, measure }) => [name, cut(label, 255), measure]),
    );
    expect(variables.map((row) => row[7])).toEqual(file.variables.map(formatOf));
    for (const [at, variable] of file.variables.entries()) {
      if (!isBeyondPspp(variable)) expect(missingIn(variables[at]?.[9] ?? '')).toEqual(missingOf(variable.missing));
    }
    expect(labelsIn(found.get('Value Labels') ?? [], file.variables)).toEqual(labelsOf(file.variables));
  });

  it.each(seeds)('data set %i has the same multiple response sets', (seed) => {
    const { file } = sets.get(seed) ?? dataSet(seed);
    const rows = (tables.get(seed)?.get('Multiple Response Sets') ?? []).slice(1);
    const found = rows.map(([name, label, encoding, counted, members]) => ({ name, label, encoding, counted, members }));
    expect(found).toEqual(
      file.sets
        .map((set) => ({
          name: set.name,
          label: set.label.trim(),
          encoding: set.kind === 'category' ? 'Categories' : 'Dichotomies',
          counted: set.kind === 'dichotomy' ? String(set.counted) : '',
          members: set.variables.join('\n'),
        }))
        .toSorted((one, two) => (one.name < two.name ? -1 : 1)),
    );
  });

  it.each(seeds)('data set %i has the same values', (seed) => {
    const { file, rows } = sets.get(seed) ?? dataSet(seed);
    const found: string[][] = parse(readFileSync(join(folder, `s${seed}.csv`)), { relax_column_count: true, bom: true });
    expect(found[0]).toEqual(file.variables.map(({ name }) => name));
    expect(found.length - 1).toBe(rows.length);
    for (const [row, values] of rows.entries()) {
      for (const [at, variable] of file.variables.entries()) {
        const cell = found[row + 1]?.[at] ?? '';
        const value = values[at] ?? null;
        if (variable.kind === 'string') expect(brief(cell)).toBe(brief(texts(value)));
        else if (value === null) expect(cell.trim()).toBe('');
        else if (variable.kind === 'number') expect(Number(cell)).toBeCloseTo(Number(value), digitsOf(Number(value)));
        else if (typeof value === 'string') expect(isoIn(variable, cell)).toBe(value.replace(/\.\d+$/u, ''));
      }
    }
  });

  it.each(seeds)('data set %i is counted alike, missing values apart', (seed) => {
    const made = sets.get(seed) ?? dataSet(seed);
    for (const variable of frequencyVariables(made)) {
      const at = made.file.variables.indexOf(variable);
      const counts = new Map<string, number>();
      for (const row of made.rows) {
        const value = row[at] ?? (variable.kind === 'string' ? '' : null);
        const isMissing = value === null || isDeclared(variable.missing, value);
        const key = `${isMissing ? 'Missing' : 'Valid'} ${value === null ? '.' : String(value)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      let part = '';
      const found = (tables.get(seed)?.get(variable.name) ?? []).slice(1).flatMap(([kind = '', value = '', count = '']) => {
        part = kind === '' ? part : kind;
        return part === 'Total' ? [] : [[`${part} ${value}`, Number(count)] as const];
      });
      expect(new Map(found)).toEqual(counts);
    }
  });

  it('syntax and CSV make the same file, seen by our own reader', async () => {
    const chosen = seeds.slice(1, 9);
    const syntax = chosen.map((seed) => {
      const { file, rows } = sets.get(seed) ?? dataSet(seed);
      const chunks: Uint8Array[] = [];
      const writer = spsCsvWriter(
        file,
        (chunk) => chunks.push(chunk),
        (text) => text,
      );
      writer.add(rows);
      writer.end();
      writeFileSync(join(folder, `t${seed}.csv`), Buffer.concat(chunks));
      return `${writeSps(file, `t${seed}.csv`)}\nSAVE OUTFILE='t${seed}.sav'.\nNEW FILE.\n`;
    });
    runPspp(folder, syntax.join('\n'));
    for (const seed of chosen) {
      const { file, rows } = sets.get(seed) ?? dataSet(seed);
      const read = await everything(join(folder, `t${seed}.sav`));
      const shape = ({ name, label, kind, decimals, measure, missing }: SavVariable) => ({
        name,
        label,
        kind,
        decimals,
        measure,
        missing: missingOf(missing),
      });
      expect(read.file.variables.map(shape)).toEqual(
        file.variables.map((variable) => shape({ ...variable, label: cut(variable.label, 255) })),
      );
      expect([...read.file.sets].toSorted(byName)).toEqual(file.sets.map((set) => ({ ...set, label: set.label.trim() })).toSorted(byName));
      expect(read.file.weight).toBe(file.weight);
      expect(read.rows.map((row) => row.map(brief))).toEqual(
        rows.map((row) =>
          row.map((value, at) => (file.variables[at]?.kind === 'string' ? brief(texts(value).replaceAll('\n', ' ').trimEnd()) : value)),
        ),
      );
    }
  }, 120_000);
});

const byName = (one: { name: string }, two: { name: string }): number => (one.name < two.name ? -1 : 1);

async function everything(path: string): Promise<DataSet & { encoding: string }> {
  const reading = await readSav(path);
  const rows: SavRow[] = [];
  for await (const batch of reading.batches()) rows.push(...batch.rows);
  await reading.close();
  return { file: reading.file, rows, encoding: reading.encoding };
}

/** Number variables without fractions and short strings: their values are shown as they are. */
function frequencyVariables({ file, rows }: DataSet): SavVariable[] {
  return file.variables.filter((variable, at) => {
    const values = rows.map((row) => row[at] ?? null);
    if (variable.kind === 'string') return variable.width <= 3 && !values.some((value) => /[\s"]/u.test(texts(value)));
    return (
      variable.kind === 'number' &&
      variable.decimals === 0 &&
      values.every((value) => value === null || (Number.isInteger(value) && Math.abs(Number(value)) < 1e6))
    );
  });
}

/** The tables of each file by their titles. */
function tablesIn(output: string): Map<number, Map<string, string[][]>> {
  const files = new Map<number, Map<string, string[][]>>();
  for (const part of output.split(/^##file /mu).slice(1)) {
    const tables = new Map<string, string[][]>();
    for (const block of part.split(/^Table: /mu).slice(1)) {
      const [title = ''] = block.split('\n', 1);
      const body: string[][] = parse(block.slice(title.length + 1), { relax_column_count: true, skip_empty_lines: true });
      tables.set(
        title,
        body.filter(([first = '']) => !/^Footnote|run\.sps:/u.test(first)),
      );
    }
    files.set(Number.parseInt(part, 10), tables);
  }
  return files;
}

function formatOf({ kind, width, decimals }: SavVariable): string {
  if (kind === 'string') return `A${width}`;
  if (kind === 'number') return `F${decimals === 0 ? 8 : 9 + decimals}.${decimals}`;
  return kind === 'date' ? 'SDATE10' : kind === 'datetime' ? 'DATETIME20.0' : 'TIME8.0';
}

/** PSPP up to 1.6 expects a length before each missing value of a long string, where the format has one before all of them. */
function isBeyondPspp({ kind, width, missing }: SavVariable): boolean {
  return kind === 'string' && width > 8 && missing.kind === 'discrete' && missing.values.length > 1;
}

/** Missing values as a sorted list of texts. */
function missingOf(missing: SavMissing): string[] {
  if (missing.kind === 'none') return [];
  if (missing.kind === 'discrete') return missing.values.map(String).toSorted();
  const end = (value: number): string => (Number.isFinite(value) ? String(value) : value < 0 ? 'LOWEST' : 'HIGHEST');
  return [`${end(missing.low)} THRU ${end(missing.high)}`, ...(missing.plus === undefined ? [] : [String(missing.plus)])].toSorted();
}

function missingIn(cell: string): string[] {
  return cell === ''
    ? []
    : cell
        .split('; ')
        .map((part) => (part.startsWith('"') ? part.slice(1, -1).trimEnd() : part.replaceAll(/\.0+(?=\D|$)/gu, '')))
        .toSorted();
}

/** Labels of each variable, as a value and its label in one text, sorted. */
type Labels = Record<string, string[]>;

const pairOf = (value: string, label: string): string => `${value} = ${label}`;

/** Labels of numbers and strings; those of dates are shown as dates, and are compared in R. */
function labelsOf(variables: readonly SavVariable[]): Labels {
  return Object.fromEntries(
    variables.flatMap(({ name, kind, valueLabels }) =>
      valueLabels.length === 0 || !['number', 'string'].includes(kind)
        ? []
        : [[name, valueLabels.map(({ value, label }) => pairOf(String(value), cut(label, 120))).toSorted()]],
    ),
  );
}

function labelsIn(table: readonly string[][], variables: readonly SavVariable[]): Labels {
  const labels: Labels = {};
  let current = '';
  for (const [name = '', value = '', label = ''] of table.slice(1)) {
    if (name !== '') current = name;
    const kind = variables.find((variable) => variable.name === current)?.kind;
    if (kind !== 'number' && kind !== 'string') continue;
    const plain = value.replace(/\[a\]$/u, '');
    (labels[current] ??= []).push(pairOf(kind === 'number' ? String(Number(plain)) : plain, label.trimEnd()));
  }
  for (const list of Object.values(labels)) list.sort();
  return labels;
}

/** So many decimals as a number with 15 digits has, less one. */
function digitsOf(value: number): number {
  return value === 0 ? 10 : 13 - Math.ceil(Math.log10(Math.abs(value)));
}

function isoIn({ kind }: SavVariable, cell: string): string {
  const [, month, day, year, clock] = /^(\d\d)\/(\d\d)\/(\d{4})(?: (.+))?$/u.exec(cell) ?? [];
  if (kind === 'time') return cell.replace(/\.\d+$/u, '');
  return clock === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${clock}`;
}

const HavenVariable = z.object({
  name: z.string(),
  label: z.string().nullable(),
  format: z.string().nullable(),
  labels: z.array(z.string().nullable()).nullable(),
  texts: z.array(z.string()).nullable(),
  na_values: z.array(z.string().nullable()).nullable(),
  na_range: z.array(z.string()).nullable(),
  data: z.array(z.string().nullable()),
});
const HavenFile = z.object({ file: z.string(), label: z.string().nullable(), variables: z.array(HavenVariable) });

const havenScript = `
library(haven); library(jsonlite)
text <- function(x) { if (is.null(x)) return(NULL); x <- unclass(x); if (is.character(x)) return(unname(x)); x <- as.double(x); ifelse(is.na(x), NA, sprintf("%.17g", x)) }
for (f in readLines("files.txt")) {
  d <- read_sav(f, user_na = TRUE)
  v <- lapply(names(d), function(n) {
    x <- d[[n]]; l <- attr(x, "labels", exact = TRUE)
    list(name = unbox(n), label = unbox(attr(x, "label", exact = TRUE)), format = unbox(attr(x, "format.spss", exact = TRUE)), labels = text(l),
      texts = names(l), na_values = text(attr(x, "na_values", exact = TRUE)), na_range = text(attr(x, "na_range", exact = TRUE)), data = I(text(x)))
  })
  cat(toJSON(list(file = unbox(f), label = unbox(attr(d, "label", exact = TRUE)), variables = v), null = "null", na = "null"), "\\n", sep = "")
}`;

describe.skipIf(havenSkip() !== null)(`${seeds.length} generated system files in R haven`, () => {
  const found = new Map<string, z.infer<typeof HavenFile>>();

  beforeAll(() => {
    writeFileSync(join(folder, 'files.txt'), seeds.map((seed) => `s${seed}.sav\n`).join(''));
    for (const line of runR(folder, havenScript)
      .split('\n')
      .filter((each) => each !== '')) {
      const file = HavenFile.parse(JSON.parse(line));
      found.set(file.file, file);
    }
  }, 600_000);

  it.each(seeds)('data set %i has the same variables, labels and missing values [F87]', (seed) => {
    const { file } = sets.get(seed) ?? dataSet(seed);
    const seen = found.get(`s${seed}.sav`);
    expect(seen?.label ?? '').toBe(cut(file.label, 60));
    expect(seen?.variables.map(({ name, label, format }) => [name, label ?? '', format])).toEqual(
      file.variables.map((variable) => [
        variable.name,
        cut(variable.label, 255),
        formatOf(variable).replace(/(?<=DATETIME20|TIME8)\.0/u, ''),
      ]),
    );
    for (const [at, { valueLabels, missing, name }] of file.variables.entries()) {
      const variable = seen?.variables[at];
      const pairs = (variable?.labels ?? []).map((value, place) => pairOf(plain(value), variable?.texts?.[place] ?? ''));
      expect({ name, pairs: pairs.toSorted() }).toEqual({
        name,
        pairs: valueLabels.map(({ value, label }) => pairOf(String(value), cut(label, 120))).toSorted(),
      });
      const values =
        missing.kind === 'discrete'
          ? missing.values.map(String)
          : missing.kind === 'range' && missing.plus !== undefined
            ? [String(missing.plus)]
            : [];
      expect({ name, values: (variable?.na_values ?? []).map(plain).toSorted() }).toEqual({ name, values: values.toSorted() });
      const range = missing.kind === 'range' ? [missing.low, missing.high] : [];
      expect({ name, range: (variable?.na_range ?? []).map((end) => Number(end.replace(/inf/iu, 'Infinity'))) }).toEqual({ name, range });
    }
  });

  it.each(seeds)('data set %i has the same values, to the last bit', (seed) => {
    const { file, rows } = sets.get(seed) ?? dataSet(seed);
    for (const [at, variable] of file.variables.entries()) {
      const data = found.get(`s${seed}.sav`)?.variables[at]?.data ?? [];
      expect(data).toHaveLength(rows.length);
      for (const [row, values] of rows.entries()) {
        const value = values[at] ?? null;
        // haven keeps 32,766 bytes of a string; the last is of one here.
        const text = Buffer.byteLength(texts(value)) > 32_766 ? texts(value).slice(0, -1) : texts(value);
        if (variable.kind === 'string') expect(brief(data[row] ?? '')).toBe(brief(text));
        else expectNumber(variable, data[row] ?? null, numberOf(variable, value));
      }
    }
  });
});

const plain = (value: string | null): string => (value === null ? '' : /^-?\d/u.test(value) ? String(Number(value)) : value);

/** R counts days and seconds from 1970; a date is a number of days there, so its second is not kept to the last bit. */
function expectNumber({ kind, name }: SavVariable, data: string | null, number: number | null): void {
  if (number === null || data === null) expect({ name, data }).toEqual({ name, data: number === null ? null : String(number) });
  else if (kind === 'number' || kind === 'time') expect(Number(data)).toBe(number);
  else if (kind === 'datetime') expect(Number(data)).toBeCloseTo(number + dayZero, 3);
  else expect(Number(data)).toBeCloseTo((number + dayZero) / 86_400, 8);
}
