import { Link } from '@tanstack/react-router';
import type { StripAction } from '../../../shared/contract/meetings.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import styles from './MeetingScreen.module.css';

/** Under an agreed line: who, with whom, until when, how it stands, and whether the users know. What is missing is asked for. */
export function ActionStrip({ action, lang }: { readonly action: StripAction; readonly lang: string }) {
  const say = useText();
  const dates = useDates();
  const due = dates.due(action.due);
  const isOver = action.status === 'done' || action.status === 'not-done';
  const parts = [
    { id: 'owner', name: say('actions.owner'), value: action.owner, ask: say('actions.noOwner') },
    { id: 'due', name: say('actions.due'), value: due === '' ? null : due, ask: say('actions.noDue') },
    ...(action.parties === null ? [] : [{ id: 'parties', name: say('actions.parties'), value: action.parties, ask: '' }]),
    { id: 'status', name: say('actions.status'), value: say(`actions.status.${action.status}`), ask: '' },
    ...(isOver
      ? [
          {
            id: 'told',
            name: say('actions.told'),
            value: action.reportedBackOn === null ? null : dates.day(action.reportedBackOn),
            ask: say('actions.untold'),
          },
        ]
      : []),
  ];
  return (
    <ul className={styles.strip}>
      {parts.map(({ id, name, value, ask }) =>
        value === null ? (
          <li className={styles.ask} key={id}>
            {ask}
          </li>
        ) : (
          <li className={styles.part} key={id}>
            <span className={styles.partName}>{name}</span>{' '}
            <strong lang={id === 'status' || id === 'told' ? undefined : lang}>{value}</strong>
          </li>
        ),
      )}
      <li className={styles.code}>
        <Link search={{ row: action.id }} to="/actions">
          {action.code}
        </Link>
      </li>
    </ul>
  );
}
