import { writeXlsx as writeWorkbook, type Cell, type CellStyle, type CellValue } from 'hucre';
import { neutralised, sheetName } from '../../analysis/files/index.ts';
import type { FileGrid } from './file-grid.ts';

interface Placed {
  readonly value: CellValue;
  readonly style: CellStyle;
}

const rule = { style: 'thin', color: { rgb: '1F2733' } } as const;
const wrapped = { vertical: 'top', wrapText: true } as const;

/** The matrix as a workbook with one sheet: header and first column stay in view, words wrap, and nothing is read as a formula. */
export function writeXlsx({ title, notes, header, rows }: FileGrid): Promise<Uint8Array> {
  const above: Placed[][] = [
    [{ value: neutralised(title), style: { font: { bold: true, size: 14 } } }],
    ...notes.map((note) => [{ value: neutralised(note), style: { font: { color: { rgb: '5F6771' } } } }]),
    [],
  ];
  const table: Placed[][] = [
    header.map((value) => ({ value: neutralised(value), style: { font: { bold: true }, border: { bottom: rule }, alignment: wrapped } })),
    ...rows.map(({ label, cells }) => [
      { value: neutralised(label), style: { font: { bold: true }, alignment: wrapped } },
      ...cells.map(({ summary, isDone }) => ({
        value: summary === '' ? null : neutralised(summary),
        style: { alignment: wrapped, ...(isDone ? {} : { font: { italic: true, color: { rgb: '5F6771' } } }) },
      })),
    ]),
  ];
  const placed = [...above, ...table];
  const cells = new Map<string, Partial<Cell>>();
  placed.forEach((row, r) => row.forEach(({ value, style }, c) => cells.set(`${r},${c}`, { value, style })));
  return writeWorkbook({
    properties: { title },
    sheets: [
      {
        name: sheetName(title),
        columns: header.map((_, at) => ({ width: at === 0 ? 18 : 34 })),
        rows: placed.map((row) => row.map(({ value }) => value)),
        cells,
        freezePane: { rows: above.length + 1, columns: 1 },
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        a11y: { headerRow: above.length },
      },
    ],
  });
}
