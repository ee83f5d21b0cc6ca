import { writeXlsx as writeWorkbook, type Cell, type CellStyle, type CellValue, type ColumnDef, type WriteSheet } from 'hucre';
import type { ExhibitWords } from '../../../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';
import { assertAudited } from './assert-audited.ts';
import { exhibitGrid, linesAbove, machineHeader, noteLines, type ExhibitGrid, type GridCell, type HeaderLine } from './exhibit-grid.ts';
import { freeSheetName } from './sheet-name.ts';

const rule = { style: 'thin', color: { rgb: '1F2733' } } as const;
const strongRule = { style: 'medium', color: { rgb: '1F2733' } } as const;

interface Placed {
  readonly value: CellValue;
  readonly style: CellStyle;
}

function line({ name, text }: HeaderLine, style: CellStyle = {}): Placed[] {
  return [{ value: `${name}: ${text}`, style }];
}

function formatOf(cell: Exclude<GridCell, { kind: 'text' }>, { decimals }: ReleasedExhibit): string {
  if (cell.kind === 'percent') return decimals === 0 ? '0" %"' : '0.0" %"';
  return cell.kind === 'number' && cell.decimals === 1 ? '0.0' : '0';
}

function placedCell(cell: GridCell, exhibit: ReleasedExhibit, border: CellStyle): Placed {
  const alignment = { horizontal: 'right' } as const;
  if (cell.kind === 'text') return { value: cell.text === '' ? null : cell.text, style: { ...border, alignment } };
  return { value: cell.value, style: { ...border, alignment, numFmt: formatOf(cell, exhibit) } };
}

function tableRows(grid: ExhibitGrid, exhibit: ReleasedExhibit): Placed[][] {
  const levels = [...grid.headings, grid.header];
  const headers = levels.map((line, level) =>
    line.map((value, at) => ({
      value: value === '' ? null : value,
      style: {
        font: { bold: true },
        border: { ...(level === 0 ? { top: strongRule } : {}), ...(level === levels.length - 1 ? { bottom: rule } : {}) },
        alignment: { horizontal: at === 0 ? 'left' : 'right', vertical: 'bottom', wrapText: true },
      } satisfies CellStyle,
    })),
  );
  const body = grid.rows.map((row, at) => {
    const border: CellStyle = {
      ...(at === grid.rows.length - 1 ? { border: { bottom: strongRule } } : {}),
      ...(row.isBase ? { font: { italic: true } } : {}),
    };
    const label: Placed = {
      value: row.label,
      style: { ...border, alignment: { horizontal: 'left', indent: row.indent, vertical: 'top', wrapText: true } },
    };
    return [label, ...row.cells.map((cell) => placedCell(cell, exhibit, border))];
  });
  return [...headers, ...body];
}

function columnDefs(grid: ExhibitGrid): ColumnDef[] {
  const longest = Math.max(...grid.rows.map((row) => row.label.length + 2 * row.indent), grid.header[0]?.length ?? 0);
  return grid.header.map((_, at) => ({ width: at === 0 ? Math.min(60, Math.max(24, longest + 2)) : 13 }));
}

/** A released table and the words it is written with. */
export interface WordedExhibit {
  readonly exhibit: ReleasedExhibit;
  readonly words: ExhibitWords;
}

/** The sheet of one table. @throws Error when the audit is not ok */
export function exhibitSheet({ exhibit, words }: WordedExhibit, name: string): WriteSheet {
  assertAudited(exhibit);
  const grid = exhibitGrid(exhibit, words);
  const [title, ...about] = linesAbove(exhibit, words);
  const above = [
    [{ value: title?.text ?? '', style: { font: { bold: true, size: 14 } } }],
    ...about.map((each) => line(each)),
    [{ value: null, style: {} }],
  ];
  const below = [
    [{ value: null, style: {} }],
    ...noteLines(exhibit, words).map((each) => line(each)),
    line({ name: words.file.rows, text: String(grid.rows.length) }),
    line({ name: words.file.definition, text: machineHeader(exhibit) }, { font: { color: { rgb: '5F6771' } } }),
  ];
  const placed: Placed[][] = [...above, ...tableRows(grid, exhibit), ...below];
  const cells = new Map<string, Partial<Cell>>();
  placed.forEach((row, r) => row.forEach(({ value, style }, c) => cells.set(`${r},${c}`, { value, style })));
  return {
    name,
    columns: columnDefs(grid),
    rows: placed.map((row) => row.map(({ value }) => value)),
    cells,
    freezePane: { rows: above.length + grid.headings.length + 1, columns: 1 },
    view: { showGridLines: false },
    pageSetup: { orientation: grid.header.length > 7 ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    a11y: { headerRow: above.length + grid.headings.length },
  };
}

/**
 * Released tables as a workbook with a sheet each: lines about the table, one header row that stays in view, numbers as
 * numbers, `:` as text, no merged cells, notes and the machine-readable line under the table.
 * @throws Error when an audit is not ok
 */
export async function writeWorkbookOf(tables: readonly WordedExhibit[], title: string): Promise<Uint8Array> {
  const taken = new Set<string>();
  const sheets = tables.map((table) => {
    const name = freeSheetName(table.exhibit.title, taken);
    taken.add(name.toLocaleLowerCase());
    return exhibitSheet(table, name);
  });
  return await writeWorkbook({ properties: { title, description: tables.map(({ words }) => words.description).join('\n') }, sheets });
}

/** One released table as a workbook. @throws Error when the audit is not ok */
export async function writeXlsx(exhibit: ReleasedExhibit, words: ExhibitWords): Promise<Uint8Array> {
  return await writeWorkbookOf([{ exhibit, words }], exhibit.title);
}
