import { chartPalettes, chartRows, waveHintsOf, type ChartType, type ExhibitWords } from '../../../../../../shared/charts/index.ts';
import { axisOf } from '../../../../../../shared/charts/axis.ts';
import { orderedRows } from '../../../../../../shared/charts/bar-chart.ts';
import { asBattery, barName, type BatteryRow } from '../../../../../../shared/charts/battery.ts';
import { figuresOf, groupColumns, signOf, withChartRows } from '../../../../../../shared/charts/chart-figures.ts';
import { hiddenContent } from '../../../../../../shared/charts/diverging-bar.ts';
import { isFullyShown, rowsInOrder } from '../../../../../../shared/charts/likert-order.ts';
import { markerShapes } from '../../../../../../shared/charts/markers.ts';
import { fillsOf } from '../../../../../../shared/charts/palette.ts';
import type { ExhibitRow, ReleasedCell, ReleasedExhibit } from '../../../../../../shared/model/exhibit.ts';
import { figureFormat, withBase } from '../figure-format.ts';
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
  /** Where the scale begins and ends, as in the drawn chart; null for where the longest bar does. Left to itself PowerPoint would cut it off near the figures. */
  readonly scale: { readonly from: number; readonly to: number | null };
  /** Lines between groups that are not the same persons. */
  readonly isDashed: boolean;
}

/** More lines than this cannot be told apart. */
const mostLines = 5;

function stackedChart(exhibit: ReleasedExhibit, words: ExhibitWords): NativeChart | null {
  const battery = asBattery(exhibit);
  if (battery === null || battery.scale === null) return null;
  const { scale, columns } = battery;
  // Answers outside the scale have no place in it, nor have persons on bars of shares.
  if (battery.asideLabels.length > 0 || battery.unit === 'count' || !battery.rows.some(isFullyShown)) return null;
  const fills = fillsOf(chartPalettes.light, scale.kind, columns.length, scale.welcomeEnd);
  const rows = rowsInOrder(battery);
  return {
    kind: 'stacked',
    categories: rows.map((row, at) => {
      const name = barName(row, at, battery, exhibit);
      return isFullyShown(row) ? withBase(name, row.base, exhibit, words) : `${name} (${signIn(row, words)})`;
    }),
    series: columns.map(({ label }, at) => ({
      name: label,
      // One hidden answer takes the whole bar with it, as in the drawn chart.
      values: rows.map((row) => (isFullyShown(row) ? numberOf(row.cells[at], exhibit, words) : null)),
      fill: hex(fills[at]?.fill ?? chartPalettes.light.accent),
      ink: hex(fills[at]?.ink ?? chartPalettes.light.text),
      marker: 'square',
    })),
    // The parts of a bar are too narrow for more than the number.
    format: exhibit.decimals === 1 ? '0.0' : '0',
    scale: { from: 0, to: Math.max(100, ...rows.map(lengthOf)) },
    isDashed: false,
  };
}

/** Of a bar that is shown, in per cent: rounded shares may make one or two more than a hundred. */
function lengthOf(row: BatteryRow): number {
  const sum = isFullyShown(row) ? row.cells.reduce((total, cell) => total + (cell.state === 'shown' ? cell.percent : 0), 0) : 0;
  return Math.round(sum * 10) / 10;
}

function signIn(row: BatteryRow, words: ExhibitWords): string {
  const { sign } = hiddenContent(row, words);
  return sign === ':' ? words.notShown : sign;
}

function numberOf(cell: ReleasedCell | undefined, exhibit: ReleasedExhibit, words: ExhibitWords): number | null {
  return figuresOf(exhibit, words)(cell)?.value ?? null;
}

function barChart(exhibit: ReleasedExhibit, words: ExhibitWords): NativeChart | null {
  const [column] = exhibit.columns;
  if (column === undefined || exhibit.columns.length !== 1) return null;
  const rows = orderedRows(withChartRows(exhibit));
  const values = rows.map((row) => numberOf(row.cells[0], exhibit, words));
  if (values.every((value) => value === null)) return null;
  const nameOf = ({ label, cells: [cell] }: ExhibitRow): string => {
    if (cell?.state === 'hidden') return `${label} (${words.notShown})`;
    return numberOf(cell, exhibit, words) === null ? `${label} (${signOf(cell, words).text})` : label;
  };
  return {
    kind: 'bars',
    categories: rows.map(nameOf),
    series: [
      {
        name: withBase(column.label, column.base, exhibit, words),
        values,
        fill: hex(chartPalettes.light.accent),
        ink: hex(chartPalettes.light.text),
        marker: 'square',
      },
    ],
    format: figureFormat(exhibit),
    scale: { from: 0, to: null },
    isDashed: false,
  };
}

function lineChart(exhibit: ReleasedExhibit, words: ExhibitWords): NativeChart | null {
  const rows = chartRows(exhibit);
  const waves = waveHintsOf(exhibit);
  // A break in the line, and many lines, are drawn: a native chart would join what cannot be joined.
  if (rows.length > mostLines || waves === undefined || (waves.breaks ?? []).length > 0) return null;
  const places = groupColumns(exhibit);
  const figure = figuresOf(exhibit, words);
  const figures = rows.flatMap(({ cells }) => places.flatMap((place) => figure(cells[place]) ?? []));
  if (figures.length === 0) return null;
  const axis = axisOf(exhibit, figures, { hasIntervals: false });
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
    format: figureFormat(exhibit),
    scale: { from: axis.low, to: axis.high },
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
