import { writeXlsx as writeWorkbook, type Cell, type CellStyle, type CellValue } from 'hucre';
import { AppError } from '../../../app-error.ts';
import { csvText, delimiterIn } from '../../../documents/csv-text.ts';
import type { CoreWords } from '../../../words.ts';
import { neutralised } from '../../analysis/files/index.ts';
import { sheetLimits } from '../../raw-export/xlsx-book.ts';
import type { QuoteFile, QuoteRow } from './file-model.ts';

const rule = { style: 'thin', color: { rgb: '1F2733' } } as const;
const head: CellStyle = { font: { bold: true }, border: { bottom: rule }, alignment: { vertical: 'bottom', wrapText: true } };
const body: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

/** Columns of the list: what is the same in every file, and one for each attribute. */
function headerOf({ attributes, use }: QuoteFile, words: CoreWords): string[] {
  return [
    words('quotes.file.number'),
    ...(use === 'internal' ? [words('quotes.file.person')] : []),
    words('quotes.file.quote'),
    words('quotes.file.themes'),
    words('quotes.file.question'),
    words('quotes.file.source'),
    ...attributes.map(({ label }) => label),
  ];
}

function fieldsOf(row: QuoteRow, { attributes, use }: QuoteFile): (string | number)[] {
  return [
    row.number,
    ...(use === 'internal' ? [row.person] : []),
    row.words,
    row.themes.join('; '),
    row.question,
    row.source,
    ...attributes.map(({ key }) => asNumber(row.attributes.get(key) ?? '')),
  ];
}

function asNumber(label: string): string | number {
  return /^\d{1,9}$/u.test(label) ? Number(label) : label;
}

/**
 * Quotes as a workbook: one row per quote with what is told of the person as columns, and a sheet of the themes with their figures.
 * Numbers are numbers; words are text whatever they begin with, and no spreadsheet runs them.
 * @throws AppError OUT_OF_RANGE for words that are longer than a cell can hold, as those of a whole transcript
 */
export async function quotesToXlsx(file: QuoteFile, words: CoreWords): Promise<Uint8Array> {
  const limit = sheetLimits.characters;
  if (file.rows.some((row) => row.words.length > limit)) throw new AppError('OUT_OF_RANGE', { limit }, 'quotes.file.tooLong');
  const header = headerOf(file, words);
  const rows: CellValue[][] = [header, ...file.rows.map((row) => fieldsOf(row, file))];
  const wide = file.use === 'internal' ? 2 : 1;
  const themes: CellValue[][] = [
    [words('quotes.file.theme'), words('quotes.file.persons'), words('quotes.file.mentions'), words('quotes.file.note')],
    ...file.themes.map(({ theme, persons, mentions, isOneVoice }) => [
      theme,
      persons ?? ':',
      mentions ?? ':',
      isOneVoice ? words('quotes.oneVoice') : null,
    ]),
    [null],
    ...file.about.map((line) => [line]),
  ];
  return await writeWorkbook({
    properties: { title: file.title },
    sheets: [
      {
        name: words('quotes.file.sheet'),
        columns: header.map((_, at) => ({ width: at === 0 ? 6 : at === wide ? 70 : at === wide + 1 ? 30 : 18 })),
        rows,
        cells: styled(rows),
        freezePane: { rows: 1, columns: 0 },
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        a11y: { headerRow: 0 },
      },
      {
        name: words('quotes.file.themeSheet'),
        columns: [{ width: 40 }, { width: 12 }, { width: 12 }, { width: 44 }],
        rows: themes,
        cells: styled(themes),
        freezePane: { rows: 1, columns: 0 },
        a11y: { headerRow: 0 },
      },
    ],
  });
}

function styled(rows: readonly CellValue[][]): Map<string, Partial<Cell>> {
  return new Map(
    rows.flatMap((row, r) => row.map((value, c): [string, Partial<Cell>] => [`${r},${c}`, { value, style: r === 0 ? head : body }])),
  );
}

/** Quotes as comma-separated values, one line per quote, UTF-8 with byte order mark. Lines that begin with `#` say what the file is. */
export function quotesToCsv(file: QuoteFile, words: CoreWords): Uint8Array {
  const field = (value: string | number): string => (typeof value === 'number' ? String(value) : neutralised(value));
  const lines = [
    ...[file.title, ...file.about].map((line) => [`# ${line.replace(/\s*[\r\n]+\s*/gu, ' ')}`]),
    headerOf(file, words).map(field),
    ...file.rows.map((row) => fieldsOf(row, file).map(field)),
    [`# ${words('quotes.file.rows', { n: file.rows.length })}`],
  ];
  return new TextEncoder().encode(`\uFEFF${csvText(lines, delimiterIn(file.language))}`);
}
