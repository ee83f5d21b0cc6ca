/** What the palette can find. */
export interface PaletteEntry {
  readonly id: string;
  /** search: the typed words looked for everywhere; it stands last. */
  readonly kind: 'command' | 'screen' | 'record' | 'theme' | 'search';
  readonly name: string;
  readonly synonyms: readonly string[];
  /** A command of the screen that is open, which stands before those of everywhere. */
  readonly isHere?: boolean;
}

const kindOrder: Readonly<Record<PaletteEntry['kind'], number>> = { command: 0, screen: 1, record: 2, theme: 3, search: 4 };

/** Lower case without diacritics, so that "rad" finds «råd»; ø and æ are letters of their own and fold to o and ae. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae');
}

/**
 * Best first: exact name, then prefix, then the beginning of a word, then anywhere; commands before screens, records and themes.
 * With nothing typed: the commands of this screen, the others, and the screens. `>` keeps commands only, `#` themes only.
 * @param order of names that fit equally well: the alphabet of the interface's language
 */
export function rankEntries<E extends PaletteEntry>(entries: readonly E[], typed: string, order: Intl.Collator): E[] {
  const only = typed.startsWith('>') ? 'command' : typed.startsWith('#') ? 'theme' : null;
  const wanted = fold(typed.replace(/^[>#]/u, '').trim());
  const scored = entries.flatMap((entry) => {
    if (only !== null && entry.kind !== only) return [];
    if (entry.kind === 'search') return [{ entry, score: Number.MAX_VALUE }];
    if (wanted === '')
      return only !== null || entry.kind === 'command' || entry.kind === 'screen'
        ? [{ entry, score: entry.isHere === true ? -1 : kindOrder[entry.kind] }]
        : [];
    const best = Math.min(
      ...[entry.name, ...entry.synonyms].map((name, index) => matchScore(fold(name), wanted) + (index === 0 ? 0 : 0.5)),
    );
    return Number.isFinite(best) ? [{ entry, score: best * 10 + kindOrder[entry.kind] }] : [];
  });
  return scored.toSorted((a, b) => a.score - b.score || order.compare(a.entry.name, b.entry.name)).map(({ entry }) => entry);
}

function matchScore(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 2;
  return name.includes(wanted) ? 3 : Number.POSITIVE_INFINITY;
}
