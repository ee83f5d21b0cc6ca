import type { QuoteSearch, SegmentPlace, ThemeCondition, ThemeWanted } from '../../../shared/contract/quotes.ts';
import type { LooseSearch } from './use-quotes-view.ts';

/** One theme of the search as it is chosen: any of these, and this too, or not this. */
export interface ThemeTerm {
  readonly theme: ThemeWanted;
  readonly join: 'or' | 'and' | 'not';
  /** Where an "and" or a "not" stands. */
  readonly place: SegmentPlace;
  readonly words: number;
}

/** Terms of a search in the order they are shown: those that are looked for, then the conditions. */
export function termsOf({ themes = [], conditions = [] }: QuoteSearch): readonly ThemeTerm[] {
  return [
    ...themes.map((theme): ThemeTerm => ({ theme, join: 'or', place: 'overlap', words: 10 })),
    ...conditions.flatMap(({ is, place, words, themes: [theme] }): ThemeTerm[] =>
      theme === undefined ? [] : [{ theme, join: is === 'with' ? 'and' : 'not', place, words }],
    ),
  ];
}

/** The search with these terms in the place of its own. */
export function withTerms(search: QuoteSearch, terms: readonly ThemeTerm[]): LooseSearch {
  const themes = terms.filter(({ join }) => join === 'or').map(({ theme }) => theme);
  const conditions = terms
    .filter(({ join }) => join !== 'or')
    .map(({ theme, join, place, words }): ThemeCondition => ({ is: join === 'and' ? 'with' : 'without', themes: [theme], place, words }));
  return {
    ...search,
    themes: themes.length === 0 ? undefined : themes,
    conditions: conditions.length === 0 ? undefined : conditions,
  };
}
