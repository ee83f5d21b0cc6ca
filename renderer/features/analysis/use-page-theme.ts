import { useSyncExternalStore } from 'react';
import type { PageTheme } from '../../charts/chart-theme.ts';
import { preferences } from '../../lib/preferences.ts';

const darkQuery = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(darkQuery);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** The look the page has now: the setting, else the system's wish. */
export function usePageTheme(): PageTheme {
  const { theme, contrast } = preferences.use();
  const isSystemDark = useSyncExternalStore(subscribe, () => window.matchMedia(darkQuery).matches);
  const isDark = theme === 'system' ? isSystemDark : theme === 'dark';
  if (contrast === 'more') return isDark ? 'high-contrast-dark' : 'high-contrast-light';
  return isDark ? 'dark' : 'light';
}
