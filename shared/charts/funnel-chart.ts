import { percentOf } from '../statistics/index.ts';
import type { Canvas, ChartPart, FrameOptions } from './chart-options.ts';
import { sentences } from './exhibit-notes.ts';
import { numberText, percentText } from './figure-text.ts';
import { frameWidths } from './frame.ts';
import { textWidth, wrapText } from './layout.ts';
import { baselineFor, centredLines, FIGURE, hatchPattern, hiddenBar, LABEL, SMALL, textLine } from './parts.ts';
import { framePicture, pictureNotes, pictureWords, type PictureTexts, type PictureWords, type ReleasedCount } from './picture.ts';
import { el, pointsOf, type SvgNode } from './svg-node.ts';
import type { TableTwin } from './table-twin.ts';
import type { ChartFormat } from './words.ts';

/** How far those who were invited came, in released numbers of persons, each step part of the one before. */
export interface FunnelFigure extends PictureTexts {
  readonly invited: ReleasedCount;
  readonly reached: ReleasedCount;
  readonly began: ReleasedCount;
  readonly complete: ReleasedCount;
}

const steps = ['invited', 'reached', 'began', 'complete'] as const;
type Step = (typeof steps)[number];

export interface FunnelWords extends PictureWords {
  readonly steps: Readonly<Record<Step, string>>;
  /** "{percent} av de spurte", by step; empty where one of the two is hidden, and at the first. */
  readonly shares: Readonly<Record<Step, string>>;
  readonly table: Readonly<Record<'step' | 'persons' | 'share', string>>;
}

const BAR = 34;
const GAP = 20;
const HIDDEN_WIDTH = 64;

function shareText(figure: FunnelFigure, step: Step): string {
  const [n, all] = [figure[step], figure.invited];
  if (step === 'invited' || n === null || all === null || all === 0) return '';
  return percentText(percentOf(Math.min(n, all), all, 0), { decimals: 0, language: figure.language });
}

function countText(n: ReleasedCount, { language }: FunnelFigure): string {
  return n === null ? ':' : numberText(n, 0, language);
}

/** The words of a funnel. */
export function funnelWords(figure: FunnelFigure, format: ChartFormat): FunnelWords {
  const names = {
    invited: format('charts.funnel.invited', {}),
    reached: format('charts.funnel.reached', {}),
    began: format('charts.funnel.began', {}),
    complete: format('charts.funnel.complete', {}),
  };
  const share = (step: Step) => {
    const percent = shareText(figure, step);
    return percent === '' ? '' : format('charts.funnel.ofInvited', { percent });
  };
  const hidden = steps.filter((step) => figure[step] === null).length;
  const parts = steps
    .filter((step) => figure[step] !== null)
    .map((step) => {
      const percent = share(step);
      return `${names[step]}: ${countText(figure[step], figure)}${percent === '' ? '' : ` (${percent})`}`;
    });
  const description = format('charts.alt.funnel', { title: sentences([figure.title]), steps: sentences([parts.join('; ')]), hidden });
  return {
    ...pictureWords(figure, description, format),
    steps: names,
    shares: { invited: share('invited'), reached: share('reached'), began: share('began'), complete: share('complete') },
    table: {
      step: format('charts.funnel.step', {}),
      persons: format('charts.funnel.persons', {}),
      share: format('charts.funnel.share', {}),
    },
  };
}

interface Drawing {
  readonly figure: FunnelFigure;
  readonly words: FunnelWords;
  readonly canvas: Canvas;
  readonly from: number;
  readonly perPerson: number;
  readonly label: number;
}

