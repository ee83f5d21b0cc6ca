import type { AnswerDatePrecision } from './answer.ts';
import { addDays } from './calendar-day.ts';
import type { DateForm } from './questionnaire.ts';
import { readDay } from './spoken-day.ts';
import { readPeriod } from './spoken-period.ts';
import { aboutPattern, deadlinePattern, earlierPattern, placeless } from './spoken-date-words.ts';
import type { Language } from './text.ts';

/** What a date is read against. */
export interface SpokenDateContext {
  /** How precisely the question asks; null is a date. */
  readonly form: DateForm | null;
  /** The day of the interview, ISO: a date said without a year is in its year. */
  readonly today: string;
  /** Of the interview; it decides only what "jul" is. */
  readonly language: Language;
  /** The words are about what is to come: said without a year, what has passed this year is next year's. */
  readonly isAhead?: boolean;
}

/** A date as it was said, with the day (or the clock, or both) that it sorts by. */
export interface SpokenDate {
  readonly said: string;
  /** ISO: `2025-04-03`, `14:30` or `2025-04-03T14:30`. The last day of the period that is meant; null where nobody can say. */
  readonly sortOn: string | null;
  readonly precision: AnswerDatePrecision;
}

/** A time without the words it was said in. */
export type ReadDate = Omit<SpokenDate, 'said'>;

/** Precisions from fine to coarse; `about` and `none` stand outside. */
const fineness: readonly AnswerDatePrecision[] = ['minute', 'day', 'week', 'month', 'season', 'year'];

/**
 * Reads a date in words or digits, in any of the four languages: "3.4.2025", "3/4", "apr 2025", "ca 2019", "vår 2023", "uke 12",
 * "mot slutten av 2023", "innen jul", "14.30". Always day before month. Null when it cannot be read, or is more precise than the
 * question asks; nothing is guessed.
 */
export function readSpokenDate(said: string, context: SpokenDateContext): SpokenDate | null {
  const plain = normalise(said);
  if (placeless.has(plain)) return { said: said.trim(), sortOn: null, precision: 'none' };
  const certain = plain.replace(aboutPattern, '').replace(/\s*\?$/u, '');
  const read = readAs(certain, context);
  if (read === null) return null;
  return { said: said.trim(), sortOn: read.sortOn, precision: certain === plain ? read.precision : 'about' };
}

function readAs(text: string, context: SpokenDateContext): ReadDate | null {
  const { form } = context;
  if (form === 'time') return readClock(text);
  if (form === 'date-time') return readMoment(text, context);
  const read = readDay(text, context) ?? readPeriod(text, context) ?? readDeadline(text, context);
  if (read === null || read.precision === 'about') return read;
  const asked = form === 'month' ? 'month' : form === 'year' ? 'year' : 'day';
  return fineness.indexOf(read.precision) < fineness.indexOf(asked) ? null : read;
}

/** "innen 1. mars", "senast vecka 12", "före 1 mars": only where the words are about what is to come. */
function readDeadline(text: string, context: SpokenDateContext): ReadDate | null {
  if (context.isAhead !== true) return null;
  if (deadlinePattern.test(text)) {
    const bare = text.replace(deadlinePattern, '');
    return readDay(bare, context) ?? readPeriod(bare, context);
  }
  const day = earlierPattern.test(text) ? readDay(text.replace(earlierPattern, ''), context) : null;
  return day?.sortOn === null || day === null ? null : { ...day, sortOn: addDays(day.sortOn, -1) };
}

function readMoment(text: string, context: SpokenDateContext): ReadDate | null {
  const [, dayText, clockText] = /^(.+?)(?:\s+|(?<=\d)t)((?:kl |klokka |klokken |at )?[\d.:]+(?:\s?[ap]m)?)$/u.exec(text) ?? [];
  const day = dayText === undefined ? null : readDay(dayText, context);
  const clock = clockText === undefined ? null : readClock(clockText);
  if (day !== null && clock !== null) return { sortOn: `${day.sortOn}T${clock.sortOn}`, precision: 'minute' };
  return readDay(text, context) ?? readPeriod(text, context);
}

/** "14.30", "kl 9", "2:30 pm"; a bare hour is the full hour. */
function readClock(text: string): ReadDate | null {
  const found = /^(?:kl |klokka |klokken |at )?(\d{1,2})(?:[.:](\d{2}))?\s?(am|pm)?$/u.exec(text);
  if (found === null) return null;
  const [, hourText = '', minuteText = '0', half] = found;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (minute > 59 || (half === undefined ? hour > 23 : hour < 1 || hour > 12)) return null;
  const inDay = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return { sortOn: `${two(inDay)}:${two(minute)}`, precision: 'minute' };
}

/** Small letters, single spaces, no commas, no full stop after a word or an ordinal before one. */
function normalise(said: string): string {
  return said
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[,;]/gu, ' ')
    .replaceAll(/(\p{L})\.(?!\p{L})/gu, '$1 ')
    .replaceAll(/(\d)\.?\s*(?=\p{L}{3})/gu, '$1 ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/\.$/u, '');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
