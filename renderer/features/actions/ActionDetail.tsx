import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { ActionRow } from '../../../shared/contract/actions.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { Facts, type Fact } from '../../ui/facts/Facts.tsx';
import { ActionFields } from './ActionFields.tsx';
import { ActionLife } from './ActionLife.tsx';
import { ActionStanding } from './ActionStanding.tsx';
import { DeedRow } from './DeedRow.tsx';

/** What can be done to an action beside writing in it. */
export type ActionDeed = 'status' | 'told' | 'reviewed';

export interface ActionDetailProps {
  readonly action: ActionRow;
  readonly day: string;
  readonly wordingRef: RefObject<HTMLTextAreaElement | null>;
  /** Around the buttons. */
  readonly deedsRef: RefObject<HTMLDivElement | null>;
  readonly onDeed: (deed: ActionDeed) => void;
  readonly onClose: () => void;
}

/** One action: how it stands, what can be done, what it says, where it was agreed, and what has happened since. */
export function ActionDetail({ action, day, wordingRef, deedsRef, onDeed, onClose }: ActionDetailProps) {
  const say = useText();
  return (
    <DetailPane
      closeLabel={say('actions.close')}
      note={action.code}
      onClose={onClose}
      title={<span lang={action.language}>{action.wording}</span>}
    >
      <ActionStanding action={action} day={day} />
      <DeedRow ref={deedsRef}>
        <Button kbd="S" onPress={() => onDeed('status')} size="bar">
          {say('actions.changeStatus')}
        </Button>
        <Button kbd="R" onPress={() => onDeed('told')} size="bar">
          {say('actions.back')}
        </Button>
        <Button kbd="V" onPress={() => onDeed('reviewed')} size="bar">
          {say('actions.review')}
        </Button>
      </DeedRow>
      <Origin action={action} />
      <ActionFields action={action} day={day} key={action.id} wordingRef={wordingRef} />
      <ActionLife action={action} />
    </DetailPane>
  );
}

/** Where it was agreed and what it rests on, each a way there. */
function Origin({ action }: { readonly action: ActionRow }) {
  const say = useText();
  const dates = useDates();
  const { meeting, finding, observation } = action;
  const facts: readonly Fact[] = [
    {
      name: say('actions.meeting'),
      value:
        meeting === null ? null : (
          <Link params={{ meeting: meeting.id }} to="/meetings/$meeting">
            {meeting.on === null ? meeting.title : `${meeting.title}, ${dates.day(meeting.on)}`}
          </Link>
        ),
    },
    {
      name: say('actions.finding'),
      value:
        finding === null ? null : (
          <Link
            params={{ project: finding.projectId }}
            search={{ row: finding.id }}
            to="/projects/$project/findings"
          >{`${finding.code} ${finding.wording}`}</Link>
        ),
    },
    {
      name: say('actions.idea'),
      value:
        observation === null ? null : (
          <Link params={{ kind: 'all' }} search={{ row: observation.id }} to="/notes/$kind">
            {observation.name}
          </Link>
        ),
    },
    { name: say('actions.place'), value: action.place },
    { name: say('actions.project'), value: action.project },
  ];
  return <Facts facts={facts} />;
}
