import type { ReleasedExhibit } from '../model/exhibit.ts';
import type { ChartOptions, ChartPart, FrameOptions } from './chart-options.ts';
import type { ChartType } from './chart-type.ts';
import { chartNotes, generalNotes, sentences, sourceLine, symbolNotes } from './exhibit-notes.ts';
import { wrapText, type TextStyle } from './layout.ts';
import { CHART_FONTS, textLine } from './parts.ts';
import { el, type SvgNode } from './svg-node.ts';

const MIN_WIDTH = 360;
const PADDING = 24;
const TITLE: TextStyle = { size: 18, weight: 600 };
const SUBTITLE: TextStyle = { size: 14, weight: 400 };
const NOTE: TextStyle = { size: 12.5, weight: 400 };

/** Width of a chart and of the drawing inside its frame. */
export function frameWidths({ width, frame }: Pick<FrameOptions, 'width' | 'frame'>): { readonly outer: number; readonly inner: number } {
  const outer = Math.max(MIN_WIDTH, Math.round(width));
  return { outer, inner: frame === 'file' ? outer - 2 * PADDING : outer };
}

interface Block {
  readonly nodes: readonly SvgNode[];
  readonly height: number;
}

function paragraph(
  text: string,
  y: number,
  width: number,
  set: { readonly style: TextStyle; readonly line: number; readonly fill: string },
): Block {
  const lines = wrapText(text, width, set.style).filter((line) => line !== '');
  const nodes = lines.map((line, at) =>
    textLine(line, { x: PADDING, y: y + at * set.line + set.line * 0.74, style: set.style, fill: set.fill }),
  );
  return { nodes, height: lines.length * set.line };
}

function stack(
  texts: readonly string[],
  top: number,
  width: number,
  set: { readonly style: TextStyle; readonly line: number; readonly fill: string },
): Block {
  const nodes: SvgNode[] = [];
  let y = top;
  for (const text of texts) {
    const block = paragraph(text, y, width, set);
    nodes.push(...block.nodes);
    y += block.height;
  }
  return { nodes, height: y - top };
}

/** The texts round a drawing, already localised. */
export interface Surround {
  readonly title: string;
  readonly subtitle: string;
  /** Alternative text. */
  readonly description: string;
  readonly language: string;
  /** Lines under the drawing. */
  readonly notes: readonly string[];
  readonly source: string;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

function root({ width, height }: Box, around: Surround, options: FrameOptions, children: readonly SvgNode[]): SvgNode {
  const id = options.idPrefix ?? 'chart';
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      lang: around.language,
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': CHART_FONTS,
    },
    el('title', { id: `${id}-title` }, around.title),
    el('desc', { id: `${id}-desc` }, around.description),
    ...children,
  );
}

/** Puts a drawing into the finished picture: accessible names, and in files ground, finding, notes and source. */
export function framePart(part: ChartPart, around: Surround, options: FrameOptions): SvgNode {
  const { outer, inner } = frameWidths(options);
  const { palette } = options;
  const defs = part.defs.length === 0 ? [] : [el('defs', {}, ...part.defs)];
  if (options.frame === 'screen') return root({ width: outer, height: Math.ceil(part.height) }, around, options, [...defs, ...part.body]);
  const title = paragraph(around.title, PADDING, inner, { style: TITLE, line: 24, fill: palette.text });
  const subtitleTop = PADDING + title.height + (title.height > 0 ? 4 : 0);
  const subtitle = stack([around.subtitle], subtitleTop, inner, { style: SUBTITLE, line: 19, fill: palette.text2 });
  const partTop = Math.ceil(subtitleTop + subtitle.height + 18);
  const notesTop = partTop + part.height + 18;
  const noteBlock = stack(around.notes, notesTop, inner, { style: NOTE, line: 17, fill: palette.text2 });
  const sourceTop = notesTop + noteBlock.height + (noteBlock.height === 0 ? 0 : 5);
  const source = stack([around.source], sourceTop, inner, { style: NOTE, line: 17, fill: palette.text3 });
  const height = Math.ceil(sourceTop + source.height + PADDING - 6);
  return root({ width: outer, height }, around, options, [
    ...defs,
    el('rect', { x: 0, y: 0, width: outer, height, fill: palette.surface }),
    ...title.nodes,
    ...subtitle.nodes,
    el('g', { transform: `translate(${PADDING} ${partTop})` }, ...part.body),
    ...noteBlock.nodes,
    ...source.nodes,
  ]);
}

/** The frame of an exhibit's chart. */
export function frameChart(part: ChartPart, exhibit: ReleasedExhibit, chart: ChartType, options: ChartOptions): SvgNode {
  const { words } = options;
  const notes = [...generalNotes(exhibit, words), ...chartNotes(exhibit, words, { chart, waves: options.waves })];
  const around = {
    title: exhibit.title,
    subtitle: sentences([exhibit.subtitle, exhibit.filter ?? '']),
    description: words.descriptions[chart],
    language: exhibit.language,
    notes: [sentences(notes), symbolNotes(exhibit, words).join(' ')],
    source: sourceLine(exhibit, words),
  };
  return framePart(part, around, options);
}
