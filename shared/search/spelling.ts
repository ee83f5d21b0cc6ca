/*
 * Who types å means å. Who types a may mean a, å or ä, and aa, ae, oe may be å, æ or ä, ø or ö: on a keyboard without the letters
 * they are how one writes them. An accent that is no letter of its own (idé) is optional both ways.
 */

const pairs: Readonly<Record<string, readonly string[]>> = { aa: ['aa', 'å'], ae: ['ae', 'æ', 'ä'], oe: ['oe', 'ø', 'ö'] };
const letters: Readonly<Record<string, readonly string[]>> = {
  a: ['a', 'å', 'ä', 'á', 'à', 'â', 'ã'],
  c: ['c', 'č', 'ç'],
  d: ['d', 'đ', 'ð'],
  e: ['e', 'é', 'è', 'ê', 'ë'],
  i: ['i', 'í', 'ï', 'î'],
  n: ['n', 'ñ', 'ŋ'],
  o: ['o', 'ø', 'ö', 'ó', 'ò', 'ô', 'õ'],
  s: ['s', 'š'],
  t: ['t', 'ŧ'],
  u: ['u', 'ü', 'ú', 'ù', 'û'],
  y: ['y', 'ý', 'ü'],
  z: ['z', 'ž'],
  å: ['å', 'aa'],
  æ: ['æ', 'ae'],
  ø: ['ø', 'oe'],
  ä: ['ä', 'ae'],
  ö: ['ö', 'oe'],
  é: ['é', 'e', 'è', 'ê'],
  è: ['è', 'e', 'é', 'ê'],
  ê: ['ê', 'e', 'é', 'è'],
  á: ['á', 'a', 'à'],
  à: ['à', 'a', 'á'],
  ó: ['ó', 'o', 'ò'],
  ò: ['ò', 'o', 'ó'],
  ü: ['ü', 'u'],
};

/** What each piece of a typed word (lower case) may stand for, the piece itself first. */
export function spellings(word: string): readonly (readonly string[])[] {
  const pieces: (readonly string[])[] = [];
  const signs = [...word];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    const pair = pairs[sign + (signs[at + 1] ?? '')];
    if (pair !== undefined) at += 1;
    pieces.push(pair ?? letters[sign] ?? [sign]);
  }
  return pieces;
}

/** In how many ways a word can be written; at most `limit` + 1 is counted. */
export function countSpellings(pieces: readonly (readonly string[])[], limit: number): number {
  let count = 1;
  for (const piece of pieces) {
    count *= piece.length;
    if (count > limit) return limit + 1;
  }
  return count;
}

/** A test for words that may be meant by the typed word; with `isPrefix`, for words that begin so. Everything in lower case. */
export function spellingTest(word: string, isPrefix = false): (candidate: string) => boolean {
  const source = spellings(word)
    .map((piece) => (piece.length === 1 ? escaped(piece[0] ?? '') : `(?:${piece.map(escaped).join('|')})`))
    .join('');
  const pattern = new RegExp(`^${source}${isPrefix ? '' : '$'}`, 'u');
  return (candidate) => pattern.test(candidate);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
