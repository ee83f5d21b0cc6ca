import type { MessageId } from '../../../shared/messages/generated/message-id.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReleaseRow } from '../../../shared/contract/privacy.ts';
import { orpc } from '../../lib/client.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText, type Say } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';

const pageSize = 200;

/** The register of what has left the program: what, when, to whom, and whether it was recalled. */
export function ReleasesScreen() {
  const say = useText();
  const dates = useDates();
  const query = useInfiniteQuery(
    orpc.privacy.listReleases.infiniteOptions({
      input: (before: number | undefined) => ({ limit: pageSize, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined,
      getNextPageParam: ({ releases }) => (releases.length < pageSize ? undefined : releases.at(-1)?.number),
    }),
  );
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <>
          <PageHeader facts={say('privacy.releases.facts', { n: pages[0]?.total ?? 0 })} title={say('privacy.releases.title')} />
          <DataTable
            columns={releaseColumns(say, dates)}
            empty={<EmptyState how={say('privacy.releases.emptyHow')} what={say('privacy.releases.empty')} />}
            isFullWidth
            label={say('privacy.releases.title')}
            rowKey={(row) => row.id}
            rows={pages.flatMap((page) => page.releases)}
          />
          {query.hasNextPage ? <Button onPress={() => void query.fetchNextPage()}>{say('history.more')}</Button> : null}
        </>
      )}
    </Loaded>
  );
}

/** What is no file's ending is said in words. */
const formatIds = {
  'raw-data': 'privacy.releases.format.rawData',
  'de-identified': 'privacy.releases.format.deIdentified',
  archive: 'privacy.releases.format.archive',
  clipboard: 'privacy.releases.format.clipboard',
} as const satisfies Readonly<Record<string, MessageId>>;

function formatText(format: string, say: Say): string {
  return format in formatIds ? say(formatIds[format as keyof typeof formatIds]) : format; // Asked for just before.
}

function releaseColumns(say: Say, dates: Dates): readonly DataColumn<ReleaseRow>[] {
  const state = (row: ReleaseRow) =>
    row.recalledAt === null ? (
      <StatusText icon="released" tone="good">
        {say('privacy.releases.released')}
      </StatusText>
    ) : (
      <StatusText icon="stopped" tone="bad">
        {say('privacy.releases.recalled', { date: dates.day(row.recalledAt) })}
      </StatusText>
    );
  return [
    { id: 'number', header: say('privacy.releases.number'), align: 'end', isRowHeader: true, width: '4rem', render: (row) => row.number },
    { id: 'what', header: say('privacy.releases.what'), render: (row) => row.exhibit ?? say('privacy.releases.unnamed') },
    { id: 'format', header: say('privacy.releases.format'), render: (row) => formatText(row.format, say) },
    { id: 'recipient', header: say('privacy.releases.recipient'), render: (row) => row.recipient ?? '–' },
    { id: 'project', header: say('privacy.releases.project'), render: (row) => row.project },
    { id: 'by', header: say('privacy.releases.by'), render: (row) => row.releasedBy },
    { id: 'at', header: say('privacy.releases.at'), width: '9.5rem', render: (row) => dates.day(row.releasedAt) },
    { id: 'state', header: say('privacy.releases.state'), render: state },
  ];
}
