import type { Battery, BatteryRow } from './battery.ts';
import { halves, isFullyShown, neutralColumn, shareOf } from './likert-order.ts';

/** Where the bars of a stacked chart stand, in px. */
export interface StackedScale {
  readonly zero: number;
  /** Px for a share of 1. */
  readonly perShare: number;
  /** Zero line of the neutral answers when they stand aside. */
  readonly side: number | null;
  /** Zero lines of the answers outside the scale. */
  readonly aside: readonly number[];
  readonly ticks: readonly { readonly x: number; readonly isZero: boolean }[];
}

/** `split` halves the neutral answers over zero, `side` sets them aside, `none` begins with the first answer at zero. */
export type StackedMode = 'split' | 'side' | 'none';

const STEP = 0.25;
const SIDE_GAP = 28;
function ticksFrom(zero: number, perShare: number, left: number, right: number): { x: number; isZero: boolean }[] {
  const [first, last] = [-Math.floor(left / STEP + 1e-9), Math.floor(right / STEP + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).map((quarter) => ({
    x: Math.round(zero + quarter * STEP * perShare) + 0.5,
    isZero: quarter === 0,
  }));
}

/** What the bars stand for left of zero and right of it. */
function extent(battery: Battery, rows: readonly BatteryRow[], mode: StackedMode): { left: number; right: number } {
  const { low, high } = halves(battery);
  const middle = neutralColumn(battery);
  if (mode === 'none' || battery.scale?.kind !== 'diverging') return { left: 0, right: 1 };
  const half = (row: BatteryRow) => (middle === null || mode === 'side' ? 0 : shareOf(row, [middle]) / 2);
  return {
    left: Math.max(STEP, ...rows.map((row) => shareOf(row, low) + half(row))),
    right: Math.max(STEP, ...rows.map((row) => shareOf(row, high) + half(row))),
  };
}

/** Where bars may stand, and what a lane outside the scale needs in px: its heading at least, and its figures beside the bars. */
export interface StackedRoom {
  readonly from: number;
  readonly to: number;
  readonly headings: readonly number[];
  readonly figure: number;
}

/** The scale that the shown items need between two x positions; the same for all items. */
export function stackedScale(battery: Battery, room: StackedRoom, mode: StackedMode): StackedScale {
  const rows = battery.rows.filter(isFullyShown);
  const middle = neutralColumn(battery);
  const isSide = mode === 'side' && middle !== null;
  const { left, right } = extent(battery, rows, mode);
  const sideShare = isSide ? Math.max(STEP, ...rows.map((row) => shareOf(row, [middle]))) : 0;
  const lanes = battery.asideLabels.map((_, at) => Math.max(0, ...rows.map((row) => row.aside[at]?.share ?? 0)));
  const gaps = (isSide ? SIDE_GAP : 0) + lanes.length * SIDE_GAP;
  const least = room.headings.reduce((sum, heading) => sum + Math.max(heading, room.figure), 0);
  const shares = left + right + sideShare;
  const all = lanes.reduce((sum, lane) => sum + lane, 0);
  // A lane is as long as its longest bar with its figure, or as its heading: whichever leaves the smaller scale fits both.
  const perShare = Math.max(
    0,
    Math.min((room.to - room.from - gaps - least) / shares, (room.to - room.from - gaps - lanes.length * room.figure) / (shares + all)),
  );
  const zero = room.from + left * perShare;
  const side = isSide ? zero + right * perShare + SIDE_GAP : null;
  let x = side === null ? zero + right * perShare : side + sideShare * perShare;
  const aside = lanes.map((lane, at) => {
    const start = x + SIDE_GAP;
    x = start + Math.max(room.headings[at] ?? 0, lane * perShare + room.figure);
    return start;
  });
  const ticks = ticksFrom(zero, perShare, left, right);
  const beside = aside.map((start) => ({ x: Math.round(start) + 0.5, isZero: true }));
  return { zero, perShare, side, aside, ticks: [...ticks, ...(side === null ? [] : ticksFrom(side, perShare, 0, sideShare)), ...beside] };
}
