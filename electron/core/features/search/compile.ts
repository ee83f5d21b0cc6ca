import type { Language } from '../../../../shared/model/text.ts';
import { insideSpellings, type InsideTerm, type Search, type SearchTerm, type SearchUnit } from '../../../../shared/search/index.ts';
import type { Vocabulary } from '../../db/search/vocabulary.ts';
import { waysOf, type Way } from './word-ways.ts';

/** FTS5 expressions of a search: only what stands letter by letter, and everything it may mean. */
export interface Compiled {
  readonly exact: string;
  readonly loose: string;
}

/** Words next to each other are looked up in every combination of their spellings, up to so many. */
const mostCombinations = 128;

type Mode = 'exact' | 'loose';

/** Words that hold a part, for "*part*". */
export type WordsInside = (parts: readonly string[]) => readonly string[];

interface Tools {
  readonly vocabulary: Vocabulary;
  readonly wordsInside: WordsInside;
  readonly languages: readonly Language[];
}

/** Makes FTS5 expressions. Every word is quoted, so nothing that was typed is read as an operator. */
export function compileSearch(search: Search, tools: Tools): Compiled {
  return { exact: expression(search, tools, 'exact'), loose: expression(search, tools, 'loose') };
}

function expression({ all, none }: Search, tools: Tools, mode: Mode): string {
  const wanted = all.map((clause) => either(clause.flatMap((unit) => unitWays(unit, tools, mode)))).join(' AND ');
  const unwanted = none.flatMap((unit) => unitWays(unit, tools, 'loose'));
  return unwanted.length === 0 ? wanted : `(${wanted}) NOT ${either(unwanted)}`;
}

/** An expression that no text answers: private-use signs are in no word of ours. */
const nothing = '"\u{f8ff}\u{f8ff}\u{f8ff}"';

function either(ways: readonly string[]): string {
  return ways.length === 0 ? nothing : `(${ways.join(' OR ')})`;
}

function unitWays(unit: SearchUnit, tools: Tools, mode: Mode): string[] {
  if (unit.kind === 'inside') return insideWays(unit, tools, mode);
  if (unit.kind === 'words') return termWays(unit, tools, mode).map(phrase);
  return combinations(unit.terms.map((term) => termWays(term, tools, mode))).map(
    (terms) => `NEAR(${terms.map(phrase).join(' ')}, ${unit.distance})`,
  );
}

function insideWays({ part }: InsideTerm, { wordsInside }: Tools, mode: Mode): string[] {
  return wordsInside(mode === 'exact' ? [part] : insideSpellings(part)).map((word) => phrase([{ word, isPrefix: false }]));
}

/** Ways to write a term, each a row of words. */
function termWays({ words, isPrefix, hasForms }: SearchTerm, { vocabulary, languages }: Tools, mode: Mode): Way[][] {
  const last = words.length - 1;
  const each = words.map((word, index): Way[] => {
    const asTyped = { word, isPrefix: isPrefix && index === last };
    return mode === 'exact' ? [asTyped] : waysOf(vocabulary, { ...asTyped, hasForms: hasForms && last === 0 }, languages);
  });
  return combinations(each);
}

function combinations<T>(choices: readonly (readonly T[])[]): T[][] {
  let made: T[][] = [[]];
  for (const ways of choices) {
    const longer = made.flatMap((row) => ways.map((way) => [...row, way]));
    // A single word may be written in any number of ways.
    made = choices.length > 1 ? longer.slice(0, mostCombinations) : longer;
  }
  return made;
}

function phrase(words: readonly Way[]): string {
  const isPrefix = words.at(-1)?.isPrefix === true;
  return `"${words.map((way) => way.word.replaceAll('"', '')).join(' ')}"${isPrefix ? ' *' : ''}`;
}
