import type { ReleasedExhibit } from '../model/exhibit.ts';
import { asBattery, isWhole } from './battery.ts';
import { chartRows, groupColumns } from './chart-figures.ts';
import { MAX_STACKED_STEPS } from './palette.ts';
import { isByWave, type WaveHints } from './waves.ts';

/**
 * `diverging`: stacked bars split at the middle of the scale; `stacked`: the same from 0 to 100; `bars`: bars from zero
 * for one column; `dots`: dots with intervals; `panels`: small multiples, one panel per group; `matrix`: numbers in
 * cells of one hue; `slope`: two waves; `lines`: three waves and more.
 */
export const chartTypes = ['diverging', 'stacked', 'bars', 'dots', 'panels', 'matrix', 'slope', 'lines'] as const;
export type ChartType = (typeof chartTypes)[number];

const most = { dotGroups: 5, dotMarks: 60, panelMarks: 240 } as const;

function stackable(exhibit: ReleasedExhibit): ChartType[] {
  const battery = asBattery(exhibit);
  if (battery === null || battery.rows.length === 0) return [];
  if (exhibit.kind !== 'likert' && !isWhole(battery)) return [];
  const { scale, columns } = battery;
  const steps = scale?.kind === 'categorical' ? 5 : MAX_STACKED_STEPS;
  if (scale === null || columns.length < 2 || columns.length > steps) return [];
  return scale.kind === 'diverging' ? ['diverging', 'stacked'] : ['stacked'];
}

function likertCharts(exhibit: ReleasedExhibit): ChartType[] {
  const rest: ChartType[] = exhibit.rows.length > 1 ? ['matrix', 'panels', 'dots'] : ['dots', 'panels'];
  // A scale of seven steps and more has no stacked bar.
  const stacked = stackable(exhibit);
  return stacked.length > 0 ? [...stacked, ...rest] : exhibit.rows.length > 1 ? ['panels', 'matrix', 'dots'] : ['dots', 'panels'];
}

function summaryCharts(exhibit: ReleasedExhibit): ChartType[] {
  const isLarge = chartRows(exhibit).length * exhibit.columns.length > most.dotMarks;
  if (exhibit.columns.length === 1) return ['dots'];
  return isLarge ? ['matrix', 'dots'] : ['dots', 'matrix'];
}

function groupCharts(exhibit: ReleasedExhibit): ChartType[] {
  const rows = chartRows(exhibit).length;
  const groups = groupColumns(exhibit).length;
  const marks = rows * exhibit.columns.length;
  const isMatrixFirst = (exhibit.kind === 'themes' && groups > 1) || groups > most.dotGroups || marks > most.dotMarks;
  const panels: ChartType[] = marks <= most.panelMarks ? ['panels'] : [];
  const rest = isMatrixFirst ? (['matrix', ...panels, 'dots'] as const) : (['dots', ...panels, 'matrix'] as const);
  return [...rest, ...stackable(exhibit)];
}

function isShares(exhibit: ReleasedExhibit): boolean {
  return chartRows(exhibit).every((row) => row.figure === undefined);
}

/**
 * Which charts suit an exhibit, the best first; never empty. Waves side by side are a slope or lines first, or where
 * they are columns the hints say so. A test of the screen's menu and of the exports: nothing else may be asked for.
 */
export function chartsFor(exhibit: ReleasedExhibit, waves?: WaveHints): readonly ChartType[] {
  const plain =
    exhibit.kind === 'likert'
      ? likertCharts(exhibit)
      : !isShares(exhibit)
        ? summaryCharts(exhibit)
        : exhibit.columns.length === 1
          ? (['bars', 'dots'] as const)
          : groupCharts(exhibit);
  if (exhibit.kind === 'likert' || (waves === undefined && !isByWave(exhibit))) return plain;
  const points = groupColumns(exhibit).length;
  if (points < 2 || chartRows(exhibit).length === 0) return plain;
  return [points === 2 ? 'slope' : 'lines', ...plain];
}

/** The chart that suits an exhibit best. */
export function chartTypeOf(exhibit: ReleasedExhibit, waves?: WaveHints): ChartType {
  return chartsFor(exhibit, waves)[0] ?? 'dots';
}

/** The chart asked for where it suits the exhibit, else the best one. */
export function chosenChart(exhibit: ReleasedExhibit, chart?: ChartType, waves?: WaveHints): ChartType {
  const all = chartsFor(exhibit, waves);
  return chart !== undefined && all.includes(chart) ? chart : (all[0] ?? 'dots');
}
