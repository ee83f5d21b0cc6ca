import type { TextRange } from '../texts/index.ts';

/** A piece of a text around its first hit, with the hits marked. */
export interface Snippet {
  readonly text: string;
  /** In the piece's own units. */
  readonly marks: readonly TextRange[];
  /** Where the first hit stands in the whole text. */
  readonly at: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

const before = 60;
const length = 220;

/** Cuts the piece between words. Line feeds become spaces: a hit is one paragraph on screen. */
export function makeSnippet(text: string, marks: readonly TextRange[]): Snippet {
  const at = marks[0]?.start ?? 0;
  const start = at <= before ? 0 : wordEdge(text, at - before, at);
  const wanted = Math.min(text.length, Math.max(start + length, marks[0]?.end ?? 0));
  const end = wanted >= text.length ? text.length : lastSpace(text, Math.max(at + 1, start), wanted);
  return {
    text: text.slice(start, end).replaceAll(/\s/gu, ' '),
    marks: marks.filter((mark) => mark.end <= end).map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    at,
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
  };
}

/** The beginning of the first word from `from` on, at most `to`. */
function wordEdge(text: string, from: number, to: number): number {
  for (let index = from; index < to; index += 1) if (/\s/u.test(text[index] ?? '')) return index + 1;
  return to;
}

function lastSpace(text: string, from: number, to: number): number {
  for (let index = to; index > from; index -= 1) if (/\s/u.test(text[index] ?? '')) return index;
  // One word fills it all: between characters, not inside a pair.
  return isHighSurrogate(text.charCodeAt(to - 1)) ? to - 1 : to;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
