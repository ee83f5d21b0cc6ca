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
    level: null,
    serviceId: null,
    origin: 'coder',
    isDoubtful: false,
    coderId: id(900),
    coder: 'Even',
    coderInitials: 'EV',
    isMine: true,
    isConsensus: false,
    isCounted: true,
    codedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  });
}

const other = { isMine: false, coder: 'Solfrid', coderInitials: 'ST' } as const;

test('a theme on several stretches is one chip [F45]', () => {
  const chips = chipsOf([coding(1, 100), coding(2, 101), coding(3, 100)]);
  expect(chips.map((chip) => [chip.codingIds.length, chip.coder])).toEqual([
    [2, null],
    [1, null],
  ]);
});

test('coders who agree on theme and tone share a chip with the initials of both [F45]', () => {
  const third = { isMine: false, coder: 'Vigdis', coderInitials: 'AN' } as const;
  expect(chipsOf([coding(1, 100, other), coding(2, 100, third)]).map((chip) => chip.coder)).toEqual(['AN ST']);
  expect(chipsOf([coding(1, 100), coding(2, 100, other)]).map((chip) => chip.coder)).toEqual(['ST EV']);
});

test('coders who differ in tone, or in whether it was said outright, have a chip each, side by side', () => {
  const chips = chipsOf([
    coding(1, 100, { polarity: 'mixed' }),
    coding(2, 101),
    coding(3, 100, other),
    coding(4, 101, { ...other, certainty: 'inferred' }),
  ]);
  expect(chips.map((chip) => [chip.themeId, chip.polarity, chip.isInferred, chip.coder])).toEqual([
    [id(100), 'mixed', false, null],
    [id(100), null, false, 'ST'],
    [id(101), null, false, null],
    [id(101), null, true, 'ST'],
  ]);
});

test('taking a shared chip off takes my own codings, never the other coder\u2019s', () => {
  expect(chipsOf([coding(1, 100, other), coding(2, 100)])[0]?.codingIds).toEqual([id(2)]);
  expect(chipsOf([coding(1, 100, other)])[0]?.codingIds).toEqual([id(1)]);
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

test('a chip says what its theme is about where all its stretches agree, and that it was a suggestion [R63] [R71]', () => {
  const [agreed] = chipsOf([
    coding(1, 100, { level: 'service', serviceId: id(7) }),
    coding(2, 100, { level: 'service', serviceId: id(7) }),
  ]);
  expect([agreed?.level, agreed?.serviceId, agreed?.isAccepted]).toEqual(['service', id(7), false]);
  const [mixed] = chipsOf([coding(1, 100, { level: 'service' }), coding(2, 100, { level: 'system', origin: 'accepted-suggestion' })]);
  expect([mixed?.level, mixed?.serviceId, mixed?.isAccepted]).toEqual([null, null, true]);
});
