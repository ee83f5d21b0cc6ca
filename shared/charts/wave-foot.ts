import type { ReleasedExhibit } from '../model/exhibit.ts';
import { columnLabel, signOf } from './chart-figures.ts';
import type { DrawingArea } from './chart-options.ts';
import { baseText } from './figure-text.ts';
import { textWidth, wrapText } from './layout.ts';
import { marker } from './markers.ts';
import { hiddenBar, baselineFor, LABEL, SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';
import type { WavePlot } from './wave-marks.ts';
import type { WaveData, WavePoint, WaveSeries } from './wave-series.ts';

const LINE = 16;
const BOX = 26;
const LANE = 34;

export interface FootRoom extends WavePlot {
  readonly left: number;
  readonly right: number;
  /** Width of the names at the right. */
  readonly label: number;
}

export interface Foot {
  readonly nodes: readonly SvgNode[];
  /** By series: the signs of what has no place in the plot. */
  readonly lanes: ReadonlyMap<string, readonly SvgNode[]>;
  readonly bottom: number;
}

/** How many levels the names of the waves need so that they stand free of each other, and how wide each may be. */
function levelsOf(data: WaveData, room: FootRoom, base: (at: number) => string): { readonly levels: number; readonly width: number } {
  const step = data.columns.length < 2 ? room.right - room.left : room.x(1) - room.x(0);
  const words = data.columns.flatMap((column, at) => [...columnLabel(column).split(/\s+/), base(at)].map((word) => textWidth(word, SMALL)));
  const widest = Math.min(120, Math.max(0, ...words)) + 8;
  const levels = Math.max(1, Math.min(4, Math.ceil(widest / Math.max(1, step))));
  return { levels, width: Math.min(step * levels, 2 * Math.max(28, room.left - 2)) - 6 };
}

/** What stands at a wave where a series has no figure: equal boxes, so nothing can be read from them. */
function laneMark({ cell }: WavePoint, x: number, middle: number, width: number, area: DrawingArea): SvgNode[] {
  if (cell?.state === 'hidden') return hiddenBar({ sign: ':', text: '' }, { x: x - BOX / 2, y: middle - 9, width: BOX, height: 18 }, area);
  const { text, symbol } = signOf(cell, area.words);
  const lines = wrapText(text, width, SMALL, 2);
  const top = middle - ((lines.length - 1) * 14) / 2;
  return lines.map((line, at) =>
    textLine(line, {
      x,
      y: baselineFor(top + at * 14, SMALL.size),
      style: SMALL,
      fill: area.palette.text2,
      anchor: 'middle',
      italic: symbol === null,
    }),
  );
}

function lane(series: WaveSeries, top: number, room: FootRoom, width: number, area: DrawingArea): { nodes: SvgNode[]; height: number } {
  const lines = wrapText(series.label, room.label - 22, LABEL, 3);
  const height = Math.max(LANE, lines.length * LINE + 8);
  const middle = top + height / 2;
  const first = middle - ((lines.length - 1) * LINE) / 2;
  const x = room.right + 24;
  const look = { shape: series.shape, colour: series.colour, isOpen: false, r: 5 };
  const name = [
    marker({ x: x + 5, y: first }, look, area.palette),
    ...lines.map((line, at) =>
      textLine(line, { x: x + 18, y: baselineFor(first + at * LINE, LABEL.size), style: LABEL, fill: area.palette.text }),
    ),
  ];
  const marks = series.points.flatMap((point, at) => (point.figure === null ? laneMark(point, room.x(at), middle, width, area) : []));
  return { nodes: [...name, ...marks], height };
}

/** Names and bases of the waves, and below them a lane for each series that has no figure in some wave. */
export function waveFoot(exhibit: ReleasedExhibit, data: WaveData, room: FootRoom, area: DrawingArea): Foot {
  const { palette, words } = area;
  const hasBases = exhibit.rows.every(({ base }) => base === null);
  const base = (at: number) => (hasBases ? `${words.n} = ${baseText(data.columns[at]?.base ?? null, exhibit.language)}` : '');
  const { levels, width } = levelsOf(data, room, base);
  const names = data.columns.map((column, at) => [...wrapText(columnLabel(column), width, SMALL, 3), ...(hasBases ? [base(at)] : [])]);
  const levelHeight = Math.max(1, ...names.map(({ length }) => length)) * LINE + 4;
  const nodes = names.flatMap((lines, at) => {
    const top = room.bottom + 14 + (at % levels) * levelHeight;
    const tick = at % levels === 0 ? [] : [{ from: room.bottom + 4, to: top - 2 }];
    return [
      ...tick.map(({ from, to }) =>
        el('line', { x1: room.x(at), y1: from, x2: room.x(at), y2: to, stroke: palette.hairline, 'stroke-width': 1 }),
      ),
      ...lines.map((line, index) =>
        textLine(line, {
          x: room.x(at),
          y: top + index * LINE + 11,
          style: SMALL,
          fill: palette.text2,
          anchor: 'middle',
          italic: hasBases && index === lines.length - 1,
        }),
      ),
    ];
  });
  let y = room.bottom + 14 + Math.min(levels, data.columns.length) * levelHeight + 2;
  const lanes = new Map<string, readonly SvgNode[]>();
  for (const series of data.series.filter(({ points }) => points.some(({ figure }) => figure === null))) {
    const step = data.columns.length < 2 ? room.right - room.left : room.x(1) - room.x(0);
    const made = lane(series, y, room, Math.min(step, 2 * room.left) - 6, area);
    lanes.set(series.key, made.nodes);
    y += made.height;
  }
  return { nodes, lanes, bottom: y };
}
