import { figuresOf, groupColumns } from '../../../../../../shared/charts/chart-figures.ts';
import { axisOf, type Axis } from '../../../../../../shared/charts/axis.ts';
import { waveHintsOf } from '../../../../../../shared/charts/index.ts';
import type { ChartMarkerShape, ChartSeries } from 'docx/charts';
import { figureFormat } from '../figure-format.ts';
import { categoryOf, hex, lookOf, paletteOf, type ChartGround, type NativeChart } from './chart-look.ts';
import { oneLine } from './word-text.ts';

/** More lines than this cannot be told apart: then the chart is a picture with a small plot for each. */
const mostLines = 5;
const shapes: readonly ChartMarkerShape[] = ['circle', 'square', 'triangle', 'diamond', 'x'];
/** Where a wave cannot be joined to the one before, an empty place breaks the line. */
const gap = Symbol('gap');

/** Places of the waves among the columns, with a gap before each that cannot be joined to the one before. */
function placesOf({ exhibit }: ChartGround): readonly (number | typeof gap)[] {
  const breaks = new Set(waveHintsOf(exhibit)?.breaks ?? []);
  return groupColumns(exhibit).flatMap((place, wave) => (wave > 0 && breaks.has(wave) ? [gap, place] : [place]));
}

/** The scale of the picture that is drawn of the same figures. */
function limitsOf({ low, high, ticks }: Axis): { minimum: number; maximum: number; interval?: number } {
  const [first, second] = ticks;
  return { minimum: low, maximum: high, ...(first === undefined || second === undefined ? {} : { interval: second.value - first.value }) };
}

/** The rows of an exhibit followed through the waves: broken where the waves cannot be joined, dashed where other persons may have answered. */
export function wavesChart(ground: ChartGround): NativeChart | null {
  const { exhibit, words, style } = ground;
  if (exhibit.rows.length === 0 || exhibit.rows.length > mostLines) return null;
  const figure = figuresOf(exhibit, words);
  const palette = paletteOf(style);
  const places = placesOf(ground);
  const isLinked = waveHintsOf(exhibit)?.linked === true;
  const figures = exhibit.rows.flatMap((row) => groupColumns(exhibit).flatMap((at) => figure(row.cells[at]) ?? []));
  if (figures.length === 0) return null;
  const axis = axisOf(exhibit, figures, { hasIntervals: false });
  const series = exhibit.rows.map((row, at): ChartSeries => {
    const values = places.map((place) => (typeof place === 'number' ? (figure(row.cells[place])?.value ?? null) : null));
    const colour = hex(exhibit.rows.length === 1 ? palette.accent : (palette.lines5[at] ?? palette.accent));
    const shown = values.flatMap((value, place) => (value === null ? [] : [place]));
    return {
      name: oneLine(row.label),
      values,
      color: colour,
      line: { width: 2, color: colour, dash: isLinked ? 'solid' : 'dash' },
      markers: { shape: shapes[at] ?? 'circle', size: 7 },
      dataLabels: { value: true, position: 'right', numberFormat: figureFormat(exhibit), font: { bold: true, color: colour } },
      // The first and the last figure of every line; more would cover the lines.
      pointLabels: values.map((_, place) => (place === shown.at(-1) ? undefined : place === shown[0] ? { position: 'left' } : false)),
    };
  });
  return {
    options: {
      ...lookOf(ground, 330),
      type: 'line',
      categories: places.map((place) => {
        const column = typeof place === 'number' ? exhibit.columns[place] : undefined;
        return column === undefined ? '\u00A0' : categoryOf(column.label, column.base, '', ground);
      }),
      series,
      emptyValues: 'gap',
      legend: exhibit.rows.length === 1 ? false : { position: 'bottom' },
      valueAxis: { gridlines: true, ...limitsOf(axis), numberFormat: figureFormat(exhibit) },
    },
    key: [],
  };
}
