import type { Language } from '../model/text.ts';
import type { TextRange } from '../texts/index.ts';
import type { InsideTerm, NearTerm, Search, SearchTerm, SearchUnit } from './parse-search.ts';
import { countSpellings, spellings } from './spelling.ts';
import { tokensOf, type Token } from './tokens.ts';
import { createWordTest, type WordMatch } from './word-test.ts';

type Placed = readonly Token[];

/** Where a term begins in a text, by the number of its first word, and how many words it has. */
interface Place {
  readonly at: number;
  readonly length: number;
}

/** Finds what a search means in a text, word by word: the plain reading that the index is held against, and that marks hits. */
export interface Matcher {
  /** Whether the text answers the search. With `exact` only letter by letter. */
  readonly matches: (text: string, mode?: 'exact' | 'loose') => boolean;
  /** The stretches that answer it, in order, without overlap; at most `limit`. */
  readonly marks: (text: string, limit?: number) => TextRange[];
}

type Mode = 'exact' | 'loose';
type Finder = (words: Placed, mode: Mode) => Place[];

/** Makes a matcher; it may be used for many texts. */
export function createMatcher(search: Search, languages: readonly Language[]): Matcher {
  const all = search.all.map((clause) => clause.map((unit) => finderOf(unit, languages)));
  const none = search.none.map((unit) => finderOf(unit, languages));
  return {
    matches: (text, mode = 'loose') => {
      const words = tokensOf(text);
      return (
        all.every((clause) => clause.some((find) => find(words, mode).length > 0)) && !none.some((find) => find(words, 'loose').length > 0)
      );
    },
    marks: (text, limit = 200) => {
      const words = tokensOf(text);
      const found = all.flatMap((clause) => clause.flatMap((find) => find(words, 'loose')));
      return united(found.map((place) => rangeOf(words, place))).slice(0, limit);
    },
  };
}

function rangeOf(words: Placed, { at, length }: Place): TextRange {
  return { start: words[at]?.start ?? 0, end: words[at + length - 1]?.end ?? 0 };
}

function united(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || range.start >= last.end) result.push(range);
    else if (range.end > last.end) result[result.length - 1] = { start: last.start, end: range.end };
  }
  return result;
}

function finderOf(unit: SearchUnit, languages: readonly Language[]): Finder {
  if (unit.kind === 'inside') return insideFinder(unit);
  return unit.kind === 'near' ? nearFinder(unit, languages) : termFinder(unit, languages);
}

function termFinder(term: SearchTerm, languages: readonly Language[]): Finder {
  const tests = term.words.map((word, index) =>
    createWordTest(word, {
      isPrefix: term.isPrefix && index === term.words.length - 1,
      hasForms: term.hasForms && term.words.length === 1,
      languages,
    }),
  );
  const isGood = (match: WordMatch, mode: Mode): boolean => (mode === 'exact' ? match === 'exact' : match !== null);
  return (words, mode) => {
    const places: Place[] = [];
    for (let at = 0; at + tests.length <= words.length; at += 1) {
      if (tests.every((test, index) => isGood(test(words[at + index]?.word ?? ''), mode))) places.push({ at, length: tests.length });
    }
    return places;
  };
}

/** Parts of words: as typed, or in the other spellings when they are few. */
export function insideSpellings(part: string): string[] {
  const pieces = spellings(part);
  if (countSpellings(pieces, 64) > 64) return [part];
  let made = [''];
  for (const piece of pieces) made = made.flatMap((beginning) => piece.map((way) => beginning + way));
  return made;
}

function insideFinder({ part }: InsideTerm): Finder {
  const loose = insideSpellings(part);
  return (words, mode) => {
    const wanted = mode === 'exact' ? [part] : loose;
    return words.flatMap(({ word }, at) => (wanted.some((way) => word.includes(way)) ? [{ at, length: 1 }] : []));
  };
}

/** FTS5's rule: from the end of each phrase to the start of the last one there are at most `distance` words. */
function nearFinder({ terms, distance }: NearTerm, languages: readonly Language[]): Finder {
  const finders = terms.map((term) => termFinder(term, languages));
  return (words, mode) => {
    const found = finders.map((find) => find(words, mode));
    const met: Place[] = [];
    for (const last of found.flat().map((place) => place.at)) {
      const around = found.map((places) => places.filter(({ at, length }) => at <= last && last - (at + length) <= distance));
      if (around.every((places) => places.length > 0)) met.push(...around.flat());
    }
    return met;
  };
}
