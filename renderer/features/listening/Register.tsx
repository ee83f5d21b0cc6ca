import { useEffect, useRef, type ReactNode } from 'react';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
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
  const awaited = useRef<string | null>(null);
  const add = useOneAtATime(async () => {
    awaited.current = (await onAdd())?.id ?? null;
  });
  // Whoever makes a row goes on to write it: its first field has the focus, once it is drawn.
  useEffect(() => {
    if (awaited.current === null) return;
    const field = section.current?.querySelector<HTMLTextAreaElement>(`[data-id="${awaited.current}"] textarea`);
    if (field === null || field === undefined) return;
    awaited.current = null;
    field.focus();
    field.select();
  });
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
