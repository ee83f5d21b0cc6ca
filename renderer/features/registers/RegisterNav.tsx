import { Link } from '@tanstack/react-router';
import { RecordKind } from '../../../shared/contract/records.ts';
import { EntryKind } from '../../../shared/contract/registers.ts';
import { useText } from '../../lib/text.ts';
import styles from './registers.module.css';

/** The registers written here, and the way to those that have a page of their own. */
export function RegisterNav({ current }: { readonly current: EntryKind }) {
  const say = useText();
  return (
    <nav aria-label={say('registers.title')} className={styles.kinds}>
      <h2>{say('registers.title')}</h2>
      <ul>
        {EntryKind.options.map((kind) => (
          <li key={kind}>
            <Link aria-current={kind === current ? 'page' : undefined} className={styles.kind} params={{ kind }} to="/registers/$kind">
              {say(`registers.kind.${kind}`)}
            </Link>
          </li>
        ))}
      </ul>
      <h2>{say('registers.elsewhere')}</h2>
      <ul>
        <li>
          <Link className={styles.kind} to="/places">
            {say('registers.kind.places')}
          </Link>
        </li>
        {RecordKind.options.map((kind) => (
          <li key={kind}>
            <Link className={styles.kind} params={{ kind }} to="/records/$kind">
              {say(`records.kind.${kind}`)}
            </Link>
          </li>
        ))}
        <li>
          <Link className={styles.kind} to="/listening">
            {say('listening.title')}
          </Link>
        </li>
        <li>
          <Link className={styles.kind} to="/questions">
            {say('registers.kind.questions')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
