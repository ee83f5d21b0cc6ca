import { languages, localised, type Language } from '../../../shared/model/text.ts';
import type { Theme } from '../../../shared/contract/themes.ts';
import { fold } from '../../../shared/texts/index.ts';

/** A theme found by what was typed. */
export interface ThemeHit {
  readonly theme: Theme;
  /** The name in the reader's language. */
  readonly name: string;
  /** The word that was found, when it is not in the name as shown: a synonym or another language's term. */
  readonly why: string | null;
  /** The typed word is exactly one of the theme's. */
  readonly isExact: boolean;
}

interface Rank {
  readonly score: number;
  readonly why: string | null;
}

/** Steps of ranking, best first: the whole word, its beginning, the beginning of a later word, anywhere. */
function fit(term: string, query: string): number | null {
  const folded = fold(term);
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 1;
  if (folded.split(/[\s\-/(]+/u).some((word) => word.startsWith(query))) return 2;
  return query.length >= 2 && folded.includes(query) ? 3 : null;
}

interface Word {
  readonly term: string;
  /** 0 the name as shown, 1 another word in the reader's language, 2 a word of another language. */
  readonly distance: 0 | 1 | 2;
}
const distances = 3;

function wordsOf(theme: Theme, name: string, language: Language): Word[] {
  const terms = languages.flatMap((of) => (theme.terms[of] === undefined ? [] : [{ language: of, term: theme.terms[of] }]));
  return [...terms, ...theme.synonyms].map((word) => ({
    term: word.term,
    distance: word.term === name ? 0 : word.language === language ? 1 : 2,
  }));
}

function rank(words: readonly Word[], query: string): Rank | null {
  const fits = words.flatMap(({ term, distance }) => {
    const step = fit(term, query);
    // Of hits of one kind, the name goes before the reader's own synonyms, and those before other languages.
    return step === null ? [] : [{ score: step * distances + distance, why: distance === 0 ? null : term }];
  });
  return fits.toSorted((a, b) => a.score - b.score)[0] ?? null;
}

/**
 * Themes for what was typed, best first: by preferred terms and synonyms in all languages, whatever case and diacritics. With
 * nothing typed, the most used. Themes out of use, and themes that only hold others, are not offered.
 */
export function matchThemes(themes: readonly Theme[], typed: string, language: Language, limit = 8): ThemeHit[] {
  const offered = themes.filter((theme) => theme.status === 'in-use' && theme.isCodable);
  return findThemes(offered, typed, language).slice(0, limit);
}

/** All themes for what was typed, in the same way, those out of use too: for work on the tree itself. */
export function findThemes(themes: readonly Theme[], typed: string, language: Language): ThemeHit[] {
  const query = fold(typed);
  const ranked = themes.flatMap((theme, index) => {
    const name = localised(theme.terms, language);
    const found = query === '' ? { score: 0, why: null } : rank(wordsOf(theme, name, language), query);
    return found === null ? [] : [{ theme, name, index, ...found }];
  });
  return ranked
    .toSorted((a, b) => a.score - b.score || b.theme.personCount - a.theme.personCount || a.index - b.index)
    .map(({ theme, name, why, score }) => ({ theme, name, why, isExact: query !== '' && score < distances }));
}
