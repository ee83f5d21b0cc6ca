/** A title as a sheet's name: Excel refuses some signs, and more than 31 characters. */
export function sheetName(title: string): string {
  const cleaned = title
    .replace(/[[\]:*?/\\']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...cleaned].slice(0, 31).join('').trim() || 'Røst';
}
