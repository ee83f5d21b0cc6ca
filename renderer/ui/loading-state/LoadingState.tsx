import { type ReactNode, useEffect, useState } from 'react';
import styles from './LoadingState.module.css';

/** What a wait says: "Henter 58 svar …". */
export interface LoadingStateProps {
  readonly children: ReactNode;
  /** Milliseconds of silence first: most things arrive before anyone could read a text. */
  readonly delayMs?: number;
}

/** Says nothing at first, then what is being fetched. Never a spinner or a skeleton. */
export function LoadingState({ children, delayMs = 100 }: LoadingStateProps) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return (
    <p className={styles.loading} data-loading role="status">
      {isShown ? children : null}
    </p>
  );
}
