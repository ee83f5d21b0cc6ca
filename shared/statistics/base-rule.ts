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
