import { charWidth, type TextWeight } from './char-widths.ts';

/** Size in px and weight of a text. Italic is narrower than upright, so it is measured as upright. */
export interface TextStyle {
  readonly size: number;
  readonly weight: TextWeight;
}

/** Room for a fallback font that is wider than Source Sans 3, and for kerning. */
const SLACK = 1.05;

/** Width of a text in px, a little generous. */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  let thousandths = 0;
  for (const character of text) thousandths += charWidth(character, weight);
  return (thousandths / 1000) * size * SLACK;
}

/** Raised figures at the end of a label point to a footnote. */
const footnoteMarks = /[¹²³⁰⁴-⁹\u2009]+$/u;

/** The longest start of the text that fits the width in px, with "…" when something is left out. Marks of footnotes stay. */
export function ellipsis(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const marks = footnoteMarks.exec(text)?.[0] ?? '';
  const characters = Array.from(text.slice(0, text.length - marks.length));
  const cut = (): string => `${characters.join('').trimEnd()}…${marks}`;
  while (characters.length > 0 && textWidth(cut(), style) > width) characters.pop();
  return characters.length === 0 ? '' : cut();
}

/** Pieces of a word that each fit the width with a hyphen; a long compound is cut rather than let out of its column. */
function pieces(word: string, width: number, style: TextStyle): string[] {
  if (textWidth(word, style) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    const isLetter = /\p{L}$/u.test(piece) && /\p{L}/u.test(character);
    if (piece !== '' && textWidth(`${piece}${character}${isLetter ? '-' : ''}`, style) > width) {
      found.push(isLetter && textWidth(`${piece}-`, style) <= width ? `${piece}-` : piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? found : [...found, piece];
}

/** Lines of at most `width` px, broken at spaces; what does not fit `maxLines` ends in "…". Never an empty list. */
export function wrapText(text: string, width: number, style: TextStyle, maxLines = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/[ \t\r\n]+/).filter((word) => word !== '');
  for (const word of words.flatMap((each) => pieces(each, width, style))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines - 1);
  return [...kept, ellipsis(lines.slice(maxLines - 1).join(' '), width, style)];
}
