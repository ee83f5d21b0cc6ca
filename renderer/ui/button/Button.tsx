import { type ReactNode, useId } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icons.ts';
import { Keycap } from '../keycap/Keycap.tsx';
import styles from './Button.module.css';

/** What a button needs. The label is a verb and a thing; "…" when a dialog follows. */
export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** One `main` per view. */
  readonly variant?: 'main' | 'normal' | 'quiet';
  /** Takes something away. Red words; filled red only with `main`, which belongs in the confirming dialog. */
  readonly isDanger?: boolean;
  /** `bar` is 27 px high, for bars and panes. */
  readonly size?: 'normal' | 'bar';
  readonly icon?: IconName;
  /** The key that does the same, printed inside at the end. */
  readonly kbd?: string | undefined;
  /** Why it cannot be used now. Stands beside the button as text while it is disabled. */
  readonly reason?: ReactNode;
}

/** A button. When it is disabled, the reason stands beside it in words. */
export function Button({ children, variant = 'normal', isDanger, size, icon, kbd, reason, ...aria }: ButtonProps) {
  const reasonId = useId();
  const showsReason = aria.isDisabled === true && reason !== undefined && reason !== '';
  const button = (
    <AriaButton
      {...aria}
      {...(showsReason ? { 'aria-describedby': reasonId } : {})}
      className={cx(styles.button, styles[variant], isDanger === true && styles.danger, size === 'bar' && styles.bar)}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className={styles.label}>{children}</span>
      {kbd === undefined ? null : <Keycap isSilent keys={kbd} look={variant === 'main' ? 'inherit' : 'normal'} />}
    </AriaButton>
  );
  if (!showsReason) {
    return button;
  }
  return (
    <span className={styles.withReason}>
      {button}
      <span className={styles.reason} id={reasonId}>
        {reason}
      </span>
    </span>
  );
}
