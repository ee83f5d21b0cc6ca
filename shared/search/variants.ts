import type { Language } from '../model/text.ts';
import { createStemmer, hasStem } from '../texts/stem.ts';
import type { TextRange } from '../texts/index.ts';
import { tokensOf } from './tokens.ts';

/** One of several ways to say the same: words side by side, "vent*" a beginning, "*tid*" inside a word. */
export interface Variant {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
  readonly isInside: boolean;
}

/** Reads what somebody typed as one variant; null when there is no word in it. */
export function readVariant(typed: string): Variant | null {
  const text = typed.normalize('NFC').trim();
  const words = tokensOf(text).map((token) => token.word);
  if (words.length === 0) return null;
  return { words, isPrefix: text.endsWith('*'), isInside: text.startsWith('*') && words.length === 1 };
}

type WordTest = (candidate: string) => boolean;

/**
 * Finds variants in texts. Letters are what they are: å is not a. With `hasForms` a word is met in every form by the stem of the
 * text's own language, also inside a phrase. Remembers stems: make one and use it for many texts.
 */
export function createVariantFinder(
  variants: readonly Variant[],
  hasForms: boolean,
): (text: string, language: Language, limit: number) => TextRange[] {
  const byLanguage = new Map<Language, readonly (readonly WordTest[])[]>();
  const testsFor = (language: Language): readonly (readonly WordTest[])[] => {
    const known = byLanguage.get(language);
    if (known !== undefined) return known;
    const stemmer = createStemmer(language);
    const made = variants.map((variant) => testsOf(variant, hasForms ? stemmer : null));
    byLanguage.set(language, made);
    return made;
  };
  return (text, language, limit) => {
    const words = tokensOf(text);
    const hits: TextRange[] = [];
    for (let at = 0; at < words.length && hits.length < limit; at += 1) {
      const lengths = testsFor(language).flatMap((tests) =>
        tests.every((test, index) => test(words[at + index]?.word ?? '')) ? [tests.length] : [],
      );
      if (lengths.length === 0) continue;
      const last = at + Math.max(...lengths) - 1;
      hits.push({ start: words[at]?.start ?? 0, end: words[last]?.end ?? 0 });
      at = last;
    }
    return hits;
  };
}

function testsOf({ words, isPrefix, isInside }: Variant, stemmer: ((word: string) => string) | null): WordTest[] {
  return words.map((word, index): WordTest => {
    if (isInside) return (candidate) => candidate.includes(word);
    if (isPrefix && index === words.length - 1) return (candidate) => candidate.startsWith(word);
    if (stemmer === null || !hasStem(word)) return (candidate) => candidate === word;
    const stem = stemmer(word);
    return (candidate) => candidate === word || stemmer(candidate) === stem;
  });
}
