import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { ObservationRow } from '../../../shared/contract/observations.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { Facts } from '../../ui/facts/Facts.tsx';
import { Switch } from '../../ui/switch/Switch.tsx';
import { DeedRow, LifeList } from '../actions/index.ts';
import { KindText } from './KindText.tsx';
import { ObservationFields } from './ObservationFields.tsx';
import { ObservationStatusText } from './ObservationStatusText.tsx';
import styles from './observations.module.css';

/** What can be done to something that was noted beside writing in it. */
export type ObservationDeed = 'status' | 'share' | 'action' | 'deidentify';

export interface ObservationDetailProps {
  readonly observation: ObservationRow;
  readonly day: string;
  readonly titleRef: RefObject<HTMLTextAreaElement | null>;
  readonly onDeed: (deed: ObservationDeed) => void;
  /** Says whether it may be told to others. */
  readonly onShareable: (isShareable: boolean) => void;
  readonly onClose: () => void;
}

/** One thing that was noted: how it stands, whether it may be told, what it says, and what has come of it. */
export function ObservationDetail({ observation, day, titleRef, onDeed, onShareable, onClose }: ObservationDetailProps) {
  const say = useText();
  const dates = useDates();
  const isStory = observation.kind === 'case-story';
  const { meeting } = observation;
  return (
    <DetailPane
      closeLabel={say('observations.close')}
      note={<KindText kind={observation.kind} />}
      onClose={onClose}
      title={<span lang={observation.language}>{observation.title}</span>}
    >
      <ObservationStatusText status={observation.status} />
      <DeedRow>
        <Button kbd="S" onPress={() => onDeed('status')} size="bar">
          {say('observations.changeStatus')}
        </Button>
        <Button kbd="A" onPress={() => onDeed('action')} size="bar">
          {say('observations.makeAction')}
        </Button>
        <Button
          isDisabled={!observation.isShareable}
          kbd="D"
          onPress={() => onDeed('share')}
          reason={say('observations.share.not')}
          size="bar"
        >
          {say('observations.share')}
        </Button>
      </DeedRow>
      <Switch isSelected={observation.isShareable} onChange={(may) => (may && isStory ? onDeed('deidentify') : onShareable(may))}>
        {isStory && observation.isShareable ? say('observations.shareable.story') : say('observations.shareable')}
      </Switch>
      {isStory && !observation.isShareable ? <p className={styles.note}>{say('observations.shareable.storyNot')}</p> : null}
      <Facts
        facts={[
          {
            name: say('observations.meeting'),
            value:
              meeting === null ? null : (
                <Link params={{ meeting: meeting.id }} to="/meetings/$meeting">
                  {meeting.on === null ? meeting.title : `${meeting.title}, ${dates.day(meeting.on)}`}
                </Link>
              ),
          },
          {
            name: say('observations.said'),
            value:
              observation.said === null ? null : (
                <q className={styles.words} lang={observation.language}>
                  {observation.said}
                </q>
              ),
          },
        ]}
      />
      <MadeActions observation={observation} />
      <ObservationFields day={day} key={observation.id} observation={observation} titleRef={titleRef} />
      {observation.events.length === 0 ? null : (
        <section>
          <h3>{say('observations.events')}</h3>
          <LifeList
            dayOf={dates.day}
            lang={observation.language}
            steps={observation.events.map(({ on, status, note, meeting: where }) => ({
              on,
              what: say(`observations.status.${status}`),
              where,
              note,
            }))}
          />
        </section>
      )}
    </DetailPane>
  );
}

function MadeActions({ observation }: { readonly observation: ObservationRow }) {
  const say = useText();
  if (observation.actions.length === 0) return null;
  return (
    <section>
      <h3>{say('observations.actions')}</h3>
      <ul className={styles.list}>
        {observation.actions.map((action) => (
          <li key={action.id}>
            <Link params={{ action: action.id }} to="/actions/$action">{`${action.code} ${action.wording}`}</Link>
            <span className={styles.note}>{say(`actions.status.${action.status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
