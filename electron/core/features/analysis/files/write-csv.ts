import { numberText, type ExhibitWords } from '../../../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { csvText, delimiterIn } from '../../../documents/csv-text.ts';
import { assertAudited } from './assert-audited.ts';
import { exhibitGrid, linesAbove, machineHeader, noteLines, type GridCell } from './exhibit-grid.ts';

/** Spreadsheets run a text that begins with one of these as a formula. */
const startsFormula = /^[=+\-@\t\r]/;

/** A text that no spreadsheet runs: a leading apostrophe where it would be read as a formula. */
export function neutralised(value: string): string {
  return startsFormula.test(value) ? `'${value}` : value;
}

function fieldText(cell: GridCell, exhibit: ReleasedExhibit): string {
  if (cell.kind === 'text') return neutralised(cell.text);
  // No thousands sign: the field must be read as a number.
  const decimals = cell.kind === 'percent' ? exhibit.decimals : cell.kind === 'number' ? cell.decimals : 0;
  const text = numberText(cell.value, decimals, exhibit.language).replace(exhibit.language === 'en' ? /,/g : /\u00A0/g, '');
  // A minus sign of print is no sign of a number to spreadsheets.
  return text.replace('\u2212', '-');
}

/** One line of text: a comment must not run into the table. */
function comment(name: string, text: string): string[] {
  return [`# ${name}: ${text.replace(/\s*[\r\n]+\s*/g, ' ')}`];
}

/**
 * The released table as CSV, UTF-8 with byte order mark: semicolon and decimal comma for nb, nn and sv, comma and point
 * for en. Lines that begin with `#` say what the table is; the last one counts its rows, so a cut file can be seen.
 * @throws Error when the audit is not ok
 */
export function writeCsv(exhibit: ReleasedExhibit, words: ExhibitWords): Uint8Array {
  assertAudited(exhibit);
  const grid = exhibitGrid(exhibit, words);
  const above = [
    ...linesAbove(exhibit, words),
    ...noteLines(exhibit, words),
    { name: words.file.definition, text: machineHeader(exhibit) },
  ];
  const table = [
    ...grid.headings.map((line) => line.map(neutralised)),
    grid.header.map(neutralised),
    ...grid.rows.map((row) => [neutralised(row.label), ...row.cells.map((cell) => fieldText(cell, exhibit))]),
  ];
  const lines = [...above.map(({ name, text }) => comment(name, text)), ...table, comment(words.file.rows, String(grid.rows.length))];
  return new TextEncoder().encode(`\uFEFF${csvText(lines, delimiterIn(exhibit.language))}`);
}
