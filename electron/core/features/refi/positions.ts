import { StoredText } from '../../../../shared/model/text.ts';

/**
 * Places in a stored text, counted in UTF-16 units, as Unicode code points, which REFI-QDA counts (standard 10.2). In the order given; one
 * pass over the text however many there are.
 */
export function toCodePoints(text: string, offsets: readonly number[]): number[] {
  const found = new Map<number, number>();
  let unit = 0;
  let point = 0;
  for (const wanted of [...new Set(offsets)].toSorted((a, b) => a - b)) {
    const until = Math.min(wanted, text.length);
    while (unit < until) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    found.set(wanted, point);
  }
  return offsets.map((offset) => found.get(offset) ?? point);
}

/** How a file's positions are to be read. `unit`: what one step is; `lines`: whether CR LF is two steps, as written, or one. */
export interface PositionReading {
  readonly unit: 'code-point' | 'utf16';
  readonly lines: 'as-written' | 'one';
}

/** A text as it may be stored, and where the asked places lie in it, in UTF-16 units. Null: beyond the end of the text. */
export interface PlacedText {
  readonly body: string;
  readonly places: readonly (number | null)[];
  /** Characters that cannot be stored had to go. */
  readonly isCleaned: boolean;
}

/** StoredText's own rule: control characters but tab and line feed, and the mark of order. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/u;
const allUnstorable = new RegExp(unstorable, 'gu');
/** A sign that belongs to the one before it: no stretch begins in front of it. */
const joining = /^[\p{M}\u200D\u1160-\u11FF]/u;

/**
 * A foreign text made storable (line feeds only, composed, no control characters) with positions carried along. The text is cut at the
 * positions, so that each piece is composed by itself; a position between a letter and its accent moves behind the accent.
 */
export function placeIn(raw: string, positions: readonly number[], reading: PositionReading): PlacedText {
  const whole = raw.toWellFormed();
  const counted = reading.lines === 'one' ? whole.replaceAll('\r\n', '\n') : whole;
  // What is stored as it is keeps every place, also one between a letter and its accent.
  const isStored = !unstorable.test(counted) && StoredText.parse(counted) === counted;
  const found = new Map<number, number>();
  const parts: string[] = [];
  let length = 0;
  let unit = 0;
  let point = 0;
  let from = 0;
  let isCleaned = whole !== raw;
  const take = (to: number): void => {
    const piece = counted.slice(from, to);
    const clean = piece.replaceAll(allUnstorable, '');
    if (clean.length !== piece.length) isCleaned = true;
    const stored = StoredText.parse(clean);
    parts.push(stored);
    length += stored.length;
    from = to;
  };
  for (const wanted of [...new Set(positions)].toSorted((a, b) => a - b)) {
    if (wanted < 0) continue;
    while (unit < counted.length && (reading.unit === 'utf16' ? unit : point) < wanted) {
      unit += (counted.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    if ((reading.unit === 'utf16' ? unit : point) < wanted) continue;
    // Behind a place in a row of accents the text is taken to the row's end already.
    if (!isStored && unit > from) take(edgeAt(counted, unit));
    found.set(wanted, isStored ? unit : length);
  }
  take(counted.length);
  return { body: parts.join(''), places: positions.map((position) => found.get(position) ?? null), isCleaned };
}

/** The nearest place at or behind this one at which a text can be cut and composed piece by piece. */
function edgeAt(text: string, at: number): number {
  let edge = at;
  // Between CR and LF there is nothing.
  if (text[edge] === '\n' && text[edge - 1] === '\r') edge += 1;
  while (edge > 0 && edge < text.length && joining.test(text.slice(edge, edge + 2))) edge += (text.codePointAt(edge) ?? 0) > 0xffff ? 2 : 1;
  return edge;
}
