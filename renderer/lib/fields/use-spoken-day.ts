import { readSpokenDate } from '../../../shared/model/spoken-date.ts';
import { formatDayShort } from '../format.ts';
import { useLanguage } from '../text.ts';

/** How one day is written in a field and read back from it, in the interface's language. */
export interface SpokenDay {
  /** ISO day of "3.4.2026", "3/4" or "i dag"; null for what is no single day. */
  readonly read: (text: string) => string | null;
  /** "3.4.2026"; empty for no day. */
  readonly write: (day: string | null) => string;
}

/** `today` is the ISO day that words without a year are read against. */
export function useSpokenDay(today: string): SpokenDay {
  const language = useLanguage();
  return {
    read: (text) => {
      const found = readSpokenDate(text, { form: null, today, language });
      return found?.precision === 'day' ? found.sortOn : null;
    },
    write: (day) => (day === null ? '' : formatDayShort(day, language)),
  };
}
