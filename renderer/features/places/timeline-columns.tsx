import type { TimelineEntry } from '../../../shared/contract/place-rows.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { Dates } from '../../lib/dates.ts';
import { formatDayShort } from '../../lib/format.ts';
import type { Say } from '../../lib/text.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import styles from './places.module.css';

/** Message ids of each kind's status; an observation has its kind in its place. */
const statusIds: Readonly<Record<TimelineEntry['kind'], string>> = {
  meeting: 'meetings.status.',
  finding: 'findings.status.',
  action: 'actions.status.',
  observation: 'observations.kind.',
  project: 'projects.facts.status.',
};

/** The columns of a place's timeline. A line recorded under another code of the territory says which. */
export function timelineColumns(say: Say, dates: Dates, language: Language, placeId: string): readonly DataColumn<TimelineEntry>[] {
  return [
    {
      id: 'on',
      header: say('places.timeline.on'),
      width: '9.5rem',
      render: (entry) => <When dates={dates} entry={entry} language={language} say={say} />,
    },
    { id: 'kind', header: say('places.timeline.kind'), width: '7rem', render: kindText },
    {
      id: 'title',
      header: say('places.timeline.what'),
      isRowHeader: true,
      render: (entry) => (
        <span className={styles.name}>
          <span className={styles.title} lang={entry.language === null || entry.language === language ? undefined : entry.language}>
            {entry.title}
          </span>
          {entry.place.id === placeId ? null : <Under dates={dates} entry={entry} say={say} />}
        </span>
      ),
    },
    { id: 'status', header: say('places.timeline.status'), width: '8rem', render: statusText },
  ];

  function kindText(entry: TimelineEntry): string {
    if (entry.kind !== 'observation' || entry.status === null) return say(`places.timeline.kind.${entry.kind}`);
    return say.any(`${statusIds.observation}${entry.status}`);
  }

  function statusText(entry: TimelineEntry): string {
    return entry.kind === 'observation' || entry.status === null ? '' : say.any(`${statusIds[entry.kind]}${entry.status}`).toLowerCase();
  }
}

interface PartProps {
  readonly entry: TimelineEntry;
  readonly dates: Dates;
  readonly say: Say;
}

/** When, as exactly as anybody knows. */
function When({ entry, dates, say, language }: PartProps & { readonly language: Language }) {
  const { on, precision, asSaid } = entry;
  if (on === null)
    return asSaid === null ? <span className={styles.quiet}>{say('places.timeline.undated')}</span> : say('dates.quoted', { text: asSaid });
  if (precision !== null && precision !== 'day') return dates.held({ on, precision });
  if (asSaid !== null && precision === null) return say('dates.quoted', { text: asSaid });
  // A project may have begun in a year or a month.
  return on.length === 10 ? formatDayShort(on, language) : on.slice(0, 4);
}

/** Under which place it was recorded, and whether that shares only a part of this one's territory. */
function Under({ entry, dates, say }: PartProps) {
  return (
    <span className={styles.under}>
      {say('places.timeline.under', { place: dates.place(entry.place) })}
      {entry.extent === 'part' ? `, ${say('places.timeline.partOf')}` : null}
    </span>
  );
}
