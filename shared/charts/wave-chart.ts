import type { ReleasedExhibit } from '../model/exhibit.ts';
import { axisOf, type Axis } from './axis.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { textWidth, wrapText, type TextStyle } from './layout.ts';
import { baselineFor, FIGURE, hatchPattern, LABEL, textLine, withHalo } from './parts.ts';
import { isFree, spreadLabels, type TakenBox } from './spread-labels.ts';
import { el, type SvgNode } from './svg-node.ts';
import { waveFoot } from './wave-foot.ts';
import { seriesMarks, type WavePlot } from './wave-marks.ts';
import { drawWavePanels } from './wave-panels.ts';
import { waveData, type WaveData, type WaveSeries } from './wave-series.ts';

const TICK: TextStyle = { size: 12, weight: 400 };
const LABEL_STEP = 17;
const TOP = 14;
const LEAST_HEIGHT = 230;
const LABEL_GAP = 20;

interface Drawing {
  readonly exhibit: ReleasedExhibit;
  readonly area: DrawingArea;
  readonly data: WaveData;
  readonly axis: Axis;
  readonly plot: WavePlot;
  readonly left: number;
  readonly right: number;
  /** Width of the labels at the right. */
  readonly label: number;
}

/** The name of a series with its last figure before it, in lines. */
function endLines(series: WaveSeries, width: number): { readonly figure: string; readonly lines: readonly string[] } {
  const figure = series.points.at(-1)?.figure?.text ?? '';
  const indent = figure === '' ? 0 : textWidth(figure, FIGURE) + 8;
  return { figure, lines: wrapText(series.label, width - indent, LABEL, 3) };
}

function drawingOf(exhibit: ReleasedExhibit, area: DrawingArea, data: WaveData): Drawing {
  const axis = axisOf(exhibit, data.figures, { hasIntervals: true });
  const isSlope = area.chart === 'slope';
  const firsts = data.series.flatMap(({ points }) => points[0]?.figure ?? []);
  const ticks = axis.ticks.map(({ text }) => textWidth(text, TICK));
  const left = isSlope ? Math.max(56, ...firsts.map(({ text }) => textWidth(text, FIGURE) + 24)) : Math.max(...ticks) + 26;
  const names = data.series.map(
    (series) => textWidth(series.label, LABEL) + textWidth(series.points.at(-1)?.figure?.text ?? '', FIGURE) + 10,
  );
  const label = Math.round(Math.min(area.width * 0.36, 250, Math.max(90, ...names)));
  const right = area.width - label - LABEL_GAP - 10;
  const ends = data.series.map((series) => endLines(series, label).lines.length * LABEL_STEP + 4);
  const height = Math.max(
    LEAST_HEIGHT,
    ends.reduce((sum, end) => sum + end, 0),
  );
  const last = Math.max(1, data.columns.length - 1);
  const plot: WavePlot = {
    x: (at) => left + ((right - left) * at) / last,
    y: (value) => TOP + height - ((value - axis.low) / (axis.high - axis.low)) * height,
    top: TOP,
    bottom: TOP + height,
  };
  return { exhibit, area, data, axis, plot, left, right, label };
}

/** Level lines with their figures; in a slope the two upright lines instead. */
function grid({ area, axis, plot, left, right, data }: Drawing): SvgNode[] {
  const { palette } = area;
  const upright = data.columns.map((_, at) => {
    const x = Math.round(plot.x(at)) + 0.5;
    return el('line', { x1: x, y1: plot.top, x2: x, y2: plot.bottom, stroke: palette.hairline, 'stroke-width': 1 });
  });
  if (area.chart === 'slope') return upright;
  const from = left - 10;
  return axis.ticks.flatMap(({ value, text }) => {
    const y = Math.round(plot.y(value)) + 0.5;
    const stroke = value === 0 ? palette.text3 : palette.hairline;
    return [
      el('line', { x1: from, y1: y, x2: right + 6, y2: y, stroke, 'stroke-width': 1 }),
      textLine(text, { x: from - 6, y: baselineFor(y, TICK.size), style: TICK, fill: palette.text3, anchor: 'end' }),
    ];
  });
}

function breakMarks({ area, data, plot }: Drawing): SvgNode[] {
  return data.columns.flatMap((_, at) => {
    if (at === 0 || !data.isBroken(at)) return [];
    const x = Math.round((plot.x(at - 1) + plot.x(at)) / 2) + 0.5;
    return [
      el('line', {
        x1: x,
        y1: plot.top,
        x2: x,
        y2: plot.bottom,
        stroke: area.palette.control,
        'stroke-width': 1,
        'stroke-dasharray': '2 4',
      }),
    ];
  });
}

