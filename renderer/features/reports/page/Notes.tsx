import { sentences } from '../../../../shared/charts/exhibit-notes.ts';
import styles from './page.module.css';

/** What is to be known of an exhibit, and where it comes from. */
export function Notes({ notes, source }: { readonly notes: readonly string[]; readonly source: string }) {
  return (
    <div className={styles.notes}>
      {notes.length === 0 ? null : <p>{sentences(notes)}</p>}
      <p>{source}</p>
    </div>
  );
}
