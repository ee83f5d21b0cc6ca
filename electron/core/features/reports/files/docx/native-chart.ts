import type { ChartType } from '../../../../../../shared/charts/index.ts';
import { barsChart } from './bars-chart.ts';
import type { ChartGround, NativeChart } from './chart-look.ts';
import { divergingChart, stackedChart } from './stacked-chart.ts';
import { wavesChart } from './waves-chart.ts';

const charts: Readonly<Partial<Record<ChartType, (ground: ChartGround) => NativeChart | null>>> = {
  diverging: divergingChart,
  stacked: stackedChart,
  bars: barsChart,
  slope: wavesChart,
  lines: wavesChart,
};

/**
 * A chart that Word draws and lets people edit, from the released figures and nothing else; they stand in its workbook too. Null for what Word cannot draw
 * as it should be read (dots with intervals, small panels, a matrix, answers outside the scale): that is a picture.
 */
export function nativeChart(ground: ChartGround): NativeChart | null {
  return charts[ground.chart]?.(ground) ?? null;
}
