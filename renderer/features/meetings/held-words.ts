import { readSpokenDate } from '../../../shared/model/spoken-date.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { HeldDate } from '../../../shared/model/vague.ts';

/** When a meeting was, read from words, with the words where the day alone would say too much. */
export interface SaidHeld extends HeldDate {
  readonly asSaid: string | null;
}

/**
 * "22.4.2025" is a day; "april 2025" and "våren 2025" are known to the month they end in; "2014" to the year; "ca. 2014", and a day said
 * without its year, are inferred. Null when it cannot be placed at all.
 */
export function readHeld(text: string, today: string, language: Language): SaidHeld | null {
  const said = text.trim();
  const read = readSpokenDate(said, { form: null, today, language });
  if (read === null || read.sortOn === null) return null;
  const { sortOn: on, precision } = read;
  if (precision === 'year') return { on, precision, asSaid: said };
  if (precision === 'week' || precision === 'month' || precision === 'season') return { on, precision: 'month', asSaid: said };
  const isYearSaid = /\d{4}/u.test(said) || /\d{1,2}[./-]\d{1,2}[./-]\d{2}/u.test(said);
  if (precision === 'day' && isYearSaid) return { on, precision, asSaid: null };
  return { on, precision: 'inferred', asSaid: said };
}
