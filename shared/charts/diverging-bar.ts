import type { CellSymbol, ReleasedExhibit } from '../model/exhibit.ts';
import { asBattery, type Battery, type BatteryRow } from './battery.ts';
import { headingText, partsOf } from './chart-figures.ts';
import type { ChartPart, DrawingArea } from './chart-options.ts';
import { baseText } from './figure-text.ts';
import { ellipsis, textWidth, wrapText, type TextStyle } from './layout.ts';
import { drawLegend } from './legend.ts';
import { isFullyShown, rowsInOrder } from './likert-order.ts';
import { fillsOf } from './palette.ts';
import {
  BAR_HEIGHT,
  baselineFor,
  centredLines,
  fillDefs,
  hatchPattern,
  hiddenBar,
  hiddenBarWidth,
  LABEL,
  LABEL_LINE,
  ROW_GAP,
  selectionBand,
  SMALL,
  textLine,
} from './parts.ts';
import { itemBars, type StackedColumns, type StackedDrawing } from './stacked-bar.ts';
import { stackedScale, type StackedMode, type StackedScale } from './stacked-scale.ts';
import { el, type SvgNode } from './svg-node.ts';
import type { ExhibitWords } from './words.ts';

const MAX_LINES = 4;
const PART: TextStyle = { size: 13, weight: 600 };

function columnsOf(battery: Battery, area: DrawingArea): StackedColumns {
  const label = Math.round(area.width * 0.34);
  const bases = battery.rows.map((row) => textWidth(baseText(row.base, battery.language), LABEL));
  const n = Math.ceil(Math.max(20, textWidth(area.words.n, SMALL), ...bases));
  return { label, from: label + 16, to: area.width - n - 22, n };
}

/** What stands in the place of an item's bar. An item that was not asked, or whose answers are lost, is not a secret. */
export function hiddenContent(row: BatteryRow, words: ExhibitWords): { readonly sign: CellSymbol; readonly text: string } {
  if (row.base?.rule === 'hidden' || row.base?.rule === 'words') return { sign: ':', text: words.fewAnswered };
  if (row.cells.some((cell) => cell.state === 'hidden' || cell.state === 'words')) return { sign: ':', text: words.notShown };
  return { sign: row.cells.some((cell) => cell.state === 'missing') ? '..' : '.', text: '' };
}

