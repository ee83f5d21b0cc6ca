import { expect, test } from 'vitest';
import type { PrintedTable } from '../../../../../../shared/report-page/printed-table.ts';
import { planColumns } from './exhibit-columns.ts';

const text = { upright: 9072, turned: 14_004 };

function table(columns: readonly string[], interval = '(34–57)'): PrintedTable {
  const cells = columns.map(() => ({ text: '45', interval, letters: '' }));
  return {
    title: '',
    subtitle: '',
    stub: 'Svar',
    headings: [],
    columns: [...columns],
    rows: [{ key: 'a', label: 'I stor grad', indent: 0, isBase: false, cells }],
    notes: [],
  };
}

const groups = (count: number): string[] => Array.from({ length: count }, (_, at) => `Bygd ${at + 1}`);

test('few columns stand upright with their intervals beside', () => {
  const plan = planColumns(table(groups(3)), { bases: null, font: 'Calibri', text });
  expect(plan).toMatchObject({ isLandscape: false, intervals: 'beside', isHeadTurned: false });
  expect(plan.widths).toHaveLength(7);
});

test('more columns have their intervals under the figures, then a turned page, then heads on end', () => {
  const under = planColumns(table(groups(6)), { bases: null, font: 'Calibri', text });
  expect(under).toMatchObject({ isLandscape: false, intervals: 'under' });
  const turned = planColumns(table(groups(12)), { bases: null, font: 'Calibri', text });
  expect(turned.isLandscape).toBe(true);
  const onEnd = planColumns(table(Array.from({ length: 12 }, () => 'Oppfølgingstjenesten')), { bases: null, font: 'Calibri', text });
  expect(onEnd).toMatchObject({ isLandscape: true, isHeadTurned: true });
});

test.each([1, 2, 3, 5, 8, 12, 20, 60])('%i columns make the width of the page to the last twentieth of a point', (count) => {
  for (const font of ['Calibri', 'Verdana'] as const) {
    const plan = planColumns(table(groups(count)), { bases: null, font, text });
    expect(plan.widths.reduce((sum, width) => sum + width, 0)).toBe(plan.isLandscape ? text.turned : text.upright);
    expect(plan.widths.every((width) => width > 0 && Number.isInteger(width))).toBe(true);
  }
});

test('without intervals there are none to make room for', () => {
  const plan = planColumns(table(groups(4), ''), { bases: 3, font: 'Arial', text });
  expect(plan).toMatchObject({ intervals: 'none', isLandscape: false });
  expect(plan.widths).toHaveLength(5);
});
