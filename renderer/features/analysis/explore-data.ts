import type { ChartPalette, ExhibitWords } from '../../../shared/charts/index.ts';
import type { ScaleFill } from '../../../shared/charts/palette.ts';
import { chartRows, columnLabel, figuresOf, groupColumns, signOf, unitOf } from '../../../shared/charts/chart-figures.ts';
import { baseOf, type ReleasedExhibit } from '../../../shared/model/exhibit.ts';

/** One mark of the chart to explore: its length, what stands at it, and all that is told of it. */
export interface ExploreMark {
  readonly row: string;
  readonly column: string;
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** Null where there is no number: nothing is drawn, and the sign says why. */
  readonly value: number | null;
  /** Limits of its interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** The base is small. */
  readonly isLow: boolean;
  readonly text: string;
  /** Value, interval and n. */
  readonly detail: string;
}

/** A row of marks, in the order of the series. */
export interface ExploreRow {
  readonly key: string;
  readonly label: string;
  readonly marks: readonly ExploreMark[];
}

/** A colour of the chart, and what it stands for. */
export interface ExploreSeries {
  readonly key: string;
  readonly label: string;
  readonly fill: string;
}

export interface ExploreData {
  readonly rows: readonly ExploreRow[];
  readonly series: readonly ExploreSeries[];
  readonly domain: readonly [number, number];
}

/** The colours of the chart that is printed: one for a single group, those without an order for several. */
function coloursOf(places: readonly number[], palette: ChartPalette): readonly ScaleFill[] {
  return places.length === 1 ? [{ fill: palette.accent, ink: palette.onAccent }] : palette.categorical5;
}

/** The marks of an exhibit for exploring. The same figures as in the chart that is printed, and nothing else; hidden ones have no length. */
export function exploreData(exhibit: ReleasedExhibit, words: ExhibitWords, palette: ChartPalette): ExploreData {
  const places = groupColumns(exhibit);
  const figure = figuresOf(exhibit, words);
  const colours = coloursOf(places, palette);
  const series = places.flatMap((at, index) => {
    const column = exhibit.columns[at];
    if (column === undefined) return [];
    const above = (column.headings ?? []).join(' · ');
    const label = above === '' ? columnLabel(column) : `${above}: ${columnLabel(column)}`;
    return [{ key: column.key, label, fill: colours[index % colours.length]?.fill ?? palette.accent }];
  });
  const rows = chartRows(exhibit).map((row) => ({
    key: row.key,
    label: row.label,
    marks: places.flatMap((at, index) => {
      const column = exhibit.columns[at];
      const cell = row.cells[at];
      if (column === undefined) return [];
      const made = figure(cell);
      const sign = signOf(cell, words);
      const base = baseOf(row, column);
      const n = base?.n ?? null;
      const share = cell?.state === 'shown' && n !== null ? `, ${cell.count} / ${n}` : '';
      const interval = made === null || made.interval === '' ? '' : ` (${made.interval})`;
      return [
        {
          row: row.key,
          column: column.key,
          rowLabel: row.label,
          columnLabel: series[index]?.label ?? '',
          value: made?.value ?? null,
          low: made?.low ?? null,
          high: made?.high ?? null,
          isLow: base?.rule === 'low',
          text: made?.text ?? sign.text,
          detail: made === null ? (sign.symbol === null ? sign.text : words.legend[sign.symbol]) : `${made.text}${interval}${share}`,
        },
      ];
    }),
  }));
  return { rows, series, domain: domainOf(exhibit, rows) };
}

function domainOf(exhibit: ReleasedExhibit, rows: readonly ExploreRow[]): readonly [number, number] {
  const unit = unitOf(exhibit);
  const values = rows.flatMap(({ marks }) => marks.flatMap(({ value }) => (value === null ? [] : [value])));
  if (unit === 'net') return [-100, 100];
  if (unit === 'percent' || unit === 'top2' || unit === 'bottom2' || unit === 'index') return [0, 100];
  return [Math.min(0, ...values), Math.max(1, ...values)];
}

/** The library puts no sign at a bar of no length, so there is a length that nobody can see. */
const noLength = 0.000_1;

/** A row as the library draws it: lengths and signs in the order of the series. */
export interface BarRow {
  readonly key: string;
  readonly label: string;
  readonly lengths: readonly number[];
  readonly texts: readonly string[];
}

/** The rows of the series that are shown. */
export function barRows(rows: readonly ExploreRow[], series: readonly ExploreSeries[]): BarRow[] {
  return rows.map(({ key, label, marks }) => {
    const shown = series.map((one) => marks.find(({ column }) => column === one.key));
    return {
      key,
      label,
      lengths: shown.map((mark) => (mark?.value == null || mark.value === 0 ? noLength : mark.value)),
      texts: shown.map((mark) => mark?.text ?? ''),
    };
  });
}

/** The mark of a row and a series, counted among those shown. */
export function markAt(
  rows: readonly ExploreRow[],
  series: readonly ExploreSeries[],
  { row, column }: { readonly row: number; readonly column: number },
): ExploreMark | undefined {
  return rows[row]?.marks.find((mark) => mark.column === series[column]?.key);
}
