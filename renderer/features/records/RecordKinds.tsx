import { Link } from '@tanstack/react-router';
import { RecordKind } from '../../../shared/contract/records.ts';
import { useText } from '../../lib/text.ts';
import styles from './records.module.css';

/** The kinds of records, and the way back to the registers. */
export function RecordKinds({ current }: { readonly current: RecordKind }) {
  const say = useText();
  return (
    <nav aria-label={say('records.title')} className={styles.kinds}>
      <h2>{say('records.title')}</h2>
      <ul>
        {RecordKind.options.map((kind) => (
          <li key={kind}>
            <Link aria-current={kind === current ? 'page' : undefined} className={styles.kind} params={{ kind }} to="/records/$kind">
              {say(`records.kind.${kind}`)}
            </Link>
          </li>
        ))}
        <li className={styles.back}>
          <Link className={styles.kind} params={{ kind: 'organisations' }} to="/registers/$kind">
            {say('records.registers')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
