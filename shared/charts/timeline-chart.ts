import type { Language } from '../model/text.ts';
import type { Canvas, ChartPart, FrameOptions } from './chart-options.ts';
import { monthText } from './figure-text.ts';
import { frameWidths } from './frame.ts';
import { ellipsis, textWidth, wrapText, type TextStyle } from './layout.ts';
import { marker } from './markers.ts';
import { baselineFor, centredLines, LABEL, LABEL_LINE, SMALL, textLine } from './parts.ts';
import { framePicture } from './picture.ts';
import { isFree, type TakenBox } from './spread-labels.ts';
import { el, pointsOf, type SvgNode } from './svg-node.ts';
import {
  actionsInOrder,
  spanOf,
  stateOf,
  timelineNotes,
  type TimelineAction,
  type TimelineFigure,
  type TimelineWords,
} from './timeline-model.ts';

const DAY = 86_400_000;
/** Px for the name of a month with its year. */
const TICK_ROOM = 44;
const ROW = 40;
const MEETING_LINE = 18;
const AXIS = 24;
const TICK: TextStyle = { size: 12, weight: 400 };
const STATE: TextStyle = { size: 13, weight: 600 };

interface Drawing {
  readonly figure: TimelineFigure;
  readonly words: TimelineWords;
  readonly canvas: Canvas;
  readonly x: (day: string) => number;
  readonly label: number;
  readonly left: number;
  readonly right: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** First days of months between two days, as many as have room: every month, quarter, half year or year. */
function ticksOf({ from, to }: Span, width: number, language: Language): { day: string; text: string }[] {
  const start = new Date(from * DAY);
  const months = (to - from) / 30.4;
  const step = [1, 3, 6, 12, 24, 60, 120, 240].find((each) => months / each <= Math.min(8, width / TICK_ROOM)) ?? 480;
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const ticks: { day: string; text: string }[] = [];
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const date = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    if (date.getTime() / DAY > to) return ticks;
    if (date.getTime() / DAY < from) continue;
    const day = date.toISOString().slice(0, 10);
    const name = monthText(day, language);
    ticks.push({ day, text: month % 12 === 0 || step >= 12 ? day.slice(0, 4) : ticks.length === 0 ? `${name} ${day.slice(0, 4)}` : name });
  }
}

function axisNodes(bottom: number, span: Span, { canvas, figure, x, left, right }: Drawing): SvgNode[] {
  const { palette } = canvas;
  return ticksOf(span, right - left, figure.language).flatMap(({ day, text }) => {
    const at = Math.round(x(day)) + 0.5;
    return [
      el('line', { x1: at, y1: AXIS - 5, x2: at, y2: bottom, stroke: palette.hairline, 'stroke-width': 1 }),
      textLine(text, { x: at, y: 13, style: TICK, fill: palette.text3, anchor: 'middle' }),
    ];
  });
}

/** Meetings as diamonds with their names, on as many lines as keep the names apart. */
function meetingNodes(draw: Drawing, top: number): { nodes: SvgNode[]; bottom: number } {
  const { figure, canvas, x, left, right } = draw;
  const { palette } = canvas;
  const taken: TakenBox[] = [];
  let bottom = top;
  const nodes = figure.meetings
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .flatMap(({ label, on, isHeld }) => {
      const at = x(on);
      const text = ellipsis(label, Math.min(190, (right - left) * 0.6), SMALL);
      const width = textWidth(text, SMALL) + 14;
      const isLeft = at + width > right;
      const box = (line: number) => {
        const y = top + line * MEETING_LINE;
        return { left: isLeft ? at - width - 4 : at - 8, right: isLeft ? at + 8 : at + width + 4, top: y, bottom: y + MEETING_LINE };
      };
      let line = 0;
      while (!isFree(box(line), taken)) line += 1;
      taken.push(box(line));
      const middle = top + line * MEETING_LINE + MEETING_LINE / 2;
      bottom = Math.max(bottom, middle + MEETING_LINE / 2);
      return [
        marker({ x: at, y: middle }, { shape: 'diamond', colour: palette.text2, isOpen: !isHeld, r: 5 }, palette),
        textLine(text, {
          x: isLeft ? at - 10 : at + 10,
          y: baselineFor(middle, SMALL.size),
          style: SMALL,
          fill: palette.text2,
          anchor: isLeft ? 'end' : 'start',
        }),
      ];
    });
  return { nodes, bottom };
}

