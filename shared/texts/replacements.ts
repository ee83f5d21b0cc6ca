import { characters } from './edge-characters.ts';
import { editScript, type Replacement } from './edit-script.ts';

const wordBreaks = new Intl.Segmenter('und', { granularity: 'word' });
/** Longer stretches of new words are not held against each other letter by letter. */
const longestSpelling = 2000;

/**
 * What an edit of a text replaced, in UTF-16 units, in order and never touching: first by lines, then by words, and within words
 * that are alike by characters. No edge lies inside a character.
 */
export function replacements(before: string, after: string): Replacement[] {
  if (before === after) return [];
  const all = [{ from: 0, to: before.length, at: 0, until: after.length }];
  const texts = { before, after };
  return [lines, words]
    .reduce((found, cut) => found.flatMap((one) => narrowed(texts, one, cut)), all)
    .flatMap((one) => spelt(texts, one))
    .reduce(joinTouching, []);
}

interface Texts {
  readonly before: string;
  readonly after: string;
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function words(text: string): string[] {
  return Array.from(wordBreaks.segment(text), (part) => part.segment);
}

/** A replaced stretch as the smaller ones that really differ, when it is cut into tokens. */
function narrowed(texts: Texts, one: Replacement, cut: (text: string) => string[]): Replacement[] {
  if (one.from === one.to || one.at === one.until) return [one];
  const a = cut(texts.before.slice(one.from, one.to));
  const b = cut(texts.after.slice(one.at, one.until));
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly string[]): Int32Array =>
    Int32Array.from(tokens, (token) => {
      const known = numbers.get(token) ?? numbers.size;
      numbers.set(token, known);
      return known;
    });
  const startsA = starts(a, one.from);
  const startsB = starts(b, one.at);
  return editScript(numbered(a), numbered(b)).map(({ from, to, at, until }) => ({
    from: startsA[from] ?? one.to,
    to: startsA[to] ?? one.to,
    at: startsB[at] ?? one.until,
    until: startsB[until] ?? one.until,
  }));
}

function starts(tokens: readonly string[], from: number): number[] {
  let at = from;
  const found = [from];
  for (const token of tokens) found.push((at += token.length));
  return found;
}

/** Another spelling of the same words differs in some characters; other words are other words, whatever letters they share. */
function spelt(texts: Texts, one: Replacement): Replacement[] {
  const length = one.to - one.from;
  const longer = Math.max(length, one.until - one.at);
  if (longer > longestSpelling) return [one];
  const found = narrowed(texts, one, characters);
  const kept = length - found.reduce((sum, { from, to }) => sum + to - from, 0);
  return kept * 2 >= longer ? found : [one];
}

function joinTouching(found: Replacement[], one: Replacement): Replacement[] {
  const last = found.at(-1);
  if (last !== undefined && last.to === one.from && last.until === one.at)
    return [...found.slice(0, -1), { from: last.from, to: one.to, at: last.at, until: one.until }];
  found.push(one);
  return found;
}
