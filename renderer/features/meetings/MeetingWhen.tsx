import { useState } from 'react';
import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import type { MeetingFields } from '../../../shared/contract/meetings-planning.ts';
import { readClockSpan } from '../../../shared/model/wall-clock.ts';
import { today, useDates } from '../../lib/dates.ts';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { useText } from '../../lib/text.ts';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { readHeld } from './held-words.ts';
import styles from './meetings.module.css';

interface MeetingWhenProps {
  readonly meeting: MeetingDetails;
  readonly onChange: (fields: Partial<MeetingFields>) => void;
}

/** Planned and held are two things: the plan in its words, the day it was with how sure that is, and the clock on the wall. */
export function MeetingWhen({ meeting, onChange }: MeetingWhenProps) {
  const say = useText();
  return (
    <>
      <VagueDateField
        isAhead
        label={say('meetings.planned')}
        language={meeting.language}
        onCommit={(planned) => onChange({ planned })}
        today={today()}
        value={meeting.planned.asSaid === null && meeting.planned.sortOn === null ? null : meeting.planned}
      />
      <HeldField meeting={meeting} onChange={onChange} />
      <TimesField meeting={meeting} onChange={onChange} />
      {meeting.isSent && meeting.held === null ? <p className={styles.note}>{say('meetings.moveNote')}</p> : null}
    </>
  );
}

function HeldField({ meeting, onChange }: MeetingWhenProps) {
  const say = useText();
  const dates = useDates();
  const { held } = meeting;
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const typed = useTypedText(meeting.heldAsSaid ?? (held === null ? '' : dates.held(held)), (text) => {
    const read = text.trim() === '' ? null : readHeld(text, today(), meeting.language);
    if (text.trim() !== '' && read === null) return setProblem(say('meetings.held.unread'));
    setProblem(undefined);
    return onChange({ held: read === null ? null : { ...read, reason: meeting.heldReason } });
  });
  const kept = { asSaid: meeting.heldAsSaid, reason: meeting.heldReason };
  return (
    <>
      <TextField
        error={problem}
        help={held === null ? say('meetings.held.help') : say(`meetings.held.${held.precision}`, { day: dates.day(held.on) })}
        label={say('meetings.held')}
        onBlur={typed.commit}
        onChange={typed.onChange}
        onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
        value={typed.text}
      />
      {held === null ? null : (
        <Checkbox
          isSelected={held.precision === 'inferred'}
          onChange={(isInferred) => onChange({ held: { ...kept, on: held.on, precision: isInferred ? 'inferred' : 'day' } })}
        >
          {say('meetings.held.isInferred')}
        </Checkbox>
      )}
      {held?.precision === 'inferred' ? (
        <KeptField
          label={say('meetings.held.reason')}
          lang={meeting.language}
          onSave={(reason) => onChange({ held: { ...held, asSaid: meeting.heldAsSaid, reason: reason.trim() === '' ? null : reason } })}
          rows={2}
          value={meeting.heldReason ?? ''}
        />
      ) : null}
    </>
  );
}

function TimesField({ meeting, onChange }: MeetingWhenProps) {
  const say = useText();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const sign = say('meetings.clockSign');
  const { times } = meeting;
  const shown = times === null ? '' : [times.from, times.to].flatMap((at) => at?.replace(':', sign) ?? []).join('–');
  const typed = useTypedText(shown, (text) => {
    const read = text.trim() === '' ? null : readClockSpan(text);
    if (text.trim() !== '' && read === null) return setProblem(say('meetings.times.unread'));
    setProblem(undefined);
    return onChange({ times: read });
  });
  return (
    <TextField
      error={problem}
      label={say('meetings.times')}
      length={14}
      onBlur={typed.commit}
      onChange={typed.onChange}
      onKeyDown={(event) => (event.key === 'Enter' ? typed.commit() : event.continuePropagation())}
      placeholder={say('meetings.times.hint')}
      value={typed.text}
    />
  );
}
