import type { DisclosureRule } from './table.ts';

/** One base as the release register knows it: how many persons stand behind an item in a group under a filter. */
export interface BaseClaim {
  /** The question, code or meeting figure. */
  readonly item: string;
  /** The group variable and its value, or "all". */
  readonly group: string;
  readonly base: number;
}

/** A base that has already been released. */
export interface ReleasedBase extends BaseClaim {
  readonly releaseId: string;
}

/** A released base that can be subtracted from a new one. Holds no numbers, so it may be shown. */
export interface Differencing {
  readonly releaseId: string;
  readonly item: string;
  readonly group: string;
}

/**
 * Released bases that differ from a new one for the same item and group by 1 to threshold − 1 persons: subtracting the
 * two tables would give the answers of those few. Any such release is a reason to refuse, whatever its filter, and so is
 * a recalled one: it was out. Hidden bases (null) are not in the register, since they cannot be subtracted.
 */
export function differencing(next: readonly BaseClaim[], released: readonly ReleasedBase[], rule: DisclosureRule): readonly Differencing[] {
  return next.flatMap(({ item, group, base }) =>
    released
      .filter((earlier) => earlier.item === item && earlier.group === group)
      .filter((earlier) => earlier.base !== base && Math.abs(earlier.base - base) < rule.threshold)
      .map(({ releaseId }) => ({ releaseId, item, group })),
  );
}
