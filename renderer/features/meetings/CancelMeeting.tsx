import { useState } from 'react';
import type { MeetingDetails } from '../../../shared/contract/meetings.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { TextArea } from '../../ui/text-area/TextArea.tsx';

/** Why a meeting is called off: the reason explains the gap afterwards. */
export function CancelMeeting({ meeting, onClose }: { readonly meeting: MeetingDetails; readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const [reason, setReason] = useState(meeting.gapReason ?? '');
  const [isTried, setIsTried] = useState(false);
  const cancel = useOneAtATime(async () => {
    setIsTried(true);
    if (reason.trim() === '') return;
    const done = await save(() => client.meetings.cancel({ meetingId: meeting.id, reason: reason.trim() }));
    if (done !== undefined) onClose();
  });
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('meetings.cancel.keep')}</Button>
          <Button onPress={() => void cancel()} variant="main">
            {say('meetings.cancel.do')}
          </Button>
        </>
      }
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={say('meetings.cancel.title', { title: meeting.title })}
    >
      <TextArea
        autoFocus
        error={isTried && reason.trim() === '' ? say('meetings.cancel.reasonMissing') : undefined}
        help={meeting.isSent ? say('meetings.cancel.sent') : undefined}
        label={say('meetings.cancel.reason')}
        lang={meeting.language}
        onChange={setReason}
        value={reason}
      />
    </Dialog>
  );
}
