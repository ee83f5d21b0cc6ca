const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The characters of a text as people see them: an emoji or a letter with its marks is one. In UTF-16 units, without gaps. */
export function characters(text: string): string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/** Below this code unit nothing combines with what stands before it, save a line feed after a carriage return. */
const firstCombining = 0x300;

/**
 * Finds edges between characters of one text: `before` the nearest at or before an offset, `after` the nearest at or after it.
 * Offsets outside the text become its ends.
 */
export function characterEdges(text: string): { readonly before: (offset: number) => number; readonly after: (offset: number) => number } {
  const parts = graphemes.segment(text);
  const holding = (offset: number): { readonly start: number; readonly end: number } | null => {
    if (offset <= 0 || offset >= text.length) return null;
    const next = text.charCodeAt(offset);
    if (next < firstCombining && text.charCodeAt(offset - 1) < firstCombining && next !== 0x0a) return null;
    const part = parts.containing(offset);
    return part === undefined || part.index === offset ? null : { start: part.index, end: part.index + part.segment.length };
  };
  const inside = (offset: number): number => Math.max(0, Math.min(text.length, offset));
  return {
    before: (offset) => holding(offset)?.start ?? inside(offset),
    after: (offset) => holding(offset)?.end ?? inside(offset),
  };
}
