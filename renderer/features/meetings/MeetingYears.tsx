import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { orpc } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { MeetingRounds } from './MeetingRounds.tsx';
import styles from './MeetingsScreen.module.css';
import { mostRings, ringsOf } from './wheel.ts';
import { YearWheel } from './YearWheel.tsx';

/** The rounds of one year or of all, or a year on the wheel. */
export function MeetingYears({ isWheel }: { readonly isWheel: boolean }) {
  const asked = Number(useSearchParam('show'));
  const year = Number.isInteger(asked) && asked >= 1900 && asked <= 2200 ? asked : null;
  const query = useQuery({
    ...orpc.meetings.list.queryOptions({ input: year === null ? {} : { year } }),
    placeholderData: (before) => before,
  });
  return (
    <Loaded query={query}>{({ meetings, years }) => <Years isWheel={isWheel} meetings={meetings} year={year} years={years} />}</Loaded>
  );
}

interface YearsProps {
  readonly meetings: readonly MeetingRow[];
  readonly years: readonly number[];
  /** Null for all years. */
  readonly year: number | null;
  readonly isWheel: boolean;
}

function Years({ meetings, years, year, isWheel }: YearsProps) {
  const say = useText();
  const navigate = useNavigate();
  const day = today();
  const thisYear = Number(day.slice(0, 4));
  const wheelYear = year ?? years.find((known) => known <= thisYear) ?? years.at(-1) ?? thisYear;
  const ofYear = meetings.filter((meeting) => yearOf(meeting) === wheelYear);
  const hasRoom = ringsOf(ofYear, 'nb-NO').length <= mostRings;
  const shown = isWheel ? ofYear : meetings;
  return (
    <>
      <div className={styles.bar}>
        <Select
          label={say('meetings.year')}
          look="chip"
          onChange={(show) =>
            void navigate({ to: '.', search: { ...(isWheel ? { view: 'wheel' } : {}), ...(show === 'all' ? {} : { show }) } })
          }
          options={[
            ...(isWheel ? [] : [{ id: 'all', label: say('meetings.allYears') }]),
            ...years.map((known) => ({ id: String(known), label: String(known) })),
          ]}
          value={isWheel ? String(wheelYear) : year === null ? 'all' : String(year)}
        />
        <span className={styles.note}>{say('meetings.facts', { n: shown.length })}</span>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          how={say('meetings.emptyHow')}
          what={isWheel || year !== null ? say('meetings.empty', { year: String(year ?? thisYear) }) : say('meetings.emptyAll')}
        />
      ) : null}
      {isWheel && shown.length > 0 && hasRoom ? (
        <div className={styles.wheelPage}>
          <YearWheel meetings={ofYear} today={day} year={wheelYear} />
          <div className={styles.beside}>
            <MeetingRounds meetings={ofYear} />
          </div>
        </div>
      ) : null}
      {isWheel && !hasRoom ? <p className={styles.tooMany}>{say('meetings.wheel.tooMany')}</p> : null}
      {isWheel && hasRoom ? null : <MeetingRounds meetings={shown} />}
    </>
  );
}

/** As the core counts: when it was held, else when it is planned, else its round's year. */
function yearOf(meeting: MeetingRow): number | null {
  const on = meeting.held?.on ?? meeting.planned.sortOn;
  return on === null ? (meeting.round?.year ?? null) : Number(on.slice(0, 4));
}
