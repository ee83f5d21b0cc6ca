import { locales } from '../model/locales.ts';
import type { Canvas, ChartPart, FrameOptions } from './chart-options.ts';
import { numberText } from './figure-text.ts';
import { frameWidths } from './frame.ts';
import { textWidth, wrapText } from './layout.ts';
import { cellBox, stepOf } from './matrix-cell.ts';
import { centredLines, hatchPattern, LABEL, LABEL_LINE, SMALL, textLine } from './parts.ts';
import { framePicture, pictureNotes, pictureWords, type PictureTexts, type PictureWords, type ReleasedCount } from './picture.ts';
import { sentences } from './exhibit-notes.ts';
import { el, type SvgNode } from './svg-node.ts';
import type { TableTwin } from './table-twin.ts';
import type { ChartFormat } from './words.ts';

/** Which themes the same persons mention: released numbers of persons, alone and together. */
export interface TogetherFigure extends PictureTexts {
  readonly themes: readonly { readonly key: string; readonly label: string; readonly n: ReleasedCount }[];
  /** Each pair of themes once, in any order; a pair that is left out has nobody. */
  readonly pairs: readonly {
    readonly first: string;
    readonly second: string;
    readonly n: ReleasedCount;
    /** One stands under the other, so they always come together: no number, and nothing hidden. */
    readonly isLine?: boolean;
  }[];
  /** All persons who are counted. */
  readonly base: ReleasedCount;
}

export interface TogetherWords extends PictureWords {
  readonly note: string;
  /** What "." means; empty where it does not stand. */
  readonly lineNote: string;
  readonly theme: string;
  readonly mentionedBy: string;
  readonly n: string;
}

const ROW = 30;
const LEAST = 30;
const MOST = 52;
const GAP = 22;
const HEAD = 22;

type Theme = TogetherFigure['themes'][number];

