import { intervalText, numberText } from '../../../shared/charts/index.ts';
import type { ReleasedBase, ReleasedCell, ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import type { Say } from '../../lib/text.ts';
import type { ReportBase, ReportCell, ReportColumn, ReportRow } from '../../ui/report-table/cells.ts';

export interface TableOptions {
  readonly measure: 'percent' | 'counts';
  readonly hasIntervals: boolean;
}

export interface TableModel {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly base: { readonly label: string; readonly cells: readonly ReportBase[] };
}

const wordIds = { few: 'charts.cell.few', half: 'charts.cell.half', most: 'charts.cell.most' } as const;

function cellOf(cell: ReleasedCell, base: ReleasedBase | null, exhibit: ReleasedExhibit, options: TableOptions, say: Say): ReportCell {
  switch (cell.state) {
    case 'shown': {
      const { percent, low, high, count } = cell;
      const isPercent = options.measure === 'percent';
      return {
        kind: 'value',
        text: isPercent ? numberText(percent, exhibit.decimals, exhibit.language) : numberText(count, 0, exhibit.language),
        ...(isPercent && options.hasIntervals ? { interval: intervalText(low, high, exhibit) } : {}),
        spoken: say('analysis.table.cellSpoken', { percent, low, high, count, n: base?.n ?? 0 }),
      };
    }
    case 'figure':
      return { kind: 'value', text: numberText(cell.value, 1, exhibit.language) };
    case 'words':
      return { kind: 'words', text: say(wordIds[cell.words]) };
    case 'hidden':
      return { kind: 'suppressed', spoken: say('analysis.table.hidden') };
    case 'missing':
      return { kind: 'missing', spoken: say('analysis.table.missing') };
    case 'not-applicable':
      return { kind: 'notAsked', spoken: say('analysis.table.notApplicable') };
    default:
      return cell satisfies never;
  }
}

function baseCell(base: ReleasedBase | null, exhibit: ReleasedExhibit, say: Say): ReportBase {
  if (base?.n == null) return { text: base === null ? '' : ':' };
  return { text: numberText(base.n, 0, exhibit.language), ...(base.rule === 'low' ? { note: say('analysis.table.lowBase') } : {}) };
}

function indentOf(indent: number | undefined): 0 | 1 | 2 {
  if (indent === undefined || indent === 0) return 0;
  return indent === 1 ? 1 : 2;
}

/** The released figures as a table to read. A battery stands with its items as columns, so that n is under each. */
export function tableModel(exhibit: ReleasedExhibit, options: TableOptions, say: Say): TableModel {
  const label = say('analysis.table.n');
  if (exhibit.kind === 'likert') {
    return {
      columns: exhibit.rows.map((row) => ({ id: row.key, label: row.label })),
      rows: exhibit.columns.map((column, at) => ({
        id: column.key,
        label: column.label,
        cells: exhibit.rows.map((row) => cellOf(row.cells[at] ?? { state: 'missing' }, row.base, exhibit, options, say)),
      })),
      base: { label, cells: exhibit.rows.map(({ base }) => baseCell(base, exhibit, say)) },
    };
  }
  return {
    columns: exhibit.columns.map((column) => ({ id: column.key, label: column.label })),
    rows: exhibit.rows.map((row) => ({
      id: row.key,
      label: row.label,
      indent: indentOf(row.indent),
      cells: row.cells.map((cell, at) => cellOf(cell, exhibit.columns[at]?.base ?? null, exhibit, options, say)),
    })),
    base: { label, cells: exhibit.columns.map(({ base }) => baseCell(base, exhibit, say)) },
  };
}
