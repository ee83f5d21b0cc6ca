import { addDays } from './calendar-day.ts';
import { readSpokenDate, type SpokenDate, type SpokenDateContext } from './spoken-date.ts';

/** Reduced ISO days: "2021", "2021-03", "2021-03-15". `to` is the first day after. */
export interface ReadSpan {
  readonly from: string | null;
  readonly to: string | null;
}

const openStart = /^(?:fra(?: og med)?|frå(?: og med)?|från(?: och med)?|from|siden|sidan|sedan|since)\s+/u;
const openEnd = /^(?:til(?: og med)?|till(?: och med)?|fram til|frem til|fram till|t\.?o\.?m\.?|until|till|up to)\s+/u;
// A bare hyphen stands between years only: in a day it belongs to the day.
const between = /\s*[–—]\s*|\s+-\s+|(?<=^\d{4})-(?=\d{4}$)|(?<=^\d{4})-$|\s+(?:til og med|till och med|til|till|to|until)\s+/u;

/**
 * Reads a period in words: "2020–2023", "fra mars 2021", "til 2019", "2021–", "mot slutten av 2023". An end is the last day it still was.
 * Null when a part of it cannot be read; nothing is guessed.
 */
export function readSpan(said: string, context: Omit<SpokenDateContext, 'form'>): ReadSpan | null {
  const text = said.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return null;
  const read = (words: string) => readSpokenDate(words, { ...context, form: null });
  const untilOnly = openEnd.exec(text);
  if (untilOnly !== null) return ends('open', read(text.slice(untilOnly[0].length)));
  const fromOnly = openStart.exec(text);
  const rest = fromOnly === null ? text : text.slice(fromOnly[0].length);
  const parts = rest.split(between);
  if (parts.length > 2) return null;
  const [first = '', second] = parts;
  if (second === undefined) return fromOnly === null ? ends(read(first), read(first)) : ends(read(first), 'open');
  if (first === '') return ends('open', read(second));
  return ends(read(first), second === '' ? 'open' : read(second));
}

type Side = ReturnType<typeof readSpokenDate> | 'open';

/** Null is a side that could not be read, or says no time. */
function ends(first: Side, last: Side): ReadSpan | null {
  if (first === null || last === null) return null;
  const from = first === 'open' ? null : startOf(first);
  const to = last === 'open' ? null : endOf(last);
  if ((from === null && first !== 'open') || (to === null && last !== 'open')) return null;
  return from !== null && to !== null && from >= to ? null : { from, to };
}

function startOf({ sortOn, precision }: SpokenDate): string | null {
  if (sortOn === null) return null;
  if (precision === 'year' || precision === 'about') return sortOn.slice(0, 4);
  if (precision === 'month') return sortOn.slice(0, 7);
  if (precision === 'week') return addDays(sortOn, -6);
  // A third of a year, a season or a quarter: three months at least.
  return precision === 'season' ? addDays(`${sortOn.slice(0, 7)}-01`, -45).slice(0, 7) : sortOn;
}

function endOf({ sortOn, precision }: SpokenDate): string | null {
  if (sortOn === null) return null;
  if (precision === 'year') return String(Number(sortOn.slice(0, 4)) + 1);
  const after = addDays(sortOn, 1);
  return precision === 'month' ? after.slice(0, 7) : after;
}

/** A period for a field that is written in: what `readSpan` reads back to the same. `day` writes an ISO day as people do. */
export function spanWords({ from, to }: ReadSpan, day: (iso: string) => string): string {
  const words = (iso: string): string => (iso.length === 10 ? day(iso) : iso);
  if (to === null) return from === null ? '' : `${words(from)} –`;
  const last = words(lastOf(to));
  if (from === null) return `– ${last}`;
  return from === lastOf(to) ? last : `${words(from)} – ${last}`;
}

/** The last day, month or year of a period whose end is the first one after. */
function lastOf(to: string): string {
  if (to.length === 4) return String(Number(to) - 1);
  return addDays(to.length === 7 ? `${to}-01` : to, -1).slice(0, to.length);
}
