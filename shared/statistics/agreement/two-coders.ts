import { clip, Z95 } from '../interval.ts';
import { none, plain, type Figure } from './figure.ts';

/** How two coders put the same units: row = the first coder's category, column = the second's. Whole counts; q × q. */
export type SquareTable = readonly (readonly number[])[];

/** Two coders and one theme: units both put it on, only one of them, neither. */
export interface TwoByTwo {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** The table of a theme, as two categories. */
export function tableOf({ both, onlyFirst, onlySecond, neither }: TwoByTwo): SquareTable {
  return [
    [both, onlyFirst],
    [onlySecond, neither],
  ];
}

interface Shares {
  readonly count: number;
  /** Share of units per cell. */
  readonly cells: SquareTable;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Share of units in the same category. */
  readonly observed: number;
}

/** Null when nothing was compared. @throws RangeError for a table that is not square or holds anything but counts */
function sharesOf(table: SquareTable): Shares | null {
  if (table.length < 2 || table.some((row) => row.length !== table.length)) throw new RangeError('expected a square table');
  if (table.flat().some((cell) => !Number.isSafeInteger(cell) || cell < 0)) throw new RangeError('expected counts');
  const count = sum(table.flat());
  if (count === 0) return null;
  const cells = table.map((row) => row.map((cell) => cell / count));
  return {
    count,
    cells,
    rows: cells.map(sum),
    columns: cells.map((_, at) => sum(cells.map((row) => row[at] ?? 0))),
    observed: sum(table.map((row, at) => row[at] ?? 0)) / count,
  };
}

/** Share of units that both put in the same category, 0–1. */
export function percentAgreement(table: SquareTable): Figure {
  const shares = sharesOf(table);
  return shares === null ? none('no-units') : plain(shares.observed);
}

/**
 * Cohen's κ = (Po − Pe) / (1 − Pe), Pe = Σ p_k. · p_.k, with the large-sample 95 % interval.
 * Source: Cohen 1960; standard error by Fleiss, Cohen & Everitt 1969 (not assuming κ = 0).
 * @throws RangeError unless the table is square and holds counts.
 */
export function cohensKappa(table: SquareTable): Figure {
  const shares = sharesOf(table);
  if (shares === null) return none('no-units');
  const { cells, rows, columns, observed, count } = shares;
  const expected = sum(rows.map((share, at) => share * (columns[at] ?? 0)));
  if (isAll(expected)) return none('one-category');
  const value = (observed - expected) / (1 - expected);
  const agreeing = sum(
    cells.map((row, at) => (row[at] ?? 0) * (1 - expected - ((rows[at] ?? 0) + (columns[at] ?? 0)) * (1 - observed)) ** 2),
  );
  const differing = sum(cells.flatMap((row, i) => row.map((cell, j) => (i === j ? 0 : cell * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2))));
  const rest = (observed * expected - 2 * expected + observed) ** 2;
  const variance = (agreeing + (1 - observed) ** 2 * differing - rest) / (count * (1 - expected) ** 4);
  return withInterval(value, variance);
}

/**
 * Gwet's AC1: Pe = Σ π_k (1 − π_k) / (q − 1), π_k the mean of the two coders' shares; with the large-sample 95 % interval.
 * Source: Gwet 2008, formulas 4 and 11 (without correction for a finite number of units).
 * @throws RangeError unless the table is square and holds counts.
 */
export function gwetsAc1(table: SquareTable): Figure {
  const shares = sharesOf(table);
  if (shares === null) return none('no-units');
  const { cells, rows, columns, observed, count } = shares;
  const means = rows.map((share, at) => (share + (columns[at] ?? 0)) / 2);
  const others = means.length - 1;
  const expected = sum(means.map((share) => share * (1 - share))) / others;
  const value = (observed - expected) / (1 - expected);
  const diagonal = sum(cells.map((row, at) => (row[at] ?? 0) * (1 - (means[at] ?? 0)))) / others;
  const all = sum(cells.flatMap((row, i) => row.map((cell, j) => cell * (1 - ((means[i] ?? 0) + (means[j] ?? 0)) / 2) ** 2))) / others ** 2;
  const variance =
    (observed * (1 - observed) - 4 * (1 - value) * (diagonal - observed * expected) + 4 * (1 - value) ** 2 * (all - expected ** 2)) /
    (count * (1 - expected) ** 2);
  return withInterval(value, variance);
}

/** Brennan & Prediger 1981: Cohen's formula with Pe = 1/q. @throws RangeError unless the table is square and holds counts. */
export function brennanPrediger(table: SquareTable): Figure {
  const shares = sharesOf(table);
  if (shares === null) return none('no-units');
  return plain((shares.observed - 1 / table.length) / (1 - 1 / table.length));
}

function withInterval(value: number, variance: number): Figure {
  // A variance of nothing may come out just below 0.
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  return { value, low: clip(value - half, -1, 1), high: clip(value + half, -1, 1) };
}

/** Whether a share is all of it, but for rounding. */
function isAll(share: number): boolean {
  return 1 - share < 1e-12;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
