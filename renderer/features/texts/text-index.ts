import type { Coding } from '../../../shared/contract/coding.ts';
import type { TextTurn } from '../../../shared/contract/texts.ts';
import { assignLanes, overlaps, paragraphs, trimmed, type TextRange } from '../../../shared/texts/index.ts';

/** The margin a coding's lane stands in. */
export type Side = 'start' | 'end';

/** A coding beside a paragraph: its lane, and how far down the paragraph it runs (shares from 0 to 1). */
export interface Lane {
  readonly coding: Coding;
  readonly side: Side;
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
  /** The paragraph in which the coding begins: there its label stands. */
  readonly isFirst: boolean;
}

/** One paragraph, or a turn or a piece of one, with the codings that touch it in reading order. */
export interface TextPart {
  readonly range: TextRange;
  /** Number of the paragraph; null on what goes on from the part before. */
  readonly number: number | null;
  /** Who begins to speak here. */
  readonly turn: TextTurn | null;
  readonly lanes: readonly Lane[];
}

/** A text as it is drawn. Parts that a change does not touch stay the same objects, so that they are not drawn again. */
export interface TextIndex {
  readonly body: string;
  readonly codings: readonly Coding[];
  readonly sideOf: (coding: Coding) => Side | null;
  readonly parts: readonly TextPart[];
}

/** Characters beside the shortest bar, about: half a line. */
const shortestBar = 24;
/** Longer paragraphs are drawn in pieces: the window holds a few screens of text, never all of it. */
const longestPart = 2400;

/** Cuts a text into the parts it is drawn in and puts its codings beside them. Codings of the whole text stand over it. */
export function indexText(
  body: string,
  turns: readonly TextTurn[],
  codings: readonly Coding[],
  sideOf: TextIndex['sideOf'] = () => 'start',
): TextIndex {
  const index: TextIndex = { body, codings, sideOf, parts: cutParts(body, turns) };
  const lanes: Lane[][] = index.parts.map(() => []);
  for (const side of ['start', 'end'] as const) {
    const drawn = codings.filter((coding) => !coding.isWhole && sideOf(coding) === side).map(asDrawn);
    for (const { range, lane } of assignLanes(drawn)) {
      const [from, to] = touched(index.parts, range.coding);
      for (let at = from; at < to; at += 1) {
        const part = index.parts[at];
        if (part !== undefined) lanes[at]?.push(laneIn(part, { coding: range.coding, side, lane, isFirst: at === from }));
      }
    }
  }
  return { ...index, parts: index.parts.map((part, at) => ({ ...part, lanes: (lanes[at] ?? []).toSorted(inReadingOrder) })) };
}

/** The same text after some codings came, went or changed. Lanes of the others stay where they are. */
export function reindex(index: TextIndex, codings: readonly Coding[]): TextIndex {
  const { gone, come } = difference(index.codings, codings);
  if (gone.length === 0 && come.length === 0) return index.codings === codings ? index : { ...index, codings };
  const parts = [...index.parts];
  const stood = new Map<string, Lane>();
  for (const coding of gone) takeOut(parts, coding, stood);
  for (const coding of come) {
    const side = coding.isWhole ? null : index.sideOf(coding);
    if (side !== null) putIn(parts, coding, side, stood.get(coding.id));
  }
  return { ...index, codings, parts };
}

function takeOut(parts: TextPart[], coding: Coding, stood: Map<string, Lane>): void {
  const [from, to] = touched(parts, coding);
  for (let at = from; at < to; at += 1) {
    const part = parts[at];
    const lane = part?.lanes.find((one) => one.coding.id === coding.id);
    if (part === undefined || lane === undefined) continue;
    stood.set(coding.id, lane);
    parts[at] = { ...part, lanes: part.lanes.filter((one) => one !== lane) };
  }
}

function putIn(parts: TextPart[], coding: Coding, side: Side, before: Lane | undefined): void {
  const [from, to] = touched(parts, coding);
  const drawn = asDrawn(coding);
  const taken = new Set<number>();
  for (const part of parts.slice(from, to))
    for (const other of part.lanes) if (other.side === side && overlaps(asDrawn(other.coding), drawn)) taken.add(other.lane);
  let lane = before !== undefined && before.side === side && !taken.has(before.lane) ? before.lane : 0;
  while (taken.has(lane)) lane += 1;
  for (let at = from; at < to; at += 1) {
    const part = parts[at];
    if (part !== undefined)
      parts[at] = { ...part, lanes: [...part.lanes, laneIn(part, { coding, side, lane, isFirst: at === from })].toSorted(inReadingOrder) };
  }
}

