import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { writeXlsx as writeWorkbook, type Cell, type CellStyle, type CellValue } from 'hucre';
import type { Language } from '../../../../shared/model/text.ts';
import { csvText, delimiterIn } from '../../documents/csv-text.ts';
import { hairline, plain, quiet, textWidth, wordDocument } from '../../documents/word.ts';
import { neutralised } from '../analysis/files/write-csv.ts';
import { cellText, type PatternSheet, type SheetCell } from './pattern-sheet.ts';

/** UTF-8 with byte order mark; lines with `#` say what the table is. */
export function sheetToCsv(sheet: PatternSheet, language: Language): Uint8Array {
  const comment = (text: string): string[] => [`# ${text.replaceAll(/\s+/gu, ' ')}`];
  const fields = (cell: SheetCell): string => (typeof cell === 'string' ? neutralised(cell) : cellText(cell, language));
  const lines = [
    comment(sheet.title),
    comment(sheet.subtitle),
    ...sheet.notes.map(comment),
    comment(sheet.source),
    sheet.header.map(neutralised),
    ...sheet.rows.map((row) => row.map(fields)),
  ];
  return new TextEncoder().encode(`\uFEFF${csvText(lines, delimiterIn(language))}`);
}

/** One sheet; numbers are numbers, texts are texts, also those that look like a formula. */
export async function sheetToXlsx(sheet: PatternSheet, language: Language): Promise<Uint8Array> {
  const strong: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'bottom' } };
  const placed: { value: CellValue; style: CellStyle }[][] = [
    [{ value: sheet.title, style: { font: { bold: true, size: 14 } } }],
    [{ value: sheet.subtitle, style: {} }],
    [],
    sheet.header.map((value) => ({ value, style: strong })),
    ...sheet.rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'string'
          ? { value: neutralised(cell), style: { alignment: { wrapText: true, vertical: 'top' } } satisfies CellStyle }
          : 'count' in cell
            ? { value: cell.count, style: { numFmt: '0' } }
            : { value: cell.share, style: { numFmt: '0.00' } },
      ),
    ),
    [],
    ...[...sheet.notes, sheet.source].map((value) => [{ value, style: {} }]),
  ];
  const cells = new Map<string, Partial<Cell>>();
  placed.forEach((row, r) => row.forEach(({ value, style }, c) => cells.set(`${r},${c}`, { value, style })));
  return await writeWorkbook({
    properties: { title: sheet.title, description: sheet.subtitle },
    sheets: [
      {
        name: 'Røst',
        columns: sheet.header.map((_, at) => ({ width: at === 0 ? 36 : widthOf(sheet, at, language) })),
        rows: placed.map((row) => row.map(({ value }) => value)),
        cells,
        freezePane: { rows: 4, columns: 1 },
        view: { showGridLines: false },
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        a11y: { headerRow: 3 },
      },
    ],
  });
}

function widthOf({ rows }: PatternSheet, column: number, language: Language): number {
  const longest = Math.max(0, ...rows.map((row) => cellText(row[column] ?? '', language).length));
  return Math.min(50, Math.max(14, longest + 2));
}

function wordRow(cells: readonly string[], isHeader: boolean): TableRow {
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          borders: { top: hairline, bottom: hairline, left: hairline, right: hairline },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          children: text.split('\n').map((part) => new Paragraph({ children: [new TextRun({ text: part, size: 19, bold: isHeader })] })),
        }),
    ),
  });
}

/** A Word document with a real heading and a table whose first row repeats on every page. */
export async function sheetToDocx(sheet: PatternSheet, language: Language): Promise<Uint8Array> {
  return await wordDocument({
    title: sheet.title,
    language,
    footer: sheet.source,
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(sheet.title)] }),
      plain(sheet.subtitle, { spacing: { after: 160 } }),
      new Table({
        width: { size: textWidth, type: WidthType.DXA },
        columnWidths: sheet.header.map(() => Math.floor(textWidth / Math.max(1, sheet.header.length))),
        rows: [
          wordRow(sheet.header, true),
          ...sheet.rows.map((row) =>
            wordRow(
              row.map((cell) => cellText(cell, language)),
              false,
            ),
          ),
        ],
      }),
      ...[...sheet.notes, sheet.source].map((note) => quiet(note, { spacing: { before: 80 } })),
    ],
  });
}
