import type { ReactNode } from 'react';
import { Button } from '../button/Button.tsx';
import { Icon } from '../icon/Icon.tsx';
import styles from './ErrorState.module.css';

/** The four things an error says, in this order. */
export interface ErrorStateProps {
  readonly what: ReactNode;
  readonly where?: ReactNode;
  /** What is not lost. */
  readonly safe?: ReactNode;
  /** What to do next. */
  readonly next?: ReactNode;
  readonly actions?: ReactNode;
  /** Copies what a helper needs; the details never hold answers. */
  readonly copyLabel?: string;
  readonly onCopyDetails?: () => void;
}

/** What happened, where, what is safe, and what to do. */
export function ErrorState({ what, where, safe, next, actions, copyLabel, onCopyDetails }: ErrorStateProps) {
  return (
    <div className={styles.error} role="alert">
      <p className={styles.what}>
        <Icon name="hardCheck" tone="bad" />
        <span>{what}</span>
      </p>
      {where === undefined ? null : <p>{where}</p>}
      {safe === undefined ? null : <p>{safe}</p>}
      {next === undefined ? null : <p>{next}</p>}
      <div className={styles.actions}>
        {actions}
        {copyLabel === undefined || onCopyDetails === undefined ? null : (
          <Button icon="copy" onPress={onCopyDetails} variant="quiet">
            {copyLabel}
          </Button>
        )}
      </div>
    </div>
  );
}
