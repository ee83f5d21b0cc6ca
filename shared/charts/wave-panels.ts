import type { ReleasedExhibit } from '../model/exhibit.ts';
import { axisOf, type Axis } from './axis.ts';
import { columnLabel, signOf } from './chart-figures.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText } from './figure-text.ts';
import { ellipsis, textWidth, wrapText, type TextStyle } from './layout.ts';
import { baselineFor, FIGURE, hatchPattern, hiddenBar, selectionBand, SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';
import { seriesMarks, type WavePlot } from './wave-marks.ts';
import type { WaveData, WavePoint, WaveSeries } from './wave-series.ts';

const TITLE: TextStyle = { size: 14, weight: 600 };
const TITLE_LINE = 17;
const PLOT = 84;
const BETWEEN = 28;
const LEAST = 170;
const SIGN_WIDTH = 24;

interface Drawing {
  readonly exhibit: ReleasedExhibit;
  readonly area: DrawingArea;
  readonly data: WaveData;
  readonly axis: Axis;
  readonly panel: number;
  /** Room for a figure at either end of a line. */
  readonly end: number;
}

/** "n = 57 (Vår 2024), 61 (Vår 2025)": the same for all panels. */
function basesLine({ data, area, exhibit }: Drawing): string {
  if (exhibit.rows.some(({ base }) => base !== null)) return '';
  const parts = data.columns.map((column) => `${baseText(column.base, exhibit.language)} (${column.label})`);
  return `${area.words.n} = ${parts.join(', ')}`;
}

/** A figure at an end of the line; where it is hidden a box with its sign at the foot of the plot, the same for all. */
function endNodes(point: WavePoint | undefined, at: number, left: number, plot: WavePlot, draw: Drawing): SvgNode[] {
  const { palette } = draw.area;
  const isFirst = at === 0;
  const x = isFirst ? left + draw.end - 10 : left + draw.panel - draw.end + 10;
  const anchor = isFirst ? ('end' as const) : ('start' as const);
  const figure = point?.figure ?? null;
  if (figure !== null)
    return [textLine(figure.text, { x, y: baselineFor(plot.y(figure.value), FIGURE.size), style: FIGURE, fill: palette.text, anchor })];
  return signNodes(point, isFirst ? left : left + draw.panel - SIGN_WIDTH, plot, draw);
}

function signNodes(point: WavePoint | undefined, left: number, plot: WavePlot, { area, end }: Drawing): SvgNode[] {
  const box = { x: left, y: plot.bottom - 18, width: SIGN_WIDTH, height: 18 };
  if (point?.cell?.state === 'hidden') return hiddenBar({ sign: ':', text: '' }, box, area);
  const { text, symbol } = signOf(point?.cell, area.words);
  const lines = wrapText(text, Math.max(SIGN_WIDTH, end - 6), SMALL, 3);
  const x = symbol === null && left > 0 ? left + SIGN_WIDTH - end + 6 : left;
  return lines.map((line, at) =>
    textLine(line, {
      x: Math.max(0, x),
      y: plot.bottom - (lines.length - 1 - at) * 14 - 4,
      style: SMALL,
      fill: area.palette.text2,
      italic: symbol === null,
    }),
  );
}

/** Signs of waves between the first and the last. */
function middleSigns(series: WaveSeries, plot: WavePlot, { area }: Drawing): SvgNode[] {
  return series.points.slice(1, -1).flatMap((point, index) => {
    if (point.figure !== null || point.cell?.state === 'words') return [];
    const { text } = signOf(point.cell, area.words);
    return [textLine(text, { x: plot.x(index + 1), y: plot.bottom - 4, style: FIGURE, fill: area.palette.text, anchor: 'middle' })];
  });
}

function panelNodes(series: WaveSeries, title: readonly string[], left: number, top: number, titleLines: number, draw: Drawing): SvgNode[] {
  const { area, axis, data, panel, end } = draw;
  const { palette } = area;
  const last = Math.max(1, data.columns.length - 1);
  const [from, to] = [left + end, left + panel - end];
  const plotTop = top + titleLines * TITLE_LINE + 12;
  const plot: WavePlot = {
    x: (at) => from + ((to - from) * at) / last,
    y: (value) => plotTop + PLOT - ((value - axis.low) / (axis.high - axis.low)) * PLOT,
    top: plotTop,
    bottom: plotTop + PLOT,
  };
  const levels = axis.ticks.map(({ value }) => {
    const y = Math.round(plot.y(value)) + 0.5;
    return el('line', { x1: from, y1: y, x2: to, y2: y, stroke: value === axis.low ? palette.text3 : palette.hairline, 'stroke-width': 1 });
  });
  const breaks = data.columns.flatMap((_, at) => {
    if (at === 0 || !data.isBroken(at)) return [];
    const x = Math.round((plot.x(at - 1) + plot.x(at)) / 2) + 0.5;
    return [
      el('line', { x1: x, y1: plot.top, x2: x, y2: plot.bottom, stroke: palette.control, 'stroke-width': 1, 'stroke-dasharray': '2 4' }),
    ];
  });
  const half = panel / 2 - 4;
  const names = [data.columns[0], data.columns.at(-1)].map((column, at) =>
    textLine(column === undefined ? '' : ellipsis(columnLabel(column), half, SMALL), {
      x: at === 0 ? left : left + panel,
      y: plot.bottom + 16,
      style: SMALL,
      fill: palette.text2,
      anchor: at === 0 ? 'start' : 'end',
    }),
  );
  return [
    ...title.map((line, at) => textLine(line, { x: left, y: top + at * TITLE_LINE + 13, style: TITLE, fill: palette.text })),
    ...levels,
    ...breaks,
    ...seriesMarks(series, data, plot, { area, intervals: 'band', shift: 0 }),
    ...middleSigns(series, plot, draw),
    ...endNodes(series.points[0], 0, left, plot, draw),
    ...endNodes(series.points.at(-1), last, left, plot, draw),
    ...names,
  ];
}

/** Many series over the waves: one small plot each, on one scale. */
export function drawWavePanels(exhibit: ReleasedExhibit, data: WaveData, area: DrawingArea): ChartPart {
  const fitting = Math.max(1, Math.min(4, Math.floor((area.width + BETWEEN) / (LEAST + BETWEEN))));
  const perLine = Math.min(fitting, Math.max(1, data.series.length));
  const panel = (area.width - (perLine - 1) * BETWEEN) / perLine;
  const end = Math.max(30, ...data.figures.map(({ text }) => textWidth(text, FIGURE) + 14));
  const axis = axisOf(exhibit, data.figures, { hasIntervals: true });
  const draw: Drawing = { exhibit, area, data, axis, panel, end };
  const bases = wrapText(basesLine(draw), area.width, SMALL, 3).filter((line) => line !== '');
  const body: SvgNode[] = bases.map((line, at) =>
    textLine(line, { x: 0, y: at * 17 + 13, style: SMALL, fill: area.palette.text2, italic: true }),
  );
  let y = bases.length * 17 + (bases.length > 0 ? 10 : 0);
  for (let first = 0; first < data.series.length; first += perLine) {
    const line = data.series.slice(first, first + perLine);
    const titles = line.map(({ label }) => wrapText(label, panel, TITLE, 3));
    const titleLines = Math.max(...titles.map(({ length }) => length));
    const height = titleLines * TITLE_LINE + 12 + PLOT + 24;
    for (const [at, series] of line.entries()) {
      const left = at * (panel + BETWEEN);
      const band = series.key === area.selectedRow ? [selectionBand(panel, y - 4, height + 4, area.palette)] : [];
      body.push(...band.map((node) => el('g', { transform: `translate(${Math.round(left * 100) / 100} 0)` }, node)));
      body.push(el('g', { 'data-row': series.key }, ...panelNodes(series, titles[at] ?? [], left, y, titleLines, draw)));
    }
    y += height + 18;
  }
  const hasHidden = exhibit.rows.some((row) => row.cells.some(({ state }) => state === 'hidden'));
  return { height: Math.max(0, y - 14), defs: hasHidden ? [hatchPattern(area)] : [], body };
}
