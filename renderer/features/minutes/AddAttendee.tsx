import { useLayoutEffect, useRef, useState } from 'react';
import type { MeetingId } from '../../../shared/model/ids.ts';
import type { Counted } from '../../../shared/model/vague.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { CountCell } from './CountCell.tsx';
import styles from './parts.module.css';
import { WhoField, type Who } from './WhoField.tsx';

/** A new row of who was there: who, as what, how many. Enter goes on, and after the number begins the next row. */
export function AddAttendee({ meetingId }: { readonly meetingId: MeetingId }) {
  const say = useText();
  const save = useSave();
  const [isOpen, setIsOpen] = useState(false);
  const [who, setWho] = useState<Extract<Who, { readonly name: string }> | null>(null);
  const [role, setRole] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const roleField = useRef<HTMLInputElement>(null);
  const countField = useRef<HTMLInputElement>(null);
  const count = useRef<Counted | null>(null);

  useLayoutEffect(() => {
    if (isOpen) first.current?.focus();
  }, [isOpen]);

  const add = useOneAtATime(async () => {
    if (who === null && role.trim() === '' && count.current === null) return;
    const said = count.current;
    const idOf = (kind: Who['kind']): string | null => (who?.kind === kind ? who.id : null);
    const done = await save(() =>
      client.minutes.putAttendee({
        meetingId,
        id: null,
        role: role.trim(),
        organisationId: idOf('organisations'),
        bodyId: idOf('bodies'),
        personId: idOf('people'),
        count: said?.count ?? null,
        precision: said?.precision ?? null,
        note: null,
      }),
    );
    if (done === undefined) return;
    setWho(null);
    setRole('');
    count.current = null;
    // Who has gone on meanwhile is not called back.
    if (document.activeElement?.closest('[data-add-attendee]') != null) first.current?.focus();
  });
  if (!isOpen)
    return (
      <div data-add-attendee="">
        <Button icon="add" onPress={() => setIsOpen(true)} size="bar">
          {say('minutes.attendance.add')}
        </Button>
      </div>
    );
  return (
    <div aria-label={say('minutes.attendance.add')} className={styles.add} data-add-attendee="" role="group">
      <WhoField
        inputRef={first}
        kinds={['organisations', 'bodies', 'people']}
        label={say('minutes.attendance.kind')}
        onChoose={(chosen) =>
          chosen.kind === 'organisations' || chosen.kind === 'bodies' || chosen.kind === 'people' ? setWho(chosen) : undefined
        }
        onClear={() => setWho(null)}
        onNext={() => roleField.current?.focus()}
        value={who?.name ?? ''}
      />
      <div className={styles.roleAndCount}>
        <TextField
          help={say('minutes.attendance.roleHelp')}
          inputRef={roleField}
          label={say('minutes.attendance.role')}
          onChange={setRole}
          onKeyDown={(event) => (event.key === 'Enter' ? countField.current?.focus() : event.continuePropagation())}
          value={role}
        />
        <CountCell
          inputRef={countField}
          label={say('minutes.attendance.count', { who: who?.name ?? role })}
          onCommit={(value) => {
            count.current = value;
          }}
          onDone={() => void add()}
          value={null}
        />
        <Button onPress={() => void add()} size="bar">
          {say('minutes.add')}
        </Button>
      </div>
    </div>
  );
}
