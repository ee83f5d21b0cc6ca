import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Differences.module.css';

export interface DifferenceItemProps {
  readonly isCurrent: boolean;
  /** Whether the row itself has the hand, and not a field in it. */
  readonly isFocused: boolean;
  readonly onCurrent: () => void;
  readonly onMove: (step: number) => void;
  readonly children: ReactNode;
}

/** One difference in the list: the arrows and Enter go to the others. */
export function DifferenceItem({ isCurrent, isFocused, onCurrent, onMove, children }: DifferenceItemProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isFocused) row.current?.focus();
  }, [isFocused]);
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <li
      aria-current={isCurrent || undefined}
      className={styles.row}
      onFocus={(event) => (event.target === event.currentTarget ? onCurrent() : undefined)}
      onKeyDown={onKeyDown}
      ref={row}
      tabIndex={isCurrent ? 0 : -1}
    >
      {children}
    </li>
  );
}
