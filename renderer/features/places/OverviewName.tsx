import type { OverviewRow } from '../../../shared/contract/place-rows.ts';
import { today, useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import styles from './places.module.css';

/** A place in the overview: its name, then code and years, then the other codes that are counted with it. */
export function OverviewName({ row }: { readonly row: OverviewRow }) {
  const say = useText();
  const dates = useDates();
  const isFormer = row.validTo !== null && row.validTo <= today();
  const facts = [
    row.kind === 'area' ? say('places.holdsOf', { n: row.holds }) : row.code,
    dates.years(row.validFrom, row.validTo),
    isFormer && row.kind === 'municipality' ? say('places.former') : '',
    row.kind === 'county' || row.kind === 'country' ? say(`places.kind.${row.kind}`) : '',
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <span className={styles.name}>
      <span>
        {row.name} <span className={styles.code}>{facts.join(' · ')}</span>
      </span>
      {row.with.length === 0 ? null : (
        <span className={styles.under}>{say('places.with', { places: row.with.map((place) => dates.place(place)).join(', ') })}</span>
      )}
    </span>
  );
}
