import type { Language } from '../../../shared/model/text.ts';
import { formatDay } from '../../lib/format.ts';
import { localeOf } from '../../lib/text.ts';

/** "12. mai" for a day of this year, "12. mai 2025" for an earlier one: the gate line has little room. */
export function releaseDay(iso: string, now: Date, language: Language): string {
  if (!iso.startsWith(String(now.getFullYear()))) return formatDay(iso, language);
  return new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
