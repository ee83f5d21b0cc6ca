/** The beginning of a text in at most so many bytes of UTF-8, never ending inside a character. */
export function cutBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = 0;
  let length = 0;
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) break;
    kept += character.length;
  }
  return text.slice(0, kept);
}

/**
 * A label as it is stored: one line, for a line break would end its record's line in a multiple response set and its
 * string in syntax, and at most so many bytes.
 */
export function labelText(text: string, bytes: number): string {
  // eslint-disable-next-line no-control-regex -- naming the control characters is the point
  const line = text.toWellFormed().replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]+/gu, ' ');
  return cutBytes(line.trim(), bytes).trimEnd();
}

/**
 * Most bytes of each kind of label. SPSS takes variable labels of 256; PSPP, when it saves a file again, cuts them at 255,
 * inside a character if need be.
 */
export const labelBytes = { file: 60, variable: 255, value: 120, set: 255, documentLine: 80 } as const;

/** Lines of at most 80 bytes, broken between words where a line has any, never inside a character. */
export function documentLines(documents: readonly string[]): string[] {
  return documents
    .flatMap((document) => document.split(/\r\n?|\n/u))
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let rest = labelText(paragraph, Number.POSITIVE_INFINITY);
      do {
        const whole = cutBytes(rest, labelBytes.documentLine);
        const blank = whole.length < rest.length && rest[whole.length] !== ' ' ? whole.lastIndexOf(' ') : -1;
        const line = blank > 0 ? whole.slice(0, blank) : whole;
        lines.push(line.trimEnd());
        rest = rest.slice(line.length).trimStart();
      } while (rest !== '');
      return lines;
    });
}
