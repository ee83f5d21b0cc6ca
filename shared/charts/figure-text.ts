import type { ReleasedExhibit } from '../model/exhibit.ts';
import { locales } from '../model/locales.ts';
import type { Language } from '../model/text.ts';

/** Formats by language and decimals: making one takes far longer than using it, and a matrix uses hundreds. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(decimals: number, language: Language): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}

/** A number as printed: decimal comma and U+00A0 between thousands in nb, nn and sv, point and comma in en. */
export function numberText(value: number, decimals: number, language: Language): string {
  return numberFormat(decimals, language).format(value).replaceAll('\u202F', '\u00A0');
}

/** A share: "45 %" with U+00A0, in English "45%". */
export function percentText(percent: number, { decimals, language }: Pick<ReleasedExhibit, 'decimals' | 'language'>): string {
  return `${numberText(percent, decimals, language)}${language === 'en' ? '' : '\u00A0'}%`;
}

/** Limits of an interval without unit: "34–57"; empty where there is none. */
export function intervalText(
  low: number | null,
  high: number | null,
  { decimals, language }: Pick<ReleasedExhibit, 'decimals' | 'language'>,
): string {
  if (low === null || high === null) return '';
  return `${numberText(low, decimals, language)}–${numberText(high, decimals, language)}`;
}

/** A base as printed: ":" when hidden, in brackets when it is small. */
export function baseText(base: { readonly n: number | null; readonly rule: string } | null, language: Language): string {
  if (base === null) return '';
  if (base.n === null) return ':';
  const n = numberText(base.n, 0, language);
  return base.rule === 'low' ? `(${n})` : n;
}

/** A month in short: "apr.". */
export function monthText(date: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** A day: "19. mars 2026". @throws RangeError for what is no ISO date */
export function dateText(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
