import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Participant } from '../../../shared/contract/fieldwork-asked.ts';
import type { ProjectId, RespondentId, WaveId } from '../../../shared/model/ids.ts';
import { askedEvents, statusAfter, type AskedEvent } from '../../../shared/model/participation.ts';
import { client, orpc } from '../../lib/client.ts';
import { formatDayShort } from '../../lib/format.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { ConsentPart } from './ConsentPart.tsx';
import styles from './fieldwork.module.css';
import { EventForm } from './RecordEvent.tsx';

export interface ParticipantPaneProps {
  readonly projectId: ProjectId;
  readonly waveId: WaveId;
  readonly respondentId: RespondentId;
  readonly onClose: () => void;
}

/** One person without a name: what happened when, consents, and the way out. */
export function ParticipantPane({ projectId, waveId, respondentId, onClose }: ParticipantPaneProps) {
  const say = useText();
  const query = useQuery(orpc.fieldwork.participant.queryOptions({ input: { respondentId } }));
  return (
    <aside aria-label={say('fieldwork.person.label')} className={styles.side}>
      <Loaded query={query}>
        {(person) => (
          <DetailPane closeLabel={say('fieldwork.receipt.close')} note={person.recruitedBy} onClose={onClose} title={person.code}>
            <Events person={person} waveId={waveId} />
            <ConsentPart person={person} />
            {person.erasedAt === null ? (
              <p>
                <Link params={{ project: projectId, respondent: respondentId }} to="/projects/$project/participants/$respondent/withdraw">
                  {say('fieldwork.list.withdraw')}
                </Link>
              </p>
            ) : null}
          </DetailPane>
        )}
      </Loaded>
    </aside>
  );
}

function Events({ person, waveId }: { readonly person: Participant; readonly waveId: WaveId }) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const [event, setEvent] = useState<AskedEvent | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const close = (): void => {
    setEvent(null);
    title.current?.focus();
  };
  const here = person.events.filter((one) => one.waveId === waveId);
  const isOut = person.withdrawnAt !== null;
  const last = here.at(-1)?.kind ?? null;
  const possible = isOut ? [] : askedEvents.filter((one) => last !== null && statusAfter(last, one) !== null);
  return (
    <section className={styles.section}>
      <h3 className={styles.heading} ref={title} tabIndex={-1}>
        {say('fieldwork.person.events')}
      </h3>
      <ol className={styles.plain}>
        {person.events.map((one) => (
          <li key={one.id}>
            <span>{say(`fieldwork.status.${one.kind}`)}</span>
            <span className={styles.quiet}>
              {one.precision === 'exact' ? '' : `${say(`fieldwork.precision.${one.precision}`)} `}
              {formatDayShort(one.happenedOn, language)}
              {one.waveId === waveId ? '' : ` · ${one.wave}`}
              {one.reason === '' ? '' : ` · ${one.reason}`}
            </span>
            {one.canBeRemoved ? (
              <IconButton
                icon="delete"
                label={say('fieldwork.person.removeEvent', { event: say(`fieldwork.status.${one.kind}`) })}
                onPress={() => void save(() => client.fieldwork.removeEvent({ eventId: one.id }))}
                size="small"
              />
            ) : null}
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        {possible.map((one) => (
          <Button aria-pressed={event === one} key={one} onPress={() => setEvent(one)} size="bar">
            {say(`fieldwork.status.${one}`)}
          </Button>
        ))}
      </div>
      {event === null ? null : (
        <EventForm event={event} key={event} onCancel={close} onDone={close} respondentIds={[person.respondentId]} waveId={waveId} />
      )}
    </section>
  );
}
