import { expect, test } from 'vitest';
import type { RawCheck } from '../../../shared/contract/raw-export.ts';
import { emptyOrder, knownOf, mayGo, ofVersion, refusalOf } from './raw-order.ts';

const fine: RawCheck = {
  columns: [],
  records: 30,
  smallest: 6,
  groups: 4,
  threshold: 5,
  minimumBase: 10,
  underThreshold: 0,
  underMinimum: 0,
  isNearlyEverybody: false,
  uniques: { count: 0, codes: [] },
  oneAnswer: [],
};
const own = emptyOrder('nb');
const given = { ...own, aim: 'giveAway' as const };

test('[issue 7] a package is refused while somebody stands out or too few are in it, and nobody can accept that', () => {
  expect(refusalOf(given, fine)).toBeNull();
  expect(refusalOf(given, { ...fine, underThreshold: 1 })).toBe('standsOut');
  expect(refusalOf(given, { ...fine, records: 9 })).toBe('few');
  expect(mayGo({ ...given, acceptsRisk: true }, { ...fine, underThreshold: 1 })).toBe(false);
  expect(mayGo({ ...given, acceptsRisk: true }, { ...fine, records: 9 })).toBe(false);
});

test('[issue 7] raw data may go when whoever stands out is accepted', () => {
  const risky = { ...fine, underThreshold: 1 };
  expect(refusalOf(own, risky)).toBeNull();
  expect(mayGo(own, risky)).toBe(false);
  expect(mayGo({ ...own, acceptsRisk: true }, risky)).toBe(true);
});

test('[issue 7] what was accepted of one version is not accepted of another', () => {
  const accepted = { ...own, known: ['place' as const], acceptsRisk: true };
  const other = ofVersion(accepted, 'v2');
  expect(other.versionId).toBe('v2');
  expect(knownOf(other)).toEqual({});
  expect(mayGo(other, { ...fine, underThreshold: 1 })).toBe(false);
});
