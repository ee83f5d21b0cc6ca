import type { Language } from '../../../../shared/model/text.ts';
import { countSpellings, formsOf, spellings, spellingTest } from '../../../../shared/search/index.ts';
import { createStemmer } from '../../../../shared/texts/stem.ts';
import type { Vocabulary } from '../../db/search/vocabulary.ts';

/** A word to be looked up in the index as it is, or everything that begins with it. */
export interface Way {
  readonly word: string;
  readonly isPrefix: boolean;
}

/** So few spellings are looked up without asking whether they are there. */
const fewSpellings = 8;
/** So many words with one beginning are held against the stem. */
const mostForms = 3000;

interface WordToFind {
  readonly word: string;
  readonly isPrefix: boolean;
  readonly hasForms: boolean;
}

/**
 * Everything in the index that a typed word may mean, the word itself first: other spellings and other forms. The index knows neither
 * (it keeps words as they are written); its vocabulary is asked, letter by letter, for what is there.
 */
export function waysOf(vocabulary: Vocabulary, { word, isPrefix, hasForms }: WordToFind, languages: readonly Language[]): Way[] {
  const ways = new Map<string, Way>();
  const add = (way: Way): unknown => ways.set(`${way.word}${way.isPrefix ? '*' : ''}`, way);
  add({ word, isPrefix });
  for (const spelling of spellingsThere(vocabulary, word)) add({ word: spelling, isPrefix });
  if (hasForms) for (const form of formsThere(vocabulary, word, languages)) add({ word: form, isPrefix: false });
  return [...ways.values()];
}

/** Spellings with which at least one word begins. */
function spellingsThere(vocabulary: Vocabulary, word: string): string[] {
  const pieces = spellings(word);
  const isAsked = countSpellings(pieces, fewSpellings) > fewSpellings;
  let beginnings = [''];
  for (const piece of pieces) {
    const longer = beginnings.flatMap((beginning) => piece.map((way) => beginning + way));
    // One letter begins nearly everything: the second decides.
    beginnings = isAsked && longer.length > 1 ? longer.filter((beginning) => vocabulary.hasPrefix(beginning)) : longer;
  }
  return beginnings;
}

function formsThere(vocabulary: Vocabulary, word: string, languages: readonly Language[]): string[] {
  const found: string[] = [];
  for (const forms of formsOf(word, languages)) {
    const isStem = spellingTest(forms.stem);
    const stemmer = createStemmer(forms.language);
    for (const beginning of spellingsThere(vocabulary, forms.beginning))
      found.push(...vocabulary.withPrefix(beginning, mostForms).filter((candidate) => isStem(stemmer(candidate))));
  }
  return found;
}
