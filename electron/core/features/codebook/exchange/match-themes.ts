import type { CodebookSnapshot, CodebookTheme } from '../../../../../shared/model/codebook.ts';
import { languages, type Language } from '../../../../../shared/model/text.ts';
import { ThemeId } from '../../../../../shared/model/ids.ts';
import { fold } from '../../../../../shared/texts/index.ts';
import type { FileTheme } from './file-codebook.ts';
import { idOf } from './guid.ts';

/** Which of our themes one of the file is taken for, and by what. */
export interface ThemeMatch {
  readonly themeId: ThemeId;
  readonly by: 'id' | 'term' | 'synonym';
  readonly word: string;
}

/** The id a theme with this GUID gets here: the same, or for GUIDs that are no UUID one that follows from it, the same every time. */
export function idOfGuid(guid: string): ThemeId {
  return ThemeId.parse(idOf('theme', guid));
}

/**
 * Finds our theme for each of the file's: by GUID, else by a word in any language, preferred before synonym, and where several have it
 * the one in the same place of the tree. Each of ours is taken once. Themes that differ from each other by what either codebook says are
 * never taken for one another.
 */
export function matchThemes(ours: CodebookSnapshot, file: readonly FileTheme[], matching: 'loose' | 'exact'): (ThemeMatch | null)[] {
  const byId = new Map(ours.themes.map((theme) => [theme.id, theme]));
  const sign = (word: string): string => (matching === 'loose' ? fold(word) : word.normalize('NFC').trim());
  const matches = file.map(({ guid, terms }): ThemeMatch | null => {
    const found = guid === null ? undefined : byId.get(idOfGuid(guid));
    return found === undefined ? null : { themeId: found.id, by: 'id', word: Object.values(terms)[0] ?? '' };
  });
  const taken = new Set(matches.flatMap((match) => (match === null ? [] : [match.themeId])));
  const finder = new WordFinder(ours, sign);
  for (const by of ['term', 'synonym'] as const) {
    for (const [at, theme] of file.entries()) {
      if (matches[at] !== null) continue;
      const above = theme.parent === null ? null : (matches[theme.parent]?.themeId ?? null);
      const found = finder
        .candidates(theme, by)
        .filter(({ theme: own }) => !taken.has(own.id) && !isToldApart(own, theme, byId))
        .toSorted((one, other) => Number(other.theme.parentId === above) - Number(one.theme.parentId === above))[0];
      if (found === undefined) continue;
      taken.add(found.theme.id);
      matches[at] = { themeId: found.theme.id, by, word: found.word };
    }
  }
  return matches;
}

/** The file's theme says that it differs from this one of ours. */
function isToldApart(own: CodebookTheme, theme: FileTheme, byId: ReadonlyMap<ThemeId, CodebookTheme>): boolean {
  return theme.differsFrom.some(({ guid }) => byId.get(idOfGuid(guid))?.id === own.id);
}

interface Candidate {
  readonly theme: CodebookTheme;
  readonly word: string;
}

class WordFinder {
  readonly #terms = new Map<string, Candidate[]>();
  readonly #synonyms = new Map<string, Candidate[]>();
  readonly #sign: (word: string) => string;

  constructor({ themes }: CodebookSnapshot, sign: (word: string) => string) {
    this.#sign = sign;
    for (const theme of themes) {
      for (const word of Object.values(theme.terms)) this.#put(this.#terms, { theme, word });
      for (const { term } of theme.synonyms) this.#put(this.#synonyms, { theme, word: term });
    }
  }

  /** `term`: one of its names is one of ours. `synonym`: any other of its words is any of ours. */
  candidates(theme: FileTheme, by: 'term' | 'synonym'): Candidate[] {
    const names = Object.values(theme.terms);
    if (by === 'term') return names.flatMap((name) => this.#get(this.#terms, name));
    const others = theme.synonyms.map(({ term }) => term);
    return [...names.flatMap((name) => this.#get(this.#synonyms, name)), ...others.flatMap((word) => this.#get(this.#terms, word))];
  }

  #put(map: Map<string, Candidate[]>, candidate: Candidate): void {
    const key = this.#sign(candidate.word);
    if (key !== '') map.set(key, [...(map.get(key) ?? []), candidate]);
  }

  #get(map: ReadonlyMap<string, Candidate[]>, word: string): readonly Candidate[] {
    return map.get(this.#sign(word)) ?? [];
  }
}

/** The language in which most of a file's names are words of ours; `fallback` when no other has more. */
export function likelyLanguage({ themes }: CodebookSnapshot, file: readonly FileTheme[], fallback: Language): Language {
  const names = new Set(file.flatMap(({ terms }) => Object.values(terms).map((term) => term.toLowerCase())));
  const counts = new Map<Language, Set<string>>(languages.map((language) => [language, new Set()]));
  const count = (language: Language, word: string): void => {
    if (names.has(word.toLowerCase())) counts.get(language)?.add(word.toLowerCase());
  };
  for (const { terms, synonyms } of themes) {
    // The keys of localised texts are languages.
    for (const [language, term] of Object.entries(terms) as [Language, string][]) count(language, term);
    for (const { language, term } of synonyms) count(language, term);
  }
  const hits = (language: Language): number => counts.get(language)?.size ?? 0;
  return languages.reduce((best, language) => (hits(language) > hits(best) ? language : best), fallback);
}
