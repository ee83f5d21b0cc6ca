/** What may be printed for a base; `empty` is a base of nobody, which has no percent at all. */
export type BaseRule = 'empty' | 'hidden' | 'words' | 'low' | 'normal';

/** Limits of the rule, in persons. */
export interface BaseLimits {
  /** Below this the base itself is hidden. */
  readonly threshold: number;
  /** Below this only words are printed, no count and no percent. */
  readonly minimumBase: number;
  /** Below this the percent is flagged "small base"; 30 unless the project says otherwise. */
  readonly lowBase?: number;
}

/**
 * What may be printed for a base of n persons: under the threshold nothing, under the minimum base words,
 * under the low base a flagged percent with its interval, else the normal set.
 */
export function baseRule(base: number, { threshold, minimumBase, lowBase = 30 }: BaseLimits): BaseRule {
  if (base === 0) return 'empty';
  if (base < threshold) return 'hidden';
  if (base < minimumBase) return 'words';
  return base < lowBase ? 'low' : 'normal';
}

/** What a base lets be printed besides its number of decimals. */
export interface BasePrinting {
  /** `flagged`: with the mark of a small base. */
  readonly percent: 'none' | 'words' | 'flagged' | 'yes';
  /** `base`: the base itself, but no count of a cell. */
  readonly count: 'none' | 'base' | 'yes';
  readonly hasInterval: boolean;
  readonly mean: 'none' | 'median-only' | 'yes';
  /** `exact`: only an exact test, and only when asked for. */
  readonly test: 'none' | 'exact' | 'yes';
  /** `none`: the category is merged or dropped; `marked`: hatched or an open marker. */
  readonly chart: 'none' | 'marked' | 'normal';
}

const NOTHING: BasePrinting = { percent: 'none', count: 'none', hasInterval: false, mean: 'none', test: 'none', chart: 'none' };

/** What each rule lets be printed: the table of the base rule, one row per rule. Counts still pass the disclosure gate. */
export const BASE_PRINTING: Readonly<Record<BaseRule, BasePrinting>> = {
  empty: NOTHING,
  hidden: NOTHING,
  words: { ...NOTHING, percent: 'words', count: 'base' },
  low: { percent: 'flagged', count: 'yes', hasInterval: true, mean: 'median-only', test: 'exact', chart: 'marked' },
  normal: { percent: 'yes', count: 'yes', hasInterval: true, mean: 'yes', test: 'yes', chart: 'normal' },
};

/** The most decimals of a percent that may be asked for: one from a base of 100, else none. Without asking there are none. */
export function mostPercentDecimals(base: number): 0 | 1 {
  return base >= 100 ? 1 : 0;
}
