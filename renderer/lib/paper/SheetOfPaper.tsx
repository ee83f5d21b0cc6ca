import type { ReactNode } from 'react';
import styles from './paper.module.css';

export interface SheetOfPaperProps {
  readonly label: string;
  /** The language of what stands on it. */
  readonly lang: string;
  readonly children: ReactNode;
}

/** A sheet of paper, white in every mode; each begins a page of its own in the printer. */
export function SheetOfPaper({ label, lang, children }: SheetOfPaperProps) {
  return (
    <article aria-label={label} className={styles.paper} lang={lang}>
      {children}
    </article>
  );
}
