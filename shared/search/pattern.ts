import type { TextRange } from '../texts/index.ts';

// JavaScript's \w and \b know English letters only: "år" would be cut at its å.
const letters = String.raw`\p{L}\p{M}\p{N}_`;
const boundary = `(?:(?<=[${letters}])(?![${letters}])|(?<![${letters}])(?=[${letters}]))`;
const outside: Readonly<Record<string, string>> = {
  w: `[${letters}]`,
  W: `[^${letters}]`,
  b: boundary,
  B: `(?!${boundary})`,
};

/**
 * Reads a regular expression as somebody typed it: all of Unicode's letters are letters, ^ and $ stand for lines. Null when it has no
 * meaning. How long it may take is the caller's to watch: some patterns never end.
 */
export function readPattern(typed: string, isCaseSensitive: boolean): RegExp | null {
  if (typed.trim() === '') return null;
  try {
    return new RegExp(withAllLetters(typed.normalize('NFC')), `gmu${isCaseSensitive ? '' : 'i'}`);
  } catch {
    return null;
  }
}

function withAllLetters(pattern: string): string {
  let made = '';
  let isInClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at] ?? '';
    if (sign === '\\') {
      const next = pattern[at + 1] ?? '';
      at += 1;
      if (isInClass) made += next === 'w' ? letters : sign + next;
      else made += outside[next] ?? sign + next;
      continue;
    }
    if (sign === '[') isInClass = true;
    if (sign === ']') isInClass = false;
    made += sign;
  }
  return made;
}

/** Where a pattern is met in a text; places where it is met by nothing at all are none. At most `limit`. */
export function patternHits(text: string, pattern: RegExp, limit: number): TextRange[] {
  const hits: TextRange[] = [];
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue;
    hits.push({ start: match.index, end: match.index + match[0].length });
    if (hits.length === limit) break;
  }
  return hits;
}
