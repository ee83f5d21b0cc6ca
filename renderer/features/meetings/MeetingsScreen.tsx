import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { MeetingRow } from '../../../shared/contract/meetings.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { MeetingRounds } from './MeetingRounds.tsx';
import { YearWheel } from './YearWheel.tsx';
import styles from './MeetingsScreen.module.css';

/** Meetings by round, or one year of them on the wheel. Y goes between the two. */
export function MeetingsScreen() {
  const asked = Number(useSearchParam('show'));
  const year = Number.isInteger(asked) && asked >= 1900 && asked <= 2200 ? asked : null;
  const isWheel = useSearchParam('view') === 'wheel';
  const query = useQuery({
    ...orpc.meetings.list.queryOptions({ input: year === null ? {} : { year } }),
    placeholderData: (before) => before,
  });
  return (
    <Loaded query={query}>
      {({ meetings, years }) => <MeetingsPage isWheel={isWheel} meetings={meetings} year={year} years={years} />}
    </Loaded>
  );
}

interface MeetingsPageProps {
  readonly meetings: readonly MeetingRow[];
  readonly years: readonly number[];
  /** Null for all years. */
  readonly year: number | null;
  readonly isWheel: boolean;
}

function MeetingsPage({ meetings, years, year, isWheel }: MeetingsPageProps) {
  const say = useText();
  const navigate = useNavigate();
  const day = today();
  const thisYear = Number(day.slice(0, 4));
  const wheelYear = year ?? years.find((known) => known <= thisYear) ?? years.at(-1) ?? thisYear;
  const go = (view: 'list' | 'wheel', show: string): void =>
    void navigate({ to: '.', search: { ...(view === 'wheel' ? { view } : {}), ...(show === 'all' ? {} : { show }) } });
  const show = year === null ? 'all' : String(year);
  useCommand('meetings.wheel', () => go(isWheel ? 'list' : 'wheel', show));
  const options = [
    ...(isWheel ? [] : [{ id: 'all', label: say('meetings.allYears') }]),
    ...years.map((known) => ({ id: String(known), label: String(known) })),
  ];
  const ofYear = meetings.filter((meeting) => yearOf(meeting) === wheelYear);
  return (
    <div className={styles.page}>
      <PageHeader
        actions={
          <>
            <Select
              label={say('meetings.year')}
              look="chip"
              onChange={(id) => go(isWheel ? 'wheel' : 'list', id)}
              options={options}
              value={isWheel ? String(wheelYear) : show}
            />
            <SegmentedControl
              label={say('meetings.view')}
              onChange={(view) => go(view, show)}
              segments={[
                { id: 'list', label: say('meetings.view.list') },
                { id: 'wheel', label: say('meetings.view.wheel') },
              ]}
              value={isWheel ? 'wheel' : 'list'}
            />
          </>
        }
        facts={say('meetings.facts', { n: isWheel ? ofYear.length : meetings.length })}
        title={say('meetings.title')}
      />
      {meetings.length === 0 ? <EmptyState what={say('meetings.empty', { year: String(year ?? thisYear) })} /> : null}
      {isWheel && meetings.length > 0 ? (
        <div className={styles.wheelPage}>
          <YearWheel meetings={ofYear} today={day} year={wheelYear} />
          <div className={styles.beside}>
            <MeetingRounds meetings={ofYear} />
          </div>
        </div>
      ) : null}
      {isWheel ? null : <MeetingRounds meetings={meetings} />}
    </div>
  );
}

/** As the core counts: when it was held, else when it is planned, else its round's year. */
function yearOf(meeting: MeetingRow): number | null {
  const on = meeting.held?.on ?? meeting.planned.sortOn;
  return on === null ? (meeting.round?.year ?? null) : Number(on.slice(0, 4));
}
