import { createGrid } from './banner-grid.ts';
import type { Grid } from './banner-grid.ts';
import { bannerProblem, cellOf } from './banner-problem.ts';
import type { BannerInput, ProtectedBanner } from './banner-types.ts';
import { createAttack } from './linked-bounds.ts';
import { readProblem } from './linked-problem.ts';
import type { LinkedFigure, LinkedModel } from './linked-problem.ts';
import { cellSafety, guardedCells } from './linked-safety.ts';
import type { Term } from './tableau.ts';
import type { DisclosureRule, ProtectedCell } from './table.ts';
import { isSpent } from './work.ts';

/**
 * A figure that is worked out from the answers of one group. A mean, an index from 0 to 100, a share of several answers (scores 0 and 100)
 * and a net score (100, 0 and −100) are means of scores; a median has scores for its order.
 */
export interface DerivedFigure {
  readonly kind: 'mean' | 'median';
  /** The group: a column of a part, or everybody. */
  readonly part: number | null;
  readonly column: number | 'all';
  /** By row; null for answers that do not count. */
  readonly scores: readonly (number | null)[];
  /** Decimals in print. */
  readonly decimals: number;
  /** The number as it would stand in print; when left out, a mean is rounded half up (analysis.md 0.15). Give it where it is rounded otherwise. */
  readonly printed?: number;
}

/**
 * Which figures may stand beside a released banner: those of groups whose counted answers are all in print, and others only if a reader
 * who knows the figure too, and those before it, still cannot work out what is hidden. Intervals and letters go with their figure.
 * All figures of a call share the work of one table; those it does not reach are not shown.
 * @param released what `protectBanner` made of the same input.
 */
export function mayShowDerived(input: BannerInput, released: ProtectedBanner, figures: readonly DerivedFigure[]): readonly boolean[] {
  const { rule } = released;
  let inside: Inside | null = null;
  let published: readonly LinkedFigure[] = [];
  return figures.map((figure) => {
    const cells = cellsOf(released, figure);
    const base = baseOf(released, figure);
    if (base === null || base < rule.minimumBase || !released.audit.ok) return false;
    const counted = cells.filter((_, row) => figure.scores[row] !== null);
    if (counted.every(({ state }) => state === 'shown')) return true;
    inside ??= lookInside(input, released, rule);
    if (isSpent(inside.model.work)) return false;
    const next = [...published, ...figuresOf(inside.grid, inside.columnAt(figure), figure)];
    if (!isSafeWith(inside, next)) return false;
    published = next;
    return true;
  });
}

function cellsOf(released: ProtectedBanner, { part, column }: DerivedFigure): readonly ProtectedCell[] {
  if (part === null || column === 'all') return released.all.cells;
  return released.parts[part]?.cells.map((row) => row[column] ?? { state: 'hidden' }) ?? [];
}

function baseOf(released: ProtectedBanner, { part, column }: DerivedFigure): number | null {
  return (part === null || column === 'all' ? released.all.base : released.parts[part]?.columns[column]?.base) ?? null;
}

interface Inside {
  readonly grid: Grid;
  readonly model: LinkedModel;
  readonly hidden: Uint8Array;
  columnAt(figure: DerivedFigure): number;
}

/** The linked tables behind a released banner, with the pattern that it prints. */
function lookInside(input: BannerInput, released: ProtectedBanner, rule: DisclosureRule): Inside {
  const grid = createGrid(input);
  const columnAt = (part: number | null, column: number | 'all'): number =>
    grid.columns.findIndex(({ places }) => places.some((place) => place.part === part && place.column === column));
  const closed = new Set<number>();
  const words = new Set<number>();
  const hiddenCells = new Set<number>();
  const look = (at: number, base: number | null, cells: readonly ProtectedCell[]): void => {
    if (base === null) closed.add(at);
    cells.forEach(({ state }, row) => {
      if (state === 'words') words.add(at);
      if (state === 'hidden') hiddenCells.add(cellOf(grid, row, at));
    });
  };
  look(0, released.all.base, released.all.cells);
  released.parts.forEach(
    ({ columns, cells }, part) =>
    columns.forEach(({ base }, column) => look(columnAt(part, column), base, cells.map((row) => row[column] ?? { state: 'hidden' }))), // prettier-ignore
  );
  const model = readProblem(bannerProblem(grid, rule, { closed, words }, input.cross ?? []), rule);
  const hidden = Uint8Array.from(model.primary, (primary, cell) => (primary || hiddenCells.has(cell) ? 1 : 0));
  model.problem.cells.forEach(({ print }, cell) => {
    if (print === 'pinned') hidden[cell] = 0;
  });
  return { grid, model, hidden, columnAt: ({ part, column }) => columnAt(part, column) };
}

/** What print says of the counts, as limits that hold whatever the base of the counted answers is. */
function figuresOf(grid: Grid, at: number, figure: DerivedFigure): readonly LinkedFigure[] {
  const counts = grid.columns[at]?.counts ?? [];
  const scored = figure.scores.flatMap((score, row) => (score === null ? [] : [{ score, row, count: counts[row] ?? 0 }]));
  const base = scored.reduce((sum, { count }) => sum + count, 0);
  if (base === 0) return [];
  const line = (weight: (score: number) => number, low: number, high: number): LinkedFigure => ({
    terms: scored.map(({ score, row }): Term => [cellOf(grid, row, at), weight(score)]),
    low,
    high,
  });
  const endless = Number.POSITIVE_INFINITY;
  if (figure.kind === 'mean') {
    const half = 0.5 / 10 ** figure.decimals;
    const printed = figure.printed ?? roundedMean(scored, base, figure.decimals);
    const sumWith = (limit: number): number => scored.reduce((sum, { score, count }) => sum + (score - limit) * count, 0);
    // A mean on the upper limit would be printed as the next number.
    const [from, to] = [printed - half, printed + half - 1e-6];
    return [
      line((score) => score - from, Math.min(0, sumWith(from)), endless),
      line((score) => score - to, -endless, Math.max(0, sumWith(to))),
    ];
  }
  const [lower, upper] = middles(scored);
  // At least half of the answers reach up to the lower middle, and at least half down to the upper one.
  return [line((score) => (score <= lower ? 1 : -1), 0, endless), line((score) => (score >= upper ? 1 : -1), 0, endless)];
}

/** Half up, in whole numbers where the scores are whole: a hair decides at the middle. */
function roundedMean(scored: readonly { readonly score: number; readonly count: number }[], base: number, decimals: number): number {
  const whole = scored.reduce((sum, { score, count }) => sum + score * count, 0);
  const scale = 10 ** decimals;
  return Math.floor((2 * whole * scale + base) / (2 * base)) / scale;
}

function middles(scored: readonly { readonly score: number; readonly count: number }[]): readonly [number, number] {
  const sorted = scored.toSorted((a, b) => a.score - b.score).flatMap(({ score, count }) => Array.from({ length: count }, () => score));
  return [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
}

function isSafeWith({ model, hidden }: Inside, figures: readonly LinkedFigure[]): boolean {
  const problem = { ...model.problem, figures: [...(model.problem.figures ?? []), ...figures] };
  const attacked: LinkedModel = { ...model, problem };
  const attack = createAttack(attacked, hidden);
  return guardedCells(attacked, hidden).every((cell) => cellSafety(attacked, attack, cell).safe);
}
