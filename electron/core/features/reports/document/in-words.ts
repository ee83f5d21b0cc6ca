import { locales } from '../../../../../shared/model/locales.ts';
import type { Language } from '../../../../../shared/model/text.ts';

/** "telefon, video og papirskjema" */
export function listed(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(words);
}

/** A number with so many places: "0,82". */
export function numeral(value: number, places: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { minimumFractionDigits: places, maximumFractionDigits: places }).format(value);
}
