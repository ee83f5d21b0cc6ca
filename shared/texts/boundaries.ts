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

/** The next larger selection: word, sentence, paragraph, whole text. The whole text stays what it is. */
export function grow(text: string, language: string, selection: TextRange): TextRange {
  const whole = trimmed(text, { start: 0, end: text.length }) ?? { start: 0, end: text.length };
  for (const level of [words(text, language), sentences(text, language), paragraphs(text)]) {
    const first = rangeAt(level, selection.start);
    const last = rangeAt(level, Math.max(selection.start, selection.end - 1));
    if (first === null || last === null) continue;
    const next = { start: Math.min(first.start, selection.start), end: Math.max(last.end, selection.end) };
    if (next.start < selection.start || next.end > selection.end) return next;
  }
  return contains(selection, whole) ? selection : whole;
}
