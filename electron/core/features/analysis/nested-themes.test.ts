import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReleasedCell } from '../../../../shared/model/exhibit.ts';
import type { GatedTable } from './gate.ts';
import { hideNearThemes } from './nested-themes.ts';
import type { RawTable } from './raw-table.ts';

const rule = { threshold: 5, minimumBase: 10, protectZeros: false };
const shown = (count: number): ReleasedCell => ({ state: 'shown', count, percent: 0, low: 0, high: 0 });

/** A theme and the one under it, by groups of persons; everything in print. */
function tableOf(above: readonly number[], own: readonly number[], base: readonly number[]): { raw: RawTable; gated: GatedTable } {
  const sum = (numbers: readonly number[]): number => numbers.reduce((whole, one) => whole + one, 0);
  const lines = [above, own];
  const raw = {
    definition: { kind: 'themes', rows: 'themes', columns: 'service', language: 'nb', percent: 'column' },
    rows: lines.map((_, at) => ({ key: String(at), label: {}, indent: at })),
    columns: [{ key: 'all', label: null }, ...above.map((_, at) => ({ key: String(at), label: {}, part: 0 }))],
    tables: [{ counts: lines, rowTotals: lines.map(sum), columnTotals: base, total: sum(base) }],
    parts: [{ groupings: ['service'], paths: above.map((_, at) => [String(at)]), isOverlapping: false, persons: null }],
    // What hiding looks at; the rest of a table plays no part.
  } as unknown as RawTable;
  const gated = {
    cells: lines.map((line) => [shown(sum(line)), ...line.map(shown)]),
    columnBases: [sum(base), ...base].map((n) => ({ n, rule: 'normal' })),
    hiddenCount: 0,
  } as unknown as GatedTable;
  return { raw, gated };
}

/** Every way in which persons could have the theme, as a reader of the table may think: groups in which its number is hidden are open. */
function differences(above: readonly number[], own: readonly ReleasedCell[], all: ReleasedCell | undefined): number[][] {
  const options = own.map((cell, at) =>
    cell.state === 'shown' ? [cell.count] : Array.from({ length: (above[at] ?? 0) + 1 }, (_, n) => n),
  );
  const found = options.reduce<number[][]>((ways, next) => ways.flatMap((way) => next.map((n) => [...way, n])), [[]]);
  const wanted = all?.state === 'shown' ? all.count : null;
  return found
    .filter((way) => wanted === null || way.reduce((sum, n) => sum + n, 0) === wanted)
    .map((way) => way.map((n, at) => (above[at] ?? 0) - n));
}

describe('themes above and below each other', () => {
  it('[F38] issue 6.5: nobody can work out that fewer than a threshold speak of a theme without the one under it', () => {
    const group = fc.tuple(fc.integer({ min: 5, max: 16 }), fc.integer({ min: 0, max: 16 }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
        const above = groups.map(([count]) => count);
        const own = groups.map(([count, less]) => Math.max(0, count - less));
        const { raw, gated } = tableOf(
          above,
          own,
          above.map((count) => count + 20),
        );
        const { cells } = hideNearThemes(raw, gated, rule);
        const line = cells[1] ?? [];
        const ways = differences(above, line.slice(1), line[0]);
        const perGroup = above.map((_, at) => ways.map((way) => way[at] ?? 0));
        const together = ways.map((way) => way.reduce((sum, n) => sum + n, 0));
        for (const possible of [...perGroup, together]) {
          const [low, high] = [Math.min(...possible), Math.max(...possible)];
          // Known exactly it is nobody or enough; else it can be enough.
          if (low === high) expect(low === 0 || low >= 5).toBe(true);
          else expect(high).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves alone what is far enough, or the same', () => {
    const { raw, gated } = tableOf([20, 30], [12, 30], [40, 40]);
    expect(hideNearThemes(raw, gated, rule)).toBe(gated);
  });

  it('hides one more group, and not "Alle", where that is enough', () => {
    const { raw, gated } = tableOf([20, 30, 30], [18, 15, 10], [60, 60, 60]);
    const { cells, hiddenCount } = hideNearThemes(raw, gated, rule);
    expect(cells[1]?.map(({ state }) => state)).toEqual(['shown', 'hidden', 'hidden', 'shown']);
    expect(hiddenCount).toBe(2);
  });
});
