import { textWidth, wrapText, type TextStyle } from './layout.ts';
import type { ChartPalette } from './palette.ts';
import { CHART_FONTS, FIGURE, SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

/** How the number of themes grows with the number of interviews. All texts come localised. */
export interface AccumulationFigure {
  readonly title: string;
  /** Alternative text. */
  readonly description: string;
  readonly language: string;
  /** Themes to be expected in k interviews, at place k. */
  readonly curve: readonly number[];
  /** From how many interviews on the curve is drawn. */
  readonly from: number;
  /** Themes that each interview was the first to bring, in their order; null where that is not for print. */
  readonly newByCase: readonly number[] | null;
  /** Heard and likely unseen together; null when nobody can say. */
  readonly likely: number | null;
  readonly words: {
    readonly casesAxis: string;
    readonly themesAxis: string;
    readonly curve: string;
    readonly newThemes: string;
    readonly likely: string;
  };
  /** Stands under the figure in a file; nothing on screen, where the page says it. */
  readonly notes: readonly string[];
}

const TITLE: TextStyle = { size: 18, weight: 600 };
const NOTE: TextStyle = { size: 12.5, weight: 400 };
const PLOT_HEIGHT = 240;
const LEFT = 44;
const RIGHT = 16;

interface Plot {
  readonly x: (cases: number) => number;
  readonly y: (themes: number) => number;
  readonly bottom: number;
  readonly palette: ChartPalette;
}

/** A round step so that an axis has about five marks. */
export function axisStep(most: number): number {
  const rough = Math.max(1, most / 5);
  const scale = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * scale).find((step) => step >= rough) ?? 10 * scale;
}

function marks(most: number): number[] {
  const step = axisStep(most);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}

function axes({ x, y, bottom, palette }: Plot, figure: AccumulationFigure, most: number, width: number): SvgNode[] {
  const cases = figure.curve.length - 1;
  return [
    ...marks(most).flatMap((mark) => [
      el('line', { x1: LEFT, y1: y(mark), x2: width - RIGHT, y2: y(mark), stroke: palette.hairline, 'stroke-width': 1 }),
      textLine(String(mark), { x: LEFT - 8, y: y(mark) + 4, style: SMALL, fill: palette.text2, anchor: 'end' }),
    ]),
    ...marks(cases)
      .filter((mark) => mark > 0)
      .map((mark) => textLine(String(mark), { x: x(mark), y: bottom + 18, style: SMALL, fill: palette.text2, anchor: 'middle' })),
    el('line', { x1: LEFT, y1: bottom, x2: width - RIGHT, y2: bottom, stroke: palette.text3, 'stroke-width': 1 }),
    textLine(figure.words.casesAxis, { x: width - RIGHT, y: bottom + 38, style: SMALL, fill: palette.text2, anchor: 'end' }),
  ];
}

function bars({ x, y, bottom, palette }: Plot, newByCase: readonly number[]): SvgNode[] {
  const width = Math.max(2, Math.min(18, (x(1) - x(0)) * 0.6));
  return newByCase.flatMap((count, at) =>
    count === 0
      ? []
      : [
          el('rect', {
            x: x(at + 1) - width / 2,
            y: y(count),
            width,
            height: bottom - y(count),
            fill: palette.hatch,
            stroke: palette.control,
            'stroke-width': 1,
          }),
        ],
  );
}

function line({ x, y, palette }: Plot, { curve, from }: AccumulationFigure): SvgNode[] {
  const points = curve.map((themes, cases) => ({ x: x(cases), y: y(themes) })).slice(from);
  const steps = points.slice(1).map((point, at) => {
    const before = points[at] ?? point;
    return el('line', {
      x1: before.x,
      y1: before.y,
      x2: point.x,
      y2: point.y,
      stroke: palette.accent,
      'stroke-width': 2.5,
      'stroke-linecap': 'round',
    });
  });
  const last = points.at(-1);
  return last === undefined ? steps : [...steps, el('circle', { cx: last.x, cy: last.y, r: 4, fill: palette.accent })];
}

/** Where heard and likely unseen themes together would lie. */
function ceiling({ y, palette }: Plot, { likely, words }: AccumulationFigure, width: number): SvgNode[] {
  if (likely === null) return [];
  const level = y(likely);
  return [
    el('line', {
      x1: LEFT,
      y1: level,
      x2: width - RIGHT,
      y2: level,
      stroke: palette.text2,
      'stroke-width': 1.5,
      'stroke-dasharray': '6 4',
    }),
    textLine(words.likely, { x: width - RIGHT, y: level - 6, style: SMALL, fill: palette.text2, anchor: 'end' }),
  ];
}

