import { chartPalettes, type ChartPalette } from '../../shared/charts/index.ts';

/** The look the page has now, after the system's wish and the setting have been weighed. */
export type PageTheme = 'light' | 'dark' | 'high-contrast-light' | 'high-contrast-dark';

/** Palette of a chart on a page. High contrast keeps the fills: every figure and outline is drawn in ink anyway. */
export function chartPaletteOf(theme: PageTheme): ChartPalette {
  return theme === 'dark' || theme === 'high-contrast-dark' ? chartPalettes.dark : chartPalettes.light;
}
