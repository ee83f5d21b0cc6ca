import { type ReactNode, useRef } from 'react';
import { Button } from '../../ui/button/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { useCommand } from '../commands.tsx';
import styles from './FilterBar.module.css';
import { LiveSearch } from './LiveSearch.tsx';

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
  /** "Go to R017" on this screen is finding it here. */
  readonly isGoTo?: boolean;
  /** How much is left, and the way back to everything; null while nothing is narrowed. */
  readonly narrowed?: { readonly shown: string; readonly clearLabel: string; readonly onClear: () => void } | null;
  readonly children: ReactNode;
}

/** Finding and narrowing above a list: a field the F key goes to, the chips after it, and what they leave. */
export function FilterBar({ label, text, onText, onFound, isNarrow = false, isGoTo = false, narrowed = null, children }: FilterBarProps) {
  const search = useRef<HTMLInputElement>(null);
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  useCommand('goTo', () => search.current?.focus(), isGoTo);
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
      {narrowed === null ? null : (
        <>
          <span aria-live="polite" className={styles.shown}>
            {narrowed.shown}
          </span>
          <Button onPress={narrowed.onClear} size="bar" variant="quiet">
            {narrowed.clearLabel}
          </Button>
        </>
      )}
    </div>
  );
}
