import { locales } from '../../../../shared/model/locales.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Counted, HeldDate, VagueDate } from '../../../../shared/model/vague.ts';
import { wallClockOf } from '../../../../shared/model/wall-clock.ts';
import { dayIn, type CoreWords } from '../../words.ts';

/** When a meeting is or was, as far as anybody knows. `startsAt` and `endsAt` are UTC, and only there when the day is. */
export interface MeetingTime {
  readonly planned: VagueDate;
  readonly held: HeldDate | null;
  readonly heldAsSaid: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** There are no data of Nynorsk to format with; its months are those of Bokmål, its days are not. Sunday first. */
const nynorskDays = ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'];

/** The day of a meeting, ISO, when it is known to the day: the one it was held, else the one it is planned for. */
export function fixedDay({ held, planned }: Pick<MeetingTime, 'held' | 'planned'>): string | null {
  if (held !== null) return held.precision === 'day' ? held.on : null;
  return planned.precision === 'day' ? planned.sortOn : null;
}

/** "tirsdag 22. april 2025 kl. 13.00–16.00", "april 2025", "etter påske 2025": exact, or as it was said. Empty when nothing is known. */
export function whenOf(time: MeetingTime, language: Language, say: CoreWords): string {
  const day = fixedDay(time);
  if (day !== null) return withClock(dayWithWeekday(day, language), time, language, say);
  if (time.held !== null) return time.heldAsSaid ?? heldWords(time.held, language, say);
  return time.planned.asSaid ?? (time.planned.sortOn === null ? '' : dayIn(language, time.planned.sortOn));
}

function withClock(day: string, { startsAt, endsAt }: MeetingTime, language: Language, say: CoreWords): string {
  if (startsAt === null) return day;
  const to = endsAt === null ? 'none' : clockAt(endsAt, language);
  return say('papers.on.at', { day, from: clockAt(startsAt, language), to });
}

/** Clock on the wall where the meeting is: "13.00" in Norwegian and Swedish text, "13:00" in English. `at` is UTC. */
export function clockAt(at: string, language: Language): string {
  const { clock } = wallClockOf(at);
  return language === 'en' ? clock : clock.replace(':', '.');
}

function dayWithWeekday(iso: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const day = new Date(iso);
  if (language !== 'nn') return format.format(day);
  return format
    .formatToParts(day)
    .map(({ type, value }) => (type === 'weekday' ? (nynorskDays[day.getUTCDay()] ?? value) : value))
    .join('');
}

function heldWords({ on, precision }: HeldDate, language: Language, say: CoreWords): string {
  if (precision === 'inferred') return say('dates.inferred', { n: dayIn(language, on) });
  if (precision === 'year') return on.slice(0, 4);
  return new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(on));
}

/** A due date as it was said; a plain day as a day. Empty when none was set. */
export function dueOf({ asSaid, sortOn, precision }: VagueDate, language: Language): string {
  if (precision === 'day' && sortOn !== null) return dayIn(language, sortOn);
  return asSaid ?? (sortOn === null ? '' : dayIn(language, sortOn));
}

const countIds = {
  about: 'dates.about',
  average: 'dates.average',
  'at-least': 'dates.atLeast',
  'total-only': 'dates.totalOnly',
  inferred: 'dates.inferred',
} as const;

/** "18", "ca. 12", "i snitt 15" */
export function countOf({ count, precision }: Counted, language: Language, say: CoreWords): string {
  const n = new Intl.NumberFormat(locales[language]).format(count);
  return precision === 'exact' ? n : say(countIds[precision], { n });
}

/** A sentence's first letter made large: a date that stands by itself. */
export function capital(text: string, language: Language): string {
  const first = [...text][0] ?? '';
  return first.toLocaleUpperCase(locales[language]) + text.slice(first.length);
}
