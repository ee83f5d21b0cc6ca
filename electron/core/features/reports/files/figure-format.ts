import { unitOf } from '../../../../../shared/charts/chart-figures.ts';
import { baseText, type ExhibitWords } from '../../../../../shared/charts/index.ts';
import type { Language } from '../../../../../shared/model/text.ts';
import { figureDecimals, type ReleasedBase, type ReleasedExhibit } from '../../../../../shared/model/exhibit.ts';

/** The code by which Word and PowerPoint write the figures of a chart as print does; the comma is that of the reader's own settings. */
export function figureFormat(exhibit: ReleasedExhibit): string {
  const unit = unitOf(exhibit);
  if (unit === 'count') return '#,##0';
  const number = (unit === 'percent' ? exhibit.decimals : figureDecimals[unit]) === 1 ? '0.0' : '0';
  if (unit === 'percent' || unit === 'top2' || unit === 'bottom2') return percentFormat(number, exhibit.language);
  return unit === 'net' ? `+${number};\u2212${number};0` : `${number};\u2212${number}`;
}

/** A code of numbers with the sign for per cent as the language sets it; the number itself is per cent. */
export function percentFormat(number: string, language: Language): string {
  return `${number}"${language === 'en' ? '' : '\u00A0'}%"`;
}

/** A label with n after it, as it is printed: "(24)" for a small base. */
export function withBase(label: string, base: ReleasedBase | null, { language }: ReleasedExhibit, words: ExhibitWords): string {
  const n = baseText(base, language);
  return n === '' ? label : `${label}, ${words.n} = ${n}`;
}

/** How many have answered, for bars of one column: neither Word nor PowerPoint shows the name of a series that stands alone. Empty where the rows have it. */
export function barsBase({ columns: [column], language }: ReleasedExhibit, words: ExhibitWords): string {
  const n = baseText(column?.base ?? null, language);
  return n === '' ? '' : `${words.n} = ${n}`;
}
