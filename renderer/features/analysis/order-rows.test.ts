import { expect, it } from 'vitest';
import { aRelease } from '../../../test/support/a-release.ts';
import { orderRows } from './order-rows.ts';

it('by size few persons of many stand last although they round to nothing, and more persons before fewer of the same percentage', () => {
  const counts = [5, 24, 1100, 21, 50];
  const exhibit = aRelease({
    kind: 'frequency',
    columns: [{ key: 'all', label: 'Alle', base: { n: 1200, rule: 'normal' } }],
    rows: counts.map((count) => ({
      key: String(count),
      label: String(count),
      base: null,
      cells: [{ state: 'shown', count, percent: Math.floor((200 * count + 1200) / 2400), low: null, high: null }],
    })),
  });
  expect(orderRows(exhibit, 'size').rows.map(({ key }) => Number(key))).toEqual([1100, 50, 24, 21, 5]);
});
