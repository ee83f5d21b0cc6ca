import { type ReactNode, useRef } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { cx } from '../../ui/cx.ts';
import { LiveSearch } from '../fieldwork/index.ts';
import styles from './FilterBar.module.css';

export interface FilterBarProps {
  /** What the field that finds is called. */
  readonly label: string;
  readonly text: string;
  /** Undefined when the field was emptied. */
  readonly onText: (text: string | undefined) => void;
  /** Enter in the field that finds: on to the first hit. */
  readonly onFound: () => void;
  /** Leaves room for many chips beside the field. */
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}

/** Finding and narrowing above a list: a field the F key goes to, and the chips after it. */
export function FilterBar({ label, text, onText, onFound, isNarrow = false, children }: FilterBarProps) {
  const search = useRef<HTMLInputElement>(null);
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  return (
    <div className={styles.filters}>
      <span className={cx(styles.search, isNarrow && styles.narrow)}>
        <LiveSearch
          inputRef={search}
          label={label}
          onChange={(typed) => onText(typed === '' ? undefined : typed.slice(0, 60))}
          onSubmit={onFound}
          value={text}
        />
      </span>
      {children}
    </div>
  );
}