/** A thin line from a point to a label that had to move. */
function leader(from: { x: number; y: number }, to: { x: number; y: number }, colour: string): SvgNode[] {
  return Math.abs(from.y - to.y) < 3 ? [] : [el('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: colour, 'stroke-width': 1 })];
}

/** Name and last figure at the end of each line that reaches the last wave. */
function endLabels({ area, data, plot, right, label }: Drawing): Map<string, SvgNode[]> {
  const { palette } = area;
  const ending = data.series.flatMap((series) => {
    const figure = series.points.at(-1)?.figure ?? null;
    return figure === null ? [] : [{ series, y: plot.y(figure.value), ...endLines(series, label) }];
  });
  const wanted = ending.map(({ y, lines }) => ({ y, height: lines.length * LABEL_STEP + 4 }));
  const places = spreadLabels(wanted, { top: 0, bottom: plot.bottom + 8 });
  return new Map(
    ending.map(({ series, y, figure, lines }, index) => {
      const middle = places[index] ?? y;
      const x = right + LABEL_GAP;
      const first = middle - ((lines.length - 1) * LABEL_STEP) / 2;
      const indent = textWidth(figure, FIGURE) + 8;
      return [
        series.key,
        [
          ...leader({ x: right + 8, y }, { x: x - 4, y: first }, series.colour),
          textLine(figure, { x, y: baselineFor(first, FIGURE.size), style: FIGURE, fill: palette.text }),
          ...lines.map((line, at) =>
            textLine(line, { x: x + indent, y: baselineFor(first + at * LABEL_STEP, LABEL.size), style: LABEL, fill: palette.text }),
          ),
        ],
      ];
    }),
  );
}

/** Figures of the first wave at the left of a slope. */
function startLabels({ area, data, plot, left }: Drawing): Map<string, SvgNode[]> {
  const starting = data.series.flatMap((series) => {
    const figure = series.points[0]?.figure ?? null;
    return figure === null ? [] : [{ series, figure, y: plot.y(figure.value) }];
  });
  const places = spreadLabels(
    starting.map(({ y }) => ({ y, height: LABEL_STEP })),
    { top: 0, bottom: plot.bottom + 8 },
  );
  return new Map(
    starting.map(({ series, figure, y }, index) => {
      const middle = places[index] ?? y;
      return [
        series.key,
        [
          ...leader({ x: left - 7, y }, { x: left - 16, y: middle }, series.colour),
          textLine(figure.text, {
            x: left - 18,
            y: baselineFor(middle, FIGURE.size),
            style: FIGURE,
            fill: area.palette.text,
            anchor: 'end',
          }),
        ],
      ];
    }),
  );
}

/** Figures at the points of lines, above or below, where there is room. */
function pointLabels({ area, axis, data, plot, left }: Drawing): Map<string, SvgNode[]> {
  const { palette } = area;
  const ticks = axis.ticks.map(({ value }) => ({ left: 0, right: left - 15, top: plot.y(value) - 9, bottom: plot.y(value) + 9 }));
  const points = data.series.flatMap(({ points: each }) =>
    each.flatMap(({ figure }, at) => {
      if (figure === null) return [];
      const [x, y] = [plot.x(at), plot.y(figure.value)];
      return [{ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }];
    }),
  );
  const taken: TakenBox[] = [...ticks, ...points];
  return new Map(
    data.series.map(({ key, points: each }) => {
      const nodes = each.slice(0, -1).flatMap(({ figure }, at) => {
        if (figure === null) return [];
        const [x, y, half] = [plot.x(at), plot.y(figure.value), textWidth(figure.text, FIGURE) / 2 + 2];
        const boxes = [-17, 17].map((shift) => ({
          left: x - half,
          right: x + half,
          top: y + shift - 8,
          bottom: y + shift + 8,
          middle: y + shift,
        }));
        const box = boxes.find((each) => each.left >= 0 && each.top >= 0 && each.bottom <= plot.bottom + 4 && isFree(each, taken));
        if (box === undefined) return [];
        taken.push(box);
        return [
          withHalo(
            textLine(figure.text, { x, y: baselineFor(box.middle, FIGURE.size), style: FIGURE, fill: palette.text, anchor: 'middle' }),
            palette,
          ),
        ];
      });
      return [key, nodes];
    }),
  );
}

/**
 * Two waves as a slope, three and more as lines, with names at the ends of the lines. Whole lines for linked persons,
 * dashed for others; broken where figures cannot be joined. A hidden figure has no place in the plot: its sign stands
 * below, in boxes of one size. Many series are drawn one by one on one scale.
 */
export function drawWaves(exhibit: ReleasedExhibit, area: DrawingArea): ChartPart {
  const data = waveData(exhibit, area);
  if (!data.isTogether) return drawWavePanels(exhibit, data, area);
  const draw = drawingOf(exhibit, area, data);
  const [ends, starts] = [endLabels(draw), area.chart === 'slope' ? startLabels(draw) : pointLabels(draw)];
  const intervals = area.chart === 'lines' && data.series.length <= 2 ? 'band' : 'whiskers';
  const foot = waveFoot(exhibit, data, { ...draw.plot, left: draw.left, right: draw.right, label: draw.label }, area);
  const groups = data.series.map((series, at) => {
    const shift = (at - (data.series.length - 1) / 2) * 4;
    const marks = seriesMarks(series, data, draw.plot, { area, intervals, shift });
    const rest = [...(starts.get(series.key) ?? []), ...(ends.get(series.key) ?? []), ...(foot.lanes.get(series.key) ?? [])];
    return el('g', { 'data-row': series.key }, ...marks, ...rest);
  });
  const hasHidden = exhibit.rows.some((row) => row.cells.some(({ state }) => state === 'hidden'));
  return {
    height: foot.bottom + 4,
    defs: hasHidden ? [hatchPattern(area)] : [],
    body: [...grid(draw), ...breakMarks(draw), ...foot.nodes, ...groups],
  };
}
