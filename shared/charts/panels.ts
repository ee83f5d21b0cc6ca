import { baseOf, type ExhibitColumn, type ExhibitRow, type ReleasedCell, type ReleasedExhibit } from '../model/exhibit.ts';
import { axisOf, type Axis } from './axis.ts';
import { turned } from './battery.ts';
import { columnLabel, figuresOf, headingText, partsOf, signOf, type ChartFigure } from './chart-figures.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText } from './figure-text.ts';
import { textWidth, wrapText, type TextStyle } from './layout.ts';
import {
  baselineFor,
  centredLines,
  FIGURE,
  hatchPattern,
  hiddenBar,
  LABEL,
  LABEL_LINE,
  lowFill,
  lowPattern,
  selectionBand,
  SMALL,
  textLine,
} from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

const BAR = 16;
const ROW = 26;
const INDENT = 14;
const BETWEEN = 20;
const LEAST = 128;
const MOST_PER_LINE = 4;
const HIDDEN_WIDTH = 36;
const TITLE: TextStyle = { size: 14, weight: 600 };
const PART: TextStyle = { size: 13, weight: 600 };
const LINE_GAP = 22;

interface Drawing {
  readonly exhibit: ReleasedExhibit;
  readonly area: DrawingArea;
  readonly figure: (cell: ReleasedCell | undefined) => ChartFigure | null;
  readonly axis: Axis;
  readonly label: number;
  readonly panel: number;
  /** Room for the figure beside a bar. */
  readonly beside: number;
  readonly perLine: number;
}

function textOf({ text, letters }: ChartFigure): string {
  return letters === '' ? text : `${text}  ${letters}`;
}

function drawingOf(exhibit: ReleasedExhibit, area: DrawingArea): Drawing {
  const figure = figuresOf(exhibit, area.words);
  const found = exhibit.rows.flatMap((row) => row.cells.flatMap((cell) => figure(cell) ?? []));
  const label = Math.round(Math.min(area.width * 0.3, 240));
  const signs = exhibit.rows.flatMap((row) =>
    row.cells.map((cell) => (cell.state === 'words' ? textWidth(signOf(cell, area.words).text, SMALL) : 0)),
  );
  const beside = Math.max(28, ...found.map((each) => textWidth(textOf(each), FIGURE))) + 10;
  const least = Math.max(LEAST, beside + 70, ...signs.map((width) => width + 8));
  const room = area.width - label - 12;
  const perLine = Math.max(1, Math.min(MOST_PER_LINE, exhibit.columns.length, Math.floor((room + BETWEEN) / (least + BETWEEN))));
  const panel = (room - (perLine - 1) * BETWEEN) / perLine;
  return { exhibit, area, figure, axis: axisOf(exhibit, found, { hasIntervals: false, isTight: true }), label, panel, beside, perLine };
}

/** Where the bars of a panel begin and how long they are. Below zero they go left. */
function scaleOf(left: number, { axis, panel, beside }: Drawing): (value: number) => number {
  const start = left + (axis.low < 0 ? beside : 0);
  const room = panel - beside - (axis.low < 0 ? beside : 0);
  return (value) => start + ((value - axis.low) / (axis.high - axis.low)) * Math.max(0, room);
}

function barNodes(cell: ReleasedCell | undefined, middle: number, left: number, isLow: boolean, draw: Drawing): SvgNode[] {
  const { palette, words } = draw.area;
  const x = scaleOf(left, draw);
  const y = baselineFor(middle, FIGURE.size);
  const found = draw.figure(cell);
  if (found !== null) {
    const [zero, end] = [x(0), x(found.value)];
    const isLeft = found.value < 0;
    const paint = isLow ? { fill: lowFill(draw.area), stroke: palette.accent, 'stroke-width': 1 } : { fill: palette.accent };
    return [
      el('rect', { x: Math.min(zero, end), y: middle - BAR / 2, width: Math.abs(end - zero), height: BAR, ...paint }),
      textLine(textOf(found), { x: end + (isLeft ? -6 : 6), y, style: FIGURE, fill: palette.text, anchor: isLeft ? 'end' : 'start' }),
    ];
  }
  const zero = x(0);
  if (cell?.state === 'hidden')
    return hiddenBar({ sign: ':', text: '' }, { x: zero, y: middle - BAR / 2 - 1, width: HIDDEN_WIDTH, height: BAR + 2 }, draw.area);
  const { text, symbol } = signOf(cell, words);
  return [textLine(text, { x: zero + 5, y, style: SMALL, fill: palette.text2, italic: symbol === null })];
}

interface Panel {
  readonly column: ExhibitColumn;
  readonly at: number;
  readonly title: readonly string[];
  readonly left: number;
}

function panelTitle({ title, left }: Panel, bottom: number, base: string, draw: Drawing): SvgNode[] {
  const { palette, words } = draw.area;
  return [
    ...title.map((line, index) =>
      textLine(line, { x: left, y: bottom - (title.length - index) * 17 - 6, style: TITLE, fill: palette.text }),
    ),
    ...(base === '' ? [] : [textLine(`${words.n} = ${base}`, { x: left, y: bottom - 7, style: SMALL, fill: palette.text2, italic: true })]),
  ];
}

