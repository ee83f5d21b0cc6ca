import { baseOf, type ExhibitColumn, type ExhibitRow, type ReleasedCell, type ReleasedExhibit } from '../model/exhibit.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText, intervalText, percentText } from './figure-text.ts';
import { ellipsis, textWidth, wrapText, type TextStyle } from './layout.ts';
import { baselineFor, FIGURE, LABEL, LABEL_LINE, SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

const LINE = 24;
const BLOCK_GAP = 12;
const INDENT = 14;
const DOT = 4.5;
const TICK: TextStyle = { size: 12, weight: 400 };
const HEADING: TextStyle = { size: 14, weight: 600 };
const AXIS = 24;

interface Drawing {
  readonly exhibit: ReleasedExhibit;
  readonly area: DrawingArea;
  readonly label: number;
  readonly from: number;
  readonly perPercent: number;
  /** Where the figures begin. */
  readonly figuresAt: number;
  readonly intervalAt: number;
}

/** The highest limit decides the axis, rounded up to a quarter: an interval is never cut. */
function axisEnd(exhibit: ReleasedExhibit): number {
  const highs = exhibit.rows.flatMap((row) => row.cells.map((cell) => (cell.state === 'shown' ? Math.max(cell.high, cell.percent) : 0)));
  return Math.min(100, Math.max(25, Math.ceil(Math.max(0, ...highs) / 25) * 25));
}

/** Groups in their own order where several rows are compared; by value, "Alle" first, where there is one row. */
function orderedColumns(exhibit: ReleasedExhibit, row: ExhibitRow): number[] {
  const all = exhibit.columns.map((_, at) => at);
  if (exhibit.rows.length > 1 || exhibit.kind === 'likert') return all;
  const value = (at: number) => {
    const cell = row.cells[at];
    return cell?.state === 'shown' ? cell.percent : -1;
  };
  return [...all.slice(0, 1), ...all.slice(1).toSorted((a, b) => value(b) - value(a))];
}

function dotMarks(cell: Extract<ReleasedCell, { state: 'shown' }>, middle: number, isLow: boolean, draw: Drawing): SvgNode[] {
  const { exhibit, area, from, perPercent } = draw;
  const { palette } = area;
  const x = from + cell.percent * perPercent;
  const y = baselineFor(middle, FIGURE.size);
  return [
    el('line', {
      x1: from + cell.low * perPercent,
      y1: middle,
      x2: from + cell.high * perPercent,
      y2: middle,
      stroke: palette.accent,
      'stroke-width': 2,
    }),
    el('circle', {
      cx: x,
      cy: middle,
      r: isLow ? DOT - 1 : DOT,
      fill: isLow ? palette.surface : palette.accent,
      stroke: palette.accent,
      'stroke-width': isLow ? 2 : 0,
    }),
    textLine(percentText(cell.percent, exhibit), { x: draw.intervalAt - 6, y, style: FIGURE, fill: palette.text, anchor: 'end' }),
    textLine(`(${intervalText(cell.low, cell.high, exhibit)})`, { x: draw.intervalAt, y, style: SMALL, fill: palette.text2 }),
  ];
}

function otherMark(cell: Exclude<ReleasedCell, { state: 'shown' }>, middle: number, draw: Drawing): SvgNode {
  const { palette, words } = draw.area;
  const y = baselineFor(middle, FIGURE.size);
  if (cell.state === 'words') {
    return textLine(words.shareWords[cell.words], { x: draw.from + 4, y, style: SMALL, fill: palette.text2, italic: true });
  }
  const sign = cell.state === 'hidden' ? ':' : cell.state === 'missing' ? '..' : '.';
  return textLine(sign, { x: draw.intervalAt - 6, y, style: FIGURE, fill: palette.text, anchor: 'end' });
}

function groupLine(row: ExhibitRow, column: ExhibitColumn, cell: ReleasedCell, top: number, draw: Drawing): SvgNode[] {
  // The same bases hold in every block, so only the first one prints them.
  const printsBase = row.base !== null || row === draw.exhibit.rows[0];
  const { area, exhibit, label } = draw;
  const { palette } = area;
  const middle = top + LINE / 2;
  const base = baseOf(row, column);
  return [
    el('line', {
      x1: draw.from,
      y1: Math.round(middle) + 0.5,
      x2: draw.figuresAt - 8,
      y2: Math.round(middle) + 0.5,
      stroke: palette.hairline,
      'stroke-width': 1,
    }),
    textLine(ellipsis(column.label, label - INDENT, LABEL), {
      x: INDENT,
      y: baselineFor(middle, LABEL.size),
      style: LABEL,
      fill: palette.text,
    }),
    ...(cell.state === 'shown' ? dotMarks(cell, middle, base?.rule === 'low', draw) : [otherMark(cell, middle, draw)]),
    ...(printsBase
      ? [
          textLine(baseText(base, exhibit.language), {
            x: area.width - 4,
            y: baselineFor(middle, SMALL.size),
            style: SMALL,
            fill: palette.text2,
            anchor: 'end',
            italic: true,
          }),
        ]
      : []),
  ];
}

function block(row: ExhibitRow, top: number, draw: Drawing): { readonly node: SvgNode; readonly height: number } {
  const indent = (row.indent ?? 0) * INDENT;
  const heading = wrapText(row.label, draw.area.width - indent, HEADING, 3).filter((line) => line !== '');
  const lines = heading.map((line, at) =>
    textLine(line, { x: indent, y: top + at * LABEL_LINE + 14, style: HEADING, fill: draw.area.palette.text }),
  );
  let y = top + heading.length * LABEL_LINE + 2;
  const groups = orderedColumns(draw.exhibit, row).flatMap((at) => {
    const column = draw.exhibit.columns[at];
    const cell = row.cells[at];
    if (column === undefined || cell === undefined) return [];
    y += LINE;
    return groupLine(row, column, cell, y - LINE, draw);
  });
  return { node: el('g', { 'data-row': row.key }, ...lines, ...groups), height: y - top };
}

function axis(end: number, bottom: number, draw: Drawing): SvgNode[] {
  const { palette } = draw.area;
  return Array.from({ length: end / 25 + 1 }, (_, at) => at * 25).flatMap((tick) => {
    const x = Math.round(draw.from + tick * draw.perPercent) + 0.5;
    const isLast = tick === end;
    return [
      el('line', { x1: x, y1: AXIS - 4, x2: x, y2: bottom, stroke: tick === 0 ? palette.text3 : palette.hairline, 'stroke-width': 1 }),
      textLine(isLast ? percentText(tick, { decimals: 0, language: draw.exhibit.language }) : String(tick), {
        x,
        y: 13,
        style: TICK,
        fill: palette.text3,
        anchor: 'middle',
      }),
    ];
  });
}

function drawingOf(exhibit: ReleasedExhibit, area: DrawingArea, end: number): Drawing {
  const shown = exhibit.rows.flatMap((row) => row.cells).filter((cell) => cell.state === 'shown');
  const share = Math.max(24, ...shown.map((cell) => textWidth(percentText(cell.percent, exhibit), FIGURE)));
  const interval = Math.max(0, ...shown.map((cell) => textWidth(`(${intervalText(cell.low, cell.high, exhibit)})`, SMALL)));
  const bases = [...exhibit.rows, ...exhibit.columns].map((each) => textWidth(baseText(each.base, exhibit.language), SMALL));
  const intervalAt = area.width - Math.max(14, ...bases) - 22 - interval;
  const figuresAt = intervalAt - 6 - share;
  const label = Math.round(area.width * 0.3);
  const from = label + 12;
  return { exhibit, area, label, from, figuresAt, intervalAt, perPercent: Math.max(0, figuresAt - 22 - from) / end };
}

/**
 * A dot with its 95 % interval for every group, one block per answer or theme, all on one scale. An open dot is a small
 * base. A hidden figure is its sign in the place of the figure, with no mark on the scale.
 */
export function drawDots(exhibit: ReleasedExhibit, area: DrawingArea): ChartPart {
  const end = axisEnd(exhibit);
  const draw = drawingOf(exhibit, area, end);
  const bands: SvgNode[] = [];
  let y = AXIS + 4;
  const blocks = exhibit.rows.map((row) => {
    const { node, height } = block(row, y, draw);
    if (row.key === area.selectedRow)
      bands.push(el('rect', { x: 0, y: y - 4, width: area.width, height: height + 8, rx: 4, fill: area.palette.selected }));
    y += height + BLOCK_GAP;
    return node;
  });
  const bottom = Math.max(AXIS, y - BLOCK_GAP);
  return {
    height: bottom + 2,
    defs: [],
    body: [
      ...bands,
      ...axis(end, bottom, draw),
      textLine(area.words.n, { x: area.width - 4, y: 13, style: SMALL, fill: area.palette.text2, anchor: 'end', italic: true }),
      ...blocks,
    ],
  };
}
