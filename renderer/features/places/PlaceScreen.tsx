import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlaceRecord } from '../../../shared/contract/place-rows.ts';
import { orpc } from '../../lib/client.ts';
import { today, useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useRouteParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { OpenActions } from './OpenActions.tsx';
import { PlaceAbout } from './PlaceAbout.tsx';
import styles from './places.module.css';
import { TimelinePart } from './TimelinePart.tsx';

/** One place: what was promised there, what has happened there under all its codes, and where it came from. */
export function PlaceScreen() {
  const id = useRouteParam('place');
  const query = useQuery(orpc.places.get.queryOptions({ input: { id } }));
  // Another place is another page: what was chosen on the last one means nothing here.
  return <Loaded query={query}>{(place) => <PlacePage key={place.id} place={place} />}</Loaded>;
}

function PlacePage({ place }: { readonly place: PlaceRecord }) {
  const say = useText();
  const dates = useDates();
  const day = today();
  // On a narrow window the pane lies over the page, so there it waits to be asked for.
  const [isOpen, setIsOpen] = useState(() => matchMedia('(min-width: 75rem)').matches);
  const years = dates.years(place.validFrom, place.validTo);
  const isFormer = place.validTo !== null && place.validTo <= day;
  const kind = isFormer && place.kind === 'municipality' ? say('places.former') : say(`places.kind.${place.kind}`);
  const facts = [place.code, years, kind, place.parent?.name].filter((fact) => fact !== null && fact !== undefined && fact !== '');
  return (
    <SplitPane
      end={{
        label: say('places.place.about'),
        handleLabel: say('places.place.aboutWidth'),
        defaultSize: 360,
        max: 480,
        isOpen,
        children: <PlaceAbout day={day} onClose={() => setIsOpen(false)} place={place} />,
      }}
    >
      <PageHeader
        actions={
          <>
            <Button aria-expanded={isOpen} icon="rightPane" onPress={() => setIsOpen(!isOpen)} variant="quiet">
              {say('places.place.about')}
            </Button>
            <Link className={styles.deed} params={{ place: place.id }} to="/actions/sheet/$place">
              <Icon name="print" /> {say('places.place.sheet')}
            </Link>
          </>
        }
        facts={facts.join(' · ')}
        title={place.name}
      />
      <div className={styles.parts}>
        <OpenActions day={day} placeId={place.id} />
        <TimelinePart placeId={place.id} />
      </div>
    </SplitPane>
  );
}
