import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingRequest } from '../../../shared/contract/meetings-planning.ts';
import { client, orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { AnswerRequest } from './AnswerRequest.tsx';
import styles from './meetings.module.css';
import { RequestDialog } from './RequestDialog.tsx';

/** Those who ask for a meeting, unanswered first, and what came of it. */
export function RequestsInbox() {
  const say = useText();
  const query = useQuery(orpc.meetings.requests.queryOptions({ input: {} }));
  return (
    <Loaded query={query}>
      {({ requests }) =>
        requests.length === 0 ? (
          <EmptyState how={say('meetings.requests.how')} what={say('meetings.requests.empty')} />
        ) : (
          <ul className={styles.requests}>
            {requests.map((request) => (
              <Request key={request.id} request={request} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

const tones = { new: 'warn', accepted: 'good', declined: 'neutral' } as const;

function Request({ request }: { readonly request: MeetingRequest }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const [dialog, setDialog] = useState<'accept' | 'decline' | 'edit' | null>(null);
  const { organisation, person, asSaid } = request.askedBy;
  const who = [person?.name, organisation?.name, asSaid, request.place?.name].filter((part) => part !== null && part !== undefined);
  const close = (): void => setDialog(null);
  return (
    <li className={styles.request}>
      <p className={styles.words}>{request.wording}</p>
      <p className={styles.note}>
        {[...who, request.askedOn === null ? '' : dates.day(request.askedOn)].filter((part) => part !== '').join(' · ')}
      </p>
      <div className={styles.bar}>
        <StatusText tone={tones[request.status]}>{say(`meetings.request.${request.status}`)}</StatusText>
        {request.meeting === null ? null : (
          <Link params={{ meeting: request.meeting.id }} to="/meetings/$meeting">
            {request.meeting.title}
          </Link>
        )}
        {request.answer === null ? null : <span className={styles.note}>{request.answer}</span>}
        {request.status === 'new' ? (
          <>
            <Button onPress={() => setDialog('accept')} size="bar">
              {say('meetings.request.accept')}
            </Button>
            <Button onPress={() => setDialog('decline')} size="bar">
              {say('meetings.request.decline')}
            </Button>
          </>
        ) : null}
        <Button onPress={() => setDialog('edit')} size="bar" variant="quiet">
          {say('meetings.request.edit')}
        </Button>
        <Button onPress={() => void save(() => client.meetings.removeRequest({ id: request.id }))} size="bar" variant="quiet">
          {say('meetings.remove')}
        </Button>
      </div>
      {dialog === 'edit' ? <RequestDialog onClose={close} request={request} /> : null}
      {dialog === 'accept' || dialog === 'decline' ? <AnswerRequest answer={dialog} onClose={close} request={request} /> : null}
    </li>
  );
}
