import { type KeyboardEvent, type Ref, useState } from 'react';
import { readSpokenCount } from '../../../shared/model/spoken-count.ts';
import type { Counted } from '../../../shared/model/vague.ts';
import { useDates } from '../../lib/dates.ts';
import styles from './parts.module.css';

interface CountCellProps {
  readonly label: string;
  readonly value: Counted | null;
  readonly onCommit: (value: Counted | null) => void;
  readonly onDone?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A small field for a number of persons in a row: "4", "ca. 12", "minst 30". What is no number is not taken, and stays to be seen. */
export function CountCell({ label, value, onCommit, onDone, inputRef }: CountCellProps) {
  const dates = useDates();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readSpokenCount(typed);
  const isWrong = typed !== null && typed.trim() !== '' && read === null;
  function commit(): void {
    if (typed === null || isWrong) return;
    if (typed.trim() === '') onCommit(null);
    else if (read !== null) onCommit(read);
    setTyped(null);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    commit();
    if (!isWrong) onDone?.();
  }
  return (
    <input
      aria-invalid={isWrong || undefined}
      aria-label={label}
      autoComplete="off"
      className={styles.count}
      onBlur={commit}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      ref={inputRef}
      type="text"
      value={typed ?? (value === null ? '' : dates.counted(value))}
    />
  );
}
