import { countDecimalSigns, detectDateForm, parseNumber, spellingKey } from './value-forms.ts';
import type { DecimalSign } from '../../../../../shared/model/survey-file.ts';

/** How many rows lie above the answers: titles, then headers. */
export interface HeaderShape {
  readonly titleRows: number;
  readonly headerRows: 0 | 1 | 2;
}

/** What survey tools write in the second header row of a question that has one column. */
const responseWords = new Set(['response', 'open-ended response', 'svar', 'åpent svar', 'ope svar', 'öppet svar', 'open response']);

/** True for the second header row's way of saying "the answer itself", also when made unlike others by a number ("Response4"). */
export function isResponseWord(text: string): boolean {
  return responseWords.has(spellingKey(text).replace(/(?<=\p{L})\d{1,3}$/u, ''));
}

const isFilled = (cell: string | undefined): cell is string => cell !== undefined && cell.trim() !== '';

/** Rows with one filled cell, or none, above the first row that fills most columns: "Export 3 May", a file's name. */
function countTitleRows(rows: readonly (readonly string[])[], width: number): number {
  if (width < 3) return 0;
  for (let at = 0; at < Math.min(rows.length, 10); at += 1) {
    const filled = rows[at]?.filter(isFilled).length ?? 0;
    // The first of two header rows may be mostly empty: the question stands over its first column only.
    const fullest = Math.max(filled, rows[at + 1]?.filter(isFilled).length ?? 0);
    if (filled > 1) return at === 0 || (fullest * 2 >= width && rows.length > at + 1) ? at : 0;
  }
  return 0;
}

function looksLikeData(text: string): boolean {
  return parseNumber(text, '.') !== null || parseNumber(text, ',') !== null || detectDateForm([text]) !== null;
}

/** Headers are texts. A first row with numbers or dates above numbers or dates is already an answer. */
function isFirstRowData(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (below.length === 0) return false;
  let dataLike = 0;
  let text = 0;
  for (const [column, cell] of first.entries()) {
    if (!isFilled(cell)) continue;
    const values = below.map((row) => row[column]).filter(isFilled);
    if (values.length > 0 && values.every(looksLikeData)) {
      if (looksLikeData(cell)) dataLike += 1;
      else text += 1;
    }
  }
  return dataLike > 0 && text === 0;
}

/**
 * Two header rows as survey tools write them: the first holds the question, once or repeated, over all its columns; the
 * second holds each column's option. Asked of the second row: it fills most columns, its texts differ within a question,
 * and it does not look like the answers below it.
 */
function hasSecondHeader(first: readonly string[], second: readonly string[], below: readonly (readonly string[])[]): boolean {
  const width = Math.max(first.length, second.length);
  let spread = 0;
  let spreadFilled = 0;
  let proof = 0;
  const previousAt = (column: number) => first[column - 1] ?? '';
  for (let column = 0; column < width; column += 1) {
    const head = first[column] ?? '';
    const next = second[column] ?? '';
    const isSpread = column > 0 && (isFilled(head) ? head === previousAt(column) : isFilled(next));
    if (isSpread) {
      spread += 1;
      if (isFilled(next)) spreadFilled += 1;
    }
    if (isFilled(head) && (head === next || isResponseWord(next))) proof += 1;
    const values = below.map((row) => row[column]).filter(isFilled);
    if (isFilled(next) && values.length > 1 && values.every(looksLikeData)) proof += looksLikeData(next) ? -2 : 1;
  }
  if (proof <= 0) return false;
  return spread > 0 && spreadFilled * 5 >= spread * 4;
}

/** Finds title and header rows among the first records. `rows` are whole records, in file order. */
export function detectHeader(rows: readonly (readonly string[])[]): HeaderShape {
  const width = commonWidth(rows);
  const titleRows = countTitleRows(rows, width);
  const body = rows.slice(titleRows, titleRows + 200);
  const [first, second] = body;
  if (first === undefined) return { titleRows: 0, headerRows: 0 };
  if (second !== undefined && hasSecondHeader(first, second, body.slice(2))) return { titleRows, headerRows: 2 };
  return { titleRows, headerRows: isFirstRowData(first, body.slice(1)) ? 0 : 1 };
}

/** The most common number of cells among the rows; the larger one when two are equally common. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const bestCount = counts.get(best) ?? 0;
    if (count > bestCount || (count === bestCount && width > best)) best = width;
  }
  return best;
}

/** Comma or point, by the cells that allow only one; without any, semicolon-separated files are from comma countries. */
export function detectDecimalSign(rows: readonly (readonly string[])[], delimiter: string): DecimalSign {
  const { comma, point } = countDecimalSigns(rows.flat());
  if (comma === point) return delimiter === ';' ? ',' : '.';
  return comma > point ? ',' : '.';
}
