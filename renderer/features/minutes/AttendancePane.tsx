import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { MinutesOf } from '../../../shared/contract/minutes.ts';
import { orpc } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { Facts } from '../../ui/facts/Facts.tsx';
import { AttendancePart } from './AttendancePart.tsx';
import styles from './minutes.module.css';

interface AttendancePaneProps {
  readonly minutes: MinutesOf;
  readonly paneRef: RefObject<HTMLDivElement | null>;
}

/** Beside the minutes: who is there, in which roles, and who the papers go to afterwards. */
export function AttendancePane({ minutes, paneRef }: AttendancePaneProps) {
  const say = useText();
  const { meetingId, language } = minutes;
  const attendance = useQuery(orpc.minutes.attendance.queryOptions({ input: { meetingId } }));
  const agreeing = (attendance.data?.attendees ?? []).filter(({ contact }) => contact !== null && contact.withdrawnOn === null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the pane scrolls: without a tab stop the keyboard could not reach its end
    <div aria-label={say('minutes.facts')} className={styles.pane} ref={paneRef} role="group" tabIndex={0}>
      <AttendancePart meetingId={meetingId} />
      {minutes.roles.length === 0 ? null : (
        <section>
          <h2>{say('minutes.roles')}</h2>
          <Facts facts={minutes.roles.map(({ role, who }) => ({ name: say.any(`minutes.role.${role}`), value: who }))} lang={language} />
        </section>
      )}
      <section>
        <h2>{say('minutes.after')}</h2>
        <p className={styles.note}>{say('minutes.contact.who')}</p>
        <p className={styles.note}>{say('minutes.contact.count', { n: agreeing.length })}</p>
      </section>
    </div>
  );
}
