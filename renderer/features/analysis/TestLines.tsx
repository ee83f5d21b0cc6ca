import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { useText } from '../../lib/text.ts';
import styles from './analysis.module.css';
import { testSubject, testWords } from './test-words.ts';

/** The tests that were asked for, one line each: effect first, p last, or in plain words why there is none. */
export function TestLines({ exhibit }: { readonly exhibit: ReleasedExhibit }) {
  const say = useText();
  const { tests = [], language } = exhibit;
  if (tests.length === 0) return null;
  return (
    <section className={styles.tests} lang={language}>
      <p className={styles.partTitle}>{say('analysis.test.title')}</p>
      <ul>
        {tests.map((test) => {
          const about = testSubject(test, exhibit);
          return (
            <li key={`${test.part} ${test.row ?? ''} ${test.name}`}>
              {about === '' ? null : <strong>{about} </strong>}
              <span className={styles.testName}>{say.any(`analysis.test.${test.name}`)}</span> {testWords(test, language, say)}
            </li>
          );
        })}
      </ul>
      <p className={styles.quiet}>{say('analysis.test.note')}</p>
    </section>
  );
}
