import { useQuery } from '@tanstack/react-query';
import type { Attendance } from '../../../shared/contract/minutes-after.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { CountedField } from '../../lib/fields/CountedField.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { useKeptText } from '../../lib/use-kept-text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { AddAttendee } from './AddAttendee.tsx';
import { AttendeeLine } from './AttendeeLine.tsx';
import styles from './parts.module.css';

/** Who was there: by organisation and role, with numbers as sure as they are. Names are voluntary, and numbers alone are enough. */
export function AttendancePart({ meetingId }: { readonly meetingId: MeetingId }) {
  const query = useQuery(orpc.minutes.attendance.queryOptions({ input: { meetingId } }));
  return <Loaded query={query}>{(attendance) => <Part attendance={attendance} meetingId={meetingId} />}</Loaded>;
}

function Part({ attendance, meetingId }: { readonly attendance: Attendance; readonly meetingId: MeetingId }) {
  const say = useText();
  const dates = useDates();
  const { attendees, sum, absent, language } = attendance;
  return (
    <section aria-labelledby={`attendance-${meetingId}`} className={styles.part}>
      <h2 id={`attendance-${meetingId}`}>{say('minutes.attendance')}</h2>
      <p className={styles.note}>{say('minutes.attendance.namesOptional')}</p>
      {attendees.length === 0 ? <p className={styles.note}>{say('minutes.attendance.empty')}</p> : null}
      <ul className={styles.rows}>
        {attendees.map((attendee) => (
          <AttendeeLine attendee={attendee} key={attendee.id} lang={language} meetingId={meetingId} />
        ))}
        {absent.map((who) => (
          <li className={styles.row} key={who}>
            <span className={styles.quiet} lang={language}>
              {who}
            </span>
            <span className={styles.absent}>{say('minutes.absent')}</span>
          </li>
        ))}
      </ul>
      {attendees.length === 0 ? null : (
        <p className={styles.sum}>
          {sum === null ? say('minutes.attendance.noTotal') : say('minutes.attendance.sum', { count: dates.counted(sum) })}
        </p>
      )}
      <AddAttendee meetingId={meetingId} />
      <Total attendance={attendance} meetingId={meetingId} />
    </section>
  );
}

/** The number for the whole meeting, in the words it was said in, and why it is no surer. */
function Total({ attendance, meetingId }: { readonly attendance: Attendance; readonly meetingId: MeetingId }) {
  const say = useText();
  const save = useSave();
  const { total } = attendance;
  const set = (change: Partial<Attendance['total']>): void => void save(() => client.minutes.setTotal({ meetingId, ...total, ...change }));
  const reason = useKeptText(total.reason ?? '', (text) => set({ reason: text.trim() === '' ? null : text.trim() }));
  const isUnsure = total.precision !== null && total.precision !== 'exact';
  return (
    <div className={styles.total}>
      <CountedField
        label={say('minutes.attendance.total')}
        onCommit={(said) => set({ count: said?.count ?? null, precision: said?.precision ?? null, asSaid: said?.asSaid ?? null })}
        value={total.count === null && total.asSaid === null ? null : total}
      />
      {total.precision === 'average' ? <p className={styles.note}>{say('minutes.attendance.totalAverage')}</p> : null}
      {isUnsure || total.reason !== null ? (
        <TextField label={say('minutes.attendance.reason')} onBlur={reason.onBlur} onChange={reason.onChange} value={reason.text} />
      ) : null}
    </div>
  );
}