interface Line {
  /** Headings of the banner's parts, each over the panels it holds in this line. */
  readonly headings: readonly { readonly lines: readonly string[]; readonly left: number }[];
  readonly panels: readonly Panel[];
}

function headingsOf(panels: readonly Panel[], { panel }: Drawing): Line['headings'] {
  return partsOf(panels.map(({ column }) => column)).map(({ headings, columns }) => ({
    lines: wrapText(headingText(headings), columns.length * (panel + BETWEEN) - BETWEEN, PART, 3).filter((line) => line !== ''),
    left: panels[columns[0] ?? 0]?.left ?? 0,
  }));
}

/** Panels side by side, line by line. */
function linesOf(draw: Drawing): Line[] {
  const { exhibit, panel, perLine, label } = draw;
  return Array.from({ length: Math.ceil(exhibit.columns.length / perLine) }, (_, at) => {
    const panels = exhibit.columns.slice(at * perLine, (at + 1) * perLine).map((column, index) => ({
      column,
      at: at * perLine + index,
      title: wrapText(columnLabel(column), panel, TITLE, 4),
      left: label + 12 + index * (panel + BETWEEN),
    }));
    return { panels, headings: headingsOf(panels, draw) };
  });
}

function rowHeight(row: ExhibitRow, draw: Drawing): number {
  return Math.max(ROW, wrapText(row.label, draw.label - (row.indent ?? 0) * INDENT, LABEL, 3).length * LABEL_LINE + 6);
}

function rowNodes(row: ExhibitRow, line: Line, top: number, draw: Drawing): SvgNode[] {
  const height = rowHeight(row, draw);
  const middle = top + height / 2;
  const indent = (row.indent ?? 0) * INDENT;
  return [
    ...centredLines(wrapText(row.label, draw.label - indent, LABEL, 3), indent, middle, draw.area.palette.text),
    ...line.panels.flatMap(({ column, at, left }) => barNodes(row.cells[at], middle, left, baseOf(row, column)?.rule === 'low', draw)),
  ];
}

function zeroLines(line: Line, top: number, bottom: number, draw: Drawing): SvgNode[] {
  return line.panels.map(({ left }) => {
    const x = Math.round(scaleOf(left, draw)(0)) + 0.5;
    return el('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: draw.area.palette.text3, 'stroke-width': 1 });
  });
}

/** The base over a panel: the column's own; in a battery that was turned, its item's. */
function panelBase({ column }: Panel, { exhibit }: Drawing): string {
  return baseText(column.base, exhibit.language);
}

/** Small multiples: bars from zero in one panel per group, or per item of a battery, all on the same scale. */
export function drawPanels(given: ReleasedExhibit, area: DrawingArea): ChartPart {
  const exhibit = given.kind === 'likert' ? itemsAsGroups(given) : given;
  const draw = drawingOf(exhibit, area);
  const byRow = new Map<string, SvgNode[]>(exhibit.rows.map((row) => [row.key, []]));
  const [body, bands]: [SvgNode[], SvgNode[]] = [[], []];
  let y = 0;
  for (const [index, line] of linesOf(draw).entries()) {
    if (index > 0) y += LINE_GAP;
    const headingLines = Math.max(0, ...line.headings.map(({ lines }) => lines.length));
    for (const { lines, left } of line.headings)
      body.push(...lines.map((text, at) => textLine(text, { x: left, y: y + at * 17 + 13, style: PART, fill: area.palette.text2 })));
    y += headingLines === 0 ? 0 : headingLines * 17 + 6;
    const hasBase = line.panels.some((panel) => panelBase(panel, draw) !== '');
    y += Math.max(...line.panels.map(({ title }) => title.length)) * 17 + (hasBase ? 20 : 4);
    for (const panel of line.panels) body.push(...panelTitle(panel, hasBase ? y : y + 14, panelBase(panel, draw), draw));
    const top = y;
    for (const row of exhibit.rows) {
      const height = rowHeight(row, draw);
      if (row.key === area.selectedRow) bands.push(selectionBand(area.width, y, height, area.palette));
      byRow.get(row.key)?.push(...rowNodes(row, line, y, draw));
      y += height;
    }
    body.push(...zeroLines(line, top, y, draw));
  }
  const cells = exhibit.rows.flatMap((row) => row.cells);
  const bases = [...exhibit.rows, ...exhibit.columns].map(({ base }) => base?.rule);
  return {
    height: y + 2,
    defs: [
      ...(cells.some(({ state }) => state === 'hidden') ? [hatchPattern(area)] : []),
      ...(bases.includes('low') ? [lowPattern(area)] : []),
    ],
    body: [...bands, ...body, ...[...byRow].map(([key, nodes]) => el('g', { 'data-row': key }, ...nodes))],
  };
}

/** A battery with its items as groups, each with its own base. */
function itemsAsGroups(exhibit: ReleasedExhibit): ReleasedExhibit {
  const answers = turned({ ...exhibit, kind: 'crosstab' });
  return {
    ...answers,
    kind: 'crosstab',
    columns: exhibit.rows.map(({ key, label, base }) => ({ key, label, base })),
    rows: answers.rows.map((row) => ({ ...row, base: null })),
  };
}
