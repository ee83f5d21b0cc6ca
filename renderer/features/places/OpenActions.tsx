import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import { orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import styles from './places.module.css';

/** What is still open at a place, what is overdue first, in words. */
export function OpenActions({ placeId, day }: { readonly placeId: string; readonly day: string }) {
  const say = useText();
  const query = useQuery(orpc.actions.list.queryOptions({ input: { placeIds: [placeId], today: day } }));
  return (
    <section aria-labelledby="place-open" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="place-open">{say('places.open.title')}</h2>
        <Link className={styles.link} search={{ place: placeId }} to="/actions">
          {say('places.open.more')}
        </Link>
      </div>
      <Loaded query={query}>{({ actions }) => <OpenList actions={actions.filter(isOpen)} />}</Loaded>
    </section>
  );
}

/** Agreed or under way, or over without anybody having been told. */
function isOpen({ status, isReportedBack }: ActionRow): boolean {
  return status === 'agreed' || status === 'under-way' || ((status === 'done' || status === 'not-done') && !isReportedBack);
}

function OpenList({ actions }: { readonly actions: readonly ActionRow[] }) {
  const say = useText();
  if (actions.length === 0) return <p className={styles.quiet}>{say('places.open.none')}</p>;
  return (
    <ul className={styles.open}>
      {actions.map((action) => (
        <li key={action.id}>
          <OpenAction action={action} />
        </li>
      ))}
    </ul>
  );
}

function OpenAction({ action }: { readonly action: ActionRow }) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const { daysOverdue, due, status, isReportedBack } = action;
  const isOver = status === 'done' || status === 'not-done';
  const when = dates.due(due);
  const facts = [action.owner, say(`actions.status.${status}`), isOver ? '' : when === '' ? say('places.open.noDue') : when, action.place];
  return (
    <>
      <span className={styles.openLine}>
        <Link className={styles.link} params={{ action: action.id }} to="/actions/$action">
          {action.code}
        </Link>
        <span lang={action.language === language ? undefined : action.language}>{action.wording}</span>
      </span>
      <span className={styles.openFacts}>
        {daysOverdue > 0 ? (
          <StatusText icon="overdue" tone="bad">
            {dates.overdue(daysOverdue)}
          </StatusText>
        ) : null}
        {isOver && !isReportedBack ? (
          <StatusText icon="notReportedBack" tone="warn">
            {say('places.filter.untold')}
          </StatusText>
        ) : null}
        <span>{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</span>
      </span>
    </>
  );
}
