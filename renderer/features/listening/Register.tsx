import type { ReactNode } from 'react';
import { Button } from '../../ui/button/Button.tsx';
import styles from './listening.module.css';

interface RegisterProps {
  readonly title: string;
  readonly empty: string;
  readonly addLabel: string;
  readonly onAdd: () => void;
  readonly columns: readonly string[];
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/** A short register that is read across and written in place. */
export function Register({ title, empty, addLabel, onAdd, columns, isEmpty, children }: RegisterProps) {
  return (
    <section aria-label={title} className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{title}</h2>
        <Button onPress={onAdd} size="bar">
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
