import { characters } from './edge-characters.ts';
import { editScript, type Replacement } from './edit-script.ts';

const wordBreaks = new Intl.Segmenter('und', { granularity: 'word' });
/** Longer stretches of new words are not held against each other letter by letter. */
const longestSpelling = 2000;

/**
 * What an edit of a text replaced, in UTF-16 units, in order and never touching: first by lines, then by words, then by what stands
 * between words, and within words that are alike by characters. No edge lies inside a character. Blanks and empty lines never count
 * for more than the words around them: a word that is still there is found, however many words beside it are new.
 */
export function replacements(before: string, after: string): Replacement[] {
  if (before === after) return [];
  const all = [{ from: 0, to: before.length, at: 0, until: after.length }];
  const texts = { before, after };
  return [lines, words, pieces]
    .reduce((found, cut) => found.flatMap((one) => narrowed(texts, one, cut)), all)
    .flatMap((one) => spelt(texts, one))
    .reduce(joinTouching, []);
}

interface Texts {
  readonly before: string;
  readonly after: string;
}

/** A stretch of a text that is looked for in the other text. What lies between tokens belongs to none. */
interface Token {
  readonly text: string;
  readonly start: number;
}

function lines(text: string): Token[] {
  return Array.from(text.matchAll(/[^\n]+/gu), (line) => ({ text: line[0], start: line.index })).filter((line) => line.text.trim() !== '');
}

function words(text: string): Token[] {
  return Array.from(wordBreaks.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ text: segment, start: index }));
}

function pieces(text: string): Token[] {
  return Array.from(wordBreaks.segment(text), ({ segment, index }) => ({ text: segment, start: index }));
}

function letters(text: string): Token[] {
  let start = 0;
  return characters(text).map((character) => ({ text: character, start: (start += character.length) - character.length }));
}

/** A replaced stretch as the smaller ones that really differ: what lies between the tokens that both texts have. */
function narrowed({ before, after }: Texts, one: Replacement, cut: (text: string) => Token[]): Replacement[] {
  if (one.from === one.to || one.at === one.until) return [one];
  const a = cut(before.slice(one.from, one.to));
  const b = cut(after.slice(one.at, one.until));
  const found: Replacement[] = [];
  let from = one.from;
  let at = one.at;
  const differBefore = (to: number, until: number): void => {
    if (before.slice(from, to) !== after.slice(at, until)) found.push({ from, to, at, until });
  };
  for (const [mine, theirs] of common(a, b)) {
    differBefore(one.from + mine.start, one.at + theirs.start);
    from = one.from + mine.start + mine.text.length;
    at = one.at + theirs.start + theirs.text.length;
  }
  differBefore(one.to, one.until);
  return found;
}

/** The tokens of the one that are still in the other, in order. */
function common(a: readonly Token[], b: readonly Token[]): [Token, Token][] {
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly Token[]): Int32Array =>
    Int32Array.from(tokens, ({ text }) => {
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    });
  const pairs: [Token, Token][] = [];
  let at = 0;
  let edit = 0;
  const edits = editScript(numbered(a), numbered(b));
  for (let index = 0; index < a.length; index += 1) {
    for (; edits[edit]?.from === index; edit += 1) [index, at] = [edits[edit]?.to ?? index, edits[edit]?.until ?? at];
    const [mine, theirs] = [a[index], b[at]];
    if (mine !== undefined && theirs !== undefined) pairs.push([mine, theirs]);
    at += 1;
  }
  return pairs;
}

/** Another spelling of the same words differs in some characters; other words are other words, whatever letters they share. */
function spelt(texts: Texts, one: Replacement): Replacement[] {
  const length = one.to - one.from;
  const longer = Math.max(length, one.until - one.at);
  if (longer > longestSpelling) return [one];
  const found = narrowed(texts, one, letters);
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
