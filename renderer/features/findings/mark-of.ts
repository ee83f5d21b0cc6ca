import type { BranchColour, BranchMark } from '../../ui/theme-mark/branch-mark.ts';

/** The mark of a theme by the colour its branch has kept; neutral beyond the palette. */
export function markOf(color: number | null): BranchMark {
  const isInPalette = color !== null && color >= 1 && color <= 12;
  // Just checked, and the table's own check constraint says the same.
  return { colour: isInPalette ? (color as BranchColour) : 'neutral', repeat: 'single' };
}
