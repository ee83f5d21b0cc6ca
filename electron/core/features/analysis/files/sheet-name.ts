/** A title as a sheet's name: Excel refuses some signs, and more than 31 characters. */
export function sheetName(title: string): string {
  const cleaned = title
    .replace(/[[\]:*?/\\']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...cleaned].slice(0, 31).join('').trim() || 'Røst';
}

/** The same beside others: Excel refuses two sheets of one name, whatever their case. @param taken names in lower case */
export function freeSheetName(title: string, taken: ReadonlySet<string>): string {
  const name = sheetName(title);
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const candidate = `${[...name]
      .slice(0, 31 - ending.length)
      .join('')
      .trim()}${ending}`;
    if (!taken.has(candidate.toLocaleLowerCase())) return candidate;
  }
}
