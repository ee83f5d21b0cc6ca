/** How wide a pane may be, in px at 100 %. */
export interface PaneRange {
  readonly min: number;
  readonly max: number;
}

/** Keeps a width inside its range, in whole px. */
export function clampSize(size: number, { min, max }: PaneRange): number {
  return Math.round(Math.min(max, Math.max(min, size)));
}

/**
 * The width a key on the handle leads to, or null when the key is not the handle's. Arrows move the handle the way they
 * point (8 px, 40 with Shift): on the start side right makes the pane wider, on the end side narrower.
 */
export function sizeByKey(key: string, isLargeStep: boolean, size: number, side: 'start' | 'end', range: PaneRange): number | null {
  const step = (isLargeStep ? 40 : 8) * (side === 'start' ? 1 : -1);
  switch (key) {
    case 'ArrowRight':
      return clampSize(size + step, range);
    case 'ArrowLeft':
      return clampSize(size - step, range);
    case 'Home':
      return range.min;
    case 'End':
      return range.max;
    default:
      return null;
  }
}
