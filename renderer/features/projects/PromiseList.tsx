import { Link } from '@tanstack/react-router';
import type { Promised } from '../../../shared/contract/projects.ts';
import { daysFrom, useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import styles from './OverviewScreen.module.css';

/** As many as can be taken in at once; the rest are one step away. */
const shown = 6;

function isOpen(promise: Promised): boolean {
  return promise.status === 'agreed' || promise.status === 'under-way';
}

/** What was agreed and is not done, the overdue first; and how much is done without the users having been told. */
export function PromiseList({ promises, day }: { readonly promises: readonly Promised[]; readonly day: string }) {
  const say = useText();
  const open = promises.filter(isOpen);
  const untold = promises.filter((promise) => !isOpen(promise));
  const overdue = open.filter((promise) => promise.daysOverdue > 0).length;
  return (
    <section aria-labelledby="overview-promises" className={styles.promises}>
      <div className={styles.head}>
        <h2 id="overview-promises">{say('projects.promises.title')}</h2>
        {promises.length === 0 ? null : (
          <span className={styles.note}>
            {overdue === 0 ? say('projects.promises.clear') : say('projects.promises.overdue', { n: overdue })}
          </span>
        )}
      </div>
      <ul className={styles.list}>
        {open.slice(0, shown).map((promise) => (
          <PromiseItem day={day} key={promise.id} promise={promise} />
        ))}
        {untold.length === 0 ? null : <UntoldItem promises={untold} />}
      </ul>
      {promises.length === 0 ? <p className={styles.note}>{say('actions.empty')}</p> : null}
      {open.length > shown ? (
        <p className={styles.more}>
          <Link to="/actions">{say('projects.promises.all', { n: open.length })}</Link>
        </p>
      ) : null}
    </section>
  );
}

function PromiseItem({ promise, day }: { readonly promise: Promised; readonly day: string }) {
  const say = useText();
  const dates = useDates();
  const isOverdue = promise.daysOverdue > 0;
  const who = [promise.place, promise.owner ?? say('actions.noOwner')].filter((part) => part !== null && part !== '').join(', ');
  const ahead = promise.due.sortOn === null ? '' : dates.ahead(daysFrom(day, promise.due.sortOn));
  return (
    <li className={styles.item}>
      <Icon name={isOverdue ? 'overdue' : 'waiting'} tone={isOverdue ? 'bad' : undefined} />
      <span className={styles.words}>
        <Link lang={promise.language} search={{ row: promise.id }} to="/actions">
          {promise.wording}
        </Link>
        <span className={styles.note}>
          {promise.agreedOn === null ? who : say('projects.promises.agreed', { who, date: dates.day(promise.agreedOn) })}
        </span>
      </span>
      <span className={styles.when}>
        {isOverdue ? (
          <strong className={styles.overdue}>{dates.overdue(promise.daysOverdue)}</strong>
        ) : ahead === '' ? null : (
          <span>{ahead}</span>
        )}
        <span lang={promise.language}>{dates.due(promise.due)}</span>
      </span>
    </li>
  );
}

function UntoldItem({ promises }: { readonly promises: readonly Promised[] }) {
  const say = useText();
  const areAllDone = promises.every((promise) => promise.status === 'done');
  return (
    <li className={styles.item}>
      <Icon name="notReportedBack" tone="warn" />
      <span className={styles.words}>
        <span>{say(areAllDone ? 'projects.promises.untold' : 'projects.promises.untoldMixed', { n: promises.length })}</span>
        <span className={styles.note} lang={promises[0]?.language}>
          {promises[0]?.wording}
        </span>
      </span>
      <span className={styles.when}>
        <Link search={{ filter: 'unreported' }} to="/actions">
          {say('projects.promises.seeUntold')}
        </Link>
      </span>
    </li>
  );
}
