/** What a field holds and what is marked in it, in UTF-16 units. */
export interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A replacement in a field: the units from `from` to `to` become `words`, and then `start` to `end` are marked. */
export interface FieldEdit {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Puts a pair of marks round what is marked, or takes them off where they stand; with nothing marked the caret goes between them. */
export function wrapEdit({ text, start, end }: Marked, mark: string): FieldEdit {
  const size = mark.length;
  const marked = text.slice(start, end);
  const isRound = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark && start >= size;
  if (isRound) return { from: start - size, to: end + size, words: marked, start: start - size, end: end - size };
  if (marked.length >= 2 * size && marked.startsWith(mark) && marked.endsWith(mark)) {
    const inner = marked.slice(size, marked.length - size);
    return { from: start, to: end, words: inner, start, end: start + inner.length };
  }
  return { from: start, to: end, words: `${mark}${marked}${mark}`, start: start + size, end: end + size };
}

/** A link round what is marked; with nothing marked its words are `words`. */
export function linkEdit({ text, start, end }: Marked, href: string, words: string): FieldEdit {
  const label = text.slice(start, end).replaceAll(/[[\]]/gu, '') || words;
  const link = `[${label}](${href})`;
  return { from: start, to: end, words: link, start: start + link.length, end: start + link.length };
}

const item = /^(?<space> *)(?:(?<bullet>-)|(?<number>\d{1,3})\.) +/u;

/** What Enter does where a line of a list is written: the next item, or out of the list from an empty one. Null elsewhere. */
export function listEdit({ text, start, end }: Marked): FieldEdit | null {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  const found = item.exec(line);
  if (found?.groups === undefined || start !== end) return null;
  if (found[0] === line && (text[start] ?? '\n') === '\n') return { from, to: start, words: '', start: from, end: from };
  const { space = '', number } = found.groups;
  const words = `\n${space}${number === undefined ? '-' : `${Number(number) + 1}.`} `;
  return { from: start, to: start, words, start: start + words.length, end: start + words.length };
}

/** Whether the caret stands on an empty last line, after others: Enter there leaves the block. */
export function isOnEmptyLastLine({ text, start, end }: Marked): boolean {
  return start === end && start === text.length && text.endsWith('\n');
}

/** A heading that has just been typed as "# " at the start of a line: the words before it, its own, and those after. */
export interface TypedHeading {
  readonly level: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** The first line that begins as a heading; null where none does. */
export function typedHeading(text: string): TypedHeading | null {
  const found = /(?:^|\n)(?<marks>#{1,3}) (?<words>[^\n]*)/u.exec(text);
  if (found?.groups === undefined) return null;
  const { marks = '#', words = '' } = found.groups;
  return {
    level: marks.length,
    before: text.slice(0, found.index).replace(/\n+$/u, ''),
    words,
    after: text.slice(found.index + found[0].length).replace(/^\n+/u, ''),
  };
}

/** The letters of a reference that is being typed, "[[tab", behind the caret; null where none is. */
export function openReference({ text, start, end }: Marked): { readonly from: number; readonly letters: string } | null {
  if (start !== end) return null;
  const found = /\[\[(?<letters>[^[\]\n]{0,60})$/u.exec(text.slice(0, start));
  return found === null ? null : { from: found.index, letters: found.groups?.['letters'] ?? '' };
}

/** Where in a line with marks a place in its words without them is: what is not in the words is a mark and is passed over. */
export function caretInMarks(line: string, words: string, offset: number): number {
  let at = 0;
  let said = 0;
  while (at < line.length && said < offset) {
    if (line[at] === words[said]) said += 1;
    at += 1;
  }
  return at;
}
