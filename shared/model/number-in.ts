import { locales } from './locales.ts';
import type { Language } from './text.ts';

const formats = new Map<Language, Intl.NumberFormat>();

/** A number in a questionnaire's text: years stand as they are written, larger numbers in groups, and no decimal is left out. */
export function numberIn(language: Language, value: number): string {
  const made = formats.get(language) ?? new Intl.NumberFormat(locales[language], { useGrouping: 'min2', maximumFractionDigits: 20 });
  formats.set(language, made);
  return made.format(value);
}
