import { chartPalettes, chartRows, waveHintsOf, type ChartType, type ExhibitWords } from '../../../../../../shared/charts/index.ts';
import { asBattery } from '../../../../../../shared/charts/battery.ts';
import { figuresOf, groupColumns, unitOf } from '../../../../../../shared/charts/chart-figures.ts';
import { baseText } from '../../../../../../shared/charts/figure-text.ts';
import { isFullyShown, rowsInOrder } from '../../../../../../shared/charts/likert-order.ts';
import { markerShapes } from '../../../../../../shared/charts/markers.ts';
import { fillsOf } from '../../../../../../shared/charts/palette.ts';
import { figureDecimals, type ExhibitColumn, type ReleasedCell, type ReleasedExhibit } from '../../../../../../shared/model/exhibit.ts';
import { hex } from './slide-xml.ts';

export interface NativeSeries {
  readonly name: string;
  /** As released; null where nothing may be shown. */
  readonly values: readonly (number | null)[];
  readonly fill: string;
  /** Colour of figures on it. */
  readonly ink: string;
  readonly marker: 'circle' | 'square' | 'diamond' | 'triangle';
}

/** A chart that the presentation's reader can edit. What it holds is released numbers, and none beside them. */
export interface NativeChart {
  readonly kind: 'stacked' | 'bars' | 'lines';
  readonly categories: readonly string[];
  readonly series: readonly NativeSeries[];
  readonly format: string;
  /** Lines between groups that are not the same persons. */
  readonly isDashed: boolean;
}

/** More lines than this cannot be told apart. */
const mostLines = 5;

function formatOf(exhibit: ReleasedExhibit): string {
  const unit = unitOf(exhibit);
  if (unit === 'count') return '0';
  if (unit === 'percent') return exhibit.decimals === 1 ? '0.0' : '0';
  return figureDecimals[unit] === 1 ? '0.0' : '0';
}

/** A label with n after it, as it is printed: "(24)" for a small base. */
function withBase(label: string, base: ExhibitColumn['base'], exhibit: ReleasedExhibit, words: ExhibitWords): string {
  const n = baseText(base, exhibit.language);
  return n === '' ? label : `${label}, ${words.n} = ${n}`;
}

function stackedChart(exhibit: ReleasedExhibit, words: ExhibitWords): NativeChart | null {
  const battery = asBattery(exhibit);
  if (battery === null || battery.scale === null) return null;
  const { scale, columns } = battery;
  const fills = fillsOf(chartPalettes.light, scale.kind, columns.length, scale.welcomeEnd);
  const rows = rowsInOrder(battery);
  return {
    kind: 'stacked',
    categories: rows.map((row) => (isFullyShown(row) ? withBase(row.label, row.base, exhibit, words) : `${row.label} (${words.notShown})`)),
    series: columns.map(({ label }, at) => ({
      name: label,
      // One hidden answer takes the whole bar with it, as in the drawn chart.
      values: rows.map((row) => (isFullyShown(row) ? numberOf(row.cells[at], exhibit, words) : null)),
      fill: hex(fills[at]?.fill ?? chartPalettes.light.accent),
      ink: hex(fills[at]?.ink ?? chartPalettes.light.text),
      marker: 'square',
    })),
    format: formatOf(exhibit),
    isDashed: false,
  };
}

function numberOf(cell: ReleasedCell | undefined, exhibit: ReleasedExhibit, words: ExhibitWords): number | null {
  return figuresOf(exhibit, words)(cell)?.value ?? null;
}

function barChart(exhibit: ReleasedExhibit, words: ExhibitWords): NativeChart | null {
  const [column] = exhibit.columns;
  if (column === undefined || exhibit.columns.length !== 1) return null;
  const rows = chartRows(exhibit);
  const values = rows.map((row) => numberOf(row.cells[0], exhibit, words));
  return {
    kind: 'bars',
    categories: rows.map(({ label }, at) => (values[at] === null ? `${label} (${words.notShown})` : label)),
    series: [
      {
        name: withBase(column.label, column.base, exhibit, words),
        values,
        fill: hex(chartPalettes.light.accent),
        ink: hex(chartPalettes.light.text),
        marker: 'square',
      },
    ],
    format: formatOf(exhibit),
    isDashed: false,
  };
}

function lineChart(exhibit: ReleasedExhibit, words: ExhibitWords): NativeChart | null {
  const rows = chartRows(exhibit);
  const waves = waveHintsOf(exhibit);
  // A break in the line, and many lines, are drawn: a native chart would join what cannot be joined.
  if (rows.length > mostLines || waves === undefined || (waves.breaks ?? []).length > 0) return null;
  const places = groupColumns(exhibit);
  const { lines5, accent } = chartPalettes.light;
  const markers = markerShapes.map((shape) => (shape === 'triangle-down' ? ('circle' as const) : shape));
  return {
    kind: 'lines',
    categories: places.flatMap((at) => {
      const column = exhibit.columns[at];
      return column === undefined ? [] : [withBase(column.label, column.base, exhibit, words)];
    }),
    series: rows.map(({ label, cells }, at) => ({
      name: label,
      values: places.map((place) => numberOf(cells[place], exhibit, words)),
      fill: hex(rows.length === 1 ? accent : (lines5[at] ?? accent)),
      ink: hex(chartPalettes.light.text),
      marker: markers[at] ?? 'circle',
    })),
    format: formatOf(exhibit),
    isDashed: waves.linked !== true,
  };
}

/**
 * The exhibit as a native chart: stacked bars from 0 (a scale with two directions too, so that the numbers are those released), bars of one column, lines. Null
 * for kinds that PowerPoint has no chart for: intervals, small multiples, matrices. Those are drawn.
 * @param accent #rrggbb
 */
export function nativeChart(exhibit: ReleasedExhibit, chart: ChartType, words: ExhibitWords, accent: string): NativeChart | null {
  const made =
    chart === 'diverging' || chart === 'stacked'
      ? stackedChart(exhibit, words)
      : chart === 'bars'
        ? barChart(exhibit, words)
        : chart === 'lines' || chart === 'slope'
          ? lineChart(exhibit, words)
          : null;
  if (made === null || made.categories.length === 0 || made.series.length === 0) return null;
  // One series has the organisation's colour; several keep those that can be told apart.
  return made.series.length === 1 ? { ...made, series: made.series.map((series) => ({ ...series, fill: hex(accent) })) } : made;
}
