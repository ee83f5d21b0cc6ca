import type { Battery, BatteryRow } from './battery.ts';
import type { DrawingArea } from './chart-options.ts';
import { numberText } from './figure-text.ts';
import { textWidth } from './layout.ts';
import { halves, neutralColumn, shareOf } from './likert-order.ts';
import type { ScaleFill } from './palette.ts';
import { BAR_HEIGHT, baselineFor, FIGURE, hiddenBar, paintOf, plate, SMALL, textLine } from './parts.ts';
import type { StackedMode, StackedScale } from './stacked-scale.ts';
import { el, type SvgNode } from './svg-node.ts';

/** A figure stands in every segment of at least this share. */
const FIGURE_FROM = 0.06;
const SEPARATOR = 1.5;

/** Where labels, bars and bases stand. */
export interface StackedColumns {
  readonly label: number;
  /** Where the bars may be, and where n ends. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

interface Segment {
  readonly column: number;
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** Segments of one bar in px: the low half ends, and the high half begins, at the zero line; or all begin there. */
function segmentsOf(row: BatteryRow, { battery, scale, mode }: StackedDrawing): { main: Segment[]; side: Segment[] } {
  const middle = neutralColumn(battery);
  const isAside = scale.side !== null;
  const order = battery.columns.map((_, at) => at).filter((at) => !isAside || at !== middle);
  const split = middle === null || isAside ? 0 : shareOf(row, [middle]) / 2;
  const isFromZero = mode === 'none' || battery.scale?.kind !== 'diverging';
  let x = scale.zero - (isFromZero ? 0 : (shareOf(row, halves(battery).low) + split) * scale.perShare);
  const main = order.map((column) => {
    const share = shareOf(row, [column]);
    const from = x;
    x += share * scale.perShare;
    return { column, share, from, to: x };
  });
  const side =
    scale.side === null || middle === null
      ? []
      : [{ column: middle, share: shareOf(row, [middle]), from: scale.side, to: scale.side + shareOf(row, [middle]) * scale.perShare }];
  return { main: main.filter(({ share }) => share > 0), side: side.filter(({ share }) => share > 0) };
}

function figureText(cell: { readonly percent: number; readonly count: number }, { battery }: StackedDrawing): string {
  return battery.unit === 'count'
    ? numberText(cell.count, 0, battery.language)
    : numberText(cell.percent, battery.decimals, battery.language);
}

function figure(segment: Segment, row: BatteryRow, top: number, draw: StackedDrawing): SvgNode[] {
  const cell = row.cells[segment.column];
  const fill = draw.fills[segment.column];
  if (cell?.state !== 'shown' || fill === undefined || segment.share < FIGURE_FROM) return [];
  const text = figureText(cell, draw);
  const width = textWidth(text, FIGURE);
  if (width - 1 > segment.to - segment.from) return [];
  const centre = { x: (segment.from + segment.to) / 2, y: top + BAR_HEIGHT / 2 };
  const plateWidth = Math.min(width + 6, segment.to - segment.from - 1);
  return [
    ...(fill.pattern === undefined ? [] : [plate(plateWidth, centre, draw.area.palette)]),
    textLine(text, { x: centre.x, y: baselineFor(centre.y, FIGURE.size), style: FIGURE, fill: fill.ink, anchor: 'middle' }),
  ];
}

/** What the bars of a stacked chart share. */
export interface StackedDrawing {
  readonly battery: Battery;
  readonly area: DrawingArea;
  readonly mode: StackedMode;
  readonly columns: StackedColumns;
  readonly scale: StackedScale;
  readonly fills: readonly ScaleFill[];
  readonly hiddenWidth: number;
}

function bar(segments: readonly Segment[], row: BatteryRow, top: number, draw: StackedDrawing): SvgNode[] {
  const first = segments[0];
  const last = segments.at(-1);
  if (first === undefined || last === undefined) return [];
  const { palette } = draw.area;
  const rects = segments.map(({ column, from, to }) => {
    const fill = draw.fills[column];
    return el('rect', {
      x: from,
      y: top,
      width: to - from,
      height: BAR_HEIGHT,
      fill: fill === undefined ? 'none' : paintOf(draw.area, column, fill),
    });
  });
  const separators = segments
    .slice(1)
    .map(({ from }) =>
      el('line', { x1: from, y1: top, x2: from, y2: top + BAR_HEIGHT, stroke: palette.surface, 'stroke-width': SEPARATOR }),
    );
  const outline = el('rect', {
    x: first.from + 0.5,
    y: top + 0.5,
    width: Math.max(0, last.to - first.from - 1),
    height: BAR_HEIGHT - 1,
    fill: 'none',
    stroke: palette.outline,
    'stroke-width': 1,
  });
  return [...rects, ...separators, outline, ...segments.flatMap((segment) => figure(segment, row, top, draw))];
}

/** The small bars of the answers outside the scale, in grey, with their figure beside them. */
function asideBars(row: BatteryRow, barTop: number, draw: StackedDrawing): SvgNode[] {
  const { palette } = draw.area;
  const [top, height] = [barTop + 6, BAR_HEIGHT - 12];
  const y = baselineFor(barTop + BAR_HEIGHT / 2, SMALL.size);
  return row.aside.flatMap(({ cell, share }, at) => {
    const from = draw.scale.aside[at] ?? draw.columns.to;
    if (cell.state === 'hidden')
      return hiddenBar({ sign: ':', text: '' }, { x: from, y: top - 1, width: 24, height: height + 2 }, draw.area);
    if (cell.state !== 'shown') return [];
    const width = share * draw.scale.perShare;
    return [
      el('rect', { x: from, y: top, width, height, fill: palette.aside, stroke: palette.outline, 'stroke-width': 1 }),
      textLine(figureText(cell, draw), { x: from + width + 5, y, style: SMALL, fill: palette.text }),
    ];
  });
}

/** The bar of an item that is shown in full, with what stands beside it. */
export function itemBars(row: BatteryRow, barTop: number, draw: StackedDrawing): SvgNode[] {
  const { main, side } = segmentsOf(row, draw);
  return [...bar(main, row, barTop, draw), ...bar(side, row, barTop, draw), ...asideBars(row, barTop, draw)];
}
