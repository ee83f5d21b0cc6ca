import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './Switch.module.css';

/** What a switch needs. */
export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly help?: ReactNode;
}

/** A setting that takes effect at once. */
export function Switch({ children, help, ...aria }: SwitchProps) {
  return (
    <AriaSwitch {...aria} className={cx(styles.switch)}>
      <span aria-hidden className={styles.track}>
        <span className={styles.thumb} />
      </span>
      <span>
        {children}
        {help === undefined ? null : <span className={styles.help}>{help}</span>}
      </span>
    </AriaSwitch>
  );
}
