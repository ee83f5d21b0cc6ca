import { asBattery, barName, type Battery, type BatteryRow } from '../../../../../../shared/charts/battery.ts';
import { hiddenContent } from '../../../../../../shared/charts/diverging-bar.ts';
import { numberText } from '../../../../../../shared/charts/figure-text.ts';
import { halves, isFullyShown, neutralColumn, rowsInOrder } from '../../../../../../shared/charts/likert-order.ts';
import { fillsOf, type ScaleFill } from '../../../../../../shared/charts/palette.ts';
import type { ChartSeries } from 'docx/charts';
import { categoryOf, hex, leastLabelled, lookOf, paletteOf, percentIn, type ChartGround, type NativeChart } from './chart-look.ts';
import { oneLine } from './word-text.ts';

interface Stack {
  readonly battery: Battery;
  readonly rows: readonly BatteryRow[];
  readonly fills: readonly ScaleFill[];
}

const rowHeight = 44;
/** The figure of an answer in the middle stands in the right half of its part. */
const leastHalved = 9;

/** Bars that can be native: shares of answers within the scale, at least one of them shown. What stands outside the scale has no place in Word's, nor have persons on bars of shares. */
function stackOf({ exhibit, style }: ChartGround): Stack | null {
  const battery = asBattery(exhibit);
  if (battery === null || battery.asideLabels.length > 0 || battery.unit === 'count') return null;
  const rows = rowsInOrder(battery);
  if (!rows.some(isFullyShown)) return null;
  const fills = fillsOf(paletteOf(style), battery.scale?.kind ?? 'sequential', battery.columns.length, battery.scale?.welcomeEnd ?? null);
  return { battery, rows, fills };
}

/** Shares of one answer, in the order of the bars: one hidden answer takes its whole bar with it. */
function sharesOf(column: number, { rows }: Stack): (number | null)[] {
  return rows.map((row) => (isFullyShown(row) ? percentIn(row.cells[column]) : null));
}

/** What is drawn of a share: left of the middle it is negative, and an answer in the middle has half at each side. */
type Drawn = { readonly side: -1 | 1; readonly isHalf: boolean };

function seriesOf(column: number, { side, isHalf }: Drawn, stack: Stack, { exhibit }: ChartGround): ChartSeries {
  const shares = sharesOf(column, stack);
  const fill = stack.fills[column] ?? { fill: '', ink: '' };
  const label = oneLine(stack.battery.columns[column]?.label ?? '');
  const number = exhibit.decimals === 1 ? '0.0' : '0';
  return {
    name: isHalf && side === -1 ? `${label} (½)` : label,
    values: shares.map((share) => (share === null ? null : share * side * (isHalf ? 0.5 : 1))),
    color: hex(fill.fill),
    dataLabels: {
      value: true,
      position: isHalf ? 'insideBase' : 'center',
      numberFormat: `${number};${number}`,
      font: { color: hex(fill.ink), bold: true },
    },
    pointLabels: shares.map((share) => {
      if (share === null || share < (isHalf ? leastHalved : leastLabelled) || (isHalf && side === -1)) return false;
      return isHalf ? { text: numberText(share, exhibit.decimals, exhibit.language) } : undefined;
    }),
  };
}

function signIn(row: BatteryRow, { words }: ChartGround): string {
  const { sign } = hiddenContent(row, words);
  return sign === ':' ? `: ${words.notShown}` : sign;
}

function categoriesOf({ battery, rows }: Stack, ground: ChartGround): string[] {
  const nameOf = (row: BatteryRow, at: number): string => barName(row, at, battery, ground.exhibit);
  return rows.map((row, at) => categoryOf(nameOf(row, at), row.base, isFullyShown(row) ? '' : signIn(row, ground), ground));
}

/** The furthest that bars reach to one side, in whole quarters of the scale. */
function reach(stack: Stack, columns: readonly number[], middle: number | null): number {
  const sums = stack.rows.map((_, row) => {
    const share = (column: number): number => sharesOf(column, stack)[row] ?? 0;
    return columns.reduce((total, column) => total + share(column), 0) + (middle === null ? 0 : share(middle) / 2);
  });
  return Math.max(25, Math.ceil(Math.max(...sums) / 25) * 25);
}

/** Word would name the answers from the middle outwards; the key over the chart has them in their order. */
function keyOf({ battery, fills }: Stack): NativeChart['key'] {
  return battery.columns.map(({ label }, at) => ({ label, colour: hex(fills[at]?.fill ?? '') }));
}

interface Bars {
  readonly series: ChartSeries[];
  /** Where the scale begins and ends, in per cent. */
  readonly from: number;
  readonly to: number;
  /** The names of the rows stand where the scale begins, not at its zero. */
  readonly isNamedAtStart: boolean;
}

function barsOf(stack: Stack, ground: ChartGround, { series, from, to, isNamedAtStart }: Bars): NativeChart {
  return {
    options: {
      ...lookOf(ground, stack.rows.length * rowHeight + 24),
      type: 'bar',
      stacking: 'stacked',
      gapWidth: 45,
      categories: categoriesOf(stack, ground),
      series,
      legend: false,
      categoryAxis: { reverseOrder: true, ...(isNamedAtStart ? { crossesAt: 'minimum' as const } : {}) },
      valueAxis: { visible: false, gridlines: true, interval: 25, minimum: from, maximum: to },
    },
    key: keyOf(stack),
  };
}

/** Answers split at the middle of their scale: the low ones are negative, from the middle outwards. */
export function divergingChart(ground: ChartGround): NativeChart | null {
  const stack = stackOf(ground);
  if (stack === null || stack.battery.scale?.kind !== 'diverging') return null;
  const middle = neutralColumn(stack.battery);
  const { low, high } = halves(stack.battery);
  const half = (side: -1 | 1): ChartSeries[] => (middle === null ? [] : [seriesOf(middle, { side, isHalf: true }, stack, ground)]);
  const whole = (columns: readonly number[], side: -1 | 1): ChartSeries[] =>
    columns.map((column) => seriesOf(column, { side, isHalf: false }, stack, ground));
  return barsOf(stack, ground, {
    series: [...half(-1), ...whole(low.toReversed(), -1), ...half(1), ...whole(high, 1)],
    from: -reach(stack, low, middle),
    to: reach(stack, high, middle),
    isNamedAtStart: true,
  });
}

/** The same from 0 to 100. */
export function stackedChart(ground: ChartGround): NativeChart | null {
  const stack = stackOf(ground);
  if (stack === null) return null;
  const all = stack.battery.columns.map((_, at) => at);
  const sums = stack.rows.map((_, row) => all.reduce((total, column) => total + (sharesOf(column, stack)[row] ?? 0), 0));
  return barsOf(stack, ground, {
    series: all.map((column) => seriesOf(column, { side: 1, isHalf: false }, stack, ground)),
    from: 0,
    // Rounded shares may make one or two more than a hundred.
    to: Math.max(100, ...sums),
    isNamedAtStart: false,
  });
}
