import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/*
 * The token file is a promise about contrast (look.md 3): held here, because a changed hex looks harmless in review.
 */

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

interface Pair {
  readonly light: string;
  readonly dark: string;
}

function declarations(block: string): Map<string, string> {
  return new Map([...block.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gmu)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function blockAfter(selector: string): string {
  const start = sheet.indexOf('{', sheet.indexOf(selector));
  return sheet.slice(start, sheet.indexOf('}', start));
}

const normal = declarations(blockAfter(':root {'));
const highBySystem = declarations(blockAfter(":root:not([data-contrast='normal'])"));
const highBySetting = declarations(blockAfter(":root[data-contrast='more']"));

function colour(name: string, tokens: ReadonlyMap<string, string>): Pair {
  const match = /^light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)$/u.exec(tokens.get(name) ?? normal.get(name) ?? '');
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Error(`${name} is not a pair of colours`);
  }
  return { light: match[1], dark: match[2] };
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function failures(inks: readonly string[], grounds: readonly string[], least: number, tokens: ReadonlyMap<string, string>): string[] {
  return inks.flatMap((ink) =>
    grounds.flatMap((ground) =>
      (['light', 'dark'] as const)
        .map((mode) => ({ mode, ratio: contrast(colour(ink, tokens)[mode], colour(ground, tokens)[mode]) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ mode, ratio }) => `${ink} on ${ground}, ${mode}: ${ratio.toFixed(2)}`),
    ),
  );
}

const words = ['--text', '--text-2', '--text-3', '--accent'];
const grounds = ['--surface', '--ground', '--sunken', '--raised', '--hover', '--selected'];

describe('tokens', () => {
  it('every word is readable on every ground it can stand on', () => {
    expect(failures(words, grounds, 4.5, normal)).toEqual([]);
    expect(failures(['--good', '--warn', '--bad'], ['--surface', '--ground', '--sunken'], 4.5, normal)).toEqual([]);
    expect(failures(['--on-accent'], ['--accent', '--accent-hover'], 4.5, normal)).toEqual([]);
    expect(failures(['--on-bad'], ['--bad'], 4.5, normal)).toEqual([]);
    expect(failures(['--text'], ['--accent-tint', '--accent-tint-2', '--good-tint', '--warn-tint', '--bad-tint'], 4.5, normal)).toEqual([]);
  });

  it('the edge of everything that can be operated is seen, and so is every theme mark', () => {
    const marks = Array.from({ length: 12 }, (_, index) => `--theme-${index + 1}`);
    expect(failures(['--control', '--accent', ...marks], ['--surface'], 3, normal)).toEqual([]);
  });

  it('high contrast keeps every text pair at 7 or more', () => {
    expect(failures(words, ['--surface', '--ground', '--raised'], 7, highBySetting)).toEqual([]);
  });

  it('high contrast is the same whether the system or the person asks for it', () => {
    expect(highBySystem.size).toBeGreaterThan(20);
    expect([...highBySetting]).toEqual([...highBySystem]);
  });
});
