import type { CellSymbol } from '../model/exhibit.ts';
import type { Canvas } from './chart-options.ts';
import { ellipsis, textWidth, type TextStyle } from './layout.ts';
import type { ChartPalette, ScaleFill } from './palette.ts';
import { el, type SvgNode } from './svg-node.ts';

/** Fonts of a chart, the interface's first; the others stand in where it is not installed. */
export const CHART_FONTS = "'Source Sans 3', 'Source Sans 3 Variable', 'Source Sans Pro', 'Segoe UI', system-ui, sans-serif";

export const LABEL: TextStyle = { size: 14, weight: 400 };
export const LABEL_LINE = 18;
export const SMALL: TextStyle = { size: 13, weight: 400 };
export const FIGURE: TextStyle = { size: 13, weight: 600 };
export const BAR_HEIGHT = 28;
export const ROW_GAP = 15;

export interface TextAt {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly style: TextStyle;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly italic?: boolean;
}

/** One line of text. */
export function textLine(text: string, { x, y, style, fill, anchor = 'start', italic = false }: TextAt): SvgNode {
  return el(
    'text',
    {
      x,
      y,
      'font-size': style.size,
      fill,
      ...(style.weight === 400 ? {} : { 'font-weight': style.weight }),
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      ...(italic ? { 'font-style': 'italic' } : {}),
    },
    text,
  );
}

/** The same text with an edge in the ground's colour, for figures that stand on lines. */
export function withHalo(text: SvgNode, palette: ChartPalette): SvgNode {
  const edge = { stroke: palette.surface, 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return { ...text, attrs: { ...text.attrs, ...edge } };
}

/** Lines of a label, centred on a height. */
export function centredLines(lines: readonly string[], x: number, middle: number, fill: string, style: TextStyle = LABEL): SvgNode[] {
  const top = middle - (lines.length * LABEL_LINE) / 2;
  return lines.map((line, at) => textLine(line, { x, y: top + at * LABEL_LINE + LABEL_LINE * 0.74, style, fill }));
}

/** Baseline that centres figures of a size on a height: Source Sans 3 has digits 0.65 em high. */
export function baselineFor(middle: number, size: number): number {
  return middle + size * 0.33;
}

function patternId(area: Canvas, name: string): string {
  return `${area.idPrefix}-${name}`;
}

/** 16 px is a whole number of pixels both on screen and at 300 dots per inch, so tiles join without a seam. */
const TILE = 16;

/** A tile of rising lines, `count` of them in its width; drawn past the edges so that neighbours meet. */
function linesTile(id: string, ground: string, count: number, line: { readonly stroke: string; readonly width: number }): SvgNode {
  const step = TILE / count;
  const lines = Array.from({ length: 2 * count + 1 }, (_, at) => (at + 0.5) * step).map((x) =>
    el('line', { x1: x - TILE - 4, y1: TILE + 4, x2: x + 4, y2: -4, stroke: line.stroke, 'stroke-width': line.width }),
  );
  return el(
    'pattern',
    { id, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' },
    el('rect', { width: TILE, height: TILE, fill: ground }),
    ...lines,
  );
}

/** Diagonal lines for what is not shown. */
export function hatchPattern(area: Canvas): SvgNode {
  return linesTile(patternId(area, 'hatch'), area.palette.surface, 2, { stroke: area.palette.hatch, width: 1.2 });
}

/** Value of `fill` for what is not shown. */
export function hatchFill(area: Canvas): string {
  return `url(#${patternId(area, 'hatch')})`;
}

/** Lines in the accent for bars of a small base. */
export function lowPattern(area: Canvas): SvgNode {
  return linesTile(patternId(area, 'low'), area.palette.surface, 4, { stroke: area.palette.accent, width: 1.6 });
}

/** Value of `fill` for a bar of a small base. */
export function lowFill(area: Canvas): string {
  return `url(#${patternId(area, 'low')})`;
}

function fillPattern(area: Canvas, step: number, { fill, pattern, patternInk = 'none' }: ScaleFill): SvgNode {
  const id = patternId(area, `fill-${step}`);
  if (pattern === 'dense-lines') return linesTile(id, fill, 4, { stroke: patternInk, width: 1.4 });
  if (pattern === 'lines') return linesTile(id, fill, 2, { stroke: patternInk, width: 1.3 });
  const dots = [2, 6, 10, 14].flatMap((y, row) =>
    [row % 2 === 0 ? 2 : 6, row % 2 === 0 ? 10 : 14].map((x) => el('circle', { cx: x, cy: y, r: 1.3, fill: patternInk })),
  );
  return el(
    'pattern',
    { id, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' },
    el('rect', { width: TILE, height: TILE, fill }),
    ...dots,
  );
}

/** The patterns that a set of fills needs; none on screen and in colour. */
export function fillDefs(area: Canvas, fills: readonly ScaleFill[]): SvgNode[] {
  return fills.flatMap((fill, step) => (fill.pattern === undefined ? [] : [fillPattern(area, step, fill)]));
}

/** Value of the `fill` attribute for a step. */
export function paintOf(area: Canvas, step: number, fill: ScaleFill): string {
  return fill.pattern === undefined ? fill.fill : `url(#${patternId(area, `fill-${step}`)})`;
}

/** A plate behind a text that stands on a pattern. */
export function plate(width: number, centre: { readonly x: number; readonly y: number }, palette: ChartPalette): SvgNode {
  return el('rect', { x: centre.x - width / 2, y: centre.y - 9, width, height: 18, rx: 2, fill: palette.surface });
}

/** Room that a hidden bar needs for its text. */
export function hiddenBarWidth(text: string): number {
  return Math.ceil(textWidth(`:  ${text}`, SMALL)) + 28;
}

/** The dashed, hatched bar of an item that is not shown: equally wide for all, so its length tells nothing. */
export function hiddenBar(
  { sign, text }: { readonly sign: CellSymbol; readonly text: string },
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  area: Canvas,
): SvgNode[] {
  const { palette } = area;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const label = text === '' ? '' : ellipsis(text, box.width - 24 - textWidth(':  ', SMALL), SMALL);
  const content = label === '' ? sign : `${sign} ${label}`;
  return [
    el('rect', {
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: box.width - 1,
      height: box.height - 1,
      rx: 2,
      fill: hatchFill(area),
      stroke: palette.control,
      'stroke-width': 1,
      'stroke-dasharray': '4 3',
    }),
    plate(textWidth(content, SMALL) + 10, centre, palette),
    el(
      'text',
      { x: centre.x, y: baselineFor(centre.y, SMALL.size), 'font-size': SMALL.size, fill: palette.text2, 'text-anchor': 'middle' },
      el('tspan', { 'font-weight': 600, fill: palette.text }, sign),
      ...(label === '' ? [] : [` ${label}`]),
    ),
  ];
}

/** The band behind the current row. */
export function selectionBand(width: number, y: number, height: number, palette: ChartPalette): SvgNode {
  return el('rect', { x: 0, y, width, height, rx: 4, fill: palette.selected });
}
