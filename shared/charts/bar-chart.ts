import type { ExhibitRow, ReleasedCell, ReleasedExhibit } from '../model/exhibit.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText, intervalText, percentText } from './figure-text.ts';
import { textWidth, wrapText } from './layout.ts';
import { FIGURE, LABEL, LABEL_LINE, SMALL, baselineFor, centredLines, hatchPattern, hiddenBar, selectionBand, textLine } from './parts.ts';
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
function orderedRows(exhibit: ReleasedExhibit): readonly ExhibitRow[] {
  const isTree = exhibit.rows.some((row) => (row.indent ?? 0) > 0);
  if (isTree || (exhibit.scale !== null && exhibit.scale.kind !== 'categorical')) return exhibit.rows;
  const size = (row: ExhibitRow) => {
    const cell = cellOf(row);
    return cell.state === 'shown' ? cell.count : -1;
  };
  return exhibit.rows.toSorted((a, b) => size(b) - size(a));
}

/** End of the axis: the next quarter above the longest bar. */
function axisEnd(exhibit: ReleasedExhibit): number {
  const most = Math.max(0, ...exhibit.rows.map(cellOf).map((cell) => (cell.state === 'shown' ? cell.percent : 0)));
  return Math.max(25, Math.ceil(most / 25) * 25);
}

interface Drawing {
  readonly exhibit: ReleasedExhibit;
  readonly area: DrawingArea;
  readonly label: number;
  readonly from: number;
  readonly perPercent: number;
}

function figures(
  cell: Extract<ReleasedCell, { state: 'shown' }>,
  exhibit: ReleasedExhibit,
): { readonly share: string; readonly interval: string } {
  return { share: percentText(cell.percent, exhibit), interval: `(${intervalText(cell.low, cell.high, exhibit)})` };
}

function mark(cell: ReleasedCell, middle: number, { exhibit, area, from, perPercent }: Drawing): SvgNode[] {
  const { palette, words } = area;
  const y = baselineFor(middle, FIGURE.size);
  if (cell.state === 'shown') {
    const width = cell.percent * perPercent;
    const { share, interval } = figures(cell, exhibit);
    const end = from + width + 8;
    return [
      el('rect', { x: from, y: middle - BAR / 2, width, height: BAR, fill: palette.accent }),
      textLine(share, { x: end, y, style: FIGURE, fill: palette.text }),
      textLine(interval, { x: end + textWidth(share, FIGURE) + 5, y, style: SMALL, fill: palette.text2 }),
    ];
  }
  if (cell.state === 'hidden')
    return hiddenBar({ sign: ':', text: '' }, { x: from, y: middle - BAR / 2, width: HIDDEN_WIDTH, height: BAR }, area);
  const text = cell.state === 'words' ? words.shareWords[cell.words] : cell.state === 'missing' ? '..' : '.';
  return [textLine(text, { x: from + 8, y, style: SMALL, fill: palette.text2, italic: cell.state === 'words' })];
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
  const texts = exhibit.rows.map(cellOf).flatMap((cell) => (cell.state === 'shown' ? [figures(cell, exhibit)] : []));
  const beside = Math.max(0, ...texts.map(({ share, interval }) => textWidth(share, FIGURE) + textWidth(interval, SMALL) + 15));
  const end = axisEnd(exhibit);
  const draw: Drawing = { exhibit, area, label, from, perPercent: (width - from - beside) / end };
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
    defs: hasHidden ? [hatchPattern(area)] : [],
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
