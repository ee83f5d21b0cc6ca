import { describe, expect, test } from 'vitest';
import { loadSolver } from '../../electron/core/analysis/solver.ts';
import { DEFAULT_RULE, protectBanner, waysOut } from '../../shared/disclosure/index.ts';
import type { BannerInput, BannerPart, ProtectedBanner } from '../../shared/disclosure/index.ts';
import { MOST_EXACT, MOST_SEARCH, tableWork, waysWork } from '../../shared/disclosure/work.ts';
import { createAttacker } from './attacker.ts';
import { bannerOf, partOf, randomOf, randomSurvey } from './random-banner.ts';

const solve = await loadSolver();
/** More than one step goes beyond the limit. */
const lastStep = 1e6;

/** Few persons by age, and beside it what they have used (several of eleven) within age: a yes/no of its own for each. */
function setWithinGroups(): BannerInput {
  const random = randomOf(11);
  const persons = Array.from({ length: 54 }, () => ({
    answer: Math.floor(random() * 4),
    age: random() < 0.06 ? null : Math.floor(random() ** 1.4 * 4),
    used: Array.from({ length: 11 }, (_, at) => random() < 0.5 - at * 0.05),
  }));
  const count = (age: number, use: number | null, answer: number | null): number =>
    persons.filter((one) => one.age === age && (use === null || one.used[use] === true) && (answer === null || one.answer === answer)).length; // prettier-ignore
  const part = (use: number | null): BannerPart => ({
    groupings: use === null ? ['age'] : ['age', `used=${use}`],
    paths: [0, 1, 2, 3].map((age) => (use === null ? [`${age}`] : [`${age}`, 'yes'])),
    counts: [0, 1, 2, 3].map((answer) => [0, 1, 2, 3].map((age) => count(age, use, answer))),
    columnTotals: [0, 1, 2, 3].map((age) => count(age, use, null)),
    printed: use === null ? 0 : 1,
  });
  const rowTotals = [0, 1, 2, 3].map((answer) => persons.filter((one) => one.answer === answer).length);
  return { rowTotals, total: persons.length, parts: [part(null), ...Array.from({ length: 11 }, (_, use) => part(use))] };
}

/** Whether a reader is left with room about every number that is hidden in the parts and is not 0. */
function expectRoom(input: BannerInput, released: ProtectedBanner, what: string): void {
  using attacker = createAttacker(released, input, { exclusive: true, means: [] });
  released.parts.forEach(({ cells }, part) =>
    cells.forEach((line, row) =>
      line.forEach(({ state }, column) => {
        const truth = input.parts[part]?.counts[row]?.[column] ?? 0;
        if (state !== 'hidden' || truth === 0) return;
        const target = { part, row, column };
        expect(attacker.most(target), what).toBeGreaterThanOrEqual(DEFAULT_RULE.threshold);
        expect(attacker.most(target) - attacker.least(target), what).toBeGreaterThanOrEqual(DEFAULT_RULE.threshold);
      }),
    ),
  );
}

describe('the work of one table', () => {
  const input = setWithinGroups();

  test('[F38] ends for several answers within groups of few persons, and what it has not come to is not released', () => {
    const work = tableWork();
    const released = protectBanner(input, DEFAULT_RULE, { solve, work });
    expect(released.audit.ok).toBe(false);
    expect(work.search.left).toBeLessThanOrEqual(0);
    expect(MOST_SEARCH - work.search.left).toBeLessThan(MOST_SEARCH + lastStep);
    expect(MOST_EXACT - work.exact.left).toBeLessThan(MOST_EXACT + lastStep);
    expect(protectBanner(input, DEFAULT_RULE, { solve })).toEqual(released);
  });

  test('[F38] a table that is too much of it has a way out, found with half the work of one table: the whole nested part', () => {
    const work = waysWork();
    const ways = waysOut(input, DEFAULT_RULE, { work });
    expect(ways).toContainEqual(expect.objectContaining({ change: { kind: 'drop-part', part: 1 }, ok: true }));
    expect(ways.every(({ change }) => change.kind !== 'drop-part' || change.part <= 1)).toBe(true);
    expect(work.search.left).toBeGreaterThan(-lastStep);
  });

  test('[F38] however little it is, what is released is safe', () => {
    let [released, stopped] = [0, 0];
    for (let seed = 1; seed <= 12; seed += 1) {
      const survey = randomSurvey(randomOf(seed), 80, 4, [3, 2], false);
      const banner = bannerOf(survey, [partOf(survey, [0, 1], true), partOf(survey, [1])]);
      for (const left of [1e4, 1e5, 3e5, 1e6, 1e7]) {
        const found = protectBanner(banner, DEFAULT_RULE, { solve, work: { search: { left }, exact: { left } } });
        if (!found.audit.ok) stopped += 1;
        else {
          released += 1;
          expectRoom(banner, found, `seed ${seed} work ${left}`);
        }
      }
    }
    expect(released).toBeGreaterThan(5);
    expect(stopped).toBeGreaterThan(5);
  });

  test('[F38] too many equations are not begun', () => {
    const size = 130;
    const columns = Array.from({ length: size }, (_, at) => at);
    const line = (row: number) => columns.map((column) => (row === column % 60 ? 3 : 12));
    const counts = Array.from({ length: 60 }, (_, row) => line(row));
    const rowTotals = counts.map((row) => row.reduce((sum, one) => sum + one, 0));
    const total = rowTotals.reduce((sum, one) => sum + one, 0);
    const part: BannerPart = { counts, columnTotals: columns.map(() => total / size) };
    const work = tableWork();
    const found = protectBanner({ rowTotals, total, parts: [part, { ...part, overlapping: true }] }, DEFAULT_RULE, { work });
    expect(found.audit.ok).toBe(false);
    expect(work.search.left).toBeLessThan(MOST_SEARCH);
  });
});