function itemRow(row: BatteryRow, top: number, height: number, draw: StackedDrawing): SvgNode {
  const { area, columns, scale } = draw;
  const middle = top + height / 2;
  const barTop = middle - BAR_HEIGHT / 2;
  const right = (scale.aside[0] ?? columns.to + 28) - 28;
  const hiddenX = Math.min(Math.max(scale.zero - draw.hiddenWidth / 2, columns.from), right - draw.hiddenWidth);
  const marks = isFullyShown(row)
    ? itemBars(row, barTop, draw)
    : hiddenBar(hiddenContent(row, area.words), { x: hiddenX, y: barTop, width: draw.hiddenWidth, height: BAR_HEIGHT }, area);
  return el(
    'g',
    { 'data-row': row.key },
    ...centredLines(wrapText(row.label, columns.label, LABEL, MAX_LINES), 0, middle, area.palette.text),
    ...marks,
    textLine(baseText(row.base, draw.battery.language), {
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

/** Headings over the lanes outside the scale. */
function asideHeads({ battery, scale, columns, area }: StackedDrawing, y: number): SvgNode[] {
  return battery.asideLabels.map((label, at) => {
    const from = scale.aside[at] ?? 0;
    const room = (scale.aside[at + 1] ?? columns.to + 16) - from - 6;
    return textLine(ellipsis(label, room, SMALL), { x: from, y, style: SMALL, fill: area.palette.text2 });
  });
}

interface Items {
  readonly nodes: SvgNode[];
  readonly bands: SvgNode[];
  readonly bottom: number;
}

/** The bars from the top down; groups of a banner stand under their heading. */
function drawItems(rows: readonly BatteryRow[], exhibit: ReleasedExhibit, top: number, draw: StackedDrawing): Items {
  const { area, columns, battery } = draw;
  const parts = battery.isSorted ? [] : partsOf(exhibit.columns);
  const headingAt = new Map(parts.map((part) => [part.columns[0] ?? 0, headingText(part.headings)]));
  const bands: SvgNode[] = [];
  const nodes: SvgNode[] = [];
  let y = top;
  for (const [at, row] of rows.entries()) {
    for (const line of headingAt.get(at) ? wrapText(headingAt.get(at) ?? '', columns.label + columns.to / 3, PART, 2) : []) {
      y += LABEL_LINE;
      nodes.push(textLine(line, { x: 0, y: y - 2, style: PART, fill: area.palette.text2 }));
    }
    if (headingAt.get(at)) y += 2;
    const height = Math.max(BAR_HEIGHT + ROW_GAP, wrapText(row.label, columns.label, LABEL, MAX_LINES).length * LABEL_LINE + 7);
    if (row.key === area.selectedRow) bands.push(selectionBand(area.width, y, height, area.palette));
    nodes.push(itemRow(row, y, height, draw));
    y += height;
  }
  return { nodes, bands, bottom: y };
}

function modeOf({ chart, neutral }: DrawingArea): StackedMode {
  return chart === 'stacked' ? 'none' : neutral;
}

/**
 * Stacked bars of a battery of items, or of the groups of a crosstab. With a scale of two directions the low half
 * stands left of the zero line and the neutral answers are split over it (Robbins & Heiberger 2011) or stand aside; its
 * twin and an ordered scale start at zero. Answers outside the scale are small bars of their own. Items with a hidden
 * answer come last as hatched bars of one width.
 */
export function drawStackedBars(exhibit: ReleasedExhibit, area: DrawingArea): ChartPart {
  const battery = asBattery(exhibit);
  if (battery === null) return { height: 0, defs: [], body: [] };
  const { palette, words } = area;
  const columns = columnsOf(battery, area);
  const fills = fillsOf(palette, battery.scale?.kind ?? 'sequential', battery.columns.length, battery.scale?.welcomeEnd ?? null);
  const mode = modeOf(area);
  const headings = battery.asideLabels.map((label) => Math.min(90, textWidth(label, SMALL) + 4));
  const figureRoom = textWidth(battery.decimals === 1 ? '88,8' : '888', SMALL) + 8;
  const scale = stackedScale(battery, { ...columns, headings, figure: figureRoom }, mode);
  const rows = rowsInOrder(battery);
  const texts = rows.filter((row) => !isFullyShown(row)).map((row) => hiddenBarWidth(hiddenContent(row, words).text));
  const right = (scale.aside[0] ?? columns.to + 28) - 28;
  const draw: StackedDrawing = {
    battery,
    area,
    mode,
    columns,
    scale,
    fills,
    hiddenWidth: Math.min(right - columns.from, Math.max(0, ...texts)),
  };
  const legend = drawLegend(
    battery.columns.map((column) => column.label),
    fills,
    columns.to,
    area,
  );
  const top = legend.height + 4 + (headings.length > 0 ? 18 : 0);
  const items = drawItems(rows, exhibit, top, draw);
  const hasHidden = texts.length > 0 || rows.some(({ aside }) => aside.some(({ cell }) => cell.state === 'hidden'));
  return {
    height: items.bottom + 2,
    defs: [...(hasHidden ? [hatchPattern(area)] : []), ...fillDefs(area, fills)],
    body: [
      ...legend.nodes,
      textLine(words.n, { x: area.width - 4, y: top - 9.5, style: SMALL, fill: palette.text2, anchor: 'end', italic: true }),
      ...asideHeads(draw, top - 8),
      ...items.bands,
      ...gridLines(scale, top, items.bottom, area),
      ...items.nodes,
    ],
  };
}
