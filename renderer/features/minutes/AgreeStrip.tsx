import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ActionFields, AgreedAction } from '../../../shared/contract/minutes.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client, orpc } from '../../lib/client.ts';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './editor.module.css';
import { WhoField, type Who, type WhoKind } from './WhoField.tsx';

interface AgreeStripProps {
  readonly meetingId: MeetingId;
  readonly lineId: string;
  /** What was agreed; null while its line is just being marked. */
  readonly action: AgreedAction | null;
  /** The day it was agreed, ISO. */
  readonly day: string;
  readonly lang: Language;
  readonly onClose: () => void;
}

/** Who owns what was agreed, by when, and with whom. Enter goes on and back to the line, Esc back at once. */
export function AgreeStrip({ meetingId, lineId, action, day, lang, onClose }: AgreeStripProps) {
  const say = useText();
  const save = useSave();
  const owner = useRef<HTMLInputElement>(null);
  const due = useRef<HTMLInputElement>(null);
  /** Shown until the file has answered. */
  const [said, setSaid] = useState<{ readonly owner?: string; readonly due?: ActionFields['due']; readonly parties?: string }>({});
  const [parties, setParties] = useState<string | null>(null);
  useLayoutEffect(() => owner.current?.focus(), []);

  const present = usePresent(meetingId);

  const write = (fields: Partial<ActionFields>): void => void save(() => client.minutes.agree({ lineId, action: fields }));
  function own(chosen: Who): void {
    const who = chosen.kind === 'choice' ? present.find(({ id }) => id === chosen.id) : chosen;
    if (who === undefined) return;
    setSaid({ ...said, owner: who.kind === 'said' ? who.text : who.name });
    write({
      ownerOrganisationId: who.kind === 'organisations' ? who.id : null,
      ownerPersonId: who.kind === 'people' ? who.id : null,
      ownerAsSaid: who.kind === 'said' ? who.text : who.kind === 'bodies' ? who.name : null,
    });
  }
  function leaveParties(): void {
    if (parties === null || parties === (action?.parties ?? '')) return;
    setSaid({ ...said, parties });
    write({ parties: parties.trim() === '' ? null : parties.trim() });
    setParties(null);
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Focus goes back to the line while the key is still down: it must not break the line there.
    if (event.key === 'Enter' && event.target !== owner.current) event.preventDefault();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  return (
    <div aria-label={say('minutes.agreeLabel')} className={styles.agree} onKeyDownCapture={onKeyDown} role="group">
      <WhoField
        choices={present.map(({ id, name }) => ({ id, label: name }))}
        inputRef={owner}
        kinds={['organisations', 'bodies', 'people']}
        label={say('minutes.owner')}
        onChoose={own}
        onClear={() => write({ ownerOrganisationId: null, ownerPersonId: null, ownerAsSaid: null })}
        onNext={() => due.current?.focus()}
        takesWords
        value={said.owner ?? action?.owner ?? ''}
      />
      <VagueDateField
        isAhead
        inputRef={due}
        label={say('minutes.due')}
        language={lang}
        onCommit={(value) => {
          const date = value ?? { asSaid: null, sortOn: null, precision: null };
          setSaid({ ...said, due: date });
          write({ due: date });
        }}
        onDone={onClose}
        today={day}
        value={said.due ?? action?.due ?? null}
      />
      <TextField
        label={say('minutes.parties')}
        length={24}
        onBlur={leaveParties}
        onChange={setParties}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return event.continuePropagation();
          leaveParties();
          return onClose();
        }}
        value={parties ?? said.parties ?? action?.parties ?? ''}
      />
    </div>
  );
}

interface Present {
  readonly kind: WhoKind;
  readonly id: string;
  readonly name: string;
}

/** Whoever is at the meeting is the likeliest to own what is agreed in it. */
function usePresent(meetingId: MeetingId): readonly Present[] {
  const { data } = useQuery(orpc.minutes.attendance.queryOptions({ input: { meetingId } }));
  const all = (data?.attendees ?? []).flatMap(({ organisation, body, person }): Present[] => [
    ...(organisation === null ? [] : [{ kind: 'organisations' as const, ...organisation }]),
    ...(body === null ? [] : [{ kind: 'bodies' as const, ...body }]),
    ...(person === null ? [] : [{ kind: 'people' as const, ...person }]),
  ]);
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
