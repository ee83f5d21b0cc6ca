import type { ReactNode, Ref } from 'react';
import styles from './PageHeader.module.css';

/** What stands at the top of a screen. At most two actions, one of them filled. */
export interface PageHeaderProps {
  readonly title: ReactNode;
  /** One line: what, when, n. */
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
  /** The h1. It takes focus when the screen opens, hence the tabindex. */
  readonly titleRef?: Ref<HTMLHeadingElement>;
  readonly titleId?: string;
}

/** The title of a screen, one line of facts, and what can be done with the whole of it. */
export function PageHeader({ title, facts, actions, titleRef, titleId }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title} id={titleId} ref={titleRef} tabIndex={-1}>
          {title}
        </h1>
        {facts === undefined ? null : <p className={styles.facts}>{facts}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
