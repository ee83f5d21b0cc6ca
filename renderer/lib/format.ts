import type { Language } from '../../shared/model/text.ts';
import { localeOf } from './text.ts';

const dayForms = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
} as const;
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** A format is dear to make and cheap to use, and a list asks for one in every row. */
function dayFormat(language: Language, form: keyof typeof dayForms): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const made = dayFormats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...dayForms[form], timeZone: 'UTC' });
  dayFormats.set(key, made);
  return made;
}

/** A day is the same everywhere; a moment is on the day it is on this person's wall, as its clock time is. For the formats, which know UTC only. */
function dayAt(iso: string): Date {
  const date = new Date(iso);
  return iso.includes('T') ? new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())) : date;
}

/** "19. mars 2026", "19 mars 2026", "19 March 2026"; of a day or of a moment. */
export function formatDay(iso: string, language: Language): string {
  return dayFormat(language, 'long').format(dayAt(iso));
}

/** "19.03.2026", "2026-03-19", "19/03/2026"; of a day or of a moment. */
export function formatDayShort(iso: string, language: Language): string {
  return dayFormat(language, 'short').format(dayAt(iso));
}

/** Clock time in the machine's zone: "14.32" in Norwegian and Swedish text, "14:32" in English. */
export function formatTime(iso: string, language: Language): string {
  const date = new Date(iso);
  const [hours, minutes] = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${hours}${language === 'en' ? ':' : '.'}${minutes}`;
}

/** "1 234,5" with the language's own signs. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}
