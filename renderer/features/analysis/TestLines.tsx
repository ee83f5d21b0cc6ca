import { testLines } from '../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { useText } from '../../lib/text.ts';
import styles from './analysis.module.css';

/** The tests that were asked for, one line each: effect first, p last, or in plain words why there is none. */
export function TestLines({ exhibit }: { readonly exhibit: ReleasedExhibit }) {
  const say = useText();
  const lines = testLines(exhibit, (id, params) => say.any(id, params));
  if (lines.length === 0) return null;
  return (
    <section className={styles.tests} lang={exhibit.language}>
      <h3 className={styles.partTitle}>{say('analysis.test.title')}</h3>
      <ul>
        {lines.map(({ about, said }) => (
          <li key={`${about} ${said}`}>
            {about === '' ? null : <strong>{about} </strong>}
            {said}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{say('analysis.test.note')}</p>
    </section>
  );
}
