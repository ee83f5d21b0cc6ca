import type { Counted, HeldDate, VagueDate } from '../../shared/model/vague.ts';
import { daysBetween, inWords } from '../../shared/model/vague.ts';
import type { Language } from '../../shared/model/text.ts';
import { formatDay, formatNumber } from './format.ts';
import { localeOf, useLanguage, useText, type Say } from './text.ts';

/** Times, counts and periods in words, in the interface's language (wording, formats). */
export interface Dates {
  /** "22. april 2025" */
  readonly day: (iso: string) => string;
  /** "22. april 2025", "april 2025", "2025", "2015 (anslått)" by how much is known. */
  readonly held: (date: HeldDate) => string;
  /** The words it was said in, in quotes; a plain day as a day; empty when nothing was said. */
  readonly due: (date: VagueDate) => string;
  /** "14 uker over tiden" */
  readonly overdue: (days: number) => string;
  /** "om 5 dager", "om ca. 5 uker", "i dag" */
  readonly ahead: (days: number) => string;
  /** "18", "ca. 12", "i snitt 15" */
  readonly counted: (counted: Counted) => string;
  /** "2020–2023", "fra 2024", "til 2019"; empty when it has no limits. `to` is the first day after. */
  readonly years: (from: string | null, to: string | null) => string;
  /** "Fjordvik (9921, 2020–2023)" */
  readonly place: (place: {
    readonly name: string;
    readonly code: string | null;
    readonly validFrom: string | null;
    readonly validTo: string | null;
  }) => string;
}

/** The day on this person's wall. */
export function today(now: Date = new Date()): string {
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

export function useDates(): Dates {
  return makeDates(useText(), useLanguage());
}

/** The last year something was valid: `to` is the first day it no longer was. */
export function lastYear(to: string): number {
  return Number(new Date(Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 4));
}

/** Days from today to a day; negative when it has been. */
export function daysFrom(now: string, iso: string): number {
  return daysBetween(now, iso);
}

const countIds = {
  about: 'dates.about',
  average: 'dates.average',
  'at-least': 'dates.atLeast',
  'total-only': 'dates.totalOnly',
  inferred: 'dates.inferred',
} as const;

function makeDates(say: Say, language: Language): Dates {
  const month = new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const day = (iso: string): string => formatDay(iso, language);
  const years = (from: string | null, to: string | null): string => {
    if (from === null) return to === null ? '' : say('dates.until', { year: String(lastYear(to)) });
    const first = from.slice(0, 4);
    if (to === null) return say('dates.since', { year: first });
    const last = String(lastYear(to));
    return first === last ? first : `${first}–${last}`;
  };
  return {
    day,
    held: ({ on, precision }) => {
      if (precision === 'day') return day(on);
      if (precision === 'month') return month.format(new Date(on));
      return precision === 'year' ? on.slice(0, 4) : say('dates.inferred', { n: on.slice(0, 4) });
    },
    due: ({ asSaid, sortOn, precision }) => {
      if (precision === 'day' && sortOn !== null) return day(sortOn);
      if (asSaid !== null) return say('dates.quoted', { text: asSaid });
      return sortOn === null ? '' : day(sortOn);
    },
    overdue: (days) => say('dates.overdue', inWords(days)),
    ahead: (days) => (days === 0 ? say('dates.today') : say('dates.ahead', inWords(days))),
    counted: ({ count, precision }) => {
      const n = formatNumber(count, language);
      return precision === 'exact' ? n : say(countIds[precision], { n });
    },
    years,
    place: ({ name, code, validFrom, validTo }) => {
      const facts = [code ?? '', years(validFrom, validTo)].filter((fact) => fact !== '');
      return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
    },
  };
}
