import { expect, it } from 'vitest';
import { findHits } from './find-hits.ts';

const things = [
  { label: 'Har du før blitt spurt om hva du mener om tjenesten?', name: 'spurt_for' },
  { label: 'Hvilken tjeneste snakker vi mest om i dag?', name: 'tjeneste' },
  { label: 'Jeg blir møtt med respekt.', name: 'respekt' },
  { label: 'Hvordan blir rådet hørt?', name: 'raad' },
];

it('puts the thing whose name begins with the typed letters first', () => {
  expect(findHits(things, 'tje').map(({ name }) => name)).toEqual(['tjeneste', 'spurt_for']);
  expect(findHits(things, 'resp')[0]?.name).toBe('respekt');
});

it('finds å as aa, ignores case, and shows everything when nothing is typed', () => {
  expect(findHits(things, 'RAAD').map(({ name }) => name)).toEqual(['raad']);
  expect(findHits(things, '  ')).toHaveLength(4);
  expect(findHits(things, 'xyz')).toEqual([]);
});
