import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { useText } from '../../lib/text.ts';
import styles from './analysis.module.css';

/** Stands in the place of a table that has no figure to show, and says why. */
export function TooSmall({ exhibit }: { readonly exhibit: ReleasedExhibit }) {
  const say = useText();
  const bases = [...exhibit.columns, ...exhibit.rows].flatMap(({ base }) => (base === null ? [] : [base.n]));
  const nobody = bases.every((n) => n === 0);
  if (exhibit.kind === 'themes' && exhibit.rows.length === 0) return <p className={styles.sentence}>{say('analysis.screen.noThemes')}</p>;
  return (
    <p className={styles.sentence}>
      {nobody ? say('analysis.screen.noAnswers') : say('analysis.screen.tooSmall', { threshold: exhibit.rule.threshold })}
    </p>
  );
}
