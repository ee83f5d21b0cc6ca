import styles from './paper.module.css';

/** A line on paper to write on by hand. */
export function WritingLine() {
  return <span aria-hidden className={styles.writing} />;
}
