import {
  baseOf,
  type ExhibitColumn,
  type ExhibitRow,
  type ReleasedBase,
  type ReleasedCell,
  type ReleasedExhibit,
} from '../model/exhibit.ts';
import { axisOf, type Axis } from './axis.ts';
import { columnLabel, figuresOf, headingText, partsOf, signOf, type ChartFigure } from './chart-figures.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText } from './figure-text.ts';
import { ellipsis, textWidth, wrapText, type TextStyle } from './layout.ts';
import { marker } from './markers.ts';
import { baselineFor, centredLines, FIGURE, LABEL, LABEL_LINE, selectionBand, SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

const LINE = 24;
const BLOCK_GAP = 12;
const INDENT = 14;
const DOT = 4.5;
const TICK: TextStyle = { size: 12, weight: 400 };
const HEADING: TextStyle = { size: 14, weight: 600 };
const PART: TextStyle = { size: 13, weight: 600 };
const AXIS = 24;

interface Drawing {
  readonly exhibit: ReleasedExhibit;
  readonly area: DrawingArea;
  readonly figure: (cell: ReleasedCell | undefined) => ChartFigure | null;
  readonly axis: Axis;
  readonly label: number;
  readonly x: (value: number) => number;
  readonly from: number;
  readonly to: number;
  /** Where a figure ends, and where its interval begins. */
  readonly figureEnd: number;
  readonly intervalAt: number;
}

/** Groups in their own order where several rows are compared; by value, "Alle" first, where there is one row. */
function orderedColumns(exhibit: ReleasedExhibit, row: ExhibitRow, draw: Drawing): readonly number[] {
  const all = exhibit.columns.map((_, at) => at);
  const isBanner = partsOf(exhibit.columns).length > 1;
  if (exhibit.rows.length > 1 || exhibit.kind === 'likert' || isBanner) return all;
  const value = (at: number) => draw.figure(row.cells[at])?.value ?? Number.NEGATIVE_INFINITY;
  const descending = (a: number, b: number) => (value(a) === value(b) ? a - b : value(b) > value(a) ? 1 : -1);
  return [...all.slice(0, 1), ...all.slice(1).toSorted(descending)];
}

function lettersSpan(letters: string, draw: Drawing): (SvgNode | string)[] {
  return letters === '' ? [] : [el('tspan', { 'font-weight': 600, fill: draw.area.palette.text }, `  ${letters}`)];
}

function dotMarks(found: ChartFigure, middle: number, isLow: boolean, draw: Drawing): SvgNode[] {
  const { palette } = draw.area;
  const y = baselineFor(middle, FIGURE.size);
  const { low, high, letters } = found;
  const interval = found.interval === '' ? '' : `(${found.interval})`;
  return [
    ...(low === null || high === null
      ? []
      : [el('line', { x1: draw.x(low), y1: middle, x2: draw.x(high), y2: middle, stroke: palette.accent, 'stroke-width': 2 })]),
    marker({ x: draw.x(found.value), y: middle }, { shape: 'circle', colour: palette.accent, isOpen: isLow, r: DOT }, palette),
    textLine(found.text, { x: draw.figureEnd, y, style: FIGURE, fill: palette.text, anchor: 'end' }),
    ...(interval === '' && letters === ''
      ? []
      : [
          el(
            'text',
            { x: draw.intervalAt, y, 'font-size': SMALL.size, fill: palette.text2 },
            ...(interval === '' ? [] : [interval]),
            ...lettersSpan(letters, draw),
          ),
        ]),
  ];
}

function otherMark(cell: ReleasedCell | undefined, middle: number, draw: Drawing): SvgNode {
  const { palette, words } = draw.area;
  const y = baselineFor(middle, FIGURE.size);
  const { text, symbol } = signOf(cell, words);
  return symbol === null
    ? textLine(text, { x: draw.from + 4, y, style: SMALL, fill: palette.text2, italic: true })
    : textLine(text, { x: draw.figureEnd, y, style: FIGURE, fill: palette.text, anchor: 'end' });
}

/** The line of the row, its mark and figures, and its base. */
function markLine(
  cell: ReleasedCell | undefined,
  base: ReleasedBase | null,
  middle: number,
  printsBase: boolean,
  draw: Drawing,
): SvgNode[] {
  const { area, exhibit } = draw;
  const found = draw.figure(cell);
  const y = Math.round(middle) + 0.5;
  return [
    el('line', { x1: draw.from, y1: y, x2: draw.to + 12, y2: y, stroke: area.palette.hairline, 'stroke-width': 1 }),
    ...(found === null ? [otherMark(cell, middle, draw)] : dotMarks(found, middle, base?.rule === 'low', draw)),
    ...(printsBase
      ? [
          textLine(baseText(base, exhibit.language), {
            x: area.width - 4,
            y: baselineFor(middle, SMALL.size),
            style: SMALL,
            fill: area.palette.text2,
            anchor: 'end',
            italic: true,
          }),
        ]
      : []),
  ];
}

function groupLine(
  row: ExhibitRow,
  column: ExhibitColumn,
  cell: ReleasedCell,
  top: number,
  draw: Drawing,
): { nodes: SvgNode[]; height: number } {
  // The same bases hold in every block, so only the first one prints them.
  const printsBase = row.base !== null || row === draw.exhibit.rows[0];
  const indent = column.headings === undefined || headingText(column.headings) === '' ? INDENT : 2 * INDENT;
  const lines = wrapText(columnLabel(column), draw.label - indent, LABEL, 2);
  const height = Math.max(LINE, lines.length * LABEL_LINE + 4);
  const middle = top + height / 2;
  const label = centredLines(lines, indent, middle, draw.area.palette.text);
  return { nodes: [...label, ...markLine(cell, baseOf(row, column), middle, printsBase, draw)], height };
}

interface Block {
  readonly node: SvgNode;
  readonly height: number;
  /** Where its marks begin: a heading above them may be wider than the labels, so the scale does not run through it. */
  readonly marksFrom: number;
}

/** A row of the table as a heading with its groups below; banner parts have their headings between. */
function block(row: ExhibitRow, top: number, draw: Drawing): Block {
  const { exhibit, area } = draw;
  const indent = (row.indent ?? 0) * INDENT;
  const heading = wrapText(row.label, area.width - indent, HEADING, 3).filter((line) => line !== '');
  const nodes = heading.map((line, at) =>
    textLine(line, { x: indent, y: top + at * LABEL_LINE + 14, style: HEADING, fill: area.palette.text }),
  );
  const marksFrom = top + heading.length * LABEL_LINE + 2;
  let y = marksFrom;
  const partAt = new Map(partsOf(exhibit.columns).map((part) => [part.columns[0] ?? 0, headingText(part.headings)]));
  for (const at of orderedColumns(exhibit, row, draw)) {
    const [column, cell] = [exhibit.columns[at], row.cells[at]];
    if (column === undefined || cell === undefined) continue;
    const part = ellipsis(partAt.get(at) ?? '', draw.label - INDENT + 8, PART);
    if (part !== '') {
      nodes.push(textLine(part, { x: INDENT, y: y + 17, style: PART, fill: area.palette.text2 }));
      y += LINE;
    }
    const line = groupLine(row, column, cell, y, draw);
    nodes.push(...line.nodes);
    y += line.height;
  }
  return { node: el('g', { 'data-row': row.key }, ...nodes), height: y - top, marksFrom };
}

/** One line per row where there is one column: the label is beside the mark. */
function flatRow(row: ExhibitRow, top: number, draw: Drawing): Block {
  const indent = (row.indent ?? 0) * INDENT;
  const lines = wrapText(row.label, draw.label - indent, LABEL, 3);
  const height = Math.max(LINE + 4, lines.length * LABEL_LINE + 8);
  const middle = top + height / 2;
  const column = draw.exhibit.columns[0];
  const base = column === undefined ? null : baseOf(row, column);
  const printsBase = row.base !== null || row === draw.exhibit.rows[0];
  const marks = markLine(row.cells[0], base, middle, printsBase, draw);
  const nodes = [...centredLines(lines, indent, middle, draw.area.palette.text), ...marks];
  return { node: el('g', { 'data-row': row.key }, ...nodes), height, marksFrom: top };
}

/** The lines of the scale, through every stretch of marks. */
function axisLines(stretches: readonly (readonly [number, number])[], draw: Drawing): SvgNode[] {
  const { palette } = draw.area;
  const room = (draw.to - draw.from) / Math.max(1, draw.axis.ticks.length - 1);
  const widest = Math.max(...draw.axis.ticks.map(({ text }) => textWidth(text, TICK)));
  const every = Math.max(1, Math.ceil((widest + 6) / Math.max(1, room)));
  const last = draw.axis.ticks.length - 1;
  return draw.axis.ticks.flatMap(({ value, text }, at) => {
    const x = Math.round(draw.x(value)) + 0.5;
    const stroke = value === 0 ? palette.text3 : palette.hairline;
    const lines = stretches.map(([y1, y2]) => el('line', { x1: x, y1, x2: x, y2, stroke, 'stroke-width': 1 }));
    if ((last - at) % every !== 0) return lines;
    return [...lines, textLine(text, { x, y: 13, style: TICK, fill: palette.text3, anchor: 'middle' })];
  });
}

function drawingOf(exhibit: ReleasedExhibit, area: DrawingArea): Drawing {
  const figure = figuresOf(exhibit, area.words);
  const found = exhibit.rows.flatMap((row) => row.cells.flatMap((cell) => figure(cell) ?? []));
  const axis = axisOf(exhibit, found, { hasIntervals: true });
  const share = Math.max(24, ...found.map(({ text }) => textWidth(text, FIGURE)));
  const beside = found.map(
    ({ interval, letters }) =>
      (interval === '' ? 0 : textWidth(`(${interval})`, SMALL)) + (letters === '' ? 0 : textWidth(`  ${letters}`, FIGURE)),
  );
  const bases = [...exhibit.rows, ...exhibit.columns].map(({ base }) => textWidth(baseText(base, exhibit.language), SMALL));
  const intervalAt = area.width - Math.max(14, ...bases) - 22 - Math.max(0, ...beside);
  const figureEnd = intervalAt - 6;
  const label = Math.round(area.width * 0.32);
  const from = label + 18;
  const to = Math.max(from, figureEnd - share - 26);
  const perUnit = (to - from) / (axis.high - axis.low);
  return { exhibit, area, figure, axis, label, from, to, figureEnd, intervalAt, x: (value) => from + (value - axis.low) * perUnit };
}

/** Items of a summary by value, the highest first and those without a figure last; other rows keep their order. */
function flatRows(exhibit: ReleasedExhibit, draw: Drawing): readonly ExhibitRow[] {
  if (exhibit.kind !== 'summary') return exhibit.rows;
  const value = (row: ExhibitRow) => draw.figure(row.cells[0])?.value ?? Number.NEGATIVE_INFINITY;
  return exhibit.rows.toSorted((a, b) => (value(a) === value(b) ? 0 : value(b) > value(a) ? 1 : -1));
}

/**
 * A dot with its 95 % interval for every group, one block per answer, theme or item, all on one scale; one line per row
 * where there is one column. An open dot is a small base. A hidden figure is its sign in the place of the figure, with
 * no mark on the scale.
 */
export function drawDots(exhibit: ReleasedExhibit, area: DrawingArea): ChartPart {
  const draw = drawingOf(exhibit, area);
  const isFlat = exhibit.columns.length === 1;
  const bands: SvgNode[] = [];
  let y = AXIS + 4;
  const stretches: (readonly [number, number])[] = [];
  const blocks = (isFlat ? flatRows(exhibit, draw) : exhibit.rows).map((row) => {
    const { node, height, marksFrom } = isFlat ? flatRow(row, y, draw) : block(row, y, draw);
    if (row.key === area.selectedRow) bands.push(selectionBand(area.width, isFlat ? y : y - 4, isFlat ? height : height + 8, area.palette));
    if (!isFlat) stretches.push([marksFrom, y + height]);
    y += height + (isFlat ? 0 : BLOCK_GAP);
    return node;
  });
  const bottom = Math.max(AXIS, isFlat ? y : y - BLOCK_GAP);
  return {
    height: bottom + 5,
    defs: [],
    body: [
      ...bands,
      ...axisLines(isFlat ? [[AXIS - 4, bottom]] : [[AXIS - 4, AXIS], ...stretches], draw),
      textLine(area.words.n, { x: area.width - 4, y: 13, style: SMALL, fill: area.palette.text2, anchor: 'end', italic: true }),
      ...blocks,
    ],
  };
}
