import { Link } from '@tanstack/react-router';
import type { PlaceRecord } from '../../../shared/contract/place-rows.ts';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { layOutLineage, type LineageRow } from './lineage-layout.ts';
import styles from './LineageFigure.module.css';

/** Height of a row: a line of words above a bar; and where in it the bar's middle lies. In px at 100 %. */
const rowHeight = 40;
const barMiddle = 31;

/** Where a place came from and what became of it: a bar for each code, time from left to right, dashed where only a part went over. */
export function LineageFigure({ place }: { readonly place: PlaceRecord }) {
  const say = useText();
  const { days, rows, links } = layOutLineage(place);
  if (rows.length < 2) return <p className={styles.none}>{say('places.lineage.none')}</p>;
  const columns = days.length + 1;
  const x = (column: number): string => `${(column / columns) * 100}%`;
  const y = (row: number): string => `${(row * rowHeight + barMiddle) / 16}rem`;
  return (
    <figure className={styles.figure}>
      <div aria-hidden className={styles.axis}>
        {days.map((day, index) => (
          <span className={styles.year} key={day} style={{ insetInlineStart: x(index + 1) }}>
            {day.slice(0, 4)}
          </span>
        ))}
      </div>
      <div className={styles.plot}>
        <svg aria-hidden className={styles.lines}>
          {days.map((day, index) => (
            <line className={styles.grid} key={day} x1={x(index + 1)} x2={x(index + 1)} y1="0" y2="100%" />
          ))}
          {links.map((link) => (
            <line
              className={link.isPart ? styles.part : styles.whole}
              key={link.id}
              x1={x(link.at)}
              x2={x(link.at)}
              y1={y(link.fromRow)}
              y2={y(link.toRow)}
            />
          ))}
        </svg>
        <ol className={styles.rows}>
          {rows.map((row) => (
            <LineageItem key={row.place.id} row={row} width={x(row.to - row.from)} x={x(row.from)} />
          ))}
        </ol>
      </div>
    </figure>
  );
}

function LineageItem({ row, x, width }: { readonly row: LineageRow; readonly x: string; readonly width: string }) {
  const say = useText();
  const dates = useDates();
  const name = dates.place(row.place);
  const words = [
    row.direction === 'after' && row.extent === 'part' ? say('places.lineage.partHere') : null,
    row.isRestored ? say('places.lineage.restored') : null,
  ].filter((word) => word !== null);
  return (
    <li aria-current={row.direction === 'self' ? 'true' : undefined} className={styles.row}>
      <span className={styles.label}>
        {row.direction === 'before' && row.extent === 'part' ? <span className={styles.words}>{say('places.lineage.part')} </span> : null}
        {row.direction === 'self' ? (
          <strong>{name}</strong>
        ) : (
          <Link className={styles.link} params={{ place: row.place.id }} to="/places/$place">
            {name}
          </Link>
        )}
        {words.length === 0 ? null : <span className={styles.words}> {words.join(', ')}</span>}
      </span>
      <span
        aria-hidden
        className={styles.bar}
        data-direction={row.direction}
        data-extent={row.extent}
        style={{ insetInlineStart: x, inlineSize: width }}
      />
    </li>
  );
}
