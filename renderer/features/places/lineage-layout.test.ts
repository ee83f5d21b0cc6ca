import { expect, test } from 'vitest';
import { layOutLineage } from './lineage-layout.ts';

const place = (code: string, validFrom: string | null, validTo: string | null) => ({ id: code, name: code, code, validFrom, validTo });
const change = (fromId: string, toId: string, on: string, rest: object = {}) =>
  ({ id: `${fromId}>${toId}`, fromId, toId, on, kind: 'merge', extent: 'whole', note: null, isRestored: false, ...rest }) as const;

const haram = {
  lineage: [
    { place: place('1534', null, '2020-01-01'), direction: 'before', extent: 'whole', on: '2024-01-01' },
    { place: place('1507', '2020-01-01', '2024-01-01'), direction: 'before', extent: 'part', on: '2024-01-01' },
    { place: place('1580', '2024-01-01', null), direction: 'self', extent: 'whole', on: null },
  ] as const,
  changes: [
    change('1534', '1507', '2020-01-01'),
    change('1507', '1580', '2024-01-01', { kind: 'split', extent: 'part' }),
    change('1534', '1580', '2024-01-01', { kind: 'renumber', isRestored: true }),
  ],
};

test('[R91] each place fills the periods it was there in, and time divides at the changes', () => {
  const { days, rows } = layOutLineage({ lineage: [...haram.lineage], changes: haram.changes });
  expect(days).toEqual(['2020-01-01', '2024-01-01']);
  expect(rows.map((row) => [row.place.code, row.from, row.to, row.isRestored])).toEqual([
    ['1534', 0, 1, false],
    ['1507', 1, 2, false],
    ['1580', 2, 3, true],
  ]);
});

test('[R91] lines join what went over, dashed for a part; a restoration is said in words only', () => {
  const { links } = layOutLineage({ lineage: [...haram.lineage], changes: haram.changes });
  expect(links.map((link) => [link.fromRow, link.toRow, link.at, link.isPart])).toEqual([
    [0, 1, 1, false],
    [1, 2, 2, true],
  ]);
});
