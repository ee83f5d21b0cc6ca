import { designEffect } from './design-effect.ts';
import type { WeightedGroup } from './design-effect.ts';

/** What is known about weights before they may be used. */
export interface WeightProposal {
  /** Who counted the frame; empty or null when not said. */
  readonly source: string | null;
  /** When the frame was counted; empty or null when not said. */
  readonly date: string | null;
  /** Respondents per cell that the weights are made from; for raking, per category of every variable. */
  readonly cells: readonly number[];
  /** The weights, or null when none could be made. */
  readonly weights: readonly WeightedGroup[] | null;
}

/** One reason why weights are not allowed, with the figure that shows it. */
export type WeightObstacle =
  | { readonly because: 'no-source' | 'no-date' | 'no-weights' }
  | { readonly because: 'small-cell'; readonly cell: number; readonly respondents: number }
  | { readonly because: 'wide-range'; readonly ratio: number }
  | { readonly because: 'design-effect'; readonly designEffect: number };

/** Limits of the gate. */
export const WEIGHT_LIMITS = { smallestCell: 10, widestRange: 3, largestDesignEffect: 1.5 } as const;

/** Rounding in the last place must not close the gate at exactly the limit. */
const CRUMB = 1e-9;

/**
 * The gate of weighting: every reason why weights may not be used; an empty list opens it. The frame has a named source and date, every cell
 * at least 10 respondents (collapse first), the largest weight is at most three times the smallest, and Kish's design effect at most 1.5.
 * When it is closed, show the comparison of sample with frame instead.
 */
export function weightObstacles({ source, date, cells, weights }: WeightProposal): WeightObstacle[] {
  const obstacles: WeightObstacle[] = [];
  if (!source?.trim()) obstacles.push({ because: 'no-source' });
  if (!date?.trim()) obstacles.push({ because: 'no-date' });
  cells.forEach((respondents, cell) => {
    if (respondents < WEIGHT_LIMITS.smallestCell) obstacles.push({ because: 'small-cell', cell, respondents });
  });
  const used = weights?.filter(({ respondents }) => respondents > 0) ?? [];
  const effect = designEffect(used);
  if (effect === null) return [...obstacles, { because: 'no-weights' }];
  const values = used.map(({ weight }) => weight);
  const ratio = Math.max(...values) / Math.min(...values);
  if (ratio > WEIGHT_LIMITS.widestRange + CRUMB) obstacles.push({ because: 'wide-range', ratio });
  if (effect > WEIGHT_LIMITS.largestDesignEffect + CRUMB) obstacles.push({ because: 'design-effect', designEffect: effect });
  return obstacles;
}
