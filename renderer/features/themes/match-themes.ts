import { localised, type Language } from '../../../shared/model/text.ts';
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

function rank(theme: Theme, name: string, query: string): Rank | null {
  const terms = [...Object.values(theme.terms), ...theme.synonyms.map((synonym) => synonym.term)];
  const fits = terms.flatMap((term) => {
    const step = fit(term, query);
    // A hit on the name as shown goes before the same kind of hit on another word.
    return step === null ? [] : [{ score: step * 2 + (term === name ? 0 : 1), why: term === name ? null : term }];
  });
  return fits.toSorted((a, b) => a.score - b.score)[0] ?? null;
}

/**
 * Themes for what was typed, best first: by preferred terms and synonyms in all languages, whatever case and diacritics. With
 * nothing typed, the most used. Themes out of use, and themes that only hold others, are not offered.
 */
export function matchThemes(themes: readonly Theme[], typed: string, language: Language, limit = 8): ThemeHit[] {
  const query = fold(typed);
  const ranked = themes.flatMap((theme, index) => {
    if (theme.status === 'retired' || !theme.isCodable) return [];
    const name = localised(theme.terms, language);
    const found = query === '' ? { score: 0, why: null } : rank(theme, name, query);
    return found === null ? [] : [{ theme, name, index, ...found }];
  });
  return ranked
    .toSorted((a, b) => a.score - b.score || b.theme.personCount - a.theme.personCount || a.index - b.index)
    .slice(0, limit)
    .map(({ theme, name, why, score }) => ({ theme, name, why, isExact: query !== '' && score <= 1 }));
}
