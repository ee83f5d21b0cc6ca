import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RULE, mayShowDerived, protectBanner, protectTable, waysOut } from './index.ts';
import type { BannerInput, BannerPart, DerivedFigure, ProtectedBanner, ProtectedCell } from './index.ts';

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}

/** A part whose columns exclude one another and hold everybody. */
function partOf(counts: readonly (readonly number[])[], more: Partial<BannerPart> = {}): BannerPart {
  return { counts, columnTotals: (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0))), ...more };
}

function bannerOf(parts: readonly BannerPart[], more: Partial<BannerInput> = {}): BannerInput {
  const rowTotals = parts[0]?.counts.map((row) => sum(row)) ?? [];
  return { rowTotals, total: sum(rowTotals), parts, ...more };
}

function text(cell: ProtectedCell | undefined): string {
  return cell?.state === 'shown' ? String(cell.count) : cell?.state === 'hidden' ? ':' : (cell?.state ?? '?');
}

function printed({ parts, all }: ProtectedBanner): string {
  return all.cells.map((cell, row) => [text(cell), ...parts.map((part) => (part.cells[row] ?? []).map(text).join(' '))].join(' / ')).join(' | '); // prettier-ignore
}

const gender = partOf([
  [40, 30],
  [25, 35],
  [20, 15],
]);

