import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bandsOf } from './bands.ts';

it('makes at most six bands of one round width that hold every number', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 520 }), { minLength: 1, maxLength: 80 }), (numbers) => {
      const bands = bandsOf(numbers);
      expect(bands.length).toBeGreaterThanOrEqual(1);
      expect(bands.length).toBeLessThanOrEqual(6);
      expect(bands[0]?.from).toBeLessThanOrEqual(Math.min(...numbers));
      const widths = bands.slice(1).map(({ from }, at) => from - (bands[at]?.from ?? 0));
      expect(new Set(widths).size).toBeLessThanOrEqual(1);
    }),
  );
});

it('leaves the last band open, so that an extreme number does not show', () => {
  expect(bandsOf([0, 3, 4, 8, 9, 12, 15, 18, 22, 24, 500]).map(({ label }) => label)).toEqual(
    ['0–4', '5–9', '10–14', '15–19', '20–24', '25+'].slice(0, 4).concat('20+'),
  );
});

it('has no bands for no numbers', () => {
  expect(bandsOf([])).toEqual([]);
});
