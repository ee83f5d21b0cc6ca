import type { ReactNode, Ref } from 'react';
import styles from './FieldStack.module.css';

export interface FieldStackProps {
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/** Fields under each other, as wide as the pane or the dialog they stand in. */
export function FieldStack({ children, ref }: FieldStackProps) {
  return (
    <div className={styles.fields} ref={ref}>
      {children}
    </div>
  );
}
