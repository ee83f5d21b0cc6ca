import { formatDay } from '../../lib/format.ts';
import { localeOf, useLanguage } from '../../lib/text.ts';
import { angleOf, arcPath, pointAt, rimRadius, wheelSize } from './wheel.ts';
import styles from './YearWheel.module.css';

const months = Array.from({ length: 12 }, (_, month) => month);

/** The months round the wheel, the part of the year that has gone, the needle on today, and the year in the middle. */
export function WheelRim({ year, today }: { readonly year: number; readonly today: string }) {
  const language = useLanguage();
  const name = new Intl.DateTimeFormat(localeOf(language), { month: 'short', timeZone: 'UTC' });
  const isThisYear = today.startsWith(String(year));
  const now = angleOf(today, year);
  const tip = pointAt(now, rimRadius);
  const root = pointAt(now, 38);
  const centre = wheelSize / 2;
  return (
    <g>
      <circle className={styles.rim} cx={centre} cy={centre} r={rimRadius} />
      {months.map((month) => {
        const start = angleOf(`${year}-${String(month + 1).padStart(2, '0')}-01`, year);
        const [inner, outer, word] = [pointAt(start, rimRadius - 3), pointAt(start, rimRadius + 3), pointAt(start + 15, rimRadius + 20)];
        const isNow = isThisYear && Number(today.slice(5, 7)) === month + 1;
        return (
          <g key={month}>
            <path className={styles.monthTick} d={`M${inner.x} ${inner.y}L${outer.x} ${outer.y}`} />
            <text className={styles.month} data-now={isNow || undefined} x={word.x} y={word.y + 4}>
              {name.format(Date.UTC(year, month, 15)).replace('.', '')}
            </text>
          </g>
        );
      })}
      {isThisYear ? (
        <>
          <path className={styles.gone} d={arcPath(0, now, rimRadius)} />
          <path className={styles.needle} d={`M${root.x} ${root.y}L${tip.x} ${tip.y}`} />
          <circle className={styles.held} cx={tip.x} cy={tip.y} r={3.5} />
        </>
      ) : null}
      <text className={styles.year} x={centre} y={centre + (isThisYear ? -2 : 6)}>
        {year}
      </text>
      {isThisYear ? (
        <text className={styles.day} x={centre} y={centre + 14}>
          {formatDay(today, language).replace(` ${year}`, '')}
        </text>
      ) : null}
    </g>
  );
}
