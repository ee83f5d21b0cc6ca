import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationForm, SentKind } from '../../../shared/contract/papers.ts';
import type { MeetingId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { SendDone } from './SendDone.tsx';
import { SendForm } from './SendForm.tsx';
import type { SendResult } from './use-send.ts';

export interface SendDialogProps {
  /** One meeting, or several of a round at once. */
  readonly meetingIds: readonly MeetingId[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What, as which file, in which language and to whom; then the drafts, and the word that it has gone. */
export function SendDialog({ meetingIds, isOpen, onClose }: SendDialogProps) {
  return isOpen && meetingIds.length > 0 ? <OpenDialog meetingIds={meetingIds} onClose={onClose} /> : null;
}

/** What is asked for: nothing yet, until the meeting's own state has said what comes next. */
type Asked = { readonly what: SentKind; readonly form: Exclude<InvitationForm, 'letter'> } | null;

function OpenDialog({ meetingIds, onClose }: Omit<SendDialogProps, 'isOpen'>) {
  const say = useText();
  const [asked, setAsked] = useState<Asked>(null);
  const [result, setResult] = useState<SendResult | null>(null);
  const input = { meetingIds: [...meetingIds], ...asked };
  const query = useQuery({ ...orpc.papers.recipients.queryOptions({ input }), placeholderData: (before) => before });
  const only = query.data?.meetings.length === 1 ? query.data.meetings[0] : undefined;
  const title =
    only === undefined ? say('papers.send.titleMany', { n: meetingIds.length }) : say('papers.send.titleOne', { title: only.title });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      size="large"
      title={result === null ? title : say('papers.done.title')}
    >
      {result === null ? (
        <Loaded query={query}>
          {({ what, meetings }) => (
            <SendForm
              form={asked?.form ?? 'invitation'}
              isFetching={query.isPlaceholderData}
              meetings={meetings}
              onAsk={setAsked}
              onClose={onClose}
              onDone={setResult}
              what={what}
            />
          )}
        </Loaded>
      ) : (
        <SendDone onClose={onClose} result={result} />
      )}
    </Dialog>
  );
}
