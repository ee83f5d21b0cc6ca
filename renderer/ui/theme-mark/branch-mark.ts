/** Index into the theme palette (look.md 3.1). */
export type BranchColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** How a branch is marked: a colour and, beyond twelve branches, another form of the bar. */
export interface BranchMark {
  readonly colour: BranchColour | 'neutral';
  readonly repeat: 'single' | 'double' | 'dotted';
}

// Handed out in this order so that neighbours differ most, also for the colour blind.
const handOutOrder = [1, 6, 2, 9, 4, 7, 11, 3, 10, 8, 5, 12] as const satisfies readonly BranchColour[];
const repeats = ['single', 'double', 'dotted'] as const;

/**
 * The mark of the n-th branch that got one (0-based). Twelve colours as a bar, twelve as a double bar, twelve dotted;
 * from the 37th a neutral bar, which then needs the letters of its theme.
 */
export function branchMark(ordinal: number): BranchMark {
  const colour = handOutOrder[ordinal % handOutOrder.length];
  const repeat = repeats[Math.floor(ordinal / handOutOrder.length)];
  if (colour === undefined || repeat === undefined) {
    return { colour: 'neutral', repeat: 'single' };
  }
  return { colour, repeat };
}