function tick(x: number, y: number, canvas: Canvas): SvgNode[] {
  const { palette } = canvas;
  const points = pointsOf([
    { x: x - 4, y },
    { x: x - 1.2, y: y + 3 },
    { x: x + 4, y: y - 3.2 },
  ]);
  return [
    el('circle', { cx: x, cy: y, r: 8, fill: palette.accent }),
    el('polyline', {
      points,
      fill: 'none',
      stroke: palette.onAccent,
      'stroke-width': 2,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
  ];
}

/** The way of an action: whole until its day, dashed beyond it; an open ring is what waits, a tick what is done. */
function wayOf(action: TimelineAction, y: number, { figure, canvas, x }: Drawing): SvgNode[] {
  const { palette } = canvas;
  const state = stateOf(action, figure.today);
  const end = action.doneOn ?? action.dueOn;
  const start = el('circle', { cx: x(action.agreedOn), cy: y, r: 4, fill: palette.accent });
  const line = (from: string, to: string, dash: Readonly<Record<string, string>>) =>
    el('line', { x1: x(from), y1: y, x2: x(to), y2: y, stroke: palette.accent, 'stroke-width': 3, ...dash });
  if (end === null)
    return [line(action.agreedOn, figure.today > action.agreedOn ? figure.today : action.agreedOn, { 'stroke-dasharray': '1 5' }), start];
  const way = line(action.agreedOn, end, {});
  if (state === 'done') return [way, start, ...tick(x(end), y, canvas)];
  const ring = el('circle', { cx: x(end), cy: y, r: 6, fill: palette.surface, stroke: palette.accent, 'stroke-width': 2 });
  if (state === 'agreed') return [way, start, ring];
  return [
    way,
    start,
    el('line', { x1: x(end), y1: y, x2: x(figure.today), y2: y, stroke: palette.late, 'stroke-width': 3, 'stroke-dasharray': '5 3' }),
    marker({ x: x(end), y }, { shape: 'triangle', colour: palette.late, isOpen: false, r: 8 }, palette),
    el('line', { x1: x(end), y1: y - 4, x2: x(end), y2: y + 2, stroke: palette.surface, 'stroke-width': 2 }),
    el('circle', { cx: x(end), cy: y + 5, r: 1.1, fill: palette.surface }),
  ];
}

function actionRow(action: TimelineAction, top: number, draw: Drawing): { node: SvgNode; height: number } {
  const { words, canvas, figure, label } = draw;
  const { palette } = canvas;
  const state = stateOf(action, figure.today);
  const name = wrapText(action.label, label, LABEL, 3);
  const when = wrapText(words.whens[action.key] ?? '', label - textWidth(words.states[state], STATE) - 10, SMALL, 4);
  const height = Math.max(ROW, (name.length + when.length) * LABEL_LINE + 10);
  const first = top + 5 + name.length * LABEL_LINE + LABEL_LINE * 0.74;
  const indent = textWidth(words.states[state], STATE) + 8;
  const node = el(
    'g',
    { 'data-row': action.key },
    ...centredLines(name, 0, top + 5 + (name.length * LABEL_LINE) / 2, palette.text),
    textLine(words.states[state], { x: 0, y: first, style: STATE, fill: state === 'overdue' ? palette.late : palette.text }),
    ...when.map((line, at) => textLine(line, { x: indent, y: first + at * LABEL_LINE, style: SMALL, fill: palette.text2 })),
    ...wayOf(action, top + height / 2, draw),
  );
  return { node, height };
}

function todayNodes(top: number, bottom: number, { figure, words, canvas, x, left, right }: Drawing): SvgNode[] {
  const at = Math.round(x(figure.today)) + 0.5;
  const half = textWidth(words.today, SMALL) / 2;
  const centre = Math.min(Math.max(at, left + half), right + 10 - half);
  return [
    el('line', { x1: at, y1: top, x2: at, y2: bottom, stroke: canvas.palette.text3, 'stroke-width': 1.5 }),
    textLine(words.today, { x: centre, y: bottom + 15, style: SMALL, fill: canvas.palette.text2, anchor: 'middle' }),
  ];
}

function drawTimeline(figure: TimelineFigure, words: TimelineWords, canvas: Canvas): ChartPart {
  const span = spanOf(figure);
  if (span === null)
    return { height: 24, defs: [], body: [textLine(words.empty, { x: 0, y: 16, style: LABEL, fill: canvas.palette.text2 })] };
  const label = Math.round(canvas.width * 0.4);
  const [left, right] = [label + 22, canvas.width - 14];
  const days = [span.from, span.to, figure.today].map(dayNumber);
  const [from, to] = [Math.min(...days), Math.max(Math.min(...days) + 1, ...days)];
  const x = (day: string) => left + ((dayNumber(day) - from) / (to - from)) * (right - left);
  const draw: Drawing = { figure, words, canvas, x, label, left, right };
  const meetings = meetingNodes(draw, AXIS + 2);
  let y = meetings.bottom + 6;
  const rows: SvgNode[] = [];
  const lines: SvgNode[] = [];
  for (const action of actionsInOrder(figure)) {
    const { node, height } = actionRow(action, y, draw);
    lines.push(
      el('line', {
        x1: 0,
        y1: Math.round(y) + 0.5,
        x2: canvas.width,
        y2: Math.round(y) + 0.5,
        stroke: canvas.palette.hairline,
        'stroke-width': 1,
      }),
    );
    rows.push(node);
    y += height;
  }
  return {
    height: y + 22,
    defs: [],
    body: [...axisNodes(y, { from, to }, draw), ...lines, ...todayNodes(meetings.bottom + 2, y, draw), ...meetings.nodes, ...rows],
  };
}

/** Meetings along the time, and below them each action from the day it was agreed to the day it was, or should have been, done. */
export function timelineChart(figure: TimelineFigure, words: TimelineWords, options: FrameOptions): SvgNode {
  const canvas = { palette: options.palette, width: frameWidths(options).inner, idPrefix: options.idPrefix ?? 'chart' };
  return framePicture(drawTimeline(figure, words, canvas), figure, words, timelineNotes(figure, words), options);
}
