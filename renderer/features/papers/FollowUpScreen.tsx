import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaperOrder } from '../../../shared/contract/papers.ts';
import { MeetingId } from '../../../shared/model/ids.ts';
import { languages } from '../../../shared/model/text.ts';
import { client, orpc } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam } from '../../lib/route.ts';
import { notice } from '../../lib/status.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Select } from '../../ui/select/Select.tsx';
import { PaperFrame } from './PaperFrame.tsx';

/** What to bring to the next meeting in a place: late, open, untold, done, and good examples. */
export function FollowUpScreen() {
  const placeId = useRouteParam('place');
  const day = today();
  const query = useQuery(orpc.papers.sheetMeetings.queryOptions({ input: { placeId, today: day } }));
  return (
    <Loaded query={query}>
      {({ place, meetings }) => <OpenSheet day={day} key={placeId} meetings={meetings} place={place} placeId={placeId} />}
    </Loaded>
  );
}

interface OpenSheetProps {
  readonly placeId: string;
  readonly place: string;
  readonly day: string;
  readonly meetings: readonly { readonly id: MeetingId; readonly title: string }[];
}

function OpenSheet({ placeId, place, day, meetings }: OpenSheetProps) {
  const say = useText();
  const save = useSave();
  const own = useLanguage();
  const [language, setLanguage] = useState(own);
  const [meetingId, setMeetingId] = useState<string>(meetings[0]?.id ?? '');
  const order: PaperOrder = { kind: 'follow-up-sheet', placeId, language, today: day };
  const query = useQuery({ ...orpc.papers.paper.queryOptions({ input: order }), placeholderData: (before) => before });
  const meeting = meetings.find(({ id }) => id === meetingId);

  async function log(file: 'docx' | 'pdf'): Promise<void> {
    if (meeting === undefined) return;
    const preparation = { order, meetingId: meeting.id, file, recipients: [{ kind: 'place' as const, id: placeId }] };
    const done = await save(() => client.papers.prepare({ preparations: [preparation], day }));
    if (done !== undefined) notice.set({ text: say('papers.screen.savedLogged', { meeting: meeting.title }), tone: 'neutral' });
  }

  return (
    <PaperFrame
      facts={place}
      onMade={log}
      options={
        <>
          <Select
            label={say('papers.send.language')}
            look="chip"
            onChange={setLanguage}
            options={languages.map((id) => ({ id, label: say(`projects.language.${id}`) }))}
            value={language}
          />
          {meeting === undefined ? (
            <p>{say('papers.screen.noMeeting')}</p>
          ) : (
            <Select
              label={say('papers.screen.bringTo')}
              look="chip"
              onChange={setMeetingId}
              options={meetings.map(({ id, title }) => ({ id, label: title }))}
              value={meetingId}
            />
          )}
        </>
      }
      order={order}
      query={query}
      title={say('papers.screen.sheetTitle')}
    />
  );
}
