/** A stretch of a text in UTF-16 units; the end is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset may be an edge: inside the text, and not between the two halves of a surrogate pair. */
export function isEdge(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return !(before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff);
}

/** Whether a range can be coded: not empty, both edges possible. */
export function isRange(text: string, range: TextRange): boolean {
  return range.end > range.start && isEdge(text, range.start) && isEdge(text, range.end);
}

/** Whether two ranges share at least one unit. Ranges that only touch do not. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** The range without white space at its ends; null when nothing else was in it. */
export function trimmed(text: string, range: TextRange): TextRange | null {
  const part = text.slice(range.start, range.end);
  const start = range.start + (part.length - part.trimStart().length);
  const end = range.end - (part.length - part.trimEnd().length);
  return end > start ? { start, end } : null;
}
