import type { ReactNode } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './ProjectFacts.module.css';

interface RowListProps<R> {
  readonly title: string;
  readonly rows: readonly R[];
  readonly nameOf: (row: R) => string;
  readonly onChange: (rows: readonly R[]) => void;
  readonly newRow: () => R;
  readonly addLabel: string;
  readonly children: (row: R, onChange: (row: R) => void) => ReactNode;
}

/** A short list that is edited in place, row by row. */
export function RowList<R>({ title, rows, nameOf, onChange, newRow, addLabel, children }: RowListProps<R>) {
  const say = useText();
  return (
    <div aria-label={title} className={styles.rows} role="group">
      <p className={styles.rowsTitle}>{title}</p>
      {rows.map((row, index) => (
        // eslint-disable-next-line react/no-array-index-key -- rows have no name of their own: their place is what they are known by while they are edited
        <div className={styles.row} key={index}>
          {children(row, (changed) => onChange(rows.map((other, at) => (at === index ? changed : other))))}
          <IconButton
            icon="remove"
            label={say('projects.facts.takeOut', { name: nameOf(row) })}
            onPress={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button onPress={() => onChange([...rows, newRow()])} size="bar" variant="quiet">
        {addLabel}
      </Button>
    </div>
  );
}
