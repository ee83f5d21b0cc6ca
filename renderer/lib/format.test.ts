import { afterEach, expect, test } from 'vitest';
import { formatDay, formatDayShort, formatTime } from './format.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('[F40] a moment shortly after midnight is on the day its clock time belongs to: a copy of half past twelve is not yesterday’s', () => {
  process.env['TZ'] = 'Europe/Oslo';
  const madeAt = '2026-03-04T23:30:00.000Z';
  expect([formatDay(madeAt, 'nb'), formatDayShort(madeAt, 'nb'), formatTime(madeAt, 'nb')]).toEqual([
    '5. mars 2026',
    '05.03.2026',
    '00.30',
  ]);
});

test('a day is that day wherever it is read', () => {
  for (const place of ['Pacific/Honolulu', 'Europe/Oslo', 'Pacific/Auckland']) {
    process.env['TZ'] = place;
    expect(formatDay('2026-03-04', 'sv')).toBe('4 mars 2026');
  }
});
