import type { ReleasedExhibit } from '../model/exhibit.ts';
import { halves, isFullyShown, neutralColumn, shareOf } from './likert-order.ts';

/** Where the bars of a stacked chart stand, in px. */
export interface StackedScale {
  readonly zero: number;
  /** Px for a share of 1. */
  readonly perShare: number;
  /** Zero line of the neutral answers when they stand aside. */
  readonly side: number | null;
  readonly ticks: readonly { readonly x: number; readonly isZero: boolean }[];
}

const STEP = 0.25;
const SIDE_GAP = 28;

function ticksFrom(zero: number, perShare: number, left: number, right: number): { x: number; isZero: boolean }[] {
  const [first, last] = [-Math.floor(left / STEP + 1e-9), Math.floor(right / STEP + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).map((quarter) => ({
    x: Math.round(zero + quarter * STEP * perShare) + 0.5,
    isZero: quarter === 0,
  }));
}

/** The scale that the shown items need between two x positions; the same for all items. */
export function stackedScale(exhibit: ReleasedExhibit, from: number, to: number, neutral: 'split' | 'side'): StackedScale {
  const rows = exhibit.rows.filter(isFullyShown);
  const { low, high } = halves(exhibit);
  const middle = neutralColumn(exhibit);
  const aside = neutral === 'side' && middle !== null;
  const half = (row: (typeof rows)[number]) => (middle === null || aside ? 0 : shareOf(row, [middle]) / 2);
  const isDiverging = exhibit.scale?.kind === 'diverging';
  const left = isDiverging ? Math.max(STEP, ...rows.map((row) => shareOf(row, low) + half(row))) : 0;
  const right = isDiverging ? Math.max(STEP, ...rows.map((row) => shareOf(row, high) + half(row))) : 1;
  const sideShare = aside ? Math.max(STEP, ...rows.map((row) => shareOf(row, [middle]))) : 0;
  const perShare = (to - from - (aside ? SIDE_GAP : 0)) / (left + right + sideShare);
  const zero = from + left * perShare;
  const side = aside ? zero + right * perShare + SIDE_GAP : null;
  const ticks = ticksFrom(zero, perShare, left, right);
  return { zero, perShare, side, ticks: side === null ? ticks : [...ticks, ...ticksFrom(side, perShare, 0, sideShare)] };
}
