import { Link, useNavigate } from '@tanstack/react-router';
import type { PlaceItem, PlaceRecord } from '../../../shared/contract/place-rows.ts';
import { client } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { Facts } from '../../ui/facts/Facts.tsx';
import { LineField } from '../../lib/fields/LineField.tsx';
import { AreaPart } from './AreaPart.tsx';
import { DecisionPart } from './DecisionPart.tsx';
import { HeldByPart } from './HeldByPart.tsx';
import { LineageFigure } from './LineageFigure.tsx';
import { NewPart } from './NewPart.tsx';
import styles from './places.module.css';
import { SamePart } from './SamePart.tsx';

const mostParts = 60;

export interface PlaceAboutProps {
  readonly place: PlaceRecord;
  readonly day: string;
  readonly onClose: () => void;
}

/** Everything about a place but what has happened in it: lineage, areas, decisions, facts, who else is in the same process. */
export function PlaceAbout({ place, day, onClose }: PlaceAboutProps) {
  const say = useText();
  const isTerritory = place.kind === 'municipality' || place.kind === 'county';
  return (
    <DetailPane closeLabel={say('places.close')} onClose={onClose} title={say('places.place.about')}>
      <div className={styles.about}>
        {place.kind === 'area' ? <AreaPart day={day} place={place} /> : null}
        {isTerritory ? (
          <section>
            <h3>{say('places.lineage.title')}</h3>
            <LineageFigure place={place} />
          </section>
        ) : null}
        {place.notAttributable.length === 0 ? null : <DecisionPart day={day} place={place} />}
        <FactsPart place={place} />
        {place.kind === 'area' ? null : <HeldByPart place={place} />}
        <PartsPart place={place} />
        {isTerritory ? <SamePart placeId={place.id} /> : null}
      </div>
    </DetailPane>
  );
}

function FactsPart({ place }: { readonly place: PlaceRecord }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const navigate = useNavigate();
  const { id, isOwn, parent } = place;
  const years = dates.years(place.validFrom, place.validTo);
  async function remove(): Promise<void> {
    const done = await save(() => client.places.remove({ id }));
    if (done !== undefined) void navigate({ to: '/places', search: place.kind === 'area' ? { mode: 'area' } : {} });
  }
  return (
    <section>
      <h3>{say('places.place.facts')}</h3>
      {isOwn ? (
        <LineField
          isNeeded
          label={say('places.place.name')}
          onKeep={(name) => void save(() => client.places.change({ id, fields: name === null ? {} : { name } }))}
          value={place.name}
        />
      ) : null}
      <Facts
        facts={[
          { name: say('places.place.code'), value: place.code },
          { name: say('places.place.years'), value: years === '' && !isOwn ? say('places.place.always') : years },
          {
            name: say('places.place.in'),
            value:
              parent === null ? null : (
                <Link className={styles.link} params={{ place: parent.id }} to="/places/$place">
                  {dates.place(parent)}
                </Link>
              ),
          },
          { name: say('places.place.source'), value: place.source },
        ]}
      />
      <LineField
        label={say('places.place.note')}
        onKeep={(note) => void save(() => client.places.change({ id, fields: { note } }))}
        rows={2}
        value={place.note}
      />
      {isOwn ? (
        <Button icon="delete" isDanger onPress={() => void remove()} size="bar" variant="quiet">
          {say('places.place.remove')}
        </Button>
      ) : null}
    </section>
  );
}

function PartsPart({ place }: { readonly place: PlaceRecord }) {
  const say = useText();
  const shown = place.parts.slice(0, mostParts);
  const canAdd = place.kind === 'municipality' || place.kind === 'district';
  if (shown.length === 0 && !canAdd) return null;
  return (
    <section>
      <h3>{say('places.place.parts')}</h3>
      {shown.length === 0 ? null : (
        <ul className={styles.plain}>
          {shown.map((part) => (
            <PartLink key={part.id} part={part} />
          ))}
        </ul>
      )}
      {place.parts.length > shown.length ? (
        <p className={styles.quiet}>{say('places.place.partsShown', { n: shown.length, total: place.parts.length })}</p>
      ) : null}
      {canAdd ? <NewPart placeId={place.id} /> : null}
    </section>
  );
}

function PartLink({ part }: { readonly part: PlaceItem }) {
  const say = useText();
  const dates = useDates();
  return (
    <li>
      <Link className={styles.link} params={{ place: part.id }} to="/places/$place">
        {dates.place(part)}
      </Link>{' '}
      {part.code === null ? <span className={styles.quiet}>{say(`places.kind.${part.kind}`)}</span> : null}
    </li>
  );
}
