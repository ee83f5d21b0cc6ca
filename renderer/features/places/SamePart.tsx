import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SameProcess } from '../../../shared/contract/place-rows.ts';
import { orpc } from '../../lib/client.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './places.module.css';

const firstShown = 6;

/** Who else was merged or divided on the same day: others in the same process, to learn from. */
export function SamePart({ placeId }: { readonly placeId: string }) {
  const say = useText();
  const query = useQuery(orpc.places.sameProcess.queryOptions({ input: { id: placeId } }));
  const processes = query.data?.processes ?? [];
  if (processes.length === 0) return null;
  return (
    <section>
      <h3>{say('places.same.title')}</h3>
      {processes.map((process) => (
        <SameList key={`${process.on} ${process.kind}`} process={process} />
      ))}
    </section>
  );
}

function SameList({ process }: { readonly process: SameProcess }) {
  const say = useText();
  const dates = useDates();
  const [isAll, setIsAll] = useState(false);
  const { places, on, kind } = process;
  const shown = isAll ? places : places.slice(0, firstShown);
  return (
    <>
      <h4>{say(`places.same.${kind}`, { day: dates.day(on) })}</h4>
      {places.length === 0 ? <p className={styles.quiet}>{say('places.same.alone')}</p> : null}
      <ul className={styles.plain}>
        {shown.map((place) => (
          <li key={place.id}>
            <Link className={styles.link} params={{ place: place.id }} to="/places/$place">
              {dates.place(place)}
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < places.length ? (
        <Button onPress={() => setIsAll(true)} size="bar" variant="quiet">
          {say('places.same.more', { n: places.length })}
        </Button>
      ) : null}
    </>
  );
}
