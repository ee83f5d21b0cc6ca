import { expect, test } from 'vitest';
import { Coding } from '../../../shared/contract/coding.ts';
import { chipsOf, lastCoding } from './chips.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
function coding(n: number, theme: number, more: Partial<Coding> = {}): Coding {
  return Coding.parse({
    id: id(n),
    themeId: id(theme),
    isWhole: false,
    start: n,
    end: n + 1,
    certainty: 'explicit',
    reason: null,
    polarity: null,
    isDoubtful: false,
    coder: 'Even',
    coderInitials: 'EV',
    isMine: true,
    codedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  });
}

test('a theme on several stretches is one chip, each coder has a chip of their own [F45]', () => {
  const chips = chipsOf([coding(1, 100), coding(2, 101), coding(3, 100), coding(4, 100, { isMine: false })]);
  expect(chips.map((chip) => [chip.codingIds.length, chip.coder])).toEqual([
    [2, null],
    [1, null],
    [1, 'EV'],
  ]);
});

test('stretches that differ in tone make the theme mixed', () => {
  expect(chipsOf([coding(1, 100, { polarity: 'positive' }), coding(2, 100, { polarity: 'negative' })])[0]?.polarity).toBe('mixed');
});

test('the last theme is my own, if I have one', () => {
  const codings = [coding(1, 100), coding(2, 101, { isMine: false })];
  expect(lastCoding(codings)?.id).toBe(id(1));
  expect(lastCoding(codings.slice(1))?.id).toBe(id(2));
  expect(lastCoding([])).toBeUndefined();
});
