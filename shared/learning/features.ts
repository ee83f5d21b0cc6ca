import { Language } from '../model/text.ts';
import type { TextRange } from '../texts/index.ts';
import { createStemmer } from '../texts/stem.ts';
import { smallWords } from './small-words.ts';

/** One word of a text that may say what it is about. */
export interface Token {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** A "not" stands at most three words before it in the same clause. */
  readonly isNegated: boolean;
  /** The next token to its left in the same clause, if any, is its neighbour. */
  readonly followsInClause: boolean;
}

/** The stemmer of a text's language. */
export type Stemmers = (language: string) => (word: string) => string;

/** Stemmers that remember, for many texts; Bokmål where a language is none of the four. */
export function createStemmers(): Stemmers {
  const made = new Map<Language, (word: string) => string>();
  return (language) => {
    const own = Language.safeParse(language).data ?? 'nb';
    const stemmer = made.get(own) ?? createStemmer(own);
    made.set(own, stemmer);
    return stemmer;
  };
}

/** How many words after "not" are turned round by it. */
const reach = 3;
/** More of one text than this is not read: a longer text is about many things. */
const longestRead = 20_000;
const wordOrStop = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[.,;:!?()\n–—]/gu;

/** The words of a text that are not merely small, with their stems. Offsets are UTF-16 units. */
export function tokensOf(body: string, language: string, stemmers: Stemmers = createStemmers()): Token[] {
  const stemmer = stemmers(language);
  const { empty, negations } = smallWords(language);
  const found: Token[] = [];
  let leftOfNegation = 0;
  let follows = false;
  for (const match of body.slice(0, longestRead).matchAll(wordOrStop)) {
    const [text] = match;
    if (!/^[\p{L}\p{N}]/u.test(text)) {
      leftOfNegation = 0;
      follows = false;
      continue;
    }
    const word = text.normalize('NFC').toLowerCase().replaceAll('’', "'");
    if (negations.has(word)) {
      leftOfNegation = reach;
      continue;
    }
    const isNegated = leftOfNegation > 0;
    leftOfNegation -= 1;
    if (empty.has(word) || (word.length < 2 && !/\p{N}/u.test(word))) continue;
    found.push({ stem: stemmer(word), start: match.index, end: match.index + text.length, isNegated, followsInClause: follows });
    follows = true;
  }
  return found;
}

/**
 * What a text is learnt by: its stems, stems after a "not" (marked), and pairs of neighbours; each with where it stands. The same text
 * always gives the same features in the same order.
 */
export function featuresOf(body: string, language: string, stemmers: Stemmers = createStemmers()): Map<string, TextRange[]> {
  const features = new Map<string, TextRange[]>();
  const add = (name: string, ...ranges: readonly TextRange[]): void => {
    const known = features.get(name);
    if (known === undefined) features.set(name, [...ranges]);
    else known.push(...ranges);
  };
  let previous: Token | null = null;
  for (const token of tokensOf(body, language, stemmers)) {
    const range = { start: token.start, end: token.end };
    add(token.stem, range);
    if (token.isNegated) add(negated(token.stem), range);
    if (previous !== null && token.followsInClause)
      add(`${previous.stem} ${token.stem}`, { start: previous.start, end: previous.end }, range);
    previous = token;
  }
  return features;
}

const negationMark = '¬';

/** The name of the feature "this stem after a not". */
export function negated(stem: string): string {
  return `${negationMark}${stem}`;
}

/** Whether a feature is a stem after a "not". */
export function isNegatedFeature(name: string): boolean {
  return name.startsWith(negationMark);
}
