import { writeXlsx, type Cell, type ColumnDef } from 'hucre';
import type { FormBook, FormSheet, SheetCell } from '../../../../shared/xlsform/index.ts';
import { AppError } from '../../app-error.ts';

/** Longest text of a cell in a workbook (ECMA-376 part 1, 18.3.1.4, as spreadsheet programs keep it). */
const longestText = 32_767;
const widest = 60;

/**
 * A form as a workbook: header rows that stay in view, every text as text whatever it begins with, numbers and truth values of passed-on
 * sheets as they were. @throws AppError OUT_OF_RANGE when a text is longer than a cell can hold
 */
export async function writeBook(book: FormBook): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: book.sheets.map((sheet) => {
      const rows = denseRows(sheet);
      return {
        name: sheet.name,
        rows,
        columns: columnsOf(rows),
        cells: textCells(rows),
        freezePane: { rows: 1 },
      };
    }),
  });
}

/** Every row up to the last, blank ones empty, so that each stands where it stood. */
function denseRows({ name, rows }: FormSheet): SheetCell[][] {
  const dense: SheetCell[][] = [];
  for (const { row, cells } of rows) {
    while (dense.length < row) dense.push([]);
    dense[row - 1] = cells.map((cell) => (typeof cell === 'string' ? escaped(cell) : cell));
    const long = cells.findIndex((cell) => typeof cell === 'string' && cell.length > longestText);
    if (long >= 0) {
      throw new AppError('OUT_OF_RANGE', { sheet: name, row, limit: longestText }, 'xlsform.error.too-long');
    }
  }
  return dense;
}

/** `_x0041_` stands for a character in a workbook's texts; one that is meant as it stands says so (ECMA-376 part 1, 22.9.2.19). */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}

/** Texts are told to be texts: one that begins like a formula or a number stays what it is. */
function textCells(rows: readonly (readonly SheetCell[])[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) {
      if (typeof value === 'string' && value !== '')
        cells.set(`${row},${column}`, { value, type: 'string', style: row === 0 ? { font: { bold: true } } : {} });
    }
  }
  return cells;
}

function columnsOf(rows: readonly (readonly SheetCell[])[]): ColumnDef[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, value] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 8, Math.min(widest, String(value ?? '').length + 2));
    }
  }
  return Array.from(widths, (width) => ({ width: width ?? 8 }));
}
