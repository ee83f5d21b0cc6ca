import { Link } from '@tanstack/react-router';
import type { ClearanceView } from '../../../../shared/contract/quotes-clearance.ts';
import { useText } from '../../../lib/text.ts';
import styles from './clearance.module.css';

/** Findings that rest on the quote, reports it stands in, and where it was said. */
export function UsesPart({ view }: { readonly view: ClearanceView }) {
  const say = useText();
  const { projectId, findings, reports, textId, start } = view;
  return (
    <section aria-label={say('clearance.uses')} className={styles.part}>
      <h2 className={styles.heading}>{say('clearance.uses')}</h2>
      {findings.length + reports.length === 0 ? <p className={styles.quiet}>{say('clearance.unused')}</p> : null}
      <ul className={styles.uses}>
        {findings.map(({ id, code, wording }) => (
          <li key={id}>
            <Link params={{ project: projectId }} search={{ row: id }} to="/projects/$project/findings">
              {say('clearance.finding', { code })}
            </Link>{' '}
            <span className={styles.quiet}>{wording}</span>
          </li>
        ))}
        {reports.map(({ id, title }) => (
          <li key={id}>{say('clearance.report', { title })}</li>
        ))}
      </ul>
      <p>
        <Link params={{ project: projectId, text: textId }} search={{ at: String(start) }} to="/projects/$project/coding/texts/$text">
          {say('clearance.openText')}
        </Link>
      </p>
    </section>
  );
}