/** What differs between two lists of codings; what stands in both at the ends is passed over. */
function difference(before: readonly Coding[], after: readonly Coding[]): { gone: Coding[]; come: Coding[] } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  const known = new Set(old);
  const standing = new Set(now);
  return { gone: old.filter((coding) => !standing.has(coding)), come: now.filter((coding) => !known.has(coding)) };
}

function laneIn({ range }: TextPart, lane: Omit<Lane, 'top' | 'bottom'>): Lane {
  const length = range.end - range.start;
  const share = (offset: number): number => Math.min(1, Math.max(0, (offset - range.start) / length));
  return { ...lane, top: share(lane.coding.start), bottom: share(lane.coding.end) };
}

function inReadingOrder(a: Lane, b: Lane): number {
  return a.coding.start - b.coding.start || a.coding.end - b.coding.end || a.lane - b.lane;
}

/** A coding and the stretch its bar takes: at least that of the shortest bar, so that no bar is drawn over the next. */
function asDrawn(coding: Coding): TextRange & { readonly coding: Coding } {
  return { start: coding.start, end: Math.max(coding.end, coding.start + shortestBar), coding };
}

/** The parts that a range has words in, from the first to behind the last. */
function touched(parts: readonly TextPart[], range: TextRange): readonly [from: number, to: number] {
  return [firstPart(parts, (part) => part.range.end > range.start), firstPart(parts, (part) => part.range.start >= range.end)];
}

/** Place of the first part of which something is true that is true of all after it. */
function firstPart(parts: readonly TextPart[], isTrue: (part: TextPart) => boolean): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part !== undefined && isTrue(part)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Place of the part that an offset lies in, or the next one after it. */
export function partAt({ parts }: TextIndex, offset: number): number {
  return Math.min(
    parts.length - 1,
    firstPart(parts, (part) => part.range.end >= offset),
  );
}

/** The coding before or after the one at hand, in reading order; from outside, the first or the last. */
export function neighbour({ parts }: TextIndex, current: Coding | undefined, by: 1 | -1): Coding | undefined {
  const at = current === undefined ? (by === 1 ? 0 : parts.length - 1) : touched(parts, current)[0];
  for (let place = at; place >= 0 && place < parts.length; place += by) {
    const starting = (parts[place]?.lanes ?? []).filter((lane) => lane.isFirst).map((lane) => lane.coding);
    const own = starting.findIndex((coding) => coding.id === current?.id);
    const found = own === -1 ? starting.at(by === 1 ? 0 : -1) : starting[own + by];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Paragraphs, cut where somebody else begins to speak and where they are too long to be drawn at once. */
function cutParts(body: string, turns: readonly TextTurn[]): TextPart[] {
  const parts: TextPart[] = [];
  let next = 0;
  let named: TextTurn | undefined;
  let number = 0;
  for (const paragraph of paragraphs(body)) {
    let isNumbered = false;
    for (let from = paragraph.start; from < paragraph.end;) {
      while ((turns[next]?.end ?? Infinity) <= from) next += 1;
      const turn = turns[next];
      const isSpeaking = turn !== undefined && turn.start <= from;
      const following = isSpeaking ? turns[next + 1] : turn;
      const end = cutEnd(body, from, Math.min(paragraph.end, following?.start ?? Infinity));
      const range = trimmed(body, { start: from, end });
      if (range !== null && (isSpeaking || !isLabel(body, range, following))) {
        if (!isNumbered) number += 1;
        parts.push({ range, number: isNumbered ? null : number, turn: isSpeaking && turn !== named ? turn : null, lanes: [] });
        isNumbered = true;
        named = isSpeaking ? turn : named;
      }
      from = end;
    }
  }
  return parts;
}

/** Room for a time and a colon beside a speaker's name. */
const longestTime = 24;

/** Whether these are the words with which the file names who speaks next: the name stands before the turn already. */
function isLabel(body: string, { start, end }: TextRange, turn: TextTurn | undefined): boolean {
  if (turn === undefined || turn.speaker === null || body.slice(end, turn.start).trim() !== '') return false;
  const label = body.slice(start, end);
  return label.length <= turn.speaker.length + longestTime && label.includes(turn.speaker);
}

/** Where a piece that begins at `from` ends: at most a drawn part long, behind a full stop or a space. */
function cutEnd(body: string, from: number, to: number): number {
  if (to - from <= longestPart) return to;
  const stop = Math.max(...['. ', '? ', '! ', '… '].map((sign) => body.lastIndexOf(sign, from + longestPart)));
  if (stop > from + longestPart / 2) return stop + 2;
  const space = body.lastIndexOf(' ', from + longestPart);
  if (space > from) return space + 1;
  const hard = from + longestPart;
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]/u.test(body.charAt(hard - 1)) ? hard + 1 : hard;
}
