import type { PlaceLink, PlaceRow } from '../../../shared/contract/registers.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import styles from './RegistersScreen.module.css';

export interface PlaceTimelineProps {
  readonly place: PlaceRow;
  /** Goes to another place of the line. */
  readonly onChoose: (placeId: string) => void;
}

/** What a place was before, what it is, and what became of it: mergers, splits, new numbers, moved boundaries. */
export function PlaceTimeline({ place, onChoose }: PlaceTimelineProps) {
  const say = useText();
  const dates = useDates();
  if (place.before.length === 0 && place.after.length === 0) return null;
  return (
    <section>
      <h3>{say('registers.timeline')}</h3>
      <ol className={styles.timeline}>
        {byDate(place.before).map(([on, links]) => (
          <Change key={`before ${on}`} links={links} onChoose={onChoose} title={say('registers.cameFrom', { date: dates.day(on) })} />
        ))}
        <li aria-current="true" className={styles.here}>
          {dates.place(place)}
        </li>
        {byDate(place.after).map(([on, links]) => (
          <Change key={`after ${on}`} links={links} onChoose={onChoose} title={say('registers.became', { date: dates.day(on) })} />
        ))}
      </ol>
    </section>
  );
}

function byDate(links: readonly PlaceLink[]): readonly (readonly [string, readonly PlaceLink[]])[] {
  return [...Map.groupBy(links, (link) => link.changedOn)];
}

function Change({
  links,
  title,
  onChoose,
}: {
  readonly links: readonly PlaceLink[];
  readonly title: string;
  readonly onChoose: (placeId: string) => void;
}) {
  const say = useText();
  const dates = useDates();
  return (
    <li>
      <span className={styles.note}>{title}</span>
      <ul>
        {links.map((link) => (
          <li key={link.placeId}>
            <button className={styles.link} onClick={() => onChoose(link.placeId)} type="button">
              {dates.place(link)}
            </button>
            <span className={styles.note}>
              {[say(`registers.change.${link.kind}`), link.extent === 'part' ? say('registers.part') : null, link.note]
                .filter((part) => part !== null)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
