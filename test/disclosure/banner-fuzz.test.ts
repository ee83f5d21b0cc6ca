import { describe, expect, test } from 'vitest';
import { loadSolver } from '../../electron/core/analysis/solver.ts';
import { mayShowDerived, protectBanner } from '../../shared/disclosure/index.ts';
import type { BannerInput, DerivedFigure, DisclosureRule, ProtectedBanner } from '../../shared/disclosure/index.ts';
import { createAttacker } from './attacker.ts';
import type { Attacker, Known, PrintedMean, Target } from './attacker.ts';
import { bannerOf, partOf, randomOf, randomSurvey } from './random-banner.ts';

/** 2,000 by hand (ROST_LONG=1), fewer in the ordinary run. */
const tables = process.env['ROST_LONG'] === undefined ? 120 : 2000;
const solve = await loadSolver();

interface Case {
  readonly input: BannerInput;
  readonly rule: DisclosureRule;
  readonly exclusive: boolean;
  readonly exact: boolean;
}

const shapes = ['plain', 'two parts', 'three parts', 'cube', 'nested', 'overlapping', 'several answers', 'nested beside'] as const;

function caseOf(seed: number): Case {
  const random = randomOf(seed);
  const shape = shapes[seed % shapes.length] ?? 'plain';
  const rows = 2 + Math.floor(random() * 4);
  const sizes = [2 + Math.floor(random() * 3), 2 + Math.floor(random() * 2), 2];
  const survey = randomSurvey(random, 20 + Math.floor(random() ** 2 * 180), rows, sizes, shape === 'several answers');
  const part = (groupings: readonly number[], outer = false) => partOf(survey, groupings, outer);
  const parts = {
    plain: () => [part([0])],
    'two parts': () => [part([0]), part([1])],
    'three parts': () => [part([0]), part([1]), part([2])],
    cube: () => [part([0]), part([1]), part([0, 1])],
    nested: () => [part([0, 1], random() < 0.7)],
    'nested beside': () => [part([0, 1], true), part([2])],
    overlapping: () => [part([0]), { ...part([1]), overlapping: true }],
    'several answers': () => (random() < 0.5 ? [part([0])] : [part([0]), part([1])]),
  }[shape]();
  const rule = { threshold: 3 + Math.floor(random() * 3), minimumBase: 10, protectZeros: random() < 0.15 };
  return { input: bannerOf(survey, parts), rule, exclusive: shape !== 'several answers', exact: seed % 3 === 0 };
}

function targetsOf(released: ProtectedBanner): readonly Target[] {
  const cells = released.parts.flatMap((part, at) =>
    part.cells.flatMap((line, row) =>
      line.flatMap((cell, column): readonly Target[] => (cell.state === 'hidden' ? [{ part: at, row, column }] : [])),
    ),
  );
  const bases = released.parts.flatMap((part, at) =>
    part.columns.flatMap(({ base }, column): readonly Target[] => (base === null ? [{ part: at, row: 'base', column }] : [])),
  );
  const all = released.all.cells.flatMap((cell, row): readonly Target[] =>
    cell.state === 'hidden' ? [{ part: null, row, column: 'all' }] : [],
  );
  return [...cells, ...bases, ...all];
}

function truthOf(input: BannerInput, { part, row, column }: Target): number {
  if (part === null || column === 'all') return (row === 'base' ? input.total : input.rowTotals[row]) ?? 0;
  const own = input.parts[part];
  return (row === 'base' ? own?.columnTotals[column] : own?.counts[row]?.[column]) ?? 0;
}

