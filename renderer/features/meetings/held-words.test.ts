import { expect, test } from 'vitest';
import { readHeld } from './held-words.ts';

const read = (text: string) => readHeld(text, '2026-03-01', 'nb');

test('[R6] when a meeting was is read as precisely as it was said, and no more', () => {
  expect(read('22.4.2025')).toEqual({ on: '2025-04-22', precision: 'day', asSaid: null });
  expect(read('22. april 2025')).toEqual({ on: '2025-04-22', precision: 'day', asSaid: null });
  expect(read('april 2021')).toEqual({ on: '2021-04-30', precision: 'month', asSaid: 'april 2021' });
  expect(read('2014')).toEqual({ on: '2014-12-31', precision: 'year', asSaid: '2014' });
  expect(read('ca. 2014')).toMatchObject({ precision: 'inferred', asSaid: 'ca. 2014' });
});

test('[R6] a day without a year is in a year somebody has to believe', () => {
  expect(read('25. september')).toEqual({ on: '2026-09-25', precision: 'inferred', asSaid: '25. september' });
  expect(read('en gang')).toBeNull();
});
