import type { ReleasedExhibit } from '../model/exhibit.ts';
import { MAX_STACKED_STEPS } from './palette.ts';

export type ChartType = 'diverging' | 'stacked' | 'bars' | 'dots';

/**
 * Which chart shows an exhibit: stacked bars for a battery of items (split at the middle when the scale has two
 * directions), bars from zero for one column, dots with intervals for shares per group. A scale of 7 steps and more
 * has no stacked bar.
 */
export function chartTypeOf({ kind, columns, scale }: ReleasedExhibit): ChartType {
  if (kind !== 'likert') return columns.length === 1 ? 'bars' : 'dots';
  const most = scale?.kind === 'categorical' ? 5 : MAX_STACKED_STEPS;
  if (scale === null || columns.length > most) return 'dots';
  return scale.kind === 'diverging' ? 'diverging' : 'stacked';
}
