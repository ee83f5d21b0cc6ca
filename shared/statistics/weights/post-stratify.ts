/** One cell of the frame: how many took part, and how many the frame has. */
export interface FrameCell {
  readonly respondents: number;
  readonly frame: number;
}

/** Why no weights could be made; a message id's last part. */
export type WeightFailure = 'empty-category' | 'category-outside-frame' | 'margins-disagree' | 'not-converged';

/** Weights in the order of what was given, or why there are none. */
export type Weights =
  | { readonly ok: true; readonly weights: readonly number[]; readonly rounds: number }
  | { readonly ok: false; readonly because: WeightFailure; readonly variable: number | null; readonly category: number | null };

/**
 * Post-stratification: the weight of a cell is N_h / n_h, so weights sum to the frame.
 * Fails for a cell of the frame without respondents (collapse it first) and for respondents the frame has no cell for.
 * Source: Holt & Smith 1979.
 */
export function postStratify(cells: readonly FrameCell[]): Weights {
  const empty = cells.findIndex(({ respondents, frame }) => respondents <= 0 && frame > 0);
  if (empty >= 0) return { ok: false, because: 'empty-category', variable: null, category: empty };
  const outside = cells.findIndex(({ respondents, frame }) => respondents > 0 && frame <= 0);
  if (outside >= 0) return { ok: false, because: 'category-outside-frame', variable: null, category: outside };
  return { ok: true, weights: cells.map(({ respondents, frame }) => (respondents > 0 ? frame / respondents : 0)), rounds: 1 };
}
