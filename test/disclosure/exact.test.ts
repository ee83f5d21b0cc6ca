import { describe, expect, test } from 'vitest';
import { loadSolver } from '../../electron/core/analysis/solver.ts';
import { protectBanner, protectLinked, protectTable } from '../../shared/disclosure/index.ts';
import type { CountTable, LinkedCell, LinkedProblem, LinkedSum, ProtectedTable } from '../../shared/disclosure/index.ts';
import { readProblem } from '../../shared/disclosure/linked-problem.ts';
import { auditLinked } from '../../shared/disclosure/linked-safety.ts';
import { bannerOf, partOf, randomOf, randomSurvey } from './random-banner.ts';

const isLong = process.env['ROST_LONG'] !== undefined;
const solve = await loadSolver();
const rule = { threshold: 5, minimumBase: 10, protectZeros: false };

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}

function tableOf(counts: readonly (readonly number[])[]): CountTable {
  const rowTotals = counts.map(sum);
  return {
    counts,
    rowTotals,
    columnTotals: (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0))),
    total: sum(rowTotals),
  };
}

function randomTable(seed: number, rows: number, columns: number): CountTable {
  const random = randomOf(seed);
  return tableOf(
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.floor(random() ** 1.6 * 30) + (random() < 0.1 ? 0 : 2))),
  );
}

/** A two-way table with all margins published; the price of a cell is its value and margins are not for hiding. */
function problemOf({ counts, rowTotals, columnTotals, total }: CountTable, price: (value: number) => number): LinkedProblem {
  const width = columnTotals.length + 1;
  const lines = [...counts.map((row, at) => [...row, rowTotals[at] ?? 0]), [...columnTotals, total]];
  const cells = lines.flatMap((line, row) =>
    line.map((value, column): LinkedCell => {
      const isMargin = row === counts.length || column === width - 1;
      return isMargin ? { value, print: 'pinned' } : { value, print: 'open', price: price(value) };
    }),
  );
  const at = (row: number, column: number): number => row * width + column;
  const across = lines.map((line, row): LinkedSum => ({
    total: at(row, width - 1),
    parts: line.slice(1).map((_, column) => at(row, column)),
  }));
  const down = (lines[0] ?? []).map((_, column): LinkedSum => ({
    total: at(counts.length, column),
    parts: counts.map((__, row) => at(row, column)),
  }));
  return { cells, sums: [...across, ...down] };
}

/** The least price of a safe pattern by trying every one. */
function exhaustive(problem: LinkedProblem): number | null {
  const model = readProblem(problem, rule);
  const choices = problem.cells.flatMap(({ print }, cell) => (print === 'open' && model.primary[cell] !== true ? [cell] : []));
  const patterns = Array.from({ length: 2 ** choices.length }, (_, bits) => choices.filter((__, at) => (bits >> at) % 2 === 1));
  const priced = patterns.map((cells) => ({ cells, price: sum(cells.map((cell) => problem.cells[cell]?.price ?? 0)) }));
  const found = priced
    .toSorted((a, b) => a.price - b.price)
    .find(
      ({ cells }) =>
        auditLinked(
          model,
          problem.cells.map((_, cell) => Number(model.primary[cell] === true || cells.includes(cell))),
        ).length === 0,
    );
  return found?.price ?? null;
}

/** The engine's price of everything that is hidden in a table. */
function priceIn({ counts, rowTotals }: CountTable, { cells, all }: ProtectedTable): number {
  const inner = cells.flatMap((row, at) => row.map((cell, column) => (cell.state === 'hidden' ? (counts[at]?.[column] ?? 0) || 40 : -20)));
  const total = all.cells.map((cell, row) => (cell.state === 'hidden' ? 180 + 5 * (rowTotals[row] ?? 0) : -20));
  return sum([...inner, ...total].map((price) => price + 20));
}

describe('the exact program', () => {
  test('[F38] costs what trying every pattern finds', () => {
    let compared = 0;
    for (let seed = 1; seed <= (isLong ? 120 : 15); seed += 1) {
      const problem = problemOf(randomTable(seed, 3, 3), (value) => Math.max(1, value));
      const best = exhaustive(problem);
      const found = protectLinked(problem, rule, solve);
      expect(found.audit.ok, `seed ${seed}`).toBe(best !== null);
      if (best === null || found.method !== 'exact') continue;
      expect(found.cost, `seed ${seed}`).toBe(best);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(8);
  });

  test('[F38] hides no more than the heuristic of two-way tables, and passes its audit', () => {
    let [before, after] = [0, 0];
    for (let seed = 1; seed <= (isLong ? 60 : 10); seed += 1) {
      const table = randomTable(seed, 4, 4);
      const heuristic = protectTable(table, rule);
      const exact = protectTable(table, rule, { solve });
      expect(exact.audit).toEqual(heuristic.audit);
      expect(exact.columns).toEqual(heuristic.columns);
      expect(priceIn(table, exact), `seed ${seed}`).toBeLessThanOrEqual(priceIn(table, heuristic));
      before += priceIn(table, heuristic);
      after += priceIn(table, exact);
    }
    expect(after).toBeLessThan(before);
  });

  test('[F38] the search without a solver stays near the optimum over many linked tables', () => {
    let [searched, best, worst] = [0, 0, 1];
    for (let seed = 1; seed <= (isLong ? 150 : 15); seed += 1) {
      const problem = problemOf(randomTable(seed + 500, 4, 4), (value) => 20 + value);
      const exact = protectLinked(problem, rule, solve);
      const search = protectLinked(problem, rule);
      if (exact.method !== 'exact' || !search.audit.ok || exact.cost === 0) continue;
      searched += search.cost;
      best += exact.cost;
      worst = Math.max(worst, search.cost / exact.cost);
    }
    // In production the exact pattern is taken wherever there is one.
    expect(searched / best).toBeLessThan(1.25);
    expect(worst).toBeLessThan(2);
  });

  test('[F38] a lone small number in a 2 × 2 × 2 cube with all margins needs all eight numbers', () => {
    const value = (index: number): number => (index === 0 ? 3 : 20 + index);
    const cells: LinkedCell[] = Array.from({ length: 27 }, (_, at) => {
      const [a, b, c] = [Math.floor(at / 9), Math.floor(at / 3) % 3, at % 3];
      const inner = Array.from({ length: 8 }, (__, index) => index).filter(
        (index) => (a === 2 || a === index >> 2) && (b === 2 || b === ((index >> 1) & 1)) && (c === 2 || c === (index & 1)),
      );
      const isInner = a < 2 && b < 2 && c < 2;
      return { value: sum(inner.map(value)), print: isInner ? 'open' : 'pinned' };
    });
    const line = (from: number, step: number): LinkedSum => ({ total: from + 2 * step, parts: [from, from + step] });
    const sums = [0, 1, 2].flatMap((i) => [0, 1, 2].flatMap((j) => [line(3 * i + j, 9), line(9 * i + j, 3), line(9 * i + 3 * j, 1)]));
    for (const some of [undefined, solve]) {
      const found = protectLinked({ cells, sums }, rule, some);
      expect(found.audit.ok).toBe(true);
      expect(found.hidden.filter(Boolean)).toHaveLength(8);
    }
  });

  test('the same banner has the same pattern every time', () => {
    const survey = randomSurvey(randomOf(7), 120, 5, [4, 3], false);
    const input = bannerOf(survey, [partOf(survey, [0]), partOf(survey, [1])]);
    expect(protectBanner(input, rule, { solve })).toEqual(protectBanner(input, rule, { solve }));
  });
});
