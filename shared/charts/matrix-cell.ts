import type { FigureUnit } from './chart-figures.ts';
import type { Canvas } from './chart-options.ts';
import { ellipsis, textWidth, wrapText, type TextStyle } from './layout.ts';
import { baselineFor, hatchFill, plate, SMALL, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

const NUMBER: TextStyle = { size: 14, weight: 600 };
const LETTERS: TextStyle = { size: 12, weight: 600 };
const STEPS = 6;

/** What stands in a cell. */
export type CellContent =
  | { readonly kind: 'figure'; readonly text: string; readonly letters: string; readonly step: number; readonly isLow: boolean }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string; readonly isHidden: boolean };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Which of the six steps of the scale a value has. Shares, counts and indices begin at zero, so that one pale cell is
 * little; means and net scores lie between the least and the most shown.
 */
export function stepOf(values: readonly number[], unit: FigureUnit): (value: number) => number {
  const isOpen = unit === 'mean' || unit === 'median' || unit === 'net';
  const low = isOpen ? Math.min(...values) : 0;
  const high = Math.max(low, ...values);
  return (value) => (high === low ? 1 : Math.min(STEPS - 1, Math.floor(((value - low) / (high - low)) * STEPS)));
}

function figureNodes(content: Extract<CellContent, { kind: 'figure' }>, box: Box, canvas: Canvas): SvgNode[] {
  const { palette } = canvas;
  const fill = palette.sequential6[content.step];
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const ink = fill?.ink ?? palette.text;
  const letters = content.letters === '' ? '' : ellipsis(content.letters, box.width - textWidth(content.text, NUMBER) - 8, LETTERS);
  const wide = textWidth(content.text, NUMBER);
  const left = middle.x - (wide + (letters === '' ? 0 : textWidth(letters, LETTERS) + 4)) / 2;
  return [
    el('rect', {
      x: box.x + 1,
      y: box.y + 1,
      width: box.width - 2,
      height: box.height - 2,
      rx: 2,
      fill: fill?.fill ?? 'none',
      stroke: palette.hairline,
      'stroke-width': 1,
    }),
    ...(content.isLow
      ? [
          el('rect', {
            x: box.x + 3.5,
            y: box.y + 3.5,
            width: box.width - 7,
            height: box.height - 7,
            rx: 2,
            fill: 'none',
            stroke: ink,
            'stroke-width': 1,
            'stroke-dasharray': '3 3',
          }),
        ]
      : []),
    letters === ''
      ? textLine(content.text, { x: middle.x, y: baselineFor(middle.y, NUMBER.size), style: NUMBER, fill: ink, anchor: 'middle' })
      : textLine(content.text, { x: left, y: baselineFor(middle.y, NUMBER.size), style: NUMBER, fill: ink }),
    ...(letters === ''
      ? []
      : [textLine(letters, { x: left + wide + 4, y: baselineFor(middle.y, NUMBER.size), style: LETTERS, fill: ink })]),
  ];
}

/** A cell of a matrix; hidden ones are as large as the others, with their sign on hatch. */
export function cellBox(box: Box, content: CellContent, canvas: Canvas): SvgNode[] {
  const { palette } = canvas;
  if (content.kind === 'figure') return figureNodes(content, box, canvas);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const isHidden = content.kind === 'sign' && content.isHidden;
  const frame = el('rect', {
    x: box.x + 1,
    y: box.y + 1,
    width: box.width - 2,
    height: box.height - 2,
    rx: 2,
    fill: isHidden ? hatchFill(canvas) : palette.surface,
    stroke: palette.hairline,
    'stroke-width': 1,
  });
  if (content.kind === 'sign') {
    const text = textLine(content.text, {
      x: middle.x,
      y: baselineFor(middle.y, NUMBER.size),
      style: NUMBER,
      fill: palette.text,
      anchor: 'middle',
    });
    return isHidden ? [frame, plate(16, middle, palette), text] : [frame, text];
  }
  const lines = wrapText(content.text, box.width - 6, SMALL, 2);
  const top = middle.y - ((lines.length - 1) * 13) / 2;
  return [
    frame,
    ...lines.map((line, at) =>
      textLine(line, {
        x: middle.x,
        y: baselineFor(top + at * 13, SMALL.size),
        style: SMALL,
        fill: palette.text2,
        anchor: 'middle',
        italic: true,
      }),
    ),
  ];
}
