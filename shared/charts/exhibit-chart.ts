import type { ReleasedExhibit } from '../model/exhibit.ts';
import { drawBars } from './bar-chart.ts';
import { withChartRows } from './chart-figures.ts';
import type { ChartOptions, ChartPart, DrawingArea } from './chart-options.ts';
import { chosenChart, type ChartType } from './chart-type.ts';
import { drawStackedBars } from './diverging-bar.ts';
import { drawDots } from './dot-plot.ts';
import { frameChart, frameWidths } from './frame.ts';
import { drawMatrix } from './matrix.ts';
import { drawPanels } from './panels.ts';
import type { SvgNode } from './svg-node.ts';
import { waveHintsOf } from './waves.ts';
import { drawWaves } from './wave-chart.ts';

const drawings: Readonly<Record<ChartType, (exhibit: ReleasedExhibit, area: DrawingArea) => ChartPart>> = {
  diverging: drawStackedBars,
  stacked: drawStackedBars,
  bars: drawBars,
  dots: drawDots,
  panels: drawPanels,
  matrix: drawMatrix,
  slope: drawWaves,
  lines: drawWaves,
};

/** The chart of an exhibit as an SVG tree, the same on screen and in files. Reads released figures and nothing else. */
export function exhibitChart(exhibit: ReleasedExhibit, options: ChartOptions): SvgNode {
  const waves = options.waves ?? waveHintsOf(exhibit);
  const chart = chosenChart(exhibit, options.chart, waves);
  const area: DrawingArea = {
    words: options.words,
    palette: options.palette,
    width: frameWidths(options).inner,
    chart,
    neutral: options.neutral ?? 'split',
    waves: waves ?? {},
    idPrefix: options.idPrefix ?? 'chart',
    selectedRow: options.selectedRow ?? null,
  };
  return frameChart(drawings[chart](withChartRows(exhibit), area), exhibit, chart, options);
}
