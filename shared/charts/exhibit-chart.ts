import type { ReleasedExhibit } from '../model/exhibit.ts';
import { drawBars } from './bar-chart.ts';
import type { ChartOptions, DrawingArea } from './chart-options.ts';
import { chartTypeOf } from './chart-type.ts';
import { drawStackedBars } from './diverging-bar.ts';
import { drawDots } from './dot-plot.ts';
import { frameChart, frameWidths } from './frame.ts';
import type { SvgNode } from './svg-node.ts';

const drawings = { diverging: drawStackedBars, stacked: drawStackedBars, bars: drawBars, dots: drawDots } as const;

/** The chart of an exhibit as an SVG tree, the same on screen and in files. Reads released figures and nothing else. */
export function exhibitChart(exhibit: ReleasedExhibit, options: ChartOptions): SvgNode {
  const area: DrawingArea = {
    words: options.words,
    palette: options.palette,
    width: frameWidths(options).inner,
    neutral: options.neutral ?? 'split',
    idPrefix: options.idPrefix ?? 'chart',
    selectedRow: options.selectedRow ?? null,
  };
  return frameChart(drawings[chartTypeOf(exhibit)](exhibit, area), exhibit, options);
}
