import { Language } from '../../shared/model/text.ts';
import { createStore } from './store.ts';

/** How this person wants the program to look; kept in the browser's own storage, never in the workspace. */
export interface Preferences {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  readonly density: 'comfortable' | 'high';
  readonly isRailOpen: boolean;
  /** Single letters and signs are commands where no caret stands; off for those who dictate (WCAG 2.1.4). */
  readonly hasSingleKeys: boolean;
  /** In entry, a completed code moves on by itself. */
  readonly movesOn: boolean;
  /** In entry, what Enter does in an open answer; Shift+Enter does the other. */
  readonly enterInText: 'next' | 'line';
  /** In entry, how much is said aloud. */
  readonly voice: 'answer-and-next' | 'answer' | 'nothing';
  /** What was chosen last in the palette, newest first: ids of commands and screens, never of anything in a workspace. */
  readonly usedLast: readonly string[];
}

const key = 'rost.preferences';

function systemLanguage(): Language {
  for (const wanted of navigator.languages) {
    const short = wanted.slice(0, 2).toLowerCase();
    const found = Language.safeParse(short === 'no' ? 'nb' : short);
    if (found.success) return found.data;
  }
  return 'nb';
}

function read(): Preferences {
  const standard: Preferences = {
    language: systemLanguage(),
    theme: 'system',
    contrast: 'system',
    density: 'comfortable',
    isRailOpen: true,
    hasSingleKeys: true,
    movesOn: true,
    enterInText: 'next',
    voice: 'answer-and-next',
    usedLast: [],
  };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    // Only this file writes the key; a missing or odd field falls back below.
    const merged = { ...standard, ...(kept as Partial<Preferences>) };
    return {
      ...merged,
      language: Language.safeParse(merged.language).success ? merged.language : standard.language,
      usedLast: Array.isArray(merged.usedLast) ? merged.usedLast.filter((id) => typeof id === 'string') : [],
    };
  } catch {
    return standard;
  }
}

export const preferences = createStore<Preferences>(read());

/** Changes some preferences, keeps them, and shows them at once. */
export function setPreferences(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change };
  preferences.set(next);
  localStorage.setItem(key, JSON.stringify(next));
  applyPreferences();
}

/** Puts theme, contrast and density on the page's root, where the tokens look for them. */
export function applyPreferences(): void {
  const { theme, contrast, density, language } = preferences.get();
  const root = document.documentElement;
  root.lang = language;
  root.dataset['density'] = density;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  if (contrast === 'system') delete root.dataset['contrast'];
  else root.dataset['contrast'] = contrast;
}
