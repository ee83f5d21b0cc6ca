import { describe, expect, test } from 'vitest';
import { angleOf, arcPath, markKind, periodOf, pointAt, ringRadius, ringsOf, wheelSize } from './wheel.ts';

const none = { asSaid: null, sortOn: null, precision: null } as const;

describe('the year wheel', () => {
  test('begins at the top and runs clockwise', () => {
    expect(angleOf('2025-01-01', 2025)).toBe(0);
    expect(angleOf('2025-07-02', 2025)).toBeCloseTo(180, -1);
    expect(pointAt(0, 100)).toEqual({ x: wheelSize / 2, y: wheelSize / 2 - 100 });
    expect(pointAt(90, 100)).toEqual({ x: wheelSize / 2 + 100, y: wheelSize / 2 });
  });

  test('keeps a day outside the year at its edge', () => {
    expect(angleOf('2024-11-01', 2025)).toBe(0);
    expect(angleOf('2026-02-01', 2025)).toBeLessThan(360);
    expect(angleOf('2026-02-01', 2025)).toBeGreaterThan(358);
  });

  test('draws more than half a turn as one arc', () => {
    expect(arcPath(0, 90, 10)).toContain(' 0 0 1 ');
    expect(arcPath(0, 200, 10)).toContain(' 0 1 1 ');
  });

  test('[R6] a plan without a day is an arc over its period, a cancelled one a cross', () => {
    const planned = { asSaid: 'under december 2025', sortOn: '2025-12-31', precision: 'month' } as const;
    expect(markKind({ status: 'planned', planned, held: null })).toBe('about');
    expect(periodOf(planned)).toEqual({ from: '2025-12-02', to: '2025-12-31' });
    expect(markKind({ status: 'cancelled', planned, held: null })).toBe('cancelled');
    expect(markKind({ status: 'planned', planned: { ...planned, precision: 'day' }, held: null })).toBe('planned');
    expect(markKind({ status: 'held', planned: none, held: { on: '2025-09-03', precision: 'day' } })).toBe('held');
    expect(markKind({ status: 'requested', planned: none, held: null })).toBeNull();
  });

  test('gives each area one ring, and none to a meeting without an area', () => {
    expect(ringsOf([{ area: 'Tindsund' }, { area: 'Fjordvik' }, { area: '' }, { area: 'Fjordvik' }], 'nb-NO')).toEqual([
      'Fjordvik',
      'Tindsund',
    ]);
    expect([0, 1, 2].map((index) => ringRadius(index, 3))).toEqual([122, 96, 70]);
    expect(ringRadius(7, 8)).toBeCloseTo(54);
    expect(ringRadius(0, 1)).toBe(122);
  });
});
