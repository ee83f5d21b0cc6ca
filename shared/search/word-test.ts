import type { Language } from '../model/text.ts';
import { createStemmer, hasStem, stem } from '../texts/stem.ts';
import { spellingTest } from './spelling.ts';

/** How a word of a text answers a typed one: letter by letter, or in another spelling or form. */
export type WordMatch = 'exact' | 'loose' | null;

export interface WordOptions {
  readonly isPrefix: boolean;
  readonly hasForms: boolean;
  readonly languages: readonly Language[];
}

/** The forms of a word in one language: what its stem is, and how every form begins. */
export interface Forms {
  readonly language: Language;
  readonly stem: string;
  readonly beginning: string;
}

const shortestBeginning = 3;

/** What is known of a word's forms; languages in which it has none are left out. */
export function formsOf(word: string, languages: readonly Language[]): Forms[] {
  if (!hasStem(word)) return [];
  const found: Forms[] = [];
  for (const language of new Set(languages.map((one) => (one === 'nn' ? 'nb' : one)))) {
    const root = stem(word, language);
    let shared = 0;
    while (shared < root.length && root[shared] === word[shared]) shared += 1;
    // The Nordic algorithms only cut endings off; the English one also turns y into i.
    const beginning = word.slice(0, language === 'en' && shared > 0 ? shared - 1 : shared);
    if (beginning.length >= shortestBeginning) found.push({ language, stem: root, beginning });
  }
  return found;
}

/** A test of words (in lower case) against a typed word (in lower case). Remembers what it has seen. */
export function createWordTest(word: string, { isPrefix, hasForms, languages }: WordOptions): (candidate: string) => WordMatch {
  const isSpelled = spellingTest(word, isPrefix);
  const forms = (hasForms ? formsOf(word, languages) : []).map((one) => ({
    ...one,
    isStem: spellingTest(one.stem),
    stemmer: createStemmer(one.language),
  }));
  const known = new Map<string, WordMatch>();
  const decide = (candidate: string): WordMatch => {
    if (isPrefix ? candidate.startsWith(word) : candidate === word) return 'exact';
    if (isSpelled(candidate)) return 'loose';
    return forms.some((one) => one.isStem(one.stemmer(candidate))) ? 'loose' : null;
  };
  return (candidate) => {
    const found = known.get(candidate);
    if (found !== undefined) return found;
    const match = decide(candidate);
    known.set(candidate, match);
    return match;
  };
}
