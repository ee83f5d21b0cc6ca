const earliestYear = 1900;
const latestYear = 2100;

/** The ISO day of a year, month (from 1) and day; null where the calendar has none, or outside 1900–2100. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < earliestYear || year > latestYear || day < 1 || month < 1 || month > 12) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** The last day of a month (from 1). */
export function endOfMonth(year: number, month: number): string | null {
  return isoDay(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** An ISO day some days later, or earlier when negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The first day of an ISO day, or of a reduced one: "2024" is 2024-01-01, "2024-03" is 2024-03-01. */
function firstDay(on: string): string {
  return on.length === 4 ? `${on}-01-01` : on.length === 7 ? `${on}-01` : on;
}

/**
 * The years of validity in figures alone, for any language: "2020–2023", "2024–", "–2019", "2021"; empty without limits. Both are ISO
 * days, or reduced to a year or a month; `to` is the first day it no longer was.
 */
export function yearsOf(from: string | null, to: string | null): string {
  const first = from === null ? '' : from.slice(0, 4);
  const last = to === null ? '' : addDays(firstDay(to), -1).slice(0, 4);
  if (first === '' && last === '') return '';
  return first === last ? first : `${first}–${last}`;
}

/** The Sunday that ends an ISO week; null where the year has no such week. */
export function endOfWeek(year: number, week: number): string | null {
  const fourth = isoDay(year, 1, 4);
  if (fourth === null || week < 1 || week > 53) return null;
  // 4 January is always in week 1; days of the week count from Monday.
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  const sunday = addDays(fourth, 6 - weekday + (week - 1) * 7);
  // The Thursday decides which year a week belongs to.
  return addDays(sunday, -3).startsWith(String(year)) ? sunday : null;
}

/** Easter Monday, the last day of Easter (Gregorian calendar; the anonymous algorithm of Nature, 1876). */
export function easterMonday(year: number): string | null {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const sunday = isoDay(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
  return sunday === null ? null : addDays(sunday, 1);
}