describe('protecting a banner', () => {
  test('[F38] one plain part gives exactly what a table gives', () => {
    const cells = fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(cells, fc.boolean(), fc.nat(6), (counts, exclusive, lacking) => {
        const part = partOf(counts);
        const rowTotals = counts.map((row, at) => sum(row) + (at === 0 ? lacking : 0));
        const input = { rowTotals, total: sum(rowTotals), parts: [part] };
        const table = protectTable({ ...part, rowTotals, total: input.total }, DEFAULT_RULE, { exclusive });
        const banner = protectBanner(input, DEFAULT_RULE, { exclusive });
        expect(banner.parts).toEqual([{ columns: table.columns, cells: table.cells }]);
        expect(banner).toMatchObject({ all: table.all, hiddenCount: table.hiddenCount, audit: { ok: table.audit.ok } });
      }),
      { numRuns: 60 },
    );
  });

  test('[F38] parts without small numbers are shown whole beside each other', () => {
    const age = partOf([
      [30, 20, 20],
      [20, 20, 20],
      [10, 10, 15],
    ]);
    const found = protectBanner(bannerOf([gender, age]), DEFAULT_RULE);
    expect(printed(found)).toBe('70 / 40 30 / 30 20 20 | 60 / 25 35 / 20 20 20 | 35 / 20 15 / 10 10 15');
    expect(found).toMatchObject({ hiddenCount: 0, audit: { ok: true, findings: [] } });
  });

  test('[F38] a number hidden in Alle for one part is not given back by the sums of another', () => {
    // The 3 hides "Alle" or a neighbour; whatever it is, gender prints both of its groups of every row unless they are hidden as well.
    const small = partOf([
      [67, 3],
      [40, 20],
      [20, 15],
    ]);
    const found = protectBanner(bannerOf([gender, small]), DEFAULT_RULE);
    expect(found.audit.ok).toBe(true);
    found.all.cells.forEach((cell, row) => {
      const hidden = found.parts[0]?.cells[row]?.filter(({ state }) => state === 'hidden').length ?? 0;
      if (cell.state === 'hidden') expect(hidden).toBeGreaterThan(0);
      else expect(hidden).not.toBe(1);
    });
  });

  test('[F38] an inner group cannot be found from its outer group and from the group beside it', () => {
    const cube = partOf(
      [
        [20, 20, 10, 20],
        [3, 22, 20, 15],
        [12, 8, 9, 6],
      ],
      {
        groupings: ['service', 'gender'],
        paths: [
          ['a', 'w'],
          ['a', 'm'],
          ['b', 'w'],
          ['b', 'm'],
        ],
      },
    );
    const fold = (pick: (row: readonly number[]) => readonly number[]): BannerPart => partOf(cube.counts.map(pick));
    const service = { ...fold(([a = 0, b = 0, c = 0, d = 0]) => [a + b, c + d]), groupings: ['service'], paths: [['a'], ['b']] };
    const women = { ...fold(([a = 0, b = 0, c = 0, d = 0]) => [a + c, b + d]), groupings: ['gender'], paths: [['w'], ['m']] };
    const found = protectBanner(bannerOf([service, women, cube]), DEFAULT_RULE);
    expect(found.audit.ok).toBe(true);
    // A lone small number in a 2 × 2 of groups within a row takes its three neighbours, and another row with them.
    expect(found.parts[2]?.cells[1]?.map(text)).toEqual([':', ':', ':', ':']);
    expect(found.parts[2]?.cells.flat().filter(({ state }) => state === 'hidden').length).toBeGreaterThanOrEqual(8);
    expect(found.parts[0]?.cells.flat().every(({ state }) => state === 'shown')).toBe(true);
  });

  test('[F38] themes as columns: the persons outside a theme are a group too', () => {
    const themes: BannerPart = {
      counts: [
        [30, 67],
        [20, 50],
        [12, 30],
      ],
      columnTotals: [62, 147],
      overlapping: true,
    };
    const found = protectBanner(bannerOf([gender, themes]), DEFAULT_RULE);
    // 70 − 67 = 3 of the first row are without the second theme.
    expect(found.parts[1]?.cells[0]?.[1]).toEqual({ state: 'hidden' });
    expect(found.parts[1]?.cells.filter((row) => row[1]?.state === 'hidden').length).toBeGreaterThan(1);
    expect(found.audit.ok).toBe(true);
  });

  test('[F38] what an earlier release showed cannot be hidden any more, and what it hid stays hidden', () => {
    const at = { wave: 'first' };
    const counts = [44, 3, 23];
    const before = { at, counts, base: 70, shown: [false, false, true], baseShown: true };
    const waves = partOf(
      [
        [44, 26],
        [3, 57],
        [23, 12],
      ],
      { groupings: ['wave'], paths: [['first'], ['second']] },
    );
    const found = protectBanner(bannerOf([gender, waves], { published: [before] }), DEFAULT_RULE);
    expect(found.parts[1]?.cells.map(([cell]) => text(cell))).toEqual([':', ':', '23']);
    expect(found.audit.ok).toBe(true);
    // All but the 3 are out already: it is known by subtraction whatever is hidden now.
    const late = protectBanner(bannerOf([gender, waves], { published: [{ ...before, shown: [true, false, true] }] }), DEFAULT_RULE);
    expect(late.audit.ok).toBe(false);
  });

  test('[F38] a small combination of groups keeps its room through what is hidden, and is found where earlier print leaves none', () => {
    const named = { groupings: ['gender'], paths: [['w'], ['m']] };
    const first = partOf([[57, 3], [30, 40], [25, 30]], named); // prettier-ignore
    const second = partOf([[40, 20], [35, 35], [25, 30]]); // prettier-ignore
    const cross = [{ row: 0, columns: [{ part: 0, column: 1 }, { part: 1, column: 1 }], count: 2 }]; // prettier-ignore
    expect(protectBanner(bannerOf([first, second], { cross }), DEFAULT_RULE).audit.ok).toBe(true);
    const before = { at: { gender: 'm' }, counts: [3, 40, 30], base: 73, shown: [true, true, true], baseShown: true };
    const late = protectBanner(bannerOf([first, second], { cross, published: [before] }), DEFAULT_RULE);
    expect(late.audit.findings.some(({ row, part }) => row !== 0 || part === 2)).toBe(true);
    const wrong = [{ ...cross[0], row: 0, columns: cross[0]?.columns ?? [], count: 4 }];
    expect(() => protectBanner(bannerOf([first, second], { cross: wrong }), DEFAULT_RULE)).toThrow(RangeError);
  });

  test('[F38] the same group with different numbers in two parts is refused', () => {
    const named = { groupings: ['gender'], paths: [['w'], ['m']] };
    const other = partOf([[41, 29], [25, 35], [20, 15]], named); // prettier-ignore
    expect(() => protectBanner(bannerOf([{ ...gender, ...named }, other]), DEFAULT_RULE)).toThrow(RangeError);
  });

  test('the same banner always has the same pattern', () => {
    const part = partOf([[3, 40, 12], [20, 11, 4], [9, 30, 20]]); // prettier-ignore
    const two = partOf([[30, 25], [20, 15], [29, 30]]); // prettier-ignore
    expect(protectBanner(bannerOf([part, two]), DEFAULT_RULE)).toEqual(protectBanner(bannerOf([part, two]), DEFAULT_RULE));
  });
});

