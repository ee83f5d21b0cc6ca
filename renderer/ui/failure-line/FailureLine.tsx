import styles from './FailureLine.module.css';

/** Why something did not come about, said where it was asked for and read out when it comes; nothing while nothing is wrong. */
export function FailureLine({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p className={styles.failure} role="alert">
      {text}
    </p>
  );
}
