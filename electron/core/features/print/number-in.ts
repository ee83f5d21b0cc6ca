import { locales } from '../../../../shared/model/locales.ts';
import type { Language } from '../../../../shared/model/text.ts';

/** A number in a questionnaire's text: years stand as they are written, larger numbers in groups, and no decimal is left out. */
export function numberIn(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language], { useGrouping: 'min2', maximumFractionDigits: 20 }).format(value);
}
