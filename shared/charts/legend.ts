import type { Canvas } from './chart-options.ts';
import { ellipsis, textWidth } from './layout.ts';
import type { ScaleFill } from './palette.ts';
import { paintOf, SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

const SQUARE = 11;
const SPACE = 6;
const BETWEEN = 22;
export const LEGEND_LINE = 20;

interface LegendItem {
  readonly label: string;
  readonly step: number;
  readonly width: number;
}

function linesOf(items: readonly LegendItem[], width: number): LegendItem[][] {
  const lines: LegendItem[][] = [];
  let used = 0;
  for (const item of items) {
    const last = lines.at(-1);
    if (last === undefined || used + BETWEEN + item.width > width) {
      lines.push([item]);
      used = item.width;
    } else {
      last.push(item);
      used += BETWEEN + item.width;
    }
  }
  return lines;
}

/** The answers with their fills, in answer order, centred over `width`; more lines when they need more room. */
export function drawLegend(
  labels: readonly string[],
  fills: readonly ScaleFill[],
  width: number,
  area: Canvas,
): { nodes: SvgNode[]; height: number } {
  const items = labels.map((text, step) => {
    const label = ellipsis(text, width - SQUARE - SPACE, SMALL);
    return { label, step, width: SQUARE + SPACE + textWidth(label, SMALL) };
  });
  const lines = linesOf(items, width);
  const nodes = lines.flatMap((line, at) => {
    const total = line.reduce((sum, item) => sum + item.width, (line.length - 1) * BETWEEN);
    let x = Math.max(0, (width - total) / 2);
    const y = at * LEGEND_LINE;
    return line.flatMap((item) => {
      const left = x;
      x += item.width + BETWEEN;
      const fill = fills[item.step];
      return [
        el('rect', {
          x: left + 0.5,
          y: y + 4.5,
          width: SQUARE - 1,
          height: SQUARE - 1,
          fill: fill === undefined ? 'none' : paintOf(area, item.step, fill),
          stroke: area.palette.outline,
          'stroke-width': 1,
        }),
        textLine(item.label, { x: left + SQUARE + SPACE, y: y + 14.5, style: SMALL, fill: area.palette.text2 }),
      ];
    });
  });
  return { nodes, height: lines.length * LEGEND_LINE };
}
