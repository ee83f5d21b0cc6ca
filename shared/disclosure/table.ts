import type { BaseRule } from '../statistics/index.ts';

/**
 * Persons counted by answer (rows) and group (columns): the raw, inside view. Never leaves the program.
 * A frequency table without groups has one column equal to `rowTotals`.
 */
export interface CountTable {
  /** counts[row][column]. */
  readonly counts: readonly (readonly number[])[];
  /** The "Alle" column: persons with this answer, in any group. */
  readonly rowTotals: readonly number[];
  /** Base of each column. */
  readonly columnTotals: readonly number[];
  /** Base of the "Alle" column. */
  readonly total: number;
}

/**
 * The distinct persons behind a table of something that one person may have several of, such as rounds of a repeat.
 * Parallel to that table; its margins count each person once and so are no sums.
 */
export interface PersonsBehind extends CountTable {
  /** outside[row][column]: persons with something in the column outside the cell. One person may be on both sides. */
  readonly outside: readonly (readonly number[])[];
  /** The same for the "Alle" column. */
  readonly outsideTotals: readonly number[];
}

/** Project settings of the disclosure gate, in persons. */
export interface DisclosureRule {
  /** Numbers from 1 to threshold − 1 are hidden; 5 by default, 3–10. */
  readonly threshold: number;
  /** Columns with a smaller base show words at most; 10 by default. */
  readonly minimumBase: number;
  /** Hide 0 and base − 0 as well. */
  readonly protectZeros: boolean;
}

/** The rule of a new project. */
export const DEFAULT_RULE: DisclosureRule = { threshold: 5, minimumBase: 10, protectZeros: false };

/** A share in words, for bases from the threshold to the minimum base: none or a few, about half, most or all. */
export type ShareWord = 'few' | 'half' | 'most';

/**
 * One number of the released table. A hidden cell carries nothing: primary and secondary look the same, and every
 * derived figure goes with it. `empty` is a column with a base of nobody.
 */
export type ProtectedCell =
  | {
      readonly state: 'shown';
      readonly count: number;
      /** Whole percent of the column's base, rounded by `percentOf`; use that function for decimals. */
      readonly percent: number;
      /** Wilson 95 % limits, 0–100, unrounded. */
      readonly low: number;
      readonly high: number;
    }
  | { readonly state: 'hidden' }
  | { readonly state: 'words'; readonly words: ShareWord }
  | { readonly state: 'empty' };

/** A column's base, null when it is hidden, and what may be printed for it. */
export interface ProtectedBase {
  readonly base: number | null;
  readonly baseRule: BaseRule;
}

/** The "Alle" column. */
export interface ProtectedColumn extends ProtectedBase {
  readonly cells: readonly ProtectedCell[];
}

/** A place in the table: a row or the base of a column, in a column or in the "Alle" column. */
export interface Place {
  readonly row: number | 'base';
  readonly column: number | 'all';
}

/**
 * Why a hidden number is not safe: it can be worked out exactly, it can be proved to be under the threshold,
 * it can be narrowed to fewer than threshold + 1 values, or the one person in another cell can do one of these.
 */
export type AuditReason = 'exact' | 'below-threshold' | 'narrow' | 'insider';

/** One hidden number that is not safe. Holds no numbers of its own, so it may be shown and logged. */
export interface AuditFinding extends Place {
  readonly reason: AuditReason;
}

/** A group whose shown numbers say that everybody gave the same answer. */
export interface GroupDisclosure {
  readonly row: number;
  readonly column: number | 'all';
}

/** The released object: screen, chart, xlsx, csv and svg read this and nothing else. */
export interface ProtectedTable {
  readonly rule: DisclosureRule;
  /** cells[row][column]. */
  readonly cells: readonly (readonly ProtectedCell[])[];
  readonly columns: readonly ProtectedBase[];
  readonly all: ProtectedColumn;
  /** Cells that print `:`; the "Alle" column counts only when it is another than the single column. */
  readonly hiddenCount: number;
  /** Must be ok before anything is released. */
  readonly audit: { readonly ok: boolean; readonly findings: readonly AuditFinding[] };
  readonly groupDisclosure: readonly GroupDisclosure[];
}
