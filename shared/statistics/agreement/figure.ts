/**
 * Why a coefficient has no value. no-units: nothing was compared. one-category: everybody put everything in one and the same
 * category, so that chance alone explains all of it.
 */
export type NoFigure = 'no-units' | 'one-category';

/** A coefficient of agreement, at most 1; with a 95 % interval where the formula has a standard error. */
export type Figure =
  | { readonly value: number; readonly low: number | null; readonly high: number | null }
  | { readonly value: null; readonly because: NoFigure };

/** A coefficient without an interval. */
export function plain(value: number): Figure {
  return { value, low: null, high: null };
}

/** No coefficient, and why. */
export function none(because: NoFigure): Figure {
  return { value: null, because };
}
