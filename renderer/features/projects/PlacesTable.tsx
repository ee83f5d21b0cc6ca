import { useNavigate } from '@tanstack/react-router';
import type { OverviewPlace } from '../../../shared/contract/projects.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { formatNumber } from '../../lib/format.ts';
import { localeOf, useLanguage, useText, type Say } from '../../lib/text.ts';
import type { Language } from '../../../shared/model/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import styles from './OverviewScreen.module.css';

/** Municipalities and areas in use, with their meetings and promises. Enter opens the place in its register. */
export function PlacesTable({ places }: { readonly places: readonly OverviewPlace[] }) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <section aria-labelledby="overview-places" className={styles.section}>
      <h2 id="overview-places">{say('projects.places.title')}</h2>
      {places.length === 0 ? (
        <p className={styles.note}>{say('projects.places.empty')}</p>
      ) : (
        <DataTable
          columns={placeColumns(say, dates, language)}
          label={say('projects.places.title')}
          onOpen={(place) => void navigate({ to: '/registers/$kind', params: { kind: 'places' }, search: { row: place.id } })}
          rowKey={(place) => place.id}
          rows={places}
        />
      )}
    </section>
  );
}

function placeColumns(say: Say, dates: Dates, language: Language): readonly DataColumn<OverviewPlace>[] {
  const count = (n: number) => formatNumber(n, language);
  const overdue = (n: number) => (n === 0 ? count(n) : <strong className={styles.overdue}>{count(n)}</strong>);
  return [
    { id: 'place', header: say('projects.places.place'), isRowHeader: true, render: (place) => <PlaceName place={place} /> },
    {
      id: 'last',
      header: say('projects.places.last'),
      render: (place) => (place.lastMeeting === null ? say('projects.places.none') : dates.held(place.lastMeeting)),
    },
    {
      id: 'next',
      header: say('projects.places.next'),
      render: (place) => (place.nextMeeting === null ? say('projects.places.none') : dates.due(place.nextMeeting)),
    },
    { id: 'open', header: say('projects.places.open'), align: 'end', render: (place) => count(place.openActions) },
    { id: 'overdue', header: say('projects.places.overdue'), align: 'end', render: (place) => overdue(place.overdueActions) },
    { id: 'untold', header: say('projects.places.untold'), align: 'end', render: (place) => count(place.unreportedActions) },
    { id: 'projects', header: say('projects.places.projects'), render: (place) => place.projects.join(', ') },
  ];
}

function PlaceName({ place }: { readonly place: OverviewPlace }) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const latest = place.formerly[0]?.changedOn;
  const before = place.formerly
    .filter((former) => former.changedOn === latest)
    .map((former) => (former.code === null ? former.name : `${former.name} ${former.code}`));
  const facts = [
    place.parts > 0 ? say('projects.places.area', { n: place.parts }) : place.code,
    dates.years(place.validFrom, place.validTo),
    latest === undefined
      ? ''
      : say('projects.places.formerly', {
          year: latest.slice(0, 4),
          names: new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(before),
        }),
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <>
      {place.name} <span className={styles.former}>{facts.join(' · ')}</span>
    </>
  );
}
