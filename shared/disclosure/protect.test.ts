import { describe, expect, test } from 'vitest';
import { differencing } from './differencing.ts';
import { isPrimary } from './primary.ts';
import { protectTable } from './protect.ts';
import { DEFAULT_RULE } from './table.ts';
import type { CountTable, ProtectedCell } from './table.ts';

function withMargins(counts: readonly (readonly number[])[]): CountTable {
  const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);
  const rowTotals = counts.map(sum);
  const columnTotals = (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
  return { counts, rowTotals, columnTotals, total: sum(rowTotals) };
}

function printed(cells: readonly (readonly ProtectedCell[])[]): string {
  const text = (cell: ProtectedCell): string => (cell.state === 'shown' ? String(cell.count) : cell.state === 'hidden' ? ':' : cell.state);
  return cells.map((row) => row.map(text).join(' ')).join(' | ');
}

describe('protecting a table', () => {
  test('[F38] safe numbers are shown with whole percent and Wilson limits', () => {
    const table = protectTable(
      withMargins([
        [23, 30],
        [17, 10],
      ]),
      DEFAULT_RULE,
    );
    expect(table.cells[0]?.[0]).toMatchObject({ state: 'shown', count: 23, percent: 58 });
    expect(table).toMatchObject({ hiddenCount: 0, audit: { ok: true, findings: [] }, groupDisclosure: [] });
    expect(table.columns).toEqual([
      { base: 40, baseRule: 'normal' },
      { base: 40, baseRule: 'normal' },
    ]);
    expect(table.all.cells).toHaveLength(2);
  });

  test('[F38] one small number takes three others with it, and all four look the same', () => {
    const table = protectTable(
      withMargins([
        [3, 40, 60],
        [30, 20, 25],
        [27, 50, 40],
      ]),
      DEFAULT_RULE,
    );
    expect(table.audit.ok).toBe(true);
    expect(printed(table.cells)).toBe(': : 60 | : : 25 | 27 50 40');
    expect(printed([table.all.cells])).toBe('103 75 117');
    const hidden = table.cells.flat().filter(({ state }) => state === 'hidden');
    expect(new Set(hidden.map((cell) => JSON.stringify(cell)))).toEqual(new Set(['{"state":"hidden"}']));
  });

  test('[F38] a released table does not contain the hidden numbers', () => {
    // Large odd numbers that nothing else in the table can equal.
    const counts = [
      [3, 4211, 6007],
      [3011, 2003, 2503],
      [2707, 5003, 4001],
    ];
    const table = protectTable(withMargins(counts), DEFAULT_RULE);
    const json = JSON.stringify(table);
    const numbers = new Set((json.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number));
    const secret = counts.flatMap((row, i) => row.filter((_, j) => table.cells[i]?.[j]?.state === 'hidden'));
    expect(secret).toHaveLength(4);
    for (const count of secret) expect(numbers.has(count)).toBe(false);
    expect(json.match(/"state":"hidden"\}/gu)).toHaveLength(4);
  });

  test('[F38] a small complement is hidden like a small count', () => {
    const table = protectTable({ counts: [[58], [2]], rowTotals: [58, 2], columnTotals: [60], total: 60 }, DEFAULT_RULE);
    expect(printed(table.cells)).toBe(': | :');
    expect(table).toMatchObject({ hiddenCount: 2, audit: { ok: true } });
  });

  test('[F38] what is hidden for its own sake', () => {
    const cases: readonly (readonly [number, number])[] = [
      [0, 60],
      [4, 60],
      [5, 60],
      [55, 60],
      [56, 60],
      [60, 60],
      [5, 9],
      [0, 9],
      [5, 10],
    ];
    expect(cases.map(([count, base]) => isPrimary(count, base, DEFAULT_RULE))).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  test('[F38] what turns out not to be needed is shown again', () => {
    const table = protectTable(
      withMargins([
        [17, 13, 35, 16],
        [26, 10, 21, 8],
        [30, 3, 20, 11],
        [3, 29, 27, 13],
      ]),
      DEFAULT_RULE,
    );
    expect(table).toMatchObject({ hiddenCount: 6, audit: { ok: true } }); // seven without the clean-up
  });

  test('[F38] a one-way table hides a second answer, so that the base cannot be used for subtraction', () => {
    const table = protectTable(
      { counts: [[31], [20], [3], [12]], rowTotals: [31, 20, 3, 12], columnTotals: [66], total: 66 },
      DEFAULT_RULE,
    );
    expect(printed(table.cells)).toBe('31 | 20 | : | :');
    expect(table.all).toEqual({ base: 66, baseRule: 'normal', cells: table.cells.flat() });
  });

  test('[F38] answers that are not printed are protected against subtraction', () => {
    // 66 answered; the 3 who chose an answer outside the table could be found as 66 − 63.
    const table = protectTable({ counts: [[31], [32]], rowTotals: [31, 32], columnTotals: [66], total: 66 }, DEFAULT_RULE);
    expect(table.hiddenCount).toBeGreaterThan(0);
    expect(table.audit.ok).toBe(true);
  });

  test('[F38] persons in no printed group are protected against subtraction from Alle', () => {
    const open = protectTable(
      {
        counts: [
          [40, 30],
          [20, 30],
        ],
        rowTotals: [70, 50],
        columnTotals: [60, 60],
        total: 120,
      },
      DEFAULT_RULE,
    );
    const closed = protectTable(
      {
        counts: [
          [40, 30],
          [20, 30],
        ],
        rowTotals: [72, 51],
        columnTotals: [60, 60],
        total: 123,
      },
      DEFAULT_RULE,
    );
    expect(open.hiddenCount).toBe(0);
    expect(closed.columns.filter(({ base }) => base === null)).toHaveLength(1);
    expect(closed.audit.ok).toBe(true);
  });

  test('[F38] a column below the threshold loses its base, and another goes with it', () => {
    const table = protectTable(
      withMargins([
        [20, 30, 2],
        [15, 25, 1],
      ]),
      DEFAULT_RULE,
    );
    expect(table.columns).toEqual([
      { base: null, baseRule: 'hidden' },
      { base: 55, baseRule: 'normal' },
      { base: null, baseRule: 'hidden' },
    ]);
    expect(printed(table.cells)).toBe(': 30 : | : 25 :');
  });

  test('[F84] a base of five to nine gets words where they say no more than themselves', () => {
    const table = protectTable(
      withMargins([
        [1, 40, 30],
        [7, 30, 40],
      ]),
      DEFAULT_RULE,
    );
    expect(table.columns[0]).toEqual({ base: 8, baseRule: 'words' });
    expect(table.cells.map(([first]) => first)).toEqual([
      { state: 'words', words: 'few' },
      { state: 'words', words: 'most' },
    ]);
    expect(table.audit.ok).toBe(true);
  });

  test('[F84] no words where they would give the number away', () => {
    const table = protectTable(
      withMargins([
        [2, 40, 30],
        [3, 30, 40],
      ]),
      DEFAULT_RULE,
    );
    expect(table.cells.map(([first]) => first)).toEqual([{ state: 'hidden' }, { state: 'hidden' }]);
  });

  test('[F84] below the threshold nothing is printed at all, and nobody is an empty column', () => {
    const tiny = protectTable(withMargins([[2], [2]]), DEFAULT_RULE);
    expect(tiny).toMatchObject({ columns: [{ base: null, baseRule: 'hidden' }], all: { base: null }, audit: { ok: true } });
    const empty = protectTable(
      withMargins([
        [0, 20, 20],
        [0, 20, 20],
      ]),
      DEFAULT_RULE,
    );
    expect(empty.columns[0]).toEqual({ base: 0, baseRule: 'empty' });
    expect(empty.cells[0]?.[0]).toEqual({ state: 'empty' });
  });

  test('[F38] zeros are shown unless the project protects them', () => {
    const table = withMargins([
      [0, 20, 30],
      [25, 20, 30],
      [30, 25, 40],
    ]);
    expect(protectTable(table, DEFAULT_RULE).hiddenCount).toBe(0);
    const strict = protectTable(table, { ...DEFAULT_RULE, protectZeros: true });
    expect(strict.cells[0]?.[0]).toEqual({ state: 'hidden' });
    expect(strict).toMatchObject({ hiddenCount: 4, audit: { ok: true } });
  });

  test('[F38] a group that all gave one answer is flagged', () => {
    expect(
      protectTable(
        withMargins([
          [30, 20],
          [0, 20],
        ]),
        DEFAULT_RULE,
      ).groupDisclosure,
    ).toEqual([{ row: 0, column: 0 }]);
  });

  test('[F38] the one person in a cell must not learn a small neighbour', () => {
    // With the four corners of the 3 alone hidden, the person in the cell of 1 could subtract and find the 4.
    const table = protectTable(
      withMargins([
        [1, 4, 30],
        [20, 25, 40],
        [30, 35, 50],
      ]),
      DEFAULT_RULE,
    );
    expect(table.audit.ok).toBe(true);
    expect(table.cells[0]?.[2]).toEqual({ state: 'hidden' });
  });

  test('[F74][F38] multiple response: each answer is protected by itself against the base', () => {
    const table = protectTable(
      {
        counts: [
          [30, 25],
          [38, 20],
          [12, 3],
        ],
        rowTotals: [55, 58, 15],
        columnTotals: [40, 40],
        total: 80,
      },
      DEFAULT_RULE,
      { exclusive: false },
    );
    expect(printed(table.cells)).toBe('30 25 | : : | : :');
    expect(table).toMatchObject({ hiddenCount: 4, audit: { ok: true } });
    expect(table.all.cells.map(({ state }) => state)).toEqual(['shown', 'shown', 'shown']);
  });

  test('[F78] intervals use the frame of their own column', () => {
    const options = { frame: 400, columnFrames: [41, null] };
    const table = protectTable(
      withMargins([
        [23, 30],
        [17, 10],
      ]),
      DEFAULT_RULE,
      options,
    );
    const [known, open] = table.cells[0] ?? [];
    expect(known?.state === 'shown' && known.high - known.low < 3).toBe(true);
    expect(open?.state === 'shown' && open.high - open.low > 20).toBe(true);
  });

  test('[F38] a 30 by 30 table takes well under a second', () => {
    const counts = Array.from({ length: 30 }, (_, i) => Array.from({ length: 30 }, (__, j) => (i * 7 + j * 13 + ((i * j) % 11)) % 9));
    const start = performance.now();
    const table = protectTable(withMargins(counts), DEFAULT_RULE);
    expect(performance.now() - start).toBeLessThan(3000); // generous: test machines are shared
    expect(table.audit.ok).toBe(true);
  });

  test.each([
    ['ragged rows', { counts: [[1, 2], [3]], rowTotals: [3, 3], columnTotals: [4, 2], total: 6 }],
    ['a part larger than its base', { counts: [[9]], rowTotals: [9], columnTotals: [8], total: 8 }],
    ['parts of persons', { counts: [[1.5]], rowTotals: [1.5], columnTotals: [2], total: 2 }],
  ])('refuses %s', (_, table) => {
    expect(() => protectTable(table, DEFAULT_RULE)).toThrow(RangeError);
  });

  test('refuses a threshold outside 3 to 10', () => {
    expect(() => protectTable(withMargins([[10]]), { ...DEFAULT_RULE, threshold: 2 })).toThrow(RangeError);
    expect(() => protectTable(withMargins([[10]]), { ...DEFAULT_RULE, minimumBase: 4 })).toThrow(RangeError);
  });
});

describe('differencing against earlier releases', () => {
  const released = [
    { releaseId: 'S-1', item: 'q7', group: 'all', base: 60 },
    { releaseId: 'S-2', item: 'q8', group: 'all', base: 61 },
  ];

  test('[F38] a base 1 to threshold − 1 away from a released one is refused, naming the release', () => {
    expect(differencing([{ item: 'q7', group: 'all', base: 57 }], released, DEFAULT_RULE)).toEqual([
      { releaseId: 'S-1', item: 'q7', group: 'all' },
    ]);
    expect(differencing([{ item: 'q7', group: 'all', base: 64 }], released, DEFAULT_RULE)).toHaveLength(1);
  });

  test('[F38] the same base, a distant base, another item or another group may be released', () => {
    const next = [
      { item: 'q7', group: 'all', base: 60 },
      { item: 'q7', group: 'all', base: 55 },
      { item: 'q9', group: 'all', base: 59 },
      { item: 'q7', group: 'women', base: 58 },
    ];
    expect(differencing(next, released, DEFAULT_RULE)).toEqual([]);
  });
});
