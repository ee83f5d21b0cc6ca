import { Keycap } from '../keycap/Keycap.tsx';
import type { BranchMark } from '../theme-mark/branch-mark.ts';
import { ThemeMark } from '../theme-mark/ThemeMark.tsx';
import { VisuallyHidden } from '../visually-hidden/VisuallyHidden.tsx';
import styles from './Tree.module.css';

/** What the row of a theme shows. */
export interface ThemeTreeRowProps {
  readonly name: string;
  readonly mark: BranchMark;
  readonly level: number;
  /** The key that sets the theme. */
  readonly kbd?: string | undefined;
  /** Persons, formatted. The head of the tree says so to the eye, `countUnit` to the ear. */
  readonly count?: string | undefined;
  readonly countUnit?: string | undefined;
  readonly letters?: string | undefined;
}

/** Mark, name, key, count: for Tree's `renderNode`. */
export function ThemeTreeRow({ name, mark, level, kbd, count, countUnit, letters }: ThemeTreeRowProps) {
  return (
    <>
      <ThemeMark letters={letters} mark={mark} size={level === 1 ? 'parent' : 'child'} />
      <span className={styles.name} title={name}>
        {name}
      </span>
      {kbd === undefined ? null : <Keycap isSilent keys={kbd} />}
      {count === undefined ? null : (
        <span className={styles.count}>
          {count}
          {countUnit === undefined ? null : <VisuallyHidden>{` ${countUnit}`}</VisuallyHidden>}
        </span>
      )}
    </>
  );
}
