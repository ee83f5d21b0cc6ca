/** One cell as a spreadsheet holds it; dates come as ISO text. */
export type SheetCell = string | number | boolean | null;

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1; in a text file the line. */
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** Something about a cell that its value no longer says. */
export interface CellMark {
  readonly row: number;
  readonly column: number;
  readonly kind: 'formula' | 'formula-empty' | 'early-date';
}

/** A sheet without its blank rows. */
export interface FormSheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly marks?: readonly CellMark[];
  /** Columns that stand before the first cell: 1 in the one-file text form, whose first column names the sheets. */
  readonly columnOffset?: number;
}

/** A form as a spreadsheet program or a text file holds it. */
export interface FormBook {
  readonly sheets: readonly FormSheet[];
}

// eslint-disable-next-line no-control-regex -- naming the control characters is the point
const notStored = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/g;

/** A cell as text that can be stored: one kind of line end, no control characters, nothing around it. Numbers in their shortest form. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(15))) : '';
  return cell
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(notStored, '')
    .normalize('NFC')
    .trim();
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/**
 * The sheets of the one-file text form: a record whose first cell is filled names the sheet, the records below it begin with an
 * empty cell. A file whose first record is a survey's header is a survey alone.
 */
export function sheetsOfRecords(records: readonly { readonly line: number; readonly cells: readonly string[] }[]): FormSheet[] {
  const header = records.find(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const words = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  if (words.includes('type') && words.includes('name'))
    return [{ name: 'survey', rows: records.map(({ line, cells }) => ({ row: line, cells })) }];
  const sheets: { name: string; rows: SheetRow[]; columnOffset: number }[] = [];
  for (const { line, cells } of records) {
    const [first = '', ...rest] = cells;
    if (first.trim() !== '') sheets.push({ name: first.trim(), rows: [], columnOffset: 1 });
    else if (rest.some((cell) => cell.trim() !== '')) sheets.at(-1)?.rows.push({ row: line, cells: rest });
  }
  return sheets;
}
