import styles from './ActionsScreen.module.css';

/** One thing that happened. */
export interface LifeStep {
  /** ISO day. */
  readonly on: string;
  readonly what: string;
  /** The meeting it happened in. */
  readonly where: string | null;
  readonly note: string | null;
}

export interface LifeListProps {
  /** In order of time. */
  readonly steps: readonly LifeStep[];
  /** The language of the notes. */
  readonly lang: string;
  readonly dayOf: (iso: string) => string;
}

/** Steps of a life under each other, each with its day, its meeting and its note. */
export function LifeList({ steps, lang, dayOf }: LifeListProps) {
  return (
    <ol className={styles.events}>
      {steps.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- steps are only added at the end
        <li key={index}>
          <span className={styles.said}>{step.where === null ? dayOf(step.on) : `${dayOf(step.on)}, ${step.where}`}</span>
          <span>{step.what}</span>
          {step.note === null || step.note === '' ? null : (
            <span className={styles.said} lang={lang}>
              {step.note}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
