import { dateOfNumber, dayNumberOf } from '../../../shared/model/day-number.ts';
import type { SavKind } from './sav-file.ts';

const secondsPerDay = 86_400;
/** Days from 14 October 1582, the format's day zero, to 1 January 1970. */
const dayZero = 141_428;

const dateForm = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?)?$/u;
const timeForm = /^(-?)(\d{1,5}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?$/u;

function isoDay(days: number): string {
  const { year, month, day } = dateOfNumber(days);
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
  const day = dayNumberOf({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) });
  const [hours, minutes, seconds] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  if (day === null || hours > 23 || minutes > 59 || seconds >= 60) return null;
  return (day + dayZero) * secondsPerDay + hours * 3600 + minutes * 60 + seconds;
}

/** The first second that a date can be (15 October 1582) and the first that it cannot be any more (year 10,000). */
const firstDate = secondsPerDay;
const afterDates = ((dayNumberOf({ year: 9999, month: 12, day: 31 }) ?? 0) + dayZero + 1) * secondsPerDay;

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
  const date = isoDay(days - dayZero);
  return rest === 0 && kind === 'date' ? date : `${date}T${clock(rest, true)}`;
}
