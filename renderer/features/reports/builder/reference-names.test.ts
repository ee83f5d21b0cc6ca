import { expect, test } from 'vitest';
import { matchingReferences, shownReferences, storedReferences } from './reference-names.ts';

const one = '019afcf9-7c00-70a7-a46d-93b5529aa739';
const names = [
  { as: 'table', exhibitId: one, name: 'Tabell 7', title: 'Får være med' },
  { as: 'figure', exhibitId: one, name: 'Figur 4', title: 'Flertallet blir hørt' },
] as const;
const kept = `Se [[table:${one}]] og [[figure:${one}]], men ikke [[table:${one.replace('0', '1')}]].`;

test('references are written by what they are called, and kept by id', () => {
  const shown = shownReferences(kept, names);
  expect(shown).toContain('Se [[Tabell 7]] og [[Figur 4]]');
  expect(storedReferences(shown, names)).toBe(kept);
});

test('what nothing is called so is left as it was typed', () => {
  expect(storedReferences('[[Tabell 99]]', names)).toBe('[[Tabell 99]]');
});

test('letters find by name first, then by what it is about', () => {
  expect(matchingReferences(names, 'fig').map(({ name }) => name)).toEqual(['Figur 4']);
  expect(matchingReferences(names, 'være').map(({ name }) => name)).toEqual(['Tabell 7']);
  expect(matchingReferences(names, '')).toHaveLength(2);
});
