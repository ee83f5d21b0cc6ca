import styles from './ProgressBar.module.css';

/** What a progress bar needs. `value` and `max` in the same unit; `max` 0 counts as nothing done. */
export interface ProgressBarProps {
  readonly value: number;
  readonly max: number;
  /** What is counted, for screen readers and, with `showsText`, for everyone. */
  readonly label: string;
  /** The counts in words: "37 av 58 kodet". */
  readonly text: string;
  readonly showsText?: boolean;
  readonly tone?: 'accent' | 'good';
  /** `thin` 3 px under a section, `normal` 4 px. */
  readonly size?: 'thin' | 'normal';
}

/** How much of a counted whole is done. Moves only when the count does. */
export function ProgressBar({ value, max, label, text, showsText = false, tone = 'accent', size = 'normal' }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <span className={styles.root}>
      {showsText ? <span className={styles.text}>{text}</span> : null}
      <span
        aria-label={label}
        aria-valuemax={max}
        aria-valuemin={0}
        aria-valuenow={value}
        aria-valuetext={text}
        className={styles.track}
        data-size={size}
        data-tone={tone}
        role="progressbar"
      >
        <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </span>
  );
}
