import type { ReactNode } from 'react';
import { IconButton } from '../icon-button/IconButton.tsx';
import styles from './DetailPane.module.css';

/** What stands in a side pane about one chosen row. */
export interface DetailPaneProps {
  readonly title: ReactNode;
  /** A quieter line under the title. */
  readonly note?: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Everything about the chosen row. Esc or the cross closes it. */
export function DetailPane({ title, note, closeLabel, onClose, children }: DetailPaneProps) {
  return (
    <div
      className={styles.pane}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
      role="presentation"
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton icon="close" label={closeLabel} onPress={onClose} size="small" />
      </div>
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
      {children}
    </div>
  );
}
