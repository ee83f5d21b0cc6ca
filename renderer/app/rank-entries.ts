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

/** How many of those used last stand first, and how many are remembered: not all of them can be done everywhere. */
const shownLast = 5;
const keptLast = 20;

/**
 * What was used last, newest first, once an entry has been used too. Only what the program itself can do and show is remembered:
 * records, themes and words looked for belong to a workspace and the persons in it.
 */
export function usedNow(usedLast: readonly string[], { id, kind }: Pick<PaletteEntry, 'id' | 'kind'>): readonly string[] {
  return kind === 'command' || kind === 'screen' ? [id, ...usedLast.filter((other) => other !== id)].slice(0, keptLast) : usedLast;
}

/**
 * Best first: exact name, then prefix, then the beginning of a word, then anywhere; commands before screens, records and themes.
 * With nothing typed: what was used last of what can be done here, the commands of this screen, the others, and the screens. `>` keeps
 * commands only, `#` themes only.
 * @param order of names that fit equally well: the alphabet of the interface's language
 * @param usedLast ids, newest first
 */
export function rankEntries<E extends PaletteEntry>(
  entries: readonly E[],
  typed: string,
  order: Intl.Collator,
  usedLast: readonly string[] = [],
): E[] {
  const only = typed.startsWith('>') ? 'command' : typed.startsWith('#') ? 'theme' : null;
  const wanted = fold(typed.replace(/^[>#]/u, '').trim());
  const here = new Set(entries.map(({ id }) => id));
  const first = usedLast.filter((id) => here.has(id)).slice(0, shownLast);
  const untyped = ({ id, kind, isHere }: E): number => {
    if (first.includes(id)) return first.indexOf(id) - shownLast - 1;
    return isHere === true ? -1 : kindOrder[kind];
  };
  const scored = entries.flatMap((entry) => {
    if (only !== null && entry.kind !== only) return [];
    if (entry.kind === 'search') return [{ entry, score: Number.MAX_VALUE }];
    if (wanted === '')
      return only !== null || entry.kind === 'command' || entry.kind === 'screen' ? [{ entry, score: untyped(entry) }] : [];
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
