import { dateOfNumber, dayNumberOf, type CalendarDate } from '../model/day-number.ts';
import type { Language } from '../model/text.ts';

/** A day, or a day with a time: days since 1970-01-01, the time of day as their fraction, by the clock where it was said. */
export interface Moment {
  readonly kind: 'moment';
  readonly days: number;
  readonly hasTime: boolean;
}

const secondsInDay = 86_400;

/** A whole day. */
export function dayMoment(days: number): Moment {
  return { kind: 'moment', days: Math.floor(days), hasTime: false };
}

/** A day with a time, to the second. */
export function timedMoment(days: number): Moment {
  return { kind: 'moment', days: Math.round(days * secondsInDay) / secondsInDay, hasTime: true };
}

const isoPattern = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u;

/**
 * Reads YYYY-MM-DD, with or without a time; YYYY-MM is its first day. A zone is passed over: the time counts as it is written.
 * Null where it is no date of the calendar.
 */
export function readMoment(text: string): Moment | null {
  const match = isoPattern.exec(text.trim());
  if (match === null) return null;
  const [year = 0, month = 0, day = 1, hour, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const days = dayNumberOf({ year, month, day });
  if (days === null) return null;
  if (hour === undefined) return dayMoment(days);
  if (hour > 23 || minute > 59 || second > 59) return null;
  return timedMoment(days + (hour * 3600 + minute * 60 + second) / secondsInDay);
}

/** YYYY-MM-DD, with T and the time to the second where it has one. */
export function writeMoment(moment: Moment): string {
  const { year, month, day, hour, minute, second } = fieldsOf(moment);
  const date = `${two(year, 4)}-${two(month)}-${two(day)}`;
  return moment.hasTime ? `${date}T${two(hour)}:${two(minute)}:${two(second)}` : date;
}

/** Whether days can be written as a date of the years 0 to 9999. */
export function isWritable(days: number): boolean {
  return days >= -719_528 && days < 2_932_897;
}

interface Fields extends CalendarDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

function fieldsOf({ days }: Moment): Fields {
  const whole = Math.floor(days);
  const seconds = Math.round((days - whole) * secondsInDay);
  return {
    ...dateOfNumber(whole),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    weekday: (((whole + 4) % 7) + 7) % 7,
  };
}

/**
 * Writes a date by ODK's letters: %Y %y %m %n %b %d %e %H %h %M %S %3 %a %W, and %% for the sign itself. Names of months and days are the
 * language's own; a letter that is not known stays as it is written.
 */
export function formatMoment(moment: Moment, format: string, language: Language): string {
  const fields = fieldsOf(moment);
  return format.replaceAll(/%([a-zA-Z0-9%])/gu, (written, letter: string) => formatted(letter, fields, language) ?? written);
}

function formatted(letter: string, { year, month, day, hour, minute, second, weekday }: Fields, language: Language): string | null {
  switch (letter) {
    case 'Y':
      return two(year, 4);
    case 'y':
      return two(year % 100);
    case 'm':
      return two(month);
    case 'n':
      return String(month);
    case 'b':
      return monthNames[language][month - 1] ?? null;
    case 'd':
      return two(day);
    case 'e':
      return String(day);
    case 'H':
      return two(hour);
    case 'h':
      return String(hour);
    case 'M':
      return two(minute);
    case 'S':
      return two(second);
    case '3':
      return '000';
    case 'a':
      return dayNames[language][weekday] ?? null;
    case 'W':
      return two(isoWeek(dayNumberOf({ year, month, day }) ?? 0));
    case '%':
      return '%';
    default:
      return null;
  }
}

/** Week number by ISO 8601: the week holds its Thursday's year. */
function isoWeek(days: number): number {
  const thursday = days - ((((days + 3) % 7) + 7) % 7) + 3;
  const { year } = fieldsOf(dayMoment(thursday));
  return Math.floor((thursday - (dayNumberOf({ year, month: 1, day: 1 }) ?? 0)) / 7) + 1;
}

function two(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

// Names of the calendar, three letters as on forms: data like the month lengths, the same in every edition of the languages' rules.
const norwegian = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'];
const monthNames: Readonly<Record<Language, readonly string[]>> = {
  nb: norwegian,
  nn: norwegian,
  sv: ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const dayNames: Readonly<Record<Language, readonly string[]>> = {
  nb: ['søn', 'man', 'tir', 'ons', 'tor', 'fre', 'lør'],
  nn: ['søn', 'mån', 'tys', 'ons', 'tor', 'fre', 'lau'],
  sv: ['sön', 'mån', 'tis', 'ons', 'tor', 'fre', 'lör'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