function stepRow(step: Step, top: number, draw: Drawing): SvgNode {
  const { figure, words, canvas, from, perPerson, label } = draw;
  const { palette } = canvas;
  const n = figure[step];
  const middle = top + BAR / 2;
  const name = centredLines(wrapText(words.steps[step], label, LABEL, 2), 0, middle, palette.text);
  if (n === null)
    return el(
      'g',
      { 'data-row': step },
      ...name,
      ...hiddenBar({ sign: ':', text: '' }, { x: from, y: top, width: HIDDEN_WIDTH, height: BAR }, canvas),
    );
  const width = n * perPerson;
  const isLast = step === 'complete';
  const count = countText(n, figure);
  const x = from + width + 8;
  return el(
    'g',
    { 'data-row': step },
    ...name,
    el('rect', {
      x: from,
      y: top,
      width,
      height: BAR,
      fill: isLast ? palette.accent : (palette.sequential6[2]?.fill ?? palette.accent),
      stroke: palette.accent,
      'stroke-width': 1,
    }),
    textLine(count, { x, y: baselineFor(middle, FIGURE.size), style: FIGURE, fill: palette.text }),
    ...(words.shares[step] === ''
      ? []
      : [
          textLine(words.shares[step], {
            x: x + textWidth(count, FIGURE) + 8,
            y: baselineFor(middle, SMALL.size),
            style: SMALL,
            fill: palette.text2,
          }),
        ]),
  );
}

/** The slope between two bars says how many fell away; none beside a hidden bar. */
function fall(step: Step, next: Step, top: number, { figure, canvas, from, perPerson }: Drawing): SvgNode[] {
  const [here, there] = [figure[step], figure[next]];
  if (here === null || there === null) return [];
  const corners = [
    { x: from, y: top + BAR },
    { x: from + here * perPerson, y: top + BAR },
    { x: from + there * perPerson, y: top + BAR + GAP },
    { x: from, y: top + BAR + GAP },
  ];
  return [el('polygon', { points: pointsOf(corners), fill: canvas.palette.hairline, 'fill-opacity': 0.6 })];
}

function drawFunnel(figure: FunnelFigure, words: FunnelWords, canvas: Canvas): ChartPart {
  const label = Math.round(Math.min(canvas.width * 0.26, 170));
  const from = label + 14;
  const texts = steps.map((step) => textWidth(countText(figure[step], figure), FIGURE) + textWidth(words.shares[step], SMALL) + 24);
  const perPerson = Math.min(
    ...steps.map((step, at) => Math.max(0, canvas.width - from - (texts[at] ?? 0)) / Math.max(1, figure[step] ?? 0)),
  );
  const draw: Drawing = { figure, words, canvas, from, perPerson, label };
  const topOf = (at: number) => at * (BAR + GAP);
  const falls = steps.slice(0, -1).flatMap((step, at) => fall(step, steps[at + 1] ?? step, topOf(at), draw));
  const hasHidden = steps.some((step) => figure[step] === null);
  return {
    height: topOf(steps.length) - GAP + 2,
    defs: hasHidden ? [hatchPattern(canvas)] : [],
    body: [...falls, ...steps.map((step, at) => stepRow(step, topOf(at), draw))],
  };
}

function notesOf(figure: FunnelFigure, words: FunnelWords): string[] {
  return pictureNotes(figure, words, { notes: [], hasHidden: steps.some((step) => figure[step] === null) });
}

/** From the invited to those who completed, as bars from zero with their share of the invited. */
export function funnelChart(figure: FunnelFigure, words: FunnelWords, options: FrameOptions): SvgNode {
  const canvas = { palette: options.palette, width: frameWidths(options).inner, idPrefix: options.idPrefix ?? 'chart' };
  return framePicture(drawFunnel(figure, words, canvas), figure, words, notesOf(figure, words), options);
}

/** The same numbers as a table. */
export function funnelTable(figure: FunnelFigure, words: FunnelWords): TableTwin {
  return {
    caption: figure.title,
    header: [words.table.step, words.table.persons, words.table.share],
    rows: steps.map((step) => ({
      key: step,
      label: words.steps[step],
      indent: 0,
      cells: [countText(figure[step], figure), shareText(figure, step)],
    })),
    notes: notesOf(figure, words).filter((note) => note !== ''),
  };
}
