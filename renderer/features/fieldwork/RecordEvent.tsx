import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { printedKey } from '../../../shared/commands/keys.ts';
import type { ProjectId, RespondentId, WaveId } from '../../../shared/model/ids.ts';
import { askedEvents, needsReason, statusAfter, type AskedEvent } from '../../../shared/model/participation.ts';
import { client, orpc } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { formKeys } from '../../lib/form-keys.ts';
import { platform } from '../../lib/platform.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './fieldwork.module.css';

export interface RecordEventProps {
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly selected: ReadonlySet<RespondentId>;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}

/** What happened to all that are selected: each event says how many of them can have it, and only they get it. */
export function RecordEvent({ projectId, waveId, selected, onDone, onRemove }: RecordEventProps) {
  const say = useText();
  const [event, setEvent] = useState<AskedEvent | null>(null);
  const persons = useQuery(orpc.fieldwork.askedIds.queryOptions({ input: { projectId, waveId } })).data?.persons ?? [];
  const mine = persons.filter((person) => selected.has(person.respondentId));
  const able = (one: AskedEvent): RespondentId[] =>
    mine.filter((person) => statusAfter(person.status, one) !== null).map((person) => person.respondentId);
  return (
    <>
      <div aria-label={say('fieldwork.event.label')} className={styles.selection} role="group">
        <span aria-live="polite">{say('fieldwork.asked.selected', { count: selected.size })}</span>
        {askedEvents.map((one) => {
          const count = able(one).length;
          return (
            <Button aria-pressed={event === one} isDisabled={count === 0} key={one} onPress={() => setEvent(one)} size="bar">
              {count === selected.size || count === 0
                ? say(`fieldwork.status.${one}`)
                : say('fieldwork.event.some', { event: say(`fieldwork.status.${one}`), count, of: selected.size })}
            </Button>
          );
        })}
        <Button isDanger onPress={onRemove} size="bar">
          {say('fieldwork.asked.remove')}
        </Button>
        <Button onPress={onDone} size="bar" variant="quiet">
          {say('fieldwork.bulk.none')}
        </Button>
      </div>
      {event === null ? null : (
        <EventForm event={event} key={event} onCancel={() => setEvent(null)} onDone={onDone} respondentIds={able(event)} waveId={waveId} />
      )}
    </>
  );
}

/** When it happened, how sure that is, and why. One step for all. */
export function EventForm({
  event,
  waveId,
  respondentIds,
  onDone,
  onCancel,
}: {
  readonly event: AskedEvent;
  readonly waveId: WaveId;
  readonly respondentIds: readonly RespondentId[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const say = useText();
  const save = useSave();
  const first = useRef<HTMLInputElement>(null);
  const [happenedOn, setHappenedOn] = useState(() => today());
  const [isAbout, setAbout] = useState(false);
  const [reason, setReason] = useState('');
  useEffect(() => first.current?.focus(), []);
  const isMissing = needsReason(event) && reason.trim() === '';
  const record = useOneAtATime(async () => {
    if (isMissing || happenedOn === '' || respondentIds.length === 0) return;
    const done = await save(() =>
      client.fieldwork.recordEvent({
        waveId,
        respondentIds: [...respondentIds],
        event,
        happenedOn,
        precision: isAbout ? 'about' : 'exact',
        reason,
      }),
    );
    if (done !== undefined) onDone();
  });
  return (
    <section aria-label={say(`fieldwork.status.${event}`)} className={styles.form} {...formKeys(() => void record(), onCancel)}>
      <div className={styles.fields}>
        <TextField inputRef={first} label={say('fieldwork.event.on')} length={16} onChange={setHappenedOn} type="date" value={happenedOn} />
        <Checkbox isSelected={isAbout} onChange={setAbout}>
          {say('fieldwork.event.about')}
        </Checkbox>
        <TextField
          help={say(needsReason(event) ? 'fieldwork.event.reasonNeeded' : 'fieldwork.event.reasonFree')}
          label={say('fieldwork.event.reason')}
          onChange={setReason}
          value={reason}
        />
      </div>
      <div className={styles.actions}>
        <Button onPress={onCancel}>{say('app.cancel')}</Button>
        <Button isDisabled={isMissing} kbd={printedKey('Mod+Enter', platform)} onPress={() => void record()} variant="main">
          {say('fieldwork.event.record', { event: say(`fieldwork.status.${event}`), count: respondentIds.length })}
        </Button>
      </div>
    </section>
  );
}
