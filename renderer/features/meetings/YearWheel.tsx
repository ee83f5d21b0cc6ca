import { Link } from '@tanstack/react-router';
import type { WheelMeeting } from '../../../shared/contract/projects.ts';
import { useDates } from '../../lib/dates.ts';
import { localeOf, useLanguage, useText } from '../../lib/text.ts';
import { angleOf, arcPath, markKind, periodOf, pointAt, rimRadius, ringRadius, ringsOf, wheelSize, type MarkKind } from './wheel.ts';
import { WheelRim } from './WheelRim.tsx';
import styles from './YearWheel.module.css';

export interface YearWheelProps {
  readonly year: number;
  readonly meetings: readonly WheelMeeting[];
  /** The day on this person's wall; the needle stands on it in its own year. */
  readonly today: string;
}

/** A year of meetings: a ring per area, filled when held, hollow when planned, a soft arc when only a period is known. */
export function YearWheel({ year, meetings, today }: YearWheelProps) {
  const say = useText();
  const language = useLanguage();
  const rings = ringsOf(meetings, localeOf(language));
  const kinds = new Set(meetings.map(markKind));
  const hasFirst = meetings.some((meeting) => meeting.isFirstOfKind && markKind(meeting) !== null);
  return (
    <figure className={styles.figure}>
      <svg
        aria-label={say('meetings.wheel.label', { year: String(year), n: meetings.length })}
        className={styles.wheel}
        role="group"
        viewBox={`0 0 ${wheelSize} ${wheelSize}`}
      >
        <WheelRim today={today} year={year} />
        {rings.map((area, index) => (
          <circle className={styles.ring} cx={wheelSize / 2} cy={wheelSize / 2} key={area} r={ringRadius(index, rings.length)} />
        ))}
        {rings.map((area, index) => (
          <text className={styles.area} key={area} x={wheelSize / 2 - 5} y={wheelSize / 2 + ringRadius(index, rings.length) + 4}>
            {area}
          </text>
        ))}
        {meetings.map((meeting) => (
          <WheelMark
            key={meeting.id}
            meeting={meeting}
            radius={meeting.area === '' ? rimRadius : ringRadius(rings.indexOf(meeting.area), rings.length)}
            year={year}
          />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {(['held', 'planned', 'about', 'cancelled'] as const)
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <span className={styles.entry} key={kind}>
              <svg aria-hidden className={styles.sample} viewBox="-9 -9 18 18">
                <Sign kind={kind} />
              </svg>
              {say(`meetings.wheel.${kind}`)}
            </span>
          ))}
        {hasFirst ? (
          <span className={styles.entry}>
            <svg aria-hidden className={styles.sample} viewBox="-9 -9 18 18">
              <circle className={styles.firstRing} r={7.5} />
            </svg>
            {say('meetings.wheel.first')}
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}

function WheelMark({ meeting, radius, year }: { readonly meeting: WheelMeeting; readonly radius: number; readonly year: number }) {
  const say = useText();
  const dates = useDates();
  const kind = markKind(meeting);
  if (kind === null) return null;
  const period = meeting.held === null ? periodOf(meeting.planned) : { from: meeting.held.on, to: meeting.held.on };
  if (period === null) return null;
  const [from, to] = [angleOf(period.from, year), angleOf(period.to, year)];
  const middle = pointAt((from + to) / 2, radius);
  const when = meeting.held === null ? dates.due(meeting.planned) : dates.held(meeting.held);
  const stands = [say(`meetings.wheel.${kind}`), meeting.isFirstOfKind ? say('meetings.wheel.first') : '', meeting.gapReason ?? ''];
  const kindText = stands.filter((part) => part !== '').join('. ');
  const label = say('meetings.wheel.mark', { title: meeting.title, area: meeting.area, when, kind: kindText });
  return (
    <Link aria-label={label} className={styles.mark} params={{ meeting: meeting.id }} to="/meetings/$meeting">
      <title>{label}</title>
      {kind === 'about' ? <path className={styles.arc} d={arcPath(from, Math.max(to, from + 2), radius)} /> : null}
      <circle className={styles.target} cx={middle.x} cy={middle.y} r={12} />
      {kind === 'about' ? null : (
        <g transform={`translate(${middle.x} ${middle.y})`}>
          {meeting.isFirstOfKind ? <circle className={styles.firstRing} r={10.5} /> : null}
          <Sign kind={kind} />
        </g>
      )}
    </Link>
  );
}

function Sign({ kind }: { readonly kind: MarkKind }) {
  if (kind === 'about') return <path className={styles.arc} d="M-4.5 0H4.5" />;
  if (kind === 'cancelled') return <path className={styles.cross} d="M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5" />;
  if (kind === 'planned') return <circle className={styles.planned} r={6.5} />;
  return (
    <>
      <circle className={styles.held} r={7} />
      <path className={styles.tick} d="M-3.2 0.2L-0.9 2.5L3.4 -2.2" />
    </>
  );
}
