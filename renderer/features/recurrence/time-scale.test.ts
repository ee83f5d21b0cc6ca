import { expect, it } from 'vitest';
import { timeScale } from './time-scale.ts';

it('lays days out over whole years, the first before the last', () => {
  const { at, ticks } = timeScale(['2023-03-14', '2015-09-25'], 2026);
  expect(at('2015-09-25')).toBeGreaterThan(3);
  expect(at('2015-09-25')).toBeLessThan(at('2023-03-14'));
  expect(at('2023-03-14')).toBeLessThan(97);
  expect(ticks.map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]);
});

it('is one year wide for one year, and this year when there is nothing', () => {
  expect(timeScale(['2025-05-01'], 2026).ticks.map(({ year }) => year)).toEqual([2025, 2026]);
  expect(timeScale([], 2026).ticks.map(({ year }) => year)).toEqual([2026, 2027]);
});

it('has at most a dozen ticks', () => {
  expect(timeScale(['1997-01-01', '2026-01-01'], 2026).ticks.length).toBeLessThanOrEqual(12);
});
