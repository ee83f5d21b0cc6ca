import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** One fact: its name and what it is. Nothing known: null, and then it is left out. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values under each other, for side panes. Facts without a value are left out. */
export function Facts({
  facts,
  lang,
}: {
  readonly facts: readonly Fact[];
  /** The language of the values, when it is not the interface's. */ readonly lang?: string;
}) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {known.map(({ name, value }) => (
        <div className={styles.fact} key={name}>
          <dt>{name}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
