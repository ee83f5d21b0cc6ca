import { expect, test } from 'vitest';
import { releaseDay } from './release-day.ts';
import { shortLabel } from './variable-words.ts';

test('a long question wording is cut at a word, a short one only loses its mark', () => {
  expect(shortLabel('Hvor gammel er du?')).toBe('Hvor gammel er du');
  expect(shortLabel('Hvilken tjeneste snakker vi mest om i dag?')).toBe('Hvilken tjeneste snakker vi mest om …');
  expect(shortLabel('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk').length).toBeLessThan(24);
});

test('the gate line leaves out the year only when it is this one', () => {
  const now = new Date('2026-05-14T10:00:00');
  expect(releaseDay('2026-05-12T08:00:00Z', now, 'nb')).toBe('12. mai');
  expect(releaseDay('2025-05-12T08:00:00Z', now, 'nb')).toBe('12. mai 2025');
});
