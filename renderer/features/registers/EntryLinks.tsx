import { Link } from '@tanstack/react-router';
import type { EntryKind } from '../../../shared/contract/registers.ts';
import styles from './registers.module.css';

export interface EntryLink {
  readonly key: string;
  readonly id: string;
  readonly words: string;
}

export interface EntryLinksProps {
  readonly title: string;
  readonly to: EntryKind;
  readonly links: readonly EntryLink[];
}

/** Entries of a register that this one is tied to; nothing where there are none. */
export function EntryLinks({ title, to, links }: EntryLinksProps) {
  if (links.length === 0) return null;
  return (
    <section aria-label={title} className={styles.part}>
      <h3 className={styles.partTitle}>{title}</h3>
      <ul className={styles.links}>
        {links.map(({ key, id, words }) => (
          <li key={key}>
            <Link params={{ kind: to, id }} to="/registers/$kind/$id">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
