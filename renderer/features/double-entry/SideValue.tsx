import type { ReactNode } from 'react';
import { Keycap } from '../../ui/keycap/Keycap.tsx';
import styles from './Differences.module.css';

export interface SideValueProps {
  readonly choice: 'first' | 'second' | 'other';
  readonly name: string;
  readonly isChosen: boolean;
  readonly children: ReactNode;
}

/** What one entry has, with the key that takes it. */
export function SideValue({ choice, name, isChosen, children }: SideValueProps) {
  return (
    <div className={styles.value} data-chosen={isChosen || undefined}>
      <span className={styles.who}>
        <Keycap isSilent keys={{ first: '1', second: '2', other: '3' }[choice]} look={isChosen ? 'filled' : 'normal'} /> {name}
      </span>
      <span className={styles.words}>{children}</span>
    </div>
  );
}
