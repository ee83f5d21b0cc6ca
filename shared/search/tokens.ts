import type { TextRange } from '../texts/index.ts';

/** A word as the index has it: in lower case, with where it stands. */
export interface Token extends TextRange {
  readonly word: string;
}

// As FTS5's unicode61 reads words: letters, numbers and private use, and combining marks that follow one.
const wordPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\u0300-\u0331]*/gu;

/** The words of a text in their order, cut and folded for case as the index cuts them. */
export function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(wordPattern)) {
    found.push({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length });
  }
  return found;
}
