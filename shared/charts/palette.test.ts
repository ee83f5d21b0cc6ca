import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartPalettes, fillsOf, type ChartPalette } from './palette.ts';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const scales = (palette: ChartPalette) => [...palette.diverging5, ...palette.diverging6, ...palette.sequential6, ...palette.categorical5];

describe('colours of charts', () => {
  it('can be read: texts and the figure in every segment have a contrast of at least 4.5', () => {
    for (const palette of Object.values(chartPalettes)) {
      for (const ink of [palette.text, palette.text2, palette.text3]) expect(contrast(ink, palette.surface)).toBeGreaterThanOrEqual(4.5);
      for (const { fill, ink, pattern } of scales(palette)) {
        // On a pattern the figure stands on a plate in the surface colour.
        expect(contrast(ink, pattern === undefined ? fill : palette.surface), `${palette.name} ${fill}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('are the colours of the interface', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8').toLowerCase();
    const { light, dark } = chartPalettes;
    for (const palette of [light, dark]) {
      const own = [
        palette.surface,
        palette.text,
        palette.text2,
        palette.text3,
        palette.hairline,
        palette.control,
        palette.accent,
        palette.selected,
      ];
      for (const colour of [...own, ...palette.diverging5.map(({ fill }) => fill), ...palette.diverging6.map(({ fill }) => fill)])
        expect(tokens).toContain(colour);
    }
  });

  it('tell the two ends apart without colour: print fills differ by pattern or by lightness [F82]', () => {
    const fills = fillsOf(chartPalettes.print, 'diverging', 5, 'high');
    expect(fills.map(({ pattern }) => pattern ?? 'plain')).toEqual(['dense-lines', 'lines', 'plain', 'dots', 'plain']);
    expect(contrast(fills[2]?.fill ?? '', fills[4]?.fill ?? '')).toBeGreaterThan(3);
    for (const { fill } of fills) expect(fill.slice(1, 3)).toBe(fill.slice(3, 5));
  });

  it('give brown to the unwelcome end, whichever end that is', () => {
    const high = fillsOf(chartPalettes.light, 'diverging', 5, 'high');
    const low = fillsOf(chartPalettes.light, 'diverging', 5, 'low');
    expect(high[0]?.fill).toBe('#8c510a');
    expect(low.at(-1)?.fill).toBe('#8c510a');
    expect(fillsOf(chartPalettes.light, 'diverging', 4, 'high').map(({ fill }) => fill)).not.toContain('#d9d9d9');
    expect(() => fillsOf(chartPalettes.light, 'diverging', 7, 'high')).toThrow(RangeError);
    expect(() => fillsOf(chartPalettes.light, 'categorical', 6, null)).toThrow(RangeError);
  });
});
