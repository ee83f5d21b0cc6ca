import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import type { MeetingFields } from '../../../shared/contract/meetings-planning.ts';
import { MeetingId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './meetings.module.css';

interface MeetingBelongsProps {
  readonly meeting: MeetingDetails;
  readonly onChange: (fields: Partial<MeetingFields>) => void;
}

/** The round it belongs to, the meeting it goes on from, and those that go on from it. */
export function MeetingBelongs({ meeting, onChange }: MeetingBelongsProps) {
  const say = useText();
  const dates = useDates();
  const { data } = useQuery(orpc.meetings.list.queryOptions({ input: {} }));
  const [typed, setTyped] = useState<string | null>(null);
  const all = data?.meetings ?? [];
  const rounds = new Map(all.flatMap(({ round }) => (round === null ? [] : [[round.id, round] as const])));
  const wanted = (typed ?? '').trim().toLowerCase();
  const hits = all.filter(({ id, title, area }) => id !== meeting.id && `${title} ${area}`.toLowerCase().includes(wanted)).slice(0, 12);
  const when = (on: string | null): string => (on === null ? '' : dates.day(on));
  return (
    <>
      <Select
        label={say('meetings.round')}
        onChange={(id) => onChange({ roundId: id === 'none' ? null : id })}
        options={[
          { id: 'none', label: say('meetings.noRound') },
          ...[...rounds.values()].map(({ id, name, series }) => ({ id, label: name, ...(series === null ? {} : { detail: series }) })),
        ]}
        value={meeting.round?.id ?? 'none'}
      />
      <ComboBox
        countText={say('meetings.hits', { n: hits.length })}
        label={say('meetings.follows')}
        onCancel={() => setTyped(null)}
        onChoose={(id) => {
          setTyped(null);
          onChange({ followsId: MeetingId.parse(id) });
        }}
        onTextChange={setTyped}
        options={hits.map((one) => ({
          id: one.id,
          label: one.title,
          detail: [one.area, when(one.held?.on ?? one.planned.sortOn)].join(' '),
        }))}
        text={typed ?? ''}
      />
      {meeting.follows === null ? null : (
        <p className={styles.row}>
          <Link params={{ meeting: meeting.follows.id }} to="/meetings/$meeting">
            {meeting.follows.title}
          </Link>
          <span className={styles.note}>{when(meeting.follows.on)}</span>
          <IconButton icon="remove" label={say('meetings.follows.remove')} onPress={() => onChange({ followsId: null })} size="small" />
        </p>
      )}
      {meeting.continuedBy.map(({ id, title, on }) => (
        <p className={styles.note} key={id}>
          {say('meetings.continuedBy')}{' '}
          <Link params={{ meeting: id }} to="/meetings/$meeting">
            {title}
          </Link>{' '}
          {when(on)}
        </p>
      ))}
    </>
  );
}
