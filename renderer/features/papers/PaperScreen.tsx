import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type PaperOrder, SentKind } from '../../../shared/contract/papers.ts';
import { MeetingId } from '../../../shared/model/ids.ts';
import { languages, type Language } from '../../../shared/model/text.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam, useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Checkbox } from '../../ui/checkbox/Checkbox.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import { SendDialog } from './SendDialog.tsx';
import { orderFor, type SendChoices } from './send-plan.ts';

const kinds = ['invitation', 'welcome-next', 'question-sheet', 'minutes', 'contact-list'] as const;

/** The papers of a meeting, seen as they will be. */
export function PaperScreen() {
  const meetingId = MeetingId.parse(useRouteParam('meeting'));
  const asked = SentKind.safeParse(useSearchParam('show')).data;
  const query = useQuery(
    orpc.papers.recipients.queryOptions({ input: { meetingIds: [meetingId], ...(asked === undefined ? {} : { what: asked }) } }),
  );
  return (
    <Loaded query={query}>
      {({ what, meetings: [meeting] }) =>
        meeting === undefined ? null : <OpenPaper language={meeting.language} meetingId={meetingId} title={meeting.title} what={what} />
      }
    </Loaded>
  );
}

interface OpenPaperProps {
  readonly meetingId: MeetingId;
  readonly title: string;
  readonly language: Language;
  readonly what: SentKind;
}

function OpenPaper({ meetingId, title, language: own, what }: OpenPaperProps) {
  const say = useText();
  const [isSending, setIsSending] = useState(false);
  const [language, setLanguage] = useState(own);
  const [choices, setChoices] = useState<SendChoices>({
    what,
    form: 'invitation',
    file: 'docx',
    language,
    hasCalendar: false,
    hasNames: false,
    hasPhotos: true,
    mayBeSpread: false,
    practical: '',
  });
  const order: PaperOrder = orderFor(choices, meetingId, language);
  const query = useQuery({ ...orpc.papers.paper.queryOptions({ input: order }), placeholderData: (before) => before, retry: false });
  useCommand('lists.export', () => setIsSending(true), !isSending);
  const show = (id: (typeof kinds)[number]): void =>
    setChoices(id === 'welcome-next' ? { ...choices, what: 'invitation', form: id } : { ...choices, what: id, form: 'invitation' });
  return (
    <>
      <PaperFrame
        actions={
          <Button kbd="E" onPress={() => setIsSending(true)}>
            {say('papers.screen.send')}
          </Button>
        }
        facts={<span lang={own}>{title}</span>}
        options={
          <>
            <Select
              label={say('papers.send.what')}
              look="chip"
              onChange={show}
              options={kinds.map((id) => ({ id, label: say(`papers.send.what.${id}`) }))}
              value={choices.form === 'welcome-next' && choices.what === 'invitation' ? 'welcome-next' : choices.what}
            />
            <Select
              label={say('papers.send.language')}
              look="chip"
              onChange={setLanguage}
              options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
              value={language}
            />
            {choices.what === 'minutes' ? (
              <>
                <Checkbox isSelected={choices.hasNames} onChange={(hasNames) => setChoices({ ...choices, hasNames })}>
                  {say('papers.send.names')}
                </Checkbox>
                <Checkbox isSelected={choices.hasPhotos} onChange={(hasPhotos) => setChoices({ ...choices, hasPhotos })}>
                  {say('papers.send.photos')}
                </Checkbox>
              </>
            ) : null}
          </>
        }
        order={order}
        query={query}
        title={say('papers.screen.title')}
      />
      <SendDialog isOpen={isSending} meetingIds={[meetingId]} onClose={() => setIsSending(false)} />
    </>
  );
}
