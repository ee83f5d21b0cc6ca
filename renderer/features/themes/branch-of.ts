import type { Theme } from '../../../shared/contract/themes.ts';
import type { BranchColour, BranchMark } from '../../ui/theme-mark/branch-mark.ts';

const forms = ['single', 'double', 'dotted'] as const;

/** The mark of a theme's branch in the form the components know. */
export function branchOf(theme: Pick<Theme, 'colour' | 'repeat'>): BranchMark {
  if (theme.colour === null) return { colour: 'neutral', repeat: 'single' };
  // The contract holds the colour between 1 and 12.
  return { colour: theme.colour as BranchColour, repeat: forms[theme.repeat] ?? 'single' };
}
