import { Link } from '@tanstack/react-router';
import type { OverviewRow } from '../../../shared/contract/place-rows.ts';
import { daysFrom, useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { OverviewName } from './OverviewName.tsx';
import styles from './places.module.css';

/** The regional overview as tiles: the same rows, each a place to go to. */
export function PlaceTiles({ rows, day }: { readonly rows: readonly OverviewRow[]; readonly day: string }) {
  const say = useText();
  return (
    <ul aria-label={say('places.title')} className={styles.tiles}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link className={styles.tile} params={{ place: row.id }} to="/places/$place">
            <span className={styles.tileName}>
              <OverviewName row={row} />
            </span>
            <TileFacts day={day} row={row} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function TileFacts({ row, day }: { readonly row: OverviewRow; readonly day: string }) {
  const say = useText();
  const dates = useDates();
  const { lastMeeting: last, nextMeeting: next } = row;
  const ahead = next?.planned.precision === 'day' && next.planned.sortOn !== null ? daysFrom(day, next.planned.sortOn) : -1;
  const running = row.projects.filter((project) => project.isRunning);
  const none = say('places.none');
  return (
    <>
      <span className={styles.tileLine}>
        <span className={styles.quiet}>{say('places.column.last')}</span>
        <span>{last === null ? none : dates.held(last.held)}</span>
        <span className={styles.quiet}>{say('places.column.next')}</span>
        <span>
          {next === null ? none : dates.due(next.planned)}
          {ahead >= 0 ? `, ${dates.ahead(ahead)}` : null}
        </span>
      </span>
      <span className={styles.tilePromises}>
        <span>{say('places.openOf', { n: row.openActions })}</span>
        {row.overdueActions === 0 ? null : <strong className={styles.overdue}>{say('places.overdueOf', { n: row.overdueActions })}</strong>}
        {row.untoldActions === 0 ? null : <span>{say('places.untoldOf', { n: row.untoldActions })}</span>}
        <span>{say('places.findingsOf', { n: row.findings })}</span>
      </span>
      {running.length === 0 ? null : <span className={styles.under}>{running.map((project) => project.name).join(', ')}</span>}
    </>
  );
}
