import { Button as AriaButton } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import { Keycap } from '../keycap/Keycap.tsx';
import type { BranchMark } from '../theme-mark/branch-mark.ts';
import { ThemeMark } from '../theme-mark/ThemeMark.tsx';
import { VisuallyHidden } from '../visually-hidden/VisuallyHidden.tsx';
import styles from './ThemeChip.module.css';

/** How the theme came to stand here. */
export type ThemeChipState = 'coded' | 'inferred' | 'suggested';

/** What a theme on an answer shows. */
export interface ThemeChipProps {
  readonly name: string;
  readonly mark: BranchMark;
  readonly state?: ThemeChipState;
  /** Read after the name where the look alone would say it: "tolket", "forslag". */
  readonly stateText?: string | undefined;
  readonly polarity?: '+' | '−' | '±' | '○' | undefined;
  /** Read instead of the sign: "negativ". */
  readonly polarityText?: string | undefined;
  /** Initials of another coder. */
  readonly coder?: string | undefined;
  readonly kbd?: string | undefined;
  readonly isDense?: boolean;
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** A theme on an answer: bar, full name, and what is special about it. */
export function ThemeChip({
  name,
  mark,
  state = 'coded',
  stateText,
  polarity,
  polarityText,
  coder,
  kbd,
  isDense = false,
  onRemove,
  removeLabel,
}: ThemeChipProps) {
  return (
    <span className={styles.chip} data-branch={mark.colour} data-dense={isDense || undefined} data-state={state}>
      <ThemeMark isInferred={state === 'inferred'} mark={mark} size="chip" />
      <span className={styles.name}>{name}</span>
      {stateText === undefined ? null : <VisuallyHidden>{`, ${stateText}`}</VisuallyHidden>}
      {polarity === undefined ? null : (
        <>
          <span aria-hidden className={styles.polarity}>
            {polarity}
          </span>
          <VisuallyHidden>{`, ${polarityText ?? polarity}`}</VisuallyHidden>
        </>
      )}
      {coder === undefined ? null : <span className={styles.coder}>{coder}</span>}
      {kbd === undefined ? null : <Keycap keys={kbd} />}
      {onRemove === undefined ? null : (
        <AriaButton aria-label={removeLabel ?? ''} className={cx(styles.remove)} onPress={onRemove}>
          <Icon name="close" size={13} />
        </AriaButton>
      )}
    </span>
  );
}
