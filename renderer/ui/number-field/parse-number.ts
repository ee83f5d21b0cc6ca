/** What a typed number turned out to be. */
export type ParsedNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'notANumber' };

/**
 * Reads a number as people in the Nordic countries type it: comma or point as decimal sign, blanks between thousands,
 * hyphen or a real minus. Anything else is not a number: a wrong guess would be worse than asking again, so "1.234,5",
 * with two kinds of signs, is refused.
 */
export function parseNumber(text: string): ParsedNumber {
  const compact = text.replace(/[\s\u00a0\u202f]/gu, '').replace('\u2212', '-');
  if (compact === '') {
    return { kind: 'empty' };
  }
  if (!/^-?\d+(?:[.,]\d+)?$/u.test(compact)) {
    return { kind: 'notANumber' };
  }
  const value = Number(compact.replace(',', '.'));
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'notANumber' };
}

/** Writes a number into a field: no grouping, the language's decimal sign, a real minus. Empty for null. */
export function formatFieldNumber(value: number | null, decimalSign: ',' | '.'): string {
  if (value === null) {
    return '';
  }
  return String(value).replace('.', decimalSign).replace(/^-/u, '\u2212');
}
