import type { ReactNode } from 'react';
import styles from './ListHint.module.css';

/** What can be done with a list by keys, said quietly under it. */
export function ListHint({ children }: { readonly children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}
