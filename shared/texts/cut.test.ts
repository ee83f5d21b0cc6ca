import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut } from './cut.ts';
import { characters } from './edge-characters.ts';

it('leaves a short text, makes one line of it, and ends a long one in an ellipsis', () => {
  expect(cut('Elleve uker.')).toBe('Elleve uker.');
  expect(cut('  Elleve\n uker. ')).toBe('Elleve uker.');
  expect(cut('Jeg ventet i elleve uker uten å høre noe.')).toBe('Jeg ventet i elleve uker uten…');
  expect(cut('abcdef', 5)).toBe('abcd…');
});

it('never cuts through a character, and answers at once for a long text', () => {
  expect(cut('👩‍👩‍👧'.repeat(6), 5)).toBe(`${'👩‍👩‍👧'.repeat(4)}…`);
  expect(cut(`a${' '.repeat(319)}😀`, 5)).toBe('a …');
  expect(cut('å '.repeat(2_000_000))).toHaveLength(30);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      const short = cut(text, length);
      expect(characters(short).length).toBeLessThanOrEqual(length);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});
