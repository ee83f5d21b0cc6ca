import type { ReactNode, Ref } from 'react';
import styles from './DeedRow.module.css';

export interface DeedRowProps {
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The buttons of what can be done with the thing in the pane. */
export function DeedRow({ children, ref }: DeedRowProps) {
  return (
    <div className={styles.deeds} ref={ref}>
      {children}
    </div>
  );
}
