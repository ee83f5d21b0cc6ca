const signs: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', å: 'a', ä: 'a', ö: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ł: 'l' };

/**
 * A word as it is looked for: lower case, without diacritics, å written as a or aa alike. For comparing only, never for
 * storing or showing.
 */
export function fold(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  const plain = lower
    .replaceAll(/[øæåäöđðþßł]/gu, (sign) => signs[sign] ?? sign)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
  return plain.replaceAll('aa', 'a').replaceAll(/\s+/gu, ' ').trim();
}
