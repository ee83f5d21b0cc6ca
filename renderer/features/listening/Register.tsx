import { useRef, type ReactNode } from 'react';
import { useNewRow } from '../../lib/use-new-row.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './listening.module.css';

interface RegisterProps {
  readonly title: string;
  readonly empty: string;
  readonly addLabel: string;
  /** Gives the id of the new row, which stands on it as `data-id`; nothing when it was refused. */
  readonly onAdd: () => Promise<{ readonly id: string } | undefined>;
  readonly columns: readonly string[];
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/** A short register that is read across and written in place. */
export function Register({ title, empty, addLabel, onAdd, columns, isEmpty, children }: RegisterProps) {
  const section = useRef<HTMLElement>(null);
  const add = useNewRow(section, onAdd);
  return (
    <section aria-label={title} className={styles.section} ref={section}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{title}</h2>
        <Button onPress={() => void add()} size="bar">
          {addLabel}
        </Button>
      </div>
      {isEmpty ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
