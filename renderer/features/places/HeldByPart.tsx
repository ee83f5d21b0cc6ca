import { Link } from '@tanstack/react-router';
import type { PlaceRecord } from '../../../shared/contract/place-rows.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import styles from './places.module.css';

/** The areas that hold a place under any of its codes. */
export function HeldByPart({ place }: { readonly place: PlaceRecord }) {
  const say = useText();
  const dates = useDates();
  if (place.heldBy.length === 0) return null;
  return (
    <section>
      <h3>{say('places.area.in')}</h3>
      <ul className={styles.plain}>
        {place.heldBy.map((member) => (
          <li key={member.id}>
            <Link className={styles.link} params={{ place: member.place.id }} to="/places/$place">
              {dates.place(member.place)}
            </Link>{' '}
            <span className={styles.quiet}>{dates.years(member.validFrom, member.validTo)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
