/** The zone Norwegian and Swedish meetings keep; both countries have the same clock. */
export const meetingZone = 'Europe/Oslo';

/** A day and the clock on the wall. */
export interface WallClock {
  /** ISO day. */
  readonly day: string;
  /** "13:00" */
  readonly clock: string;
}

/** From when to when, as clocks on the wall; the end may be open. */
export interface ClockSpan {
  readonly from: string;
  readonly to: string | null;
}

/**
 * The moment a wall clock in a zone shows a day and time, UTC ISO. An hour that summer time leaves out is taken as the hour after;
 * one that comes twice as the first.
 */
export function momentOf({ day, clock }: WallClock, zone: string = meetingZone): string {
  const shown = Date.parse(`${day}T${clock}:00Z`);
  const before = shown - offsetAt(shown - 86_400_000, zone);
  if (offsetAt(before, zone) === shown - before) return new Date(before).toISOString();
  const after = shown - offsetAt(shown + 86_400_000, zone);
  // In the hour that is left out neither fits: the clock that ran until then shows it an hour later.
  return new Date(offsetAt(after, zone) === shown - after ? after : before).toISOString();
}

/** What the wall clock of a zone shows at a moment (UTC ISO). */
export function wallClockOf(moment: string, zone: string = meetingZone): WallClock {
  const at = Date.parse(moment);
  const shown = new Date(at + offsetAt(at, zone)).toISOString();
  return { day: shown.slice(0, 10), clock: shown.slice(11, 16) };
}

/** How far a zone's wall clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map(
    (type) => part[type],
  );
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

/** Reads "13.00–16.00", "kl. 13-16", "9:30 til 12", "13"; null for anything else, and for an end that is not after its start. */
export function readClockSpan(text: string): ClockSpan | null {
  const plain = text.trim().toLowerCase();
  const found = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?(?:\s*(?:[-–—]|til|till|to)\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?)?$/u.exec(
    plain,
  );
  if (found === null) return null;
  const from = clockFrom(found[1] ?? '', found[2]);
  const to = found[3] === undefined ? null : clockFrom(found[3], found[4]);
  if (from === null || (found[3] !== undefined && to === null) || (to !== null && to <= from)) return null;
  return { from, to };
}

function clockFrom(hour: string, minute = '00'): string | null {
  return Number(hour) > 23 || Number(minute) > 59 ? null : `${hour.padStart(2, '0')}:${minute}`;
}
