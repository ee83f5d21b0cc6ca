import { useState } from 'react';
import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { CancelMeeting } from './CancelMeeting.tsx';
import styles from './meetings.module.css';
import { nextStep, type NextStep } from './next-step.ts';

interface MeetingStepProps {
  readonly meeting: MeetingDetails;
  readonly onSend: () => void;
  readonly onMinutes: () => void;
  readonly onShow: (part: 'before' | 'after') => void;
}

const sends: ReadonlySet<NextStep> = new Set(['send-invitations', 'send-sheet', 'send-minutes', 'send-again']);
const writes: ReadonlySet<NextStep> = new Set(['hold', 'minutes']);

/** Where the meeting stands and what is next, with the deed that does it; and calling it off. */
export function MeetingStep({ meeting, onSend, onMinutes, onShow }: MeetingStepProps) {
  const say = useText();
  const save = useSave();
  const [isCancelling, setIsCancelling] = useState(false);
  const step = nextStep(meeting, today());
  const canCancel = meeting.held === null && ['requested', 'planned', 'invited', 'questions-sent'].includes(meeting.status);
  const isOff = meeting.status === 'cancelled' || meeting.status === 'requested';
  const resume = (): void => void save(() => client.meetings.resume({ meetingId: meeting.id }));
  return (
    <div className={styles.step} role="status">
      <p>
        {meeting.status === 'cancelled' && meeting.gapReason !== null ? (
          <span lang={meeting.language}>{`${meeting.gapReason} `}</span>
        ) : null}
        <strong>{say(`meetings.step.${step}`)}</strong>
      </p>
      {sends.has(step) ? (
        <Button onPress={onSend} size="bar">
          {say('meetings.send')}
        </Button>
      ) : null}
      {writes.has(step) ? (
        <Button onPress={onMinutes} size="bar">
          {say('meetings.openMinutes')}
        </Button>
      ) : null}
      {step === 'answers' || step === 'invite' || step === 'write-sheet' ? (
        <Button onPress={() => onShow('before')} size="bar">
          {say('meetings.step.show')}
        </Button>
      ) : null}
      {isOff ? (
        <Button onPress={resume} size="bar">
          {say(meeting.status === 'cancelled' ? 'meetings.resume' : 'meetings.planIt')}
        </Button>
      ) : null}
      {canCancel ? (
        <Button onPress={() => setIsCancelling(true)} size="bar" variant="quiet">
          {say('meetings.cancel')}
        </Button>
      ) : null}
      {isCancelling ? <CancelMeeting meeting={meeting} onClose={() => setIsCancelling(false)} /> : null}
    </div>
  );
}