/** What each mark stands for, before the plot: names beside a piece of the mark itself. */
function legend(figure: AccumulationFigure, top: number, palette: ChartPalette): SvgNode[] {
  const second = LEFT + 34 + textWidth(figure.words.curve, SMALL) + 26;
  return [
    el('line', { x1: LEFT, y1: top - 4, x2: LEFT + 24, y2: top - 4, stroke: palette.accent, 'stroke-width': 2.5 }),
    textLine(figure.words.curve, { x: LEFT + 32, y: top, style: SMALL, fill: palette.text }),
    ...(figure.newByCase === null
      ? []
      : [
          el('rect', { x: second, y: top - 10, width: 12, height: 12, fill: palette.hatch, stroke: palette.control, 'stroke-width': 1 }),
          textLine(figure.words.newThemes, { x: second + 20, y: top, style: SMALL, fill: palette.text }),
        ]),
  ];
}

interface Block {
  readonly nodes: readonly SvgNode[];
  readonly end: number;
}

function paragraphs(texts: readonly string[], top: number, width: number, style: TextStyle, fill: string): Block {
  const height = Math.round(style.size * 1.35);
  const lines = texts.flatMap((text) => wrapText(text, width, style).filter((part) => part !== ''));
  const nodes = lines.map((text, at) => textLine(text, { x: 0, y: top + (at + 0.8) * height, style, fill }));
  return { nodes, end: top + lines.length * height };
}

/**
 * Themes by number of interviews: the curve that does not depend on their order, what each interview brought, and where heard and likely
 * unseen themes together lie. `file` has ground, title and notes inside the picture.
 */
export function accumulationChart(
  figure: AccumulationFigure,
  options: { readonly palette: ChartPalette; readonly width: number; readonly frame: 'screen' | 'file'; readonly idPrefix?: string },
): SvgNode {
  const { palette, frame, idPrefix = 'chart' } = options;
  const padding = frame === 'file' ? 24 : 0;
  const outer = Math.max(360, Math.round(options.width));
  const width = outer - 2 * padding;
  const title = frame === 'file' ? paragraphs([figure.title], 0, width, TITLE, palette.text) : { nodes: [], end: 0 };
  const legendTop = title.end + (frame === 'file' ? 26 : 14);
  const axisTop = legendTop + 26;
  const top = axisTop + 18;
  const bottom = top + PLOT_HEIGHT;
  const cases = Math.max(1, figure.curve.length - 1);
  const most = Math.max(1, ...figure.curve, ...(figure.newByCase ?? []), figure.likely ?? 0);
  const plot: Plot = {
    x: (at) => LEFT + ((width - LEFT - RIGHT) * at) / cases,
    y: (themes) => bottom - (PLOT_HEIGHT * themes) / (most * 1.06),
    bottom,
    palette,
  };
  const notes = frame === 'file' ? paragraphs(figure.notes, bottom + 54, width, NOTE, palette.text2) : { nodes: [], end: bottom + 46 };
  const height = Math.ceil(notes.end + 2 * padding);
  const body = [
    ...title.nodes,
    ...legend(figure, legendTop, palette),
    textLine(figure.words.themesAxis, { x: 0, y: axisTop, style: FIGURE, fill: palette.text2 }),
    ...axes(plot, figure, most, width),
    ...(figure.newByCase === null ? [] : bars(plot, figure.newByCase)),
    ...ceiling(plot, figure, width),
    ...line(plot, figure),
    ...notes.nodes,
  ];
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: outer,
      height,
      viewBox: `0 0 ${outer} ${height}`,
      role: 'img',
      lang: figure.language,
      'aria-labelledby': `${idPrefix}-title ${idPrefix}-desc`,
      'font-family': CHART_FONTS,
    },
    el('title', { id: `${idPrefix}-title` }, figure.title),
    el('desc', { id: `${idPrefix}-desc` }, figure.description),
    ...(frame === 'file' ? [el('rect', { x: 0, y: 0, width: outer, height, fill: palette.surface })] : []),
    el('g', { transform: `translate(${padding} ${padding})` }, ...body),
  );
}
