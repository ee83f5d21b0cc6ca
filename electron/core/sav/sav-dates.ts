import type { SavKind } from './sav-file.ts';

const secondsPerDay = 86_400;
/** Days from 14 October 1582, the format's day zero, to 1 January 1970. */
const dayZero = 141_428;

const dateForm = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?)?$/u;
const timeForm = /^(-?)(\d{1,5}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?$/u;

/**
 * Days from 1 January 1970 in the proleptic Gregorian calendar, counted in years that begin in March so that the leap day
 * is their last; 146,097 days make 400 years. Null for a day that does not exist.
 */
function dayNumber(year: number, month: number, day: number): number | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  if (month < 1 || month > 12 || day < 1 || day > days) return null;
  const marchYear = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

function dateOfDay(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Hours, minutes and seconds, with as many decimals as there are, at most six. */
function clock(seconds: number, alwaysSeconds: boolean): string {
  const micro = Math.round(seconds * 1e6);
  const whole = Math.floor(micro / 1e6);
  const rest = micro - whole * 1e6;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(6, '0').replace(/0+$/u, '')}`;
  const last = two(whole % 60);
  const short = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}`;
  return alwaysSeconds || last !== '00' || fraction !== '' ? `${short}:${last}${fraction}` : short;
}

/**
 * The seconds that stand for an ISO date (with or without a time) or time of day; null for a text that is none. Times may
 * have more than 24 hours and be negative: they are lengths.
 */
export function secondsOf(kind: Exclude<SavKind, 'number' | 'string'>, text: string): number | null {
  if (kind === 'time') {
    const parts = timeForm.exec(text);
    if (parts === null) return null;
    const [minutes, seconds] = [Number(parts[3]), Number(parts[4] ?? 0)];
    if (minutes > 59 || seconds >= 60) return null;
    return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 3600 + minutes * 60 + seconds);
  }
  const parts = dateForm.exec(text);
  if (parts === null) return null;
  const day = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const [hours, minutes, seconds] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  if (day === null || hours > 23 || minutes > 59 || seconds >= 60) return null;
  return (day + dayZero) * secondsPerDay + hours * 3600 + minutes * 60 + seconds;
}

/** The first second that a date can be (15 October 1582) and the first that it cannot be any more (year 10,000). */
const firstDate = secondsPerDay;
const afterDates = ((dayNumber(9999, 12, 31) ?? 0) + dayZero + 1) * secondsPerDay;

/**
 * The ISO text of stored seconds; null where they are no date of the calendar's years 1582–9999, such as a code. A `date`
 * that has a time of day keeps it; a `datetime` always has its seconds.
 */
export function isoOf(kind: Exclude<SavKind, 'number' | 'string'>, seconds: number): string | null {
  if (kind === 'time') {
    if (!Number.isFinite(seconds) || Math.abs(seconds) >= 3600 * 99_999) return null;
    return `${seconds < 0 ? '-' : ''}${clock(Math.abs(seconds), true)}`;
  }
  const rounded = Math.round(seconds * 1e6) / 1e6;
  if (!(rounded >= firstDate && rounded < afterDates)) return null;
  const days = Math.floor(rounded / secondsPerDay);
  const rest = rounded - days * secondsPerDay;
  const date = dateOfDay(days - dayZero);
  return rest === 0 && kind === 'date' ? date : `${date}T${clock(rest, true)}`;
}