/** Most mentioned first. Hidden numbers must not show in the order, so those themes come last by name. */
function sortedThemes({ themes, language }: TogetherFigure): readonly Theme[] {
  const byName = (a: Theme, b: Theme) => a.label.localeCompare(b.label, locales[language]) || (a.key < b.key ? -1 : 1);
  const shown = themes.filter(({ n }) => n !== null).toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0) || byName(a, b));
  return [...shown, ...themes.filter(({ n }) => n === null).toSorted(byName)];
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`;
}

type PairCount = ReleasedCount | 'line';

function countsOf({ pairs }: TogetherFigure): (a: string, b: string) => PairCount {
  const found = new Map(
    pairs.map(({ first, second, n, isLine }): [string, PairCount] => [pairKey(first, second), isLine === true ? 'line' : n]),
  );
  return (a, b) => {
    const n = found.get(pairKey(a, b));
    return n === undefined ? 0 : n;
  };
}

function hiddenOf({ themes, pairs, base }: TogetherFigure): number {
  const hidden = [...themes, ...pairs.filter(({ isLine }) => isLine !== true)].filter(({ n }) => n === null);
  return hidden.length + (base === null ? 1 : 0);
}

/** The words of a matrix of themes. */
export function togetherWords(figure: TogetherFigure, format: ChartFormat): TogetherWords {
  const label = (key: string) => figure.themes.find((theme) => theme.key === key)?.label ?? '';
  const counted = figure.pairs.filter(({ isLine }) => isLine !== true);
  const top = counted.reduce<TogetherFigure['pairs'][number] | null>((best, each) => ((each.n ?? 0) > (best?.n ?? 0) ? each : best), null);
  const description = format('charts.alt.together', {
    title: sentences([figure.title]),
    hasExtremes: top === null ? 'no' : 'yes',
    first: top === null ? '' : label(top.first),
    second: top === null ? '' : label(top.second),
    count: numberText(top?.n ?? 0, 0, figure.language),
    hasBase: figure.base === null ? 'no' : 'yes',
    n: numberText(figure.base ?? 0, 0, figure.language),
    hidden: hiddenOf(figure),
  });
  return {
    ...pictureWords(figure, description, format),
    note: format('charts.together.note', {}),
    lineNote: counted.length === figure.pairs.length ? '' : `.\u00A0 ${format('charts.together.line', {})}`,
    theme: format('charts.table.theme', {}),
    mentionedBy: format('charts.together.mentionedBy', {}),
    n: format('charts.base.n', {}),
  };
}

interface Drawing {
  readonly canvas: Canvas;
  readonly figure: TogetherFigure;
  readonly themes: readonly Theme[];
  readonly count: (a: string, b: string) => PairCount;
  readonly step: (value: number) => number;
  readonly label: number;
  readonly cell: number;
}

function cellAt(row: Theme, column: Theme, box: { x: number; y: number; width: number; height: number }, draw: Drawing): SvgNode[] {
  const isSelf = row.key === column.key;
  const n = isSelf ? row.n : draw.count(row.key, column.key);
  if (n === null) return cellBox(box, { kind: 'sign', text: ':', isHidden: true }, draw.canvas);
  if (n === 'line') return cellBox(box, { kind: 'sign', text: '.', isHidden: false }, draw.canvas);
  const text = numberText(n, 0, draw.figure.language);
  // A theme by itself is no pair, and nobody is no shade: both stand on the plain ground.
  if (isSelf || n === 0) return cellBox(box, { kind: 'sign', text, isHidden: false }, draw.canvas);
  return cellBox(box, { kind: 'figure', text, letters: '', step: draw.step(n), isLow: false }, draw.canvas);
}

function themeRow(row: number, columns: readonly number[], top: number, draw: Drawing): { nodes: SvgNode[]; height: number } {
  const theme = draw.themes[row];
  if (theme === undefined) return { nodes: [], height: 0 };
  const { palette } = draw.canvas;
  const lines = wrapText(theme.label, draw.label - 30, LABEL, 3);
  const height = Math.max(ROW, lines.length * LABEL_LINE + 6);
  const middle = top + height / 2;
  const cells = columns.flatMap((column, at) => {
    const other = draw.themes[column];
    if (other === undefined || column > row) return [];
    return cellAt(theme, other, { x: draw.label + 8 + at * draw.cell, y: top, width: draw.cell, height }, draw);
  });
  return {
    nodes: [
      textLine(String(row + 1), { x: 22, y: middle + 4.5, style: SMALL, fill: palette.text3, anchor: 'end' }),
      ...centredLines(lines, 30, middle, palette.text),
      ...cells,
    ],
    height,
  };
}

/** The lower half of the matrix, in strips where there are more themes than room. */
function drawTogether(figure: TogetherFigure, canvas: Canvas, words: TogetherWords): ChartPart {
  const themes = sortedThemes(figure);
  if (themes.length === 0)
    return { height: 24, defs: [], body: [textLine(words.empty, { x: 0, y: 16, style: LABEL, fill: canvas.palette.text2 })] };
  const label = Math.round(Math.min(canvas.width * 0.36, Math.max(80, ...themes.map((theme) => textWidth(theme.label, LABEL))) + 30));
  const widest = Math.max(LEAST, ...themes.map(({ n }) => textWidth(numberText(n ?? 0, 0, figure.language), LABEL) + 12));
  const perStrip = Math.max(1, Math.min(themes.length, Math.floor((canvas.width - label - 8) / widest)));
  const cell = Math.min(MOST, Math.floor((canvas.width - label - 8) / perStrip));
  const values = figure.pairs.flatMap(({ n, isLine }) => (isLine === true ? [] : (n ?? [])));
  const draw: Drawing = { canvas, figure, themes, count: countsOf(figure), step: stepOf(values, 'count'), label, cell };
  const byRow = new Map<number, SvgNode[]>();
  const body: SvgNode[] = [];
  let y = 0;
  for (let first = 0; first < themes.length; first += perStrip) {
    if (first > 0) y += GAP;
    const columns = themes.map((_, at) => at).slice(first, first + perStrip);
    body.push(
      ...columns.map((column, at) =>
        textLine(String(column + 1), {
          x: label + 8 + (at + 0.5) * cell,
          y: y + 14,
          style: SMALL,
          fill: canvas.palette.text3,
          anchor: 'middle',
        }),
      ),
    );
    y += HEAD;
    for (let row = first; row < themes.length; row += 1) {
      const made = themeRow(row, columns, y, draw);
      byRow.set(row, [...(byRow.get(row) ?? []), ...made.nodes]);
      y += made.height;
    }
  }
  const rows = [...byRow].map(([row, nodes]) => el('g', { 'data-row': themes[row]?.key ?? '' }, ...nodes));
  return { height: y + 2, defs: hiddenOf(figure) > 0 ? [hatchPattern(canvas)] : [], body: [...body, ...rows] };
}

/** Themes that the same persons mention, as half a matrix: the most mentioned first, the number of persons in each cell. */
export function togetherChart(figure: TogetherFigure, words: TogetherWords, options: FrameOptions): SvgNode {
  const canvas = { palette: options.palette, width: frameWidths(options).inner, idPrefix: options.idPrefix ?? 'chart' };
  return framePicture(drawTogether(figure, canvas, words), figure, words, notesOf(figure, words), options);
}

function notesOf(figure: TogetherFigure, words: TogetherWords): string[] {
  const [notes = '', ...more] = pictureNotes(figure, words, { notes: [words.note], hasHidden: hiddenOf(figure) > 0 });
  return [notes, words.lineNote, ...more];
}

/** The same numbers as a table: each theme by those before it. */
export function togetherTable(figure: TogetherFigure, words: TogetherWords): TableTwin {
  const themes = sortedThemes(figure);
  const count = countsOf(figure);
  const text = (n: PairCount) => (n === null ? ':' : n === 'line' ? '.' : numberText(n, 0, figure.language));
  return {
    caption: figure.title,
    header: [words.theme, words.mentionedBy, ...themes.slice(0, -1).map(({ label }) => label)],
    rows: themes.map((theme, at) => ({
      key: theme.key,
      label: theme.label,
      indent: 0,
      cells: [text(theme.n), ...themes.slice(0, -1).map((other, column) => (column < at ? text(count(theme.key, other.key)) : ''))],
    })),
    notes: notesOf(figure, words).filter((note) => note !== ''),
  };
}
