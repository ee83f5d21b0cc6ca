import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { MeetingKind } from '../../../shared/contract/meetings.ts';
import type { MeetingRequest } from '../../../shared/contract/meetings-planning.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client } from '../../lib/client.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './plan.module.css';
import { useProjectChoice } from './use-project-choice.ts';

interface AnswerRequestProps {
  readonly request: MeetingRequest;
  readonly answer: 'accept' | 'decline';
  readonly onClose: () => void;
}

/** Yes makes a meeting that says who asked for it; no says why. */
export function AnswerRequest({ request, answer, onClose }: AnswerRequestProps) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const interfaceLanguage = useLanguage();
  const project = useProjectChoice();
  const language = project.language ?? interfaceLanguage;
  const [kind, setKind] = useState<MeetingKind>('dialogue-meeting');
  const proposed = request.place === null ? say(`meetings.kind.${kind}`) : say('meetings.plan.titleOf', { place: request.place.name });
  const [title, setTitle] = useState('');
  const [words, setWords] = useState('');
  const [isTried, setIsTried] = useState(false);

  const accept = useOneAtATime(async () => {
    const called = title.trim() === '' ? proposed : title.trim();
    const made = await save(() =>
      client.meetings.acceptRequest({ id: request.id, project: project.choice(called), kind, title: called, language }),
    );
    if (made !== undefined) await navigate({ to: '/meetings/$meeting', params: { meeting: made.meetingId } });
  });
  const decline = useOneAtATime(async () => {
    setIsTried(true);
    if (words.trim() === '') return;
    const done = await save(() => client.meetings.declineRequest({ id: request.id, answer: words.trim() }));
    if (done !== undefined) onClose();
  });
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button onPress={() => void (answer === 'accept' ? accept() : decline())} variant="main">
            {say(answer === 'accept' ? 'meetings.request.makeMeeting' : 'meetings.request.sayNo')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say(answer === 'accept' ? 'meetings.request.acceptTitle' : 'meetings.request.declineTitle')}
    >
      <div className={styles.form}>
        {answer === 'accept' ? (
          <>
            <TextField autoFocus label={say('meetings.plan.meetingTitle')} onChange={setTitle} placeholder={proposed} value={title} />
            <Select
              label={say('meetings.kindHead')}
              onChange={setKind}
              options={MeetingKind.options.map((id) => ({ id, label: say(`meetings.kind.${id}`) }))}
              value={kind}
            />
            <Select label={say('meetings.project')} onChange={project.onChange} options={project.options} value={project.value} />
          </>
        ) : (
          <TextArea
            autoFocus
            error={isTried && words.trim() === '' ? say('meetings.request.answerMissing') : undefined}
            label={say('meetings.request.answer')}
            onChange={setWords}
            value={words}
          />
        )}
      </div>
    </Dialog>
  );
}
