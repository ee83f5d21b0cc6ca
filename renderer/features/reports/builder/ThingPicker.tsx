import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BlockKind } from '../../../../shared/contract/reports-terms.ts';
import { MeetingId, type ProjectId } from '../../../../shared/model/ids.ts';
import { orpc } from '../../../lib/client.ts';
import { Loaded } from '../../../lib/Loaded.tsx';
import { useLanguage, useText } from '../../../lib/text.ts';
import { PickList } from '../PickList.tsx';
import { newBlock, type DraftBlock } from './blocks-model.ts';

interface ThingPickerProps {
  readonly kind: BlockKind;
  readonly projectId: ProjectId;
  readonly label: string;
  readonly onPick: (block: DraftBlock) => void;
}

/** Which table, quote, finding or picture of the project. */
export function ThingPicker(props: ThingPickerProps) {
  switch (props.kind) {
    case 'exhibit':
      return <ExhibitPicker {...props} />;
    case 'quote':
      return <QuotePicker {...props} />;
    case 'finding':
      return <FindingPicker {...props} />;
    default:
      return <PicturePicker {...props} />;
  }
}

function ExhibitPicker({ projectId, label, onPick }: ThingPickerProps) {
  const say = useText();
  const query = useQuery(orpc.analysis.kept.queryOptions({ input: { projectId } }));
  return (
    <Loaded query={query}>
      {({ exhibits }) => (
        <PickList
          empty={say('reports.add.noExhibits')}
          label={label}
          onPick={(id) => {
            const found = exhibits.find((one) => one.id === id);
            const shows = found?.chart == null ? 'table' : 'chart';
            onPick(newBlock(crypto.randomUUID(), 'exhibit', { exhibitId: id, label: found?.name ?? '', options: { shows } }));
          }}
          options={exhibits.map(({ id, name, chart }) => ({
            id,
            label: name,
            icon: 'analysis',
            detail: say(chart === null ? 'reports.shows.table' : 'reports.shows.chart'),
          }))}
        />
      )}
    </Loaded>
  );
}

function QuotePicker({ projectId, label, onPick }: ThingPickerProps) {
  const say = useText();
  const query = useQuery(orpc.quotes.list.queryOptions({ input: { projectId, statuses: ['cleared'], from: 0, limit: 500 } }));
  return (
    <Loaded query={query}>
      {({ rows }) => (
        <PickList
          empty={say('reports.add.noQuotes')}
          label={label}
          onPick={(id) =>
            onPick(newBlock(crypto.randomUUID(), 'quote', { quoteId: id, label: rows.find((one) => one.id === id)?.words ?? '' }))
          }
          options={rows.map(({ id, words, code, language }) => ({ id, label: words, icon: 'clearedQuote', detail: code, lang: language }))}
        />
      )}
    </Loaded>
  );
}

function FindingPicker({ projectId, label, onPick }: ThingPickerProps) {
  const say = useText();
  const language = useLanguage();
  const query = useQuery(orpc.findings.list.queryOptions({ input: { projectId, language } }));
  return (
    <Loaded query={query}>
      {({ findings }) => (
        <PickList
          empty={say('reports.add.noFindings')}
          label={label}
          onPick={(id) => {
            const found = findings.find((one) => one.id === id);
            onPick(
              newBlock(crypto.randomUUID(), 'finding', { findingId: id, label: found?.wording ?? '', options: { hasEvidence: true } }),
            );
          }}
          options={findings.map(({ id, code, wording, status, language: lang }) => ({
            id,
            label: wording,
            mark: code,
            detail: say(`findings.status.${status}`),
            lang,
          }))}
        />
      )}
    </Loaded>
  );
}

/** First of which meeting, then which picture. */
function PicturePicker({ projectId, label, onPick }: ThingPickerProps) {
  const say = useText();
  const [meetingId, setMeetingId] = useState<string | null>(null);
  const meetings = useQuery(orpc.meetings.list.queryOptions({ input: { projectId } }));
  const photos = useQuery({
    ...orpc.minutes.photos.queryOptions({ input: { meetingId: MeetingId.parse(meetingId ?? '00000000-0000-4000-8000-000000000000') } }),
    enabled: meetingId !== null,
  });
  if (meetingId === null)
    return (
      <Loaded query={meetings}>
        {(found) => (
          <PickList
            empty={say('reports.add.noPictures')}
            key="meetings"
            label={label}
            onPick={setMeetingId}
            options={found.meetings.map(({ id, title }) => ({ id, label: title ?? '', icon: 'meeting' }))}
          />
        )}
      </Loaded>
    );
  return (
    <Loaded query={photos}>
      {({ photos: found }) => (
        <PickList
          empty={say('reports.add.noPictures')}
          key={meetingId}
          label={label}
          onPick={(id) => onPick(newBlock(crypto.randomUUID(), 'attachment', { attachmentId: id }))}
          options={found
            .filter(({ isExportable }) => isExportable)
            .map((photo) => ({ id: photo.id, label: photo.caption ?? photo.name, icon: 'import' }))}
        />
      )}
    </Loaded>
  );
}