describe('figures that are worked out from hidden numbers', () => {
  const part = partOf([[30, 40], [3, 25], [20, 11], [17, 24]]); // prettier-ignore
  const input = bannerOf([part, partOf([[35, 35], [13, 15], [16, 15], [21, 20]])]); // prettier-ignore
  const released = protectBanner(input, DEFAULT_RULE);
  const figure = (column: number, more: Partial<DerivedFigure> = {}): DerivedFigure => ({
    kind: 'mean',
    part: 0,
    column,
    scores: [1, 2, 3, 4],
    decimals: 1,
    ...more,
  });

  test('[F38] a mean of numbers that are all in print may be shown', () => {
    expect(mayShowDerived(input, released, [{ ...figure(0), part: 1 }])).toEqual([true]);
  });

  test('[F38] an exact mean that gives a hidden number back may not', () => {
    expect(text(released.parts[0]?.cells[1]?.[0])).toBe(':');
    expect(mayShowDerived(input, released, [figure(0, { decimals: 4 })])).toEqual([false]);
  });

  test('[F38] a share of answers that are all in print may be shown although others are hidden', () => {
    const shown = part.counts.map((_, row) => released.parts[0]?.cells[row]?.[0]?.state === 'shown');
    const scores = shown.map((one) => (one ? 100 : null));
    expect(mayShowDerived(input, released, [figure(0, { scores })])).toEqual([true]);
  });
});

describe('ways out', () => {
  const scale = partOf([[2, 20, 3], [3, 15, 9], [20, 40, 12], [30, 3, 11], [25, 40, 2]]); // prettier-ignore
  const input = bannerOf([scale, partOf([[15, 10], [12, 15], [40, 32], [24, 20], [37, 30]])]); // prettier-ignore

  test('[F38] are tried with the engine and put in order, the best first', () => {
    const now = protectBanner(input, DEFAULT_RULE);
    const ways = waysOut(input, DEFAULT_RULE, { scaleRows: 5 });
    expect(now.hiddenCount).toBeGreaterThan(0);
    expect(ways.map(({ change }) => change.kind)).toContain('merge-rows');
    expect(ways.map(({ change }) => change.kind)).toContain('drop-part');
    expect(ways.map(({ change }) => change.kind)).toContain('merge-columns');
    const shares = ways.map(({ hiddenCount, shownCount }) => hiddenCount / (hiddenCount + shownCount));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('[F38] a banner that is protected already is not protected again to find them', () => {
    const work = () => ({ search: { left: 1e9 }, exact: { left: 1e9 } });
    const [known, anew] = [work(), work()];
    const now = protectBanner(input, DEFAULT_RULE);
    const ways = waysOut(input, DEFAULT_RULE, { scaleRows: 5, now, work: known });
    expect(ways).toEqual(waysOut(input, DEFAULT_RULE, { scaleRows: 5, work: anew }));
    expect(known.search.left).toBeGreaterThan(anew.search.left);
  });

  test('[F38] joining rows is offered for scales only', () => {
    expect(waysOut(input, DEFAULT_RULE).some(({ change }) => change.kind === 'merge-rows')).toBe(false);
  });
});