/** Whether print says that a wider group has nobody of this answer, so that the zero is no secret. */
function isPublicZero(released: ProtectedBanner, input: BannerInput, target: Target): boolean {
  if (released.rule.protectZeros || truthOf(input, target) !== 0 || target.row === 'base') return false;
  const { row } = target;
  const isZero = (cell: ProtectedBanner['all']['cells'][number] | undefined): boolean =>
    cell?.state === 'empty' || (cell?.state === 'shown' && cell.count === 0);
  const path = (part: number, column: number): string =>
    (input.parts[part]?.paths?.[column] ?? [])
      .map((value, level) => `${input.parts[part]?.groupings?.[level]}=${value}`)
      .toSorted()
      .join();
  if (isZero(released.all.cells[row])) return true;
  if (target.part === null || target.column === 'all') return false;
  const own = path(target.part, target.column).split(',');
  return released.parts.some(({ cells }, part) =>
    (cells[row] ?? []).some(
      (cell, column) =>
        isZero(cell) &&
        path(part, column)
          .split(',')
          .every((one) => own.includes(one)),
    ),
  );
}

function meansOf(input: BannerInput, released: ProtectedBanner): readonly PrintedMean[] {
  const scores = input.rowTotals.map((_, row) => row + 1);
  const figures = input.parts.flatMap(({ columnTotals }, part) =>
    columnTotals.map((_, column): DerivedFigure => ({ kind: 'mean', part, column, scores, decimals: 1 })),
  );
  const may = mayShowDerived(input, released, figures);
  return figures.flatMap(({ part, column }, at): readonly PrintedMean[] => {
    if (may[at] !== true) return [];
    const counts = scores.map((_, row) => truthOf(input, { part, row, column }));
    const base = counts.reduce((sum, count) => sum + count, 0);
    const whole = counts.reduce((sum, count, row) => sum + count * (scores[row] ?? 0), 0);
    return base === 0 ? [] : [{ part, column, scores, decimals: 1, printed: Math.floor((20 * whole + base) / (2 * base)) / 10 }];
  });
}

/** A possible value of at least `size` and `size` + 1 possible values, the truth among them. */
function expectRoom(attacker: Attacker, target: Target, truth: number, size: number, what: string, known?: Known): void {
  const high = attacker.most(target, known);
  expect(high, what).toBeGreaterThanOrEqual(Math.max(size, truth));
  // The truth is possible, so that the lower limit matters only where the upper one is near.
  if (high - truth >= size) return;
  const low = attacker.least(target, known);
  expect(low, what).toBeLessThanOrEqual(truth);
  expect(high - low, what).toBeGreaterThanOrEqual(size);
}

/** Targets that the one person of another hidden cell must not learn. */
function checkInsiders(attacker: Attacker, found: Case, targets: readonly Target[], what: string): void {
  const { input, rule } = found;
  const singles = targets.filter((target) => target.part !== null && target.row !== 'base' && truthOf(input, target) === 1);
  const [single] = singles;
  if (single === undefined) return;
  for (const target of targets) {
    const truth = truthOf(input, target);
    // Only numbers of at least two other persons, which are nobody's own.
    if (truth < 2 || truth >= rule.threshold || target.part !== single.part) continue;
    const known = { at: single, value: 1 };
    expectRoom(attacker, target, truth, rule.threshold - 1, `${what} insider`, known);
  }
}

describe('an attacker with everything that is printed', () => {
  test(`[F38] never gets inside the threshold in ${tables} random tables of every shape, with percents and means published`, () => {
    let refused = 0;
    let checked = 0;
    for (let seed = 1; seed <= tables; seed += 1) {
      const found = caseOf(seed);
      const { input, rule, exclusive } = found;
      const released = protectBanner(input, rule, { exclusive, ...(found.exact ? { solve } : {}) });
      if (!released.audit.ok) {
        refused += 1;
        continue;
      }
      if (released.all.base === null) continue;
      const means = exclusive ? meansOf(input, released) : [];
      using attacker = createAttacker(released, input, { exclusive, means });
      const targets = targetsOf(released);
      for (const target of targets) {
        if (isPublicZero(released, input, target)) continue;
        const what = `seed ${seed} ${JSON.stringify(target)}`;
        checked += 1;
        expectRoom(attacker, target, truthOf(input, target), rule.threshold, what);
      }
      checkInsiders(attacker, found, targets, `seed ${seed}`);
    }
    expect(checked).toBeGreaterThan(tables);
    expect(refused).toBeLessThan(tables * 0.2);
  }, 1_800_000);
});
