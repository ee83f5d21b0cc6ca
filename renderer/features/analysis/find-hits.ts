/** Something to find by typing: what is shown, and other words that lead to it. */
export interface Findable {
  readonly label: string;
  readonly name: string;
}

/** Small letters without marks, so that "raad" and accents do not matter; æ, ø and å stay letters of their own. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase('nb')
    .normalize('NFC')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('_', ' ');
}

function rankOf(text: string, query: string): number {
  const at = plain(text).indexOf(query);
  if (at === -1) return 4;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(plain(text)[at - 1] ?? '') ? 3 : 2;
}

/** Hits in order: begins with the typed letters, a word begins with them, anywhere. Everything when nothing is typed. */
export function findHits<T extends Findable>(things: readonly T[], typed: string): readonly T[] {
  const query = plain(typed.trim());
  if (query === '') return things;
  const ranked = things.map((thing) => ({ thing, rank: Math.min(rankOf(thing.name, query), rankOf(thing.label, query)) }));
  return ranked
    .filter(({ rank }) => rank < 4)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing);
}
