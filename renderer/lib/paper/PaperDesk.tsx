import type { ReactNode } from 'react';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import styles from './paper.module.css';

export interface PaperDeskProps {
  readonly title: string;
  readonly facts?: ReactNode;
  /** The ways out. */
  readonly actions: ReactNode;
  /** Chosen above the paper. */
  readonly options: ReactNode;
  /** The paper, or why there is none. */
  readonly children: ReactNode;
}

/** Where a paper lies to be seen before it is sent. Printing leaves out everything but the paper. */
export function PaperDesk({ title, facts, actions, options, children }: PaperDeskProps) {
  return (
    <div className={styles.screen}>
      <div className={styles.chrome}>
        <PageHeader actions={actions} facts={facts} title={title} />
        <div className={styles.options}>{options}</div>
      </div>
      {children}
    </div>
  );
}
