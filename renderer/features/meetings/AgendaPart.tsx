import { useRef, type KeyboardEvent } from 'react';
import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import { client } from '../../lib/client.ts';
import { isCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { useAddLine } from '../../lib/use-add-line.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { AgendaItem } from './AgendaItem.tsx';
import styles from './meetings.module.css';

/** The agenda, written in place: Enter in the last field adds an item, Alt with the arrows moves the one in hand. */
export function AgendaPart({ meeting }: { readonly meeting: MeetingDetails }) {
  const say = useText();
  const save = useSave();
  const list = useRef<HTMLOListElement>(null);

  const line = useAddLine((title) => client.meetings.addAgendaItem({ meetingId: meeting.id, afterId: null, title }));
  function onKeyDown(event: KeyboardEvent, id: string): void {
    const to = isCommand(event.nativeEvent, 'meetings.moveUp') ? 'up' : isCommand(event.nativeEvent, 'meetings.moveDown') ? 'down' : null;
    if (to === null) return;
    event.preventDefault();
    void save(() => client.meetings.moveAgendaItem({ id, to }));
  }

  return (
    <section aria-label={say('meetings.agenda')} className={styles.part}>
      <div className={styles.head}>
        <h2>{say('meetings.agenda')}</h2>
      </div>
      {meeting.agenda.length === 0 ? <p className={styles.note}>{say('meetings.noAgenda')}</p> : null}
      <ol className={styles.items} ref={list}>
        {meeting.agenda.map((item) => (
          <li key={item.id}>
            <div onKeyDown={(event) => onKeyDown(event, item.id)} role="presentation">
              <AgendaItem item={item} meeting={meeting} />
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.addLine}>
        <TextField label={say('meetings.agenda.add')} maxLength={300} placeholder={say('meetings.agenda.hint')} {...line} />
      </div>
    </section>
  );
}
