import type { CellSymbol, ExhibitRow, ReleasedExhibit } from '../model/exhibit.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText, numberText } from './figure-text.ts';
import { textWidth, wrapText } from './layout.ts';
import { drawLegend } from './legend.ts';
import { halves, isFullyShown, neutralColumn, rowsByNet, shareOf } from './likert-order.ts';
import { fillsOf, type ScaleFill } from './palette.ts';
import {
  BAR_HEIGHT,
  baselineFor,
  centredLines,
  FIGURE,
  fillDefs,
  hatchPattern,
  hiddenBar,
  hiddenBarWidth,
  LABEL,
  LABEL_LINE,
  paintOf,
  plate,
  ROW_GAP,
  selectionBand,
  SMALL,
  textLine,
} from './parts.ts';
import { stackedScale, type StackedScale } from './stacked-scale.ts';
import { el, type SvgNode } from './svg-node.ts';
import type { ExhibitWords } from './words.ts';

/** A figure stands in every segment of at least this share. */
const FIGURE_FROM = 0.06;
const SEPARATOR = 1.5;
const MAX_LINES = 4;

interface Columns {
  readonly label: number;
  /** Where the bars may be, and where n ends. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

function columnsOf(exhibit: ReleasedExhibit, area: DrawingArea): Columns {
  const label = Math.round(area.width * 0.34);
  const bases = exhibit.rows.map((row) => textWidth(baseText(row.base, exhibit.language), LABEL));
  const n = Math.ceil(Math.max(20, textWidth(area.words.n, SMALL), ...bases));
  return { label, from: label + 16, to: area.width - n - 22, n };
}

interface Segment {
  readonly column: number;
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** Segments of one bar in px: the low half ends, and the high half begins, at the zero line. */
function segmentsOf(row: ExhibitRow, exhibit: ReleasedExhibit, scale: StackedScale): { main: Segment[]; side: Segment[] } {
  const { low } = halves(exhibit);
  const middle = neutralColumn(exhibit);
  const aside = scale.side !== null;
  const order = exhibit.columns.map((_, at) => at).filter((at) => !aside || at !== middle);
  const split = middle === null || aside ? 0 : shareOf(row, [middle]) / 2;
  let x = scale.zero - (shareOf(row, low) + split) * scale.perShare;
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

function figure(segment: Segment, row: ExhibitRow, top: number, draw: Drawing): SvgNode[] {
  const cell = row.cells[segment.column];
  const fill = draw.fills[segment.column];
  if (cell?.state !== 'shown' || fill === undefined || segment.share < FIGURE_FROM) return [];
  const text = numberText(cell.percent, draw.exhibit.decimals, draw.exhibit.language);
  const width = textWidth(text, FIGURE);
  if (width - 1 > segment.to - segment.from) return [];
  const centre = { x: (segment.from + segment.to) / 2, y: top + BAR_HEIGHT / 2 };
  const plateWidth = Math.min(width + 6, segment.to - segment.from - 1);
  return [
    ...(fill.pattern === undefined ? [] : [plate(plateWidth, centre, draw.area.palette)]),
    textLine(text, { x: centre.x, y: baselineFor(centre.y, FIGURE.size), style: FIGURE, fill: fill.ink, anchor: 'middle' }),
  ];
}

interface Drawing {
  readonly exhibit: ReleasedExhibit;
  readonly area: DrawingArea;
  readonly columns: Columns;
  readonly scale: StackedScale;
  readonly fills: readonly ScaleFill[];
  readonly hiddenWidth: number;
}

function bar(segments: readonly Segment[], row: ExhibitRow, top: number, draw: Drawing): SvgNode[] {
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

/** What stands in the place of an item's bar. An item that was not asked, or whose answers are lost, is not a secret. */
function hiddenContent(row: ExhibitRow, words: ExhibitWords): { readonly sign: CellSymbol; readonly text: string } {
  if (row.base?.rule === 'hidden' || row.base?.rule === 'words') return { sign: ':', text: words.fewAnswered };
  if (row.cells.some((cell) => cell.state === 'hidden' || cell.state === 'words')) return { sign: ':', text: words.notShown };
  return { sign: row.cells.some((cell) => cell.state === 'missing') ? '..' : '.', text: '' };
}

function itemRow(row: ExhibitRow, top: number, height: number, draw: Drawing): SvgNode {
  const { area, columns, scale } = draw;
  const middle = top + height / 2;
  const barTop = middle - BAR_HEIGHT / 2;
  const segments = segmentsOf(row, draw.exhibit, scale);
  const hiddenX = Math.min(Math.max(scale.zero - draw.hiddenWidth / 2, columns.from), columns.to - draw.hiddenWidth);
  const marks = isFullyShown(row)
    ? [...bar(segments.main, row, barTop, draw), ...bar(segments.side, row, barTop, draw)]
    : hiddenBar(hiddenContent(row, area.words), { x: hiddenX, y: barTop, width: draw.hiddenWidth, height: BAR_HEIGHT }, area);
  return el(
    'g',
    { 'data-row': row.key },
    ...centredLines(wrapText(row.label, columns.label, LABEL, MAX_LINES), 0, middle, area.palette.text),
    ...marks,
    textLine(baseText(row.base, draw.exhibit.language), {
      x: area.width - 4,
      y: baselineFor(middle, LABEL.size),
      style: LABEL,
      fill: area.palette.text2,
      anchor: 'end',
      italic: true,
    }),
  );
}

function gridLines(scale: StackedScale, top: number, bottom: number, { palette }: DrawingArea): SvgNode[] {
  return scale.ticks.map(({ x, isZero }) =>
    el('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: isZero ? palette.text3 : palette.hairline, 'stroke-width': 1 }),
  );
}

/**
 * Stacked bars of a battery of items. With a scale of two directions the low half stands left of the zero line and the
 * neutral answers are split over it (Robbins & Heiberger 2011) or stand aside; an ordered scale starts at zero.
 * Items with a hidden answer come last as hatched bars of one width.
 */
export function drawStackedBars(exhibit: ReleasedExhibit, area: DrawingArea): ChartPart {
  const { palette, words } = area;
  const columns = columnsOf(exhibit, area);
  const fills = fillsOf(palette, exhibit.scale?.kind ?? 'sequential', exhibit.columns.length, exhibit.scale?.welcomeEnd ?? null);
  const scale = stackedScale(exhibit, columns.from, columns.to, area.neutral);
  const rows = rowsByNet(exhibit);
  const texts = rows.filter((row) => !isFullyShown(row)).map((row) => hiddenBarWidth(hiddenContent(row, words).text));
  const draw: Drawing = { exhibit, area, columns, scale, fills, hiddenWidth: Math.min(columns.to - columns.from, Math.max(0, ...texts)) };
  const legend = drawLegend(
    exhibit.columns.map((column) => column.label),
    fills,
    columns.to,
    area,
  );
  const heights = rows.map((row) =>
    Math.max(BAR_HEIGHT + ROW_GAP, wrapText(row.label, columns.label, LABEL, MAX_LINES).length * LABEL_LINE + 7),
  );
  const top = legend.height + 4;
  const bottom = top + heights.reduce((sum, height) => sum + height, 0);
  let y = top;
  const bands: SvgNode[] = [];
  const items = rows.map((row, at) => {
    const height = heights[at] ?? 0;
    if (row.key === area.selectedRow) bands.push(selectionBand(area.width, y, height, palette));
    y += height;
    return itemRow(row, y - height, height, draw);
  });
  const hasHidden = texts.length > 0;
  return {
    height: bottom + 2,
    defs: [...(hasHidden ? [hatchPattern(area)] : []), ...fillDefs(area, fills)],
    body: [
      ...legend.nodes,
      textLine(words.n, { x: area.width - 4, y: legend.height - 5.5, style: SMALL, fill: palette.text2, anchor: 'end', italic: true }),
      ...bands,
      ...gridLines(scale, top, bottom, area),
      ...items,
    ],
  };
}
