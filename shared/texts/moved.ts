import { characterEdges } from './edge-characters.ts';
import type { Replacement } from './edit-script.ts';
import { trimmed, type TextRange } from './offsets.ts';
import { replacements } from './replacements.ts';

/** Where a range lies after its text was corrected. */
export interface MovedRange extends TextRange {
  /** Whether half of its words or more are gone or new, so that somebody must look whether it still means the same. */
  readonly isDoubtful: boolean;
  /** Whether any of its own characters are left. */
  readonly hasWords: boolean;
}

interface Corrected {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Replacement[];
  readonly edges: ReturnType<typeof characterEdges>;
}

/**
 * Moves ranges of a text along with its correction; the edits are worked out once for all of them. A typo mended at an edge stays in
 * the range when it belongs to the range's word; what was written before the first word or after the last stays outside. A range
 * whose words are gone stands on the character at their place. Edges never lie inside a character. An empty text has one empty range.
 */
export function mover(before: string, after: string): (range: TextRange) => MovedRange {
  const text: Corrected = { before, after, edits: replacements(before, after), edges: characterEdges(after) };
  return (range) => move(text, range);
}

function move(text: Corrected, range: TextRange): MovedRange {
  const { before, edits } = text;
  const first = firstFrom(edits, range.start);
  const shift = first === 0 ? 0 : shiftAfter(edits[first - 1]);
  let start = range.start + shift;
  let end = range.end + shift;
  let lost = 0;
  let isCut = false;
  for (let index = first; index < edits.length; index += 1) {
    const edit = edits[index];
    if (edit === undefined || edit.from > range.end) break;
    lost += Math.max(0, Math.min(edit.to, range.end) - Math.max(edit.from, range.start));
    if (edit.from <= range.start) start = startAt(text, edit, range);
    end = edit.to < range.end || (edit.to === range.end && edit.to > edit.from) ? range.end + shiftAfter(edit) : endAt(text, edit, range);
    isCut ||= isCutting(edit, range.start) || isCutting(edit, range.end);
  }
  const kept = range.end - range.start - lost;
  const placed = settled(text, { start, end }, isTidy(before, range));
  const longer = Math.max(range.end - range.start, placed.end - placed.start);
  return { ...placed, hasWords: kept > 0, isDoubtful: kept * 2 <= longer || isCut };
}

/** Index of the first edit that ends at or behind an offset. */
function firstFrom(edits: readonly Replacement[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.to ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shiftAfter(edit: Replacement | undefined): number {
  return edit === undefined ? 0 : edit.until - edit.to;
}

/** Other words stand now across an edge: nobody can tell where among them it lies. */
function isCutting({ from, to, at, until }: Replacement, edge: number): boolean {
  return from < edge && edge < to && until > at;
}

function startAt({ before, after }: Corrected, edit: Replacement, { start, end }: TextRange): number {
  if (edit.to > start) return edit.from === start || edit.to >= end ? edit.at : edit.until;
  // Written right before the range: letters that complete its first word are part of it.
  const isWordStart = isLetter(before.slice(start, start + 2)) && !isLetter(before.slice(Math.max(0, start - 2), start), 'last');
  if (edit.from < edit.to || !isWordStart) return edit.until;
  return edit.until - (/[\p{L}\p{N}\p{M}]+$/u.exec(after.slice(edit.at, edit.until))?.[0].length ?? 0);
}

function endAt({ before, after }: Corrected, edit: Replacement, { start, end }: TextRange): number {
  if (edit.from < end) return edit.from <= start ? edit.until : edit.at;
  const isWordEnd = isLetter(before.slice(Math.max(start, end - 2), end), 'last') && !isLetter(before.slice(end, end + 2));
  if (edit.from < edit.to || !isWordEnd) return edit.at;
  return edit.at + (/^[\p{L}\p{N}\p{M}]+/u.exec(after.slice(edit.at, edit.until))?.[0].length ?? 0);
}

function isLetter(text: string, which: 'first' | 'last' = 'first'): boolean {
  return (which === 'first' ? /^[\p{L}\p{N}\p{M}]/u : /[\p{L}\p{N}\p{M}]$/u).test(text);
}

function isTidy(text: string, range: TextRange): boolean {
  const own = trimmed(text, range);
  return own !== null && own.start === range.start && own.end === range.end;
}

/** On whole characters, without white space that an edit left at its ends, and never empty. */
function settled({ after, edges }: Corrected, range: TextRange, isTrimmed: boolean): TextRange {
  const own = (isTrimmed && range.end > range.start ? trimmed(after, range) : null) ?? range;
  const start = Math.min(edges.before(own.start), Math.max(0, after.length - 1));
  const end = edges.after(own.end);
  if (end > start) return { start: edges.before(start), end };
  const last = edges.before(start);
  return { start: last, end: edges.after(Math.min(after.length, last + 1)) };
}
