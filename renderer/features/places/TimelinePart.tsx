import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TimelineKind, type TimelineEntry } from '../../../shared/contract/place-rows.ts';
import { orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Select } from '../../ui/select/Select.tsx';
import styles from './places.module.css';
import { timelineColumns } from './timeline-columns.tsx';

const pageSize = 100;
const mostRows = 500;
const all = 'all';

/** What has happened at a place across its predecessors and successors, the latest first. */
export function TimelinePart({ placeId }: { readonly placeId: string }) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const navigate = useNavigate();
  const kind = TimelineKind.safeParse(useSearchParam('show')).data;
  const [limit, setLimit] = useState(pageSize);
  const input = { id: placeId, limit, ...(kind === undefined ? {} : { kinds: [kind] }) };
  const query = useQuery({ ...orpc.places.timeline.queryOptions({ input }), placeholderData: keepPreviousData });
  const empty =
    kind === undefined ? (
      <EmptyState how={say('places.timeline.emptyHow')} what={say('places.timeline.empty')} />
    ) : (
      <EmptyState what={say('places.timeline.emptyFilter')} />
    );
  return (
    <section aria-labelledby="place-timeline" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="place-timeline">{say('places.timeline.title')}</h2>
        <Select
          label={say('places.timeline.kind')}
          look="chip"
          onChange={(id) => void navigate({ to: '.', search: (before: object) => ({ ...before, show: id === all ? undefined : id }) })}
          options={[
            { id: all as string, label: say('places.timeline.kind.all') },
            ...TimelineKind.options.map((id) => ({ id: id as string, label: say(`places.timeline.kinds.${id}`) })),
          ]}
          value={kind ?? all}
        />
      </div>
      <Loaded query={query}>
        {({ entries, total }) => (
          <>
            <DataTable
              columns={timelineColumns(say, dates, language, placeId)}
              empty={empty}
              isFullWidth
              label={say('places.timeline.title')}
              onOpen={(entry) => void navigate(targetOf(entry))}
              rowKey={(entry) => `${entry.kind} ${entry.id} ${entry.place.id}`}
              rows={entries}
            />
            {total > entries.length && limit < mostRows ? (
              <Button onPress={() => setLimit(Math.min(mostRows, limit + pageSize))} variant="quiet">
                {say('places.timeline.more')}
              </Button>
            ) : null}
            {entries.length === 0 ? null : <p className={styles.hint}>{say('places.timeline.hint')}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Where a line opens. */
function targetOf(entry: TimelineEntry) {
  const { kind, id, projectId } = entry;
  if (kind === 'meeting') return { to: '/meetings/$meeting', params: { meeting: id } };
  if (kind === 'action') return { to: '/actions/$action', params: { action: id } };
  if (kind === 'observation') return { to: '/notes/$kind', params: { kind: 'all' }, search: { row: id } };
  if (kind === 'finding' && projectId !== null)
    return { to: '/projects/$project/findings', params: { project: projectId }, search: { row: id } };
  return { to: '/projects/$project', params: { project: projectId ?? id } };
}
