import type { ReactNode } from 'react';
import { Label } from 'react-aria-components';
import { cx } from '../cx.ts';
import styles from './Field.module.css';

/** The label above a field. `note` is a quieter word after it, such as "valgfritt". */
export function FieldLabel({
  children,
  note,
  isStrong = false,
}: {
  readonly children: ReactNode;
  readonly note?: string | undefined;
  readonly isStrong?: boolean;
}) {
  return (
    <Label className={cx(styles.label, isStrong && styles.strong)}>
      {children}
      {note === undefined ? null : <span className={styles.optional}>{note}</span>}
    </Label>
  );
}
