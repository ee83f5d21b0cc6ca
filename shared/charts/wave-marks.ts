import type { DrawingArea } from './chart-options.ts';
import { marker } from './markers.ts';
import { el, pointsOf, type SvgNode } from './svg-node.ts';
import type { WaveData, WaveSeries } from './wave-series.ts';

/** Where figures lie in a plot. */
export interface WavePlot {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly top: number;
  readonly bottom: number;
}

type Drawn = {
  readonly at: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly isLow: boolean;
};

/** Runs of waves whose figures may be joined: broken at a hidden figure and at a change of wording or boundary. */
export function runsOf({ points }: WaveSeries, isBroken: (at: number) => boolean): Drawn[][] {
  const runs: Drawn[][] = [];
  let run: Drawn[] = [];
  for (const [at, { figure, isLow }] of points.entries()) {
    if (figure === null || isBroken(at)) {
      runs.push(run);
      run = [];
    }
    if (figure !== null) run.push({ at, value: figure.value, low: figure.low, high: figure.high, isLow });
  }
  return [...runs, run].filter(({ length }) => length > 0);
}

function band(run: readonly Drawn[], colour: string, { x, y }: WavePlot): SvgNode[] {
  const known = run.flatMap(({ at, low, high }) => (low === null || high === null ? [] : [{ at, low, high }]));
  if (known.length < 2 || known.length < run.length) return [];
  const upper = known.map(({ at, high }) => ({ x: x(at), y: y(high) }));
  const lower = known.toReversed().map(({ at, low }) => ({ x: x(at), y: y(low) }));
  return [el('polygon', { points: pointsOf([...upper, ...lower]), fill: colour, 'fill-opacity': 0.14 })];
}

function whisker(point: Drawn, colour: string, shift: number, { x, y }: WavePlot): SvgNode[] {
  const { at, low, high } = point;
  if (low === null || high === null) return [];
  return [
    el('line', {
      x1: x(at) + shift,
      y1: y(high),
      x2: x(at) + shift,
      y2: y(low),
      stroke: colour,
      'stroke-width': 1.5,
      'stroke-opacity': 0.55,
    }),
  ];
}

/** Lines, intervals and points of one series. `intervals`: a band for few series, whiskers beside each other for more. */
export function seriesMarks(
  series: WaveSeries,
  data: WaveData,
  plot: WavePlot,
  { area, intervals, shift }: { readonly area: DrawingArea; readonly intervals: 'band' | 'whiskers'; readonly shift: number },
): SvgNode[] {
  const runs = runsOf(series, data.isBroken);
  const points = runs.flat();
  const dash = data.isLinked ? {} : { 'stroke-dasharray': '6 4' };
  const lines = runs
    .filter(({ length }) => length > 1)
    .map((run) =>
      el('polyline', {
        points: pointsOf(run.map(({ at, value }) => ({ x: plot.x(at), y: plot.y(value) }))),
        fill: 'none',
        stroke: series.colour,
        'stroke-width': 2,
        'stroke-linejoin': 'round',
        ...dash,
      }),
    );
  const isBanded = intervals === 'band' && runs.every(({ length }) => length > 1);
  return [
    ...(isBanded
      ? runs.flatMap((run) => band(run, series.colour, plot))
      : points.flatMap((point) => whisker(point, series.colour, shift, plot))),
    ...lines,
    ...points.map(({ at, value, isLow }) =>
      marker({ x: plot.x(at), y: plot.y(value) }, { shape: series.shape, colour: series.colour, isOpen: isLow, r: 5 }, area.palette),
    ),
  ];
}
