import { baseOf, type ExhibitRow, type ReleasedCell, type ReleasedExhibit } from '../model/exhibit.ts';
import { chartRows, columnName } from './chart-figures.ts';

/** Keys of reasons that may stand among the answers. */
const reasons: ReadonlySet<string> = new Set([
  'dont-know',
  'prefer-not-to-say',
  'skipped',
  'illegible',
  'not-recorded',
  'not-applicable',
  'not-asked',
]);

/** An answer outside the scale: its cell, and its share where that is shown. */
export interface AsideCell {
  readonly cell: ReleasedCell;
  readonly share: number;
}

/** An item with the shares of its answers, parallel to the columns: of all its answers, those outside the scale too. */
export interface BatteryRow extends ExhibitRow {
  readonly shares: readonly number[];
  readonly aside: readonly AsideCell[];
}

/** An exhibit as items with answers side by side, and the answers that stand outside the scale ("vet ikke"). */
export interface Battery extends ReleasedExhibit {
  readonly rows: BatteryRow[];
  readonly asideLabels: readonly string[];
  /** Items of a battery are sorted by net; groups keep their order. */
  readonly isSorted: boolean;
}

const empty: ReleasedCell = { state: 'missing' };

/** Size of a cell before it is made a share: weighted percentages are not counts over a base. */
function sizeOf(cell: ReleasedCell, isWeighted: boolean): number {
  return cell.state === 'shown' ? (isWeighted ? cell.percent : cell.count) : 0;
}

function split(exhibit: ReleasedExhibit, isSorted: boolean): Battery {
  const steps = exhibit.scale?.labels.length ?? 0;
  const isWeighted = exhibit.weighting !== undefined;
  const inScale = exhibit.columns.map(({ key }, at) => !reasons.has(key) && (steps === 0 || at < steps));
  const isKept = (_: unknown, at: number) => inScale[at] === true;
  const asideAt = exhibit.columns.flatMap((_, at) => (inScale[at] === true ? [] : [at]));
  const rows = exhibit.rows.map((row) => {
    const cells = row.cells.filter(isKept);
    const aside = asideAt.map((at) => row.cells[at] ?? empty);
    const sum = [...cells, ...aside].reduce((total, cell) => total + sizeOf(cell, isWeighted), 0);
    const all = aside.length === 0 ? sum : isWeighted ? Math.max(100, sum) : Math.max(row.base?.n ?? 0, sum);
    const shareOfCell = (cell: ReleasedCell) => (all === 0 ? 0 : sizeOf(cell, isWeighted) / all);
    return { ...row, cells, shares: cells.map(shareOfCell), aside: aside.map((cell) => ({ cell, share: shareOfCell(cell) })) };
  });
  return {
    ...exhibit,
    columns: exhibit.columns.filter(isKept),
    rows,
    asideLabels: asideAt.map((at) => exhibit.columns[at]?.label ?? ''),
    isSorted,
  };
}

/**
 * What stacked bars are made of: a battery as it is, and a crosstab with its groups as rows. Null for tables whose
 * answers have no order or whose shares are not of the groups.
 */
export function asBattery(exhibit: ReleasedExhibit): Battery | null {
  if (exhibit.kind === 'likert') return split(exhibit, true);
  if (exhibit.kind !== 'crosstab' || exhibit.scale === null || (exhibit.percentOf ?? 'column') !== 'column') return null;
  return split(turned(exhibit), false);
}

/** A table of groups turned into a battery: one row per group. */
export function turned(exhibit: ReleasedExhibit): ReleasedExhibit {
  const answers = chartRows(exhibit);
  const rows = exhibit.columns.map((column, at) => ({
    key: column.key,
    label: column.label,
    base: answers[0] === undefined ? column.base : baseOf(answers[0], column),
    cells: answers.map((row) => row.cells[at] ?? { state: 'missing' as const }),
  }));
  return { ...exhibit, kind: 'likert', columns: answers.map(({ key, label }) => ({ key, label, base: null })), rows };
}

/** True when the answers of every item that is shown in full make up all who answered: parts of a whole may be stacked. */
export function isWhole({ rows }: Battery): boolean {
  return rows.every((row) => {
    const cells = [...row.cells, ...row.aside.map(({ cell }) => cell)];
    const shown = cells.flatMap((cell) => (cell.state === 'shown' ? [cell.count] : []));
    const sum = shown.reduce((total, count) => total + count, 0);
    const n = row.base?.n ?? null;
    return n === null || sum === n || (shown.length < cells.length && sum < n);
  });
}

/** What a bar is called that stands under no heading; its place is that among the bars as they are drawn. */
export function barName(row: BatteryRow, at: number, battery: Battery, exhibit: Pick<ReleasedExhibit, 'columns'>): string {
  return battery.isSorted ? row.label : columnName(exhibit, at);
}
