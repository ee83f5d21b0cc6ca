import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What an empty place says: what will stand here, how it comes there, and one button. */
export interface EmptyStateProps {
  readonly what: ReactNode;
  readonly how?: ReactNode;
  readonly action?: ReactNode;
}

/** Stands where the content will begin. */
export function EmptyState({ what, how, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.what}>{what}</p>
      {how === undefined ? null : <p className={styles.how}>{how}</p>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
