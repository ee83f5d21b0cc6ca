import { describe, expect, test } from 'vitest';
import { momentOf, readClockSpan, wallClockOf } from './wall-clock.ts';

describe('the clock on the wall where the meeting is', () => {
  test('[R7] a meeting at 13.00 is at 11.00 UTC in summer and 12.00 in winter', () => {
    expect(momentOf({ day: '2025-04-22', clock: '13:00' })).toBe('2025-04-22T11:00:00.000Z');
    expect(momentOf({ day: '2021-11-29', clock: '13:00' })).toBe('2021-11-29T12:00:00.000Z');
    expect(wallClockOf('2021-11-29T15:00:00.000Z')).toEqual({ day: '2021-11-29', clock: '16:00' });
  });

  test('every hour of the days around both changes of the clock comes back as it was written, but for the one that is left out', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'])
      for (let hour = 0; hour < 24; hour += 1) {
        const clock = `${String(hour).padStart(2, '0')}:30`;
        const isLeftOut = day === '2026-03-29' && hour === 2;
        expect(wallClockOf(momentOf({ day, clock }))).toEqual({ day, clock: isLeftOut ? '03:30' : clock });
      }
    expect(momentOf({ day: '2026-10-25', clock: '02:30' })).toBe('2026-10-25T00:30:00.000Z');
  });

  test('midnight belongs to the day it begins', () => {
    expect(momentOf({ day: '2026-01-01', clock: '00:00' })).toBe('2025-12-31T23:00:00.000Z');
    expect(wallClockOf('2025-12-31T23:00:00.000Z')).toEqual({ day: '2026-01-01', clock: '00:00' });
  });

  test('other zones keep their own clock', () => {
    expect(momentOf({ day: '2025-07-01', clock: '13:00' }, 'Europe/Helsinki')).toBe('2025-07-01T10:00:00.000Z');
  });

  test('[R7] times are read as people write them', () => {
    expect(readClockSpan('13.00-16.00')).toEqual({ from: '13:00', to: '16:00' });
    expect(readClockSpan('kl. 9–12.30')).toEqual({ from: '09:00', to: '12:30' });
    expect(readClockSpan('13 til 16')).toEqual({ from: '13:00', to: '16:00' });
    expect(readClockSpan('13:15')).toEqual({ from: '13:15', to: null });
    for (const wrong of ['', 'ettermiddag', '25', '13.75', '16-13', '13-13', '13.00-16.00-18.00']) expect(readClockSpan(wrong)).toBeNull();
  });
});
