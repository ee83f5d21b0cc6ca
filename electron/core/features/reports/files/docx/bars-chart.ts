import { orderedRows } from '../../../../../../shared/charts/bar-chart.ts';
import { figuresOf, signOf } from '../../../../../../shared/charts/chart-figures.ts';
import { figureFormat, withBase } from '../figure-format.ts';
import { categoryOf, hex, lookOf, paletteOf, type ChartGround, type NativeChart } from './chart-look.ts';
import { oneLine } from './word-text.ts';

/** Bars from zero for the one column of an exhibit, each with its figure. */
export function barsChart(ground: ChartGround): NativeChart | null {
  const { exhibit, words, style } = ground;
  const [column] = exhibit.columns;
  if (column === undefined || exhibit.rows.length === 0) return null;
  const figure = figuresOf(exhibit, words);
  const rows = orderedRows(exhibit);
  const values = rows.map(({ cells }) => figure(cells[0])?.value ?? null);
  if (values.every((value) => value === null)) return null;
  const palette = paletteOf(style);
  const signs = rows.map(({ cells }) => (figure(cells[0]) === null ? signOf(cells[0], words).text : ''));
  return {
    options: {
      ...lookOf(ground, rows.length * 34 + 24),
      type: 'bar',
      gapWidth: 45,
      categories: rows.map((row, at) => categoryOf(`${'\u00A0\u00A0'.repeat(row.indent ?? 0)}${row.label}`, null, signs[at] ?? '', ground)),
      series: [
        {
          name: oneLine(withBase(column.label, column.base, exhibit, words)),
          values,
          color: hex(palette.accent),
          dataLabels: {
            value: true,
            position: 'outsideEnd',
            numberFormat: figureFormat(exhibit),
            font: { bold: true, color: hex(palette.text) },
          },
        },
      ],
      legend: false,
      categoryAxis: { reverseOrder: true },
      valueAxis: { visible: false, gridlines: false, minimum: 0 },
    },
    key: [],
  };
}
