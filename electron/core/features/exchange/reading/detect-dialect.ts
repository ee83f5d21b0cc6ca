import type { CsvDialect, Delimiter, QuoteMark, ReadingChoices } from '../../../../../shared/model/survey-file.ts';
import { createRecordReader, type CsvRecord } from './csv-records.ts';
import { readingLimits } from './limits.ts';
import { ReadingError } from './reading-error.ts';

const delimiters: readonly Delimiter[] = [';', ',', '\t', '|'];

/** A dialect and the sample's records read with it. */
export interface DetectedDialect {
  readonly dialect: CsvDialect;
  readonly records: readonly CsvRecord[];
}

/**
 * Finds delimiter, quotation mark and line end from the file's first records: the delimiter under which the most records
 * have the same number of cells, more cells first. People are never asked for the quotation mark (it is the question
 * that other tools' users fail at); choices override what is found. `isWhole` says that the sample is the whole file.
 */
export function detectDialect(
  sample: string,
  isWhole: boolean,
  choices: Pick<ReadingChoices, 'delimiter' | 'quote'> = {},
): DetectedDialect {
  const hint = /^"?sep=(.)"?(?:\r\n|\r|\n)/.exec(sample)?.[1];
  const hinted = delimiters.find((candidate) => candidate === hint);
  const lineEnd = detectLineEnd(sample);
  const chosen = choices.delimiter ?? hinted;
  const candidates = chosen === undefined ? delimiters : [chosen];
  let best: { score: number; found: DetectedDialect } | null = null;
  for (const delimiter of candidates) {
    const quote = choices.quote ?? detectQuote(sample, delimiter);
    const dialect: CsvDialect = { delimiter, quote, lineEnd };
    const { records, unclosed } = readSample(sample, dialect, isWhole);
    // A file with one unclosed mark is still best described by its delimiter; the reader then names the mark's row.
    const score = consistency(records) * (unclosed ? 0.7 : 1);
    if (best === null || score > best.score) best = { score, found: { dialect, records } };
  }
  // There is always a candidate; this is for the compiler.
  if (best === null) throw new ReadingError('EMPTY', { params: { part: 'file' } });
  return best.score === 0 && chosen === undefined ? single(sample, lineEnd, isWhole, choices.quote) : best.found;
}

/** One column. A tab stands least often inside a sentence, so it is the delimiter wherever a comma would split one. */
function single(sample: string, lineEnd: CsvDialect['lineEnd'], isWhole: boolean, quote?: QuoteMark): DetectedDialect {
  const byComma: CsvDialect = { delimiter: ',', quote: quote ?? detectQuote(sample, ','), lineEnd };
  const { records } = readSample(sample, byComma, isWhole);
  if (records.every((record) => record.cells.length === 1)) return { dialect: byComma, records };
  const dialect: CsvDialect = { ...byComma, delimiter: '\t' };
  return { dialect, records: readSample(sample, dialect, isWhole).records };
}

/** The line end used most; a lone carriage return only where there is no line feed at all. */
function detectLineEnd(sample: string): CsvDialect['lineEnd'] {
  const feeds = sample.split('\n').length - 1;
  if (feeds === 0) return sample.includes('\r') ? 'cr' : 'lf';
  const pairs = sample.split('\r\n').length - 1;
  return pairs * 2 >= feeds ? 'crlf' : 'lf';
}

/** Double quotes unless no cell begins with one while many begin and end with an apostrophe. */
function detectQuote(sample: string, delimiter: Delimiter): QuoteMark {
  const edge = delimiter === '|' ? String.raw`\|` : delimiter;
  if (new RegExp(`(?:^|[\\r\\n]|${edge})"`).test(sample)) return '"';
  const apostrophes = sample.match(new RegExp(`(?:^|[\\r\\n]|${edge})'[^'\\r\\n]*'(?=${edge}|[\\r\\n]|$)`, 'g'));
  return (apostrophes?.length ?? 0) >= 4 ? "'" : '"';
}

/** The sample's whole records, and whether a quotation mark in it is never closed. */
function readSample(sample: string, dialect: CsvDialect, isWhole: boolean): { records: CsvRecord[]; unclosed: boolean } {
  const reader = createRecordReader(dialect);
  const records: CsvRecord[] = [];
  let unclosed = false;
  try {
    records.push(...reader.push(sample).slice(0, readingLimits.sampleRecords));
    if (isWhole) records.push(...reader.end());
    else unclosed = records.length === 0;
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    unclosed = true;
  }
  return { records, unclosed };
}

/** Share of records with the most common width, times a slow growth with the width; 0 for one column. */
function consistency(records: readonly CsvRecord[]): number {
  if (records.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const record of records) widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of widths) {
    if (width > 1) score = Math.max(score, (count / records.length) ** 2 * (1 + Math.log2(width) / 20));
  }
  return score < 0.15 ? 0 : score;
}
