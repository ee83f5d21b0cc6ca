import type { ExhibitRow, ReleasedCell, ReleasedExhibit } from '../model/exhibit.ts';
import { axisOf } from './axis.ts';
import { figuresOf, signOf, type ChartFigure } from './chart-figures.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText } from './figure-text.ts';
import { textWidth, wrapText } from './layout.ts';
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

const BAR = 22;
const GAP = 12;
const INDENT = 14;
const HIDDEN_WIDTH = 56;

/** The first column's cell: a bar chart has one column. */
function cellOf(row: ExhibitRow): ReleasedCell {
  return row.cells[0] ?? { state: 'missing' };
}

/** Categories without order by size, hidden ones last; an ordered scale and a theme tree keep their order. */
export function orderedRows(exhibit: ReleasedExhibit): readonly ExhibitRow[] {
  const isTree = exhibit.rows.some((row) => (row.indent ?? 0) > 0);
  if (isTree || (exhibit.scale !== null && exhibit.scale.kind !== 'categorical')) return exhibit.rows;
  const size = (row: ExhibitRow) => {
    const cell = cellOf(row);
    if (cell.state !== 'shown') return -1;
    return exhibit.weighting === undefined || exhibit.unit === 'count' ? cell.count : cell.percent;
  };
  return exhibit.rows.toSorted((a, b) => size(b) - size(a));
}

interface Drawing {
  readonly area: DrawingArea;
  readonly figure: (cell: ReleasedCell | undefined) => ChartFigure | null;
  readonly label: number;
  readonly from: number;
  readonly perUnit: number;
  readonly isLow: boolean;
}

/** What stands beside a bar: the figure, and its interval with letters. */
function besideOf({ text, interval, letters }: ChartFigure): { readonly share: string; readonly rest: string } {
  return { share: text, rest: [interval === '' ? '' : `(${interval})`, letters].filter((part) => part !== '').join('  ') };
}

function mark(cell: ReleasedCell, middle: number, { area, figure, from, perUnit, isLow }: Drawing): SvgNode[] {
  const { palette, words } = area;
  const y = baselineFor(middle, FIGURE.size);
  const found = figure(cell);
  if (found !== null) {
    const width = found.value * perUnit;
    const { share, rest } = besideOf(found);
    const end = from + width + 8;
    const paint = isLow ? { fill: lowFill(area), stroke: palette.accent, 'stroke-width': 1 } : { fill: palette.accent };
    return [
      el('rect', { x: from, y: middle - BAR / 2, width, height: BAR, ...paint }),
      textLine(share, { x: end, y, style: FIGURE, fill: palette.text }),
      ...(rest === '' ? [] : [textLine(rest, { x: end + textWidth(share, FIGURE) + 5, y, style: SMALL, fill: palette.text2 })]),
    ];
  }
  if (cell.state === 'hidden')
    return hiddenBar({ sign: ':', text: '' }, { x: from, y: middle - BAR / 2, width: HIDDEN_WIDTH, height: BAR }, area);
  const { text, symbol } = signOf(cell, words);
  return [textLine(text, { x: from + 8, y, style: SMALL, fill: palette.text2, italic: symbol === null })];
}

function drawRow(row: ExhibitRow, top: number, height: number, draw: Drawing): SvgNode {
  const middle = top + height / 2;
  const indent = (row.indent ?? 0) * INDENT;
  const lines = wrapText(row.label, draw.label - indent, LABEL, 3);
  return el(
    'g',
    { 'data-row': row.key },
    ...centredLines(lines, indent, middle, draw.area.palette.text),
    ...mark(cellOf(row), middle, draw),
  );
}

/** Horizontal bars from zero for one column, each with its share and interval in figures beside it. */
export function drawBars(exhibit: ReleasedExhibit, area: DrawingArea): ChartPart {
  const { palette, words, width } = area;
  const label = Math.round(width * 0.34);
  const from = label + 16;
  const figure = figuresOf(exhibit, words);
  const found = exhibit.rows.flatMap((row) => figure(cellOf(row)) ?? []);
  const beside = Math.max(0, ...found.map(besideOf).map(({ share, rest }) => textWidth(share, FIGURE) + textWidth(rest, SMALL) + 15));
  const { high } = axisOf(exhibit, found, { hasIntervals: false, isTight: true });
  const isLow = exhibit.columns[0]?.base?.rule === 'low';
  const draw: Drawing = { area, figure, label, from, perUnit: (width - from - beside) / high, isLow };
  const top = 24;
  let y = top;
  const bands: SvgNode[] = [];
  const rows = orderedRows(exhibit).map((row) => {
    const height = Math.max(BAR + GAP, wrapText(row.label, label - (row.indent ?? 0) * INDENT, LABEL, 3).length * LABEL_LINE + 7);
    if (row.key === area.selectedRow) bands.push(selectionBand(width, y, height, palette));
    y += height;
    return drawRow(row, y - height, height, draw);
  });
  const base = exhibit.columns[0]?.base ?? null;
  const hasHidden = exhibit.rows.some((row) => cellOf(row).state === 'hidden');
  return {
    height: y + 2,
    defs: [...(hasHidden ? [hatchPattern(area)] : []), ...(isLow ? [lowPattern(area)] : [])],
    body: [
      textLine(`${words.n} = ${baseText(base, exhibit.language)}`, {
        x: width - 4,
        y: 14,
        style: SMALL,
        fill: palette.text2,
        anchor: 'end',
        italic: true,
      }),
      ...bands,
      ...rows,
      el('line', { x1: Math.round(from) + 0.5, y1: top, x2: Math.round(from) + 0.5, y2: y, stroke: palette.text3, 'stroke-width': 1 }),
    ],
  };
}
