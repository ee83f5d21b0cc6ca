import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf, nearestColour } from './theme-colours.ts';
import { fieldMark, readDescription, writeDescription } from './theme-fields.ts';
import { readQdc } from './read-qdc.ts';
import { anySnapshot, asSnapshot, sameTheme } from './snapshot-arbitrary.ts';
import { writeQdc } from './write-qdc.ts';

const unknown = (line: string): never => {
  throw new Error(`not understood: ${line}`);
};

describe('what REFI-QDA has no place for', () => {
  const theme = {
    ...sameTheme('0190a0a0-0000-7000-8000-000000000001'),
    number: '16',
    terms: { nb: 'Ventetid', sv: 'Väntetid' },
    synonyms: [{ language: 'en' as const, term: 'waiting' }],
    definition: { nb: 'Tiden fra behovet er meldt\ntil hjelpen kommer.', sv: 'Tiden tills hjälpen kommer.' },
    inclusion: { nb: 'Kø' },
    examples: [{ language: 'nb' as const, body: 'Det gikk et år.\n\nEtter det ringte de.' }],
    status: 'retired' as const,
  };
  const written = writeDescription(theme, 'nb', 'nb', () => 'Svar');

  test('stands under the definition, in words that anybody can read [F52] [R60] issue 5.3', () => {
    expect(written).toBe(
      [
        'Tiden fra behovet er meldt',
        'til hjelpen kommer.',
        '',
        fieldMark,
        'Language: nb',
        'Number: 16',
        'Status: retired',
        'Term [sv]: Väntetid',
        'Synonym [en]: waiting',
        'Definition [sv]: Tiden tills hjälpen kommer.',
        'Includes [nb]: Kø',
        'Example [nb]: Det gikk et år.',
        '  ',
        '  Etter det ringte de.',
      ].join('\n'),
    );
  });

  test('survives a program that cuts blanks and changes line ends', () => {
    const mangled = `${written
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\r\n')}\r\n\r\n`;
    expect(readDescription(mangled, unknown)).toEqual(readDescription(written, unknown));
  });

  test('a description by somebody else is no field at all', () => {
    expect(readDescription('Number: 5\nTerm [nb]: x', unknown)).toBeNull();
  });

  test('a line that is no field is told, and the rest is read', () => {
    const lines: string[] = [];
    const read = readDescription(`${fieldMark}\nLanguage: nb\nNumber: 7\nher er noe\nMood [nb]: god`, (line) => lines.push(line));
    expect(read?.number).toBe('7');
    expect(lines).toEqual(['her er noe', 'Mood: god']);
  });
});

test('every codebook comes back from REFI-QDA as it went [F52] issue 5.3', async () => {
  await fc.assert(
    fc.asyncProperty(anySnapshot, fc.constantFrom('nb', 'nn', 'sv', 'en' as const), async (snapshot, language) => {
      const read = await readQdc([new TextEncoder().encode(writeQdc(snapshot, language))], 'en', { nameless: '?' });
      expect(read.notes).toEqual([]);
      expect(read.isOwn).toBe(true);
      const { themes } = snapshot;
      expect(asSnapshot(read)).toEqual(themes);
    }),
    { numRuns: 150 },
  );
});

describe('colours', () => {
  test('are those of the tokens', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../../../../renderer/styles/tokens.css'), 'utf8');
    const light = [...tokens.matchAll(/--theme-\d+: light-dark\((#[0-9a-f]{6})/gu)].map(([, hex]) => hex);
    expect(light.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, at) => hexOf(at + 1)));
  });

  test('of other programs become the nearest of ours, in both ways to write them', () => {
    expect(nearestColour('#952C46')).toEqual({ colour: 1, isExact: true });
    expect(nearestColour('#058')).toEqual({ colour: 6, isExact: false });
    expect(nearestColour('red')).toBeNull();
  });
});
