import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingId, ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';

/** A meeting as it was picked. */
export interface PickedMeeting {
  readonly id: MeetingId;
  readonly title: string;
  readonly on: string | null;
}

export interface MeetingPickerProps {
  readonly label: string;
  readonly value: PickedMeeting | null;
  /** Null when the field was emptied and left. */
  readonly onPick: (value: PickedMeeting | null) => void;
  readonly projectId?: ProjectId | undefined;
}

/** A meeting, found by its title or its place; the latest first. */
export function MeetingPicker({ label, value, onPick, projectId }: MeetingPickerProps) {
  const say = useText();
  const dates = useDates();
  const [typed, setTyped] = useState<string | null>(null);
  const [isHere, setIsHere] = useState(false);
  const text = (typed ?? '').trim().slice(0, 100);
  const input = { text, ...(projectId === undefined ? {} : { projectId }) };
  const query = useQuery({ ...orpc.actions.meetings.queryOptions({ input }), enabled: isHere, placeholderData: keepPreviousData });
  const hits = query.data?.hits ?? [];
  function leave(): void {
    setIsHere(false);
    if (typed !== null && text === '' && value !== null) onPick(null);
    setTyped(null);
  }
  return (
    <div onBlur={leave} onFocus={() => setIsHere(true)} role="presentation">
      <ComboBox
        countText={say('actions.meeting.hits', { n: hits.length })}
        label={label}
        onChoose={(id) => {
          const hit = hits.find((meeting) => meeting.id === id);
          setTyped(null);
          if (hit !== undefined) onPick(hit);
        }}
        onTextChange={setTyped}
        options={hits.map((meeting) => ({
          id: meeting.id,
          label: meeting.title,
          detail: meeting.on === null ? undefined : dates.day(meeting.on),
        }))}
        placeholder={say('actions.meeting.find')}
        text={typed ?? value?.title ?? ''}
      />
    </div>
  );
}
