import { addDays, isoDay } from './calendar-day.ts';
import { dayOffset, monthNumber } from './spoken-date-words.ts';
import type { ReadDate, SpokenDateContext } from './spoken-date.ts';

const ordinal = '(?:st|nd|rd|th|:e|:a)?';

/** Day, month and year as they stand in the match; a year that was not said is that of the interview. */
type Order = readonly ['d', 'm', 'y'] | readonly ['y', 'm', 'd'] | readonly ['m', 'd', 'y'];

const forms: readonly (readonly [RegExp, Order])[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/u, ['y', 'm', 'd']],
  [/^((?:19|20)\d{2})((?:0|1)\d)(\d{2})$/u, ['y', 'm', 'd']],
  [/^(\d{2})(\d{2})((?:19|20)\d{2})$/u, ['d', 'm', 'y']],
  [/^(\d{1,2})[./]\s?(\d{1,2})$/u, ['d', 'm', 'y']],
  [/^(\d{1,2})[./]\s?(\d{1,2})[./-]+\s?(\d{4}|\d{2})$/u, ['d', 'm', 'y']],
  [/^(\d{1,2})[./-]\s?(\d{1,2})[. -]+(\d{4})$/u, ['d', 'm', 'y']],
  [new RegExp(String.raw`^(?:den |the )?(\d{1,2})${ordinal} (?:of )?(\p{L}+)(?: (\d{4}))?$`, 'u'), ['d', 'm', 'y']],
  [new RegExp(String.raw`^(\p{L}+) (\d{1,2})${ordinal} (\d{4})$`, 'u'), ['m', 'd', 'y']],
  [/^(\p{L}+) (\d{1,2})(?:st|nd|rd|th)$/u, ['m', 'd', 'y']],
];

/** Reads one day of the calendar, in digits or with the month in words; null when it is none. */
export function readDay(text: string, { today, language, isAhead = false }: SpokenDateContext): ReadDate | null {
  const offset = dayOffset.get(text);
  if (offset !== undefined) return { sortOn: addDays(today, offset), precision: 'day' };
  for (const [pattern, order] of forms) {
    const parts = pattern.exec(text)?.slice(1);
    if (parts === undefined) continue;
    const said = (part: 'd' | 'm' | 'y'): string | undefined => parts[order.indexOf(part)];
    const on = (year: number) => isoDay(year, toMonth(said('m'), language), Number(said('d')));
    const year = toYear(said('y'), today);
    const sortOn = on(year);
    const isPassed = isAhead && said('y') === undefined && sortOn !== null && sortOn < today;
    if (sortOn !== null) return { sortOn: isPassed ? on(year + 1) : sortOn, precision: 'day' };
  }
  return null;
}

function toMonth(said: string | undefined, language: SpokenDateContext['language']): number {
  if (said === undefined) return Number.NaN;
  if (said === 'jul' && language === 'en') return 7;
  return monthNumber.get(said) ?? Number(said);
}

/** Two digits are the century in which the year lies at most ten years after the interview. */
function toYear(said: string | undefined, today: string): number {
  const year = Number(today.slice(0, 4));
  if (said === undefined) return year;
  if (said.length === 4) return Number(said);
  const inCentury = Math.floor(year / 100) * 100 + Number(said);
  return inCentury > year + 10 ? inCentury - 100 : inCentury;
}
