import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './Toolbar.module.css';

/** A row of controls under the header. Arrow keys move within it; `end` is pushed to the end of the row. */
export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly end?: ReactNode;
}

/** One tab stop for a whole row of controls, as APG's toolbar. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <AriaToolbar aria-label={label} className={cx(styles.toolbar)}>
      <div className={styles.group}>{children}</div>
      {end === undefined ? null : <div className={styles.group}>{end}</div>}
    </AriaToolbar>
  );
}
