import { FailureLine } from '../failure-line/FailureLine.tsx';
import styles from './WorkLine.module.css';

export interface WorkLineProps {
  /** What is under way; empty when nothing is. */
  readonly status: string;
  /** What stopped it; null when nothing did. */
  readonly failure: string | null;
}

/** Between a sheet's header and its content: what is under way, and what stopped it. Both are read out as they come. */
export function WorkLine({ status, failure }: WorkLineProps) {
  return (
    <>
      <p className={styles.status} role="status">
        {status}
      </p>
      {failure === null ? null : (
        <div className={styles.failure}>
          <FailureLine text={failure} />
        </div>
      )}
    </>
  );
}
