import type { ActionRow } from '../../../shared/contract/actions.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { ActionStatusText } from './ActionStatusText.tsx';
import styles from './ActionsScreen.module.css';

/** How it stands with an action in a few words: its status, how far past its due, what is missing, and whether the users know. */
export function ActionStanding({ action, day }: { readonly action: ActionRow; readonly day: string }) {
  const say = useText();
  const dates = useDates();
  const isOpen = action.status === 'agreed' || action.status === 'under-way';
  const isOver = action.status === 'done' || action.status === 'not-done';
  const latest = action.reportedBack.at(-1);
  return (
    <ul className={styles.standing}>
      <li>
        <ActionStatusText status={action.status} />
      </li>
      {action.daysOverdue === 0 ? null : (
        <li>
          <StatusText icon="overdue" isStrong tone="bad">
            {dates.overdue(action.daysOverdue)}
          </StatusText>
        </li>
      )}
      {isOpen && action.owner === null ? <li className={styles.missing}>{say('actions.noOwner')}</li> : null}
      {isOpen && dates.due(action.due) === '' ? <li className={styles.missing}>{say('actions.noDue')}</li> : null}
      {isOver && !action.isReportedBack ? (
        <li>
          <StatusText icon="notReportedBack" tone="warn">
            {say('actions.untold')}
          </StatusText>
        </li>
      ) : null}
      {action.isReportedBack && latest !== undefined ? (
        <li>
          <StatusText icon="done" tone="good">
            {say('actions.toldOn', { date: dates.day(latest.on) })}
          </StatusText>
        </li>
      ) : null}
      {action.lastLookedOn === '' || action.lastLookedOn > day ? null : (
        <li className={styles.said}>{say('actions.lastLooked', { date: dates.day(action.lastLookedOn) })}</li>
      )}
    </ul>
  );
}
