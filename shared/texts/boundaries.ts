import { contains, trimmed, type TextRange } from './offsets.ts';

/** Paragraphs as ranges without their line feeds; empty lines are none. */
export function paragraphs(text: string): TextRange[] {
  const found: TextRange[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const range = trimmed(text, { start, end: start + line.length });
    if (range !== null) found.push(range);
    start += line.length + 1;
  }
  return found;
}

function segmentsOf(text: string, language: string, granularity: 'word' | 'sentence'): TextRange[] {
  const segmenter = new Intl.Segmenter(language, { granularity });
  const found: TextRange[] = [];
  for (const part of segmenter.segment(text)) {
    if (granularity === 'word' && part.isWordLike !== true) continue;
    const range = trimmed(text, { start: part.index, end: part.index + part.segment.length });
    if (range !== null) found.push(range);
  }
  return found;
}

/** Words as ranges, by the language's own rules (Unicode UAX 29). */
export function words(text: string, language: string): TextRange[] {
  return segmentsOf(text, language, 'word');
}

/** Sentences as ranges without the white space between them. A line feed ends a sentence. */
export function sentences(text: string, language: string): TextRange[] {
  return paragraphs(text).flatMap((paragraph) =>
    segmentsOf(text.slice(paragraph.start, paragraph.end), language, 'sentence').map((range) => ({
      start: range.start + paragraph.start,
      end: range.end + paragraph.start,
    })),
  );
}

/** The range at an offset: the one that holds it, else the nearest before it, else the first. Null when there is none. */
export function rangeAt(ranges: readonly TextRange[], offset: number): TextRange | null {
  const holding = ranges.find((range) => offset >= range.start && offset < range.end);
  return holding ?? ranges.findLast((range) => range.end <= offset) ?? ranges[0] ?? null;
}

/** Longer lines are not looked through whole for the words around one place. */
const longestLine = 20_000;

/** The lines that a stretch of a text lies in, without the feed at the end; of an endless line the part around it. */
export function linesAround(text: string, { start, end }: TextRange): TextRange {
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const to = feed === -1 ? text.length : feed;
  const first = start - from > longestLine ? text.lastIndexOf(' ', start - longestLine) + 1 : from;
  const gap = to - end > longestLine ? text.indexOf(' ', end + longestLine) : -1;
  return { start: Math.max(from, first), end: gap === -1 ? to : Math.min(gap, to) };
}

/** Ranges that a way of cutting finds in the lines around a place, as offsets of the whole text. */
function near(text: string, place: TextRange, cut: (lines: string) => TextRange[]): TextRange[] {
  const lines = linesAround(text, place);
  return cut(text.slice(lines.start, lines.end)).map(({ start, end }) => ({ start: start + lines.start, end: end + lines.start }));
}

/** Words in the lines around a place of a text; in a long text only these are looked for. */
export function wordsNear(text: string, language: string, place: TextRange): TextRange[] {
  return near(text, place, (lines) => words(lines, language));
}

/** Sentences in the lines around a place of a text. */
export function sentencesNear(text: string, language: string, place: TextRange): TextRange[] {
  return near(text, place, (lines) => sentences(lines, language));
}

/** The next larger selection: word, sentence, paragraph, whole text. The whole text stays what it is. */
export function grow(text: string, language: string, selection: TextRange): TextRange {
  const whole = trimmed(text, { start: 0, end: text.length }) ?? { start: 0, end: text.length };
  for (const level of [wordsNear(text, language, selection), sentencesNear(text, language, selection), near(text, selection, paragraphs)]) {
    const first = rangeAt(level, selection.start);
    const last = rangeAt(level, Math.max(selection.start, selection.end - 1));
    if (first === null || last === null) continue;
    const next = { start: Math.min(first.start, selection.start), end: Math.max(last.end, selection.end) };
    if (next.start < selection.start || next.end > selection.end) return next;
  }
  return contains(selection, whole) ? selection : whole;
}
