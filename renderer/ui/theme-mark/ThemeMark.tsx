import type { BranchMark } from './branch-mark.ts';
import styles from './ThemeMark.module.css';

/** What a mark needs. The name of the theme always stands beside it. */
export interface ThemeMarkProps {
  readonly mark: BranchMark;
  /** 14 px for a theme at the top of its branch, 10 px under it, the whole height in a chip. */
  readonly size?: 'parent' | 'child' | 'chip';
  /** Coded between the lines: hollow. */
  readonly isInferred?: boolean;
  /** The first two letters of the theme, for a neutral mark beyond the palette. */
  readonly letters?: string | undefined;
}

/** The bar beside the name of a theme. Colour belongs to the branch. */
export function ThemeMark({ mark, size = 'parent', isInferred = false, letters }: ThemeMarkProps) {
  return (
    <span aria-hidden className={styles.mark}>
      <span
        className={styles.bar}
        data-branch={mark.colour}
        data-inferred={isInferred || undefined}
        data-repeat={mark.repeat}
        data-size={size}
      />
      {mark.colour === 'neutral' && letters !== undefined ? <span className={styles.letters}>{letters}</span> : null}
    </span>
  );
}
