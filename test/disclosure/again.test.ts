import { describe, expect, test } from 'vitest';
import { DEFAULT_RULE, protectBanner } from '../../shared/disclosure/index.ts';
import type { BannerInput, ProtectedBanner, ProtectedCell, PublishedColumn } from '../../shared/disclosure/index.ts';
import { createAttacker } from './attacker.ts';
import { bannerOf, partOf, randomOf, randomSurvey } from './random-banner.ts';

const pairs = process.env['ROST_LONG'] === undefined ? 40 : 300;

/** What the register knows of a release with one part. */
function publishedOf({ parts: [part], rowTotals, total }: BannerInput, released: ProtectedBanner): readonly PublishedColumn[] {
  const flags = (cells: readonly (ProtectedCell | undefined)[]): Pick<PublishedColumn, 'shown' | 'inWords'> => ({
    shown: cells.map((cell) => cell?.state === 'shown' || cell?.state === 'empty'),
    inWords: cells.some((cell) => cell?.state === 'words'),
  });
  const all: PublishedColumn = {
    at: {},
    counts: rowTotals,
    base: total,
    baseShown: released.all.base !== null,
    ...flags(released.all.cells),
  };
  const columns = (part?.columnTotals ?? []).map((base, column): PublishedColumn => ({
    at: { g0: part?.paths?.[column]?.[0] ?? '' },
    counts: part?.counts.map((row) => row[column] ?? 0) ?? [],
    base,
    baseShown: released.parts[0]?.columns[column]?.base !== null,
    ...flags(released.parts[0]?.cells.map((row) => row[column]) ?? []),
  }));
  return [all, ...columns];
}

describe('a second release about the same persons', () => {
  test('[F38] never narrows an earlier hidden number inside the threshold without being refused', () => {
    let [released, refused] = [0, 0];
    for (let seed = 1; seed <= pairs; seed += 1) {
      const random = randomOf(seed);
      const survey = randomSurvey(random, 40 + Math.floor(random() * 120), 3 + (seed % 2), [3, 2, 2], false);
      const first = bannerOf(survey, [partOf(survey, [0])]);
      const before = protectBanner(first, DEFAULT_RULE);
      if (!before.audit.ok) continue;
      const shape = seed % 3 === 0 ? [partOf(survey, [0, 1], true)] : seed % 3 === 1 ? [partOf(survey, [1]), partOf(survey, [2])] : [partOf(survey, [0]), partOf(survey, [1])]; // prettier-ignore
      const second = { ...bannerOf(survey, shape), published: publishedOf(first, before) };
      const after = protectBanner(second, DEFAULT_RULE);
      if (!after.audit.ok) {
        refused += 1;
        continue;
      }
      released += 1;
      const cells = before.all.cells.map((cell, row) => (cell.state === 'shown' ? cell : (after.all.cells[row] ?? cell)));
      const both = { ...after, all: { ...after.all, cells }, parts: [...before.parts, ...after.parts] };
      const input = { ...second, parts: [...first.parts, ...second.parts] };
      using attacker = createAttacker(both, input, { exclusive: true });
      before.parts[0]?.cells.forEach((line, row) =>
        line.forEach((cell, column) => {
          const truth = first.parts[0]?.counts[row]?.[column] ?? 0;
          if (cell.state !== 'hidden' || (truth === 0 && first.rowTotals[row] === 0)) return;
          const at = { part: 0, row, column };
          const high = attacker.most(at);
          expect(high, `seed ${seed}`).toBeGreaterThanOrEqual(5);
          expect(high - attacker.least(at), `seed ${seed}`).toBeGreaterThanOrEqual(5);
        }),
      );
    }
    expect(released).toBeGreaterThan(pairs / 4);
    expect(refused).toBeLessThan(pairs / 2);
  }, 300_000);

  test('[F38] the same table again is the same table', () => {
    const survey = randomSurvey(randomOf(3), 90, 4, [3], false);
    const input = bannerOf(survey, [partOf(survey, [0])]);
    const before = protectBanner(input, DEFAULT_RULE);
    const after = protectBanner({ ...input, published: publishedOf(input, before) }, DEFAULT_RULE);
    expect(after.parts).toEqual(before.parts);
    expect(after.audit.ok).toBe(true);
  });
});
