import { Link } from '@tanstack/react-router';
import type { AgreedAction } from '../../../shared/contract/minutes.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './minutes.module.css';

interface ActionStripProps {
  readonly action: AgreedAction;
  readonly lang: string;
  /** Opens the fields; without it the strip is for reading. */
  readonly onChange?: (() => void) | undefined;
}

/** Under an agreed line: who, with whom, until when, how it stands, and whether the users know. What is missing is asked for. */
export function ActionStrip({ action, lang, onChange }: ActionStripProps) {
  const say = useText();
  const dates = useDates();
  const due = dates.due(action.due);
  const isOver = action.status === 'done' || action.status === 'not-done';
  const told = action.reportedBackOn === null ? null : dates.day(action.reportedBackOn);
  const parts = [
    { id: 'owner', name: say('minutes.owner'), value: action.owner, ask: say('minutes.owner.ask') },
    ...(action.parties === null ? [] : [{ id: 'parties', name: say('minutes.parties'), value: action.parties, ask: '' }]),
    { id: 'due', name: say('minutes.due'), value: due === '' ? null : due, ask: say('minutes.due.ask') },
    ...(action.status === 'agreed'
      ? []
      : [{ id: 'status', name: say('minutes.status'), value: say(`actions.status.${action.status}`), ask: '' }]),
    ...(isOver || told !== null ? [{ id: 'told', name: say('minutes.told'), value: told, ask: say('minutes.told.ask') }] : []),
  ];
  return (
    <ul className={styles.strip}>
      {parts.map(({ id, name, value, ask }) =>
        value === null ? (
          <li className={styles.ask} key={id}>
            {ask}
          </li>
        ) : (
          <li className={styles.chip} key={id}>
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
      {onChange === undefined ? null : (
        <li>
          <Button onPress={onChange} size="bar" variant="quiet">
            {say('minutes.agreeChange')}
          </Button>
        </li>
      )}
    </ul>
  );
}
