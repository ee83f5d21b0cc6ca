/** How many persons and how many mentions; one person with more than half of two or more mentions is one voice. */
export interface Voices {
  readonly persons: number;
  readonly mentions: number;
  readonly isOneVoice: boolean;
}

/** Counts mentions by whose they are; null is nobody's, as in minutes: a mention, but no person. */
export function voicesOf(owners: Iterable<string | number | null>): Voices {
  const byPerson = new Map<string | number, number>();
  let mentions = 0;
  for (const owner of owners) {
    mentions += 1;
    if (owner !== null) byPerson.set(owner, (byPerson.get(owner) ?? 0) + 1);
  }
  const most = byPerson.values().reduce((largest, count) => Math.max(largest, count), 0);
  return { persons: byPerson.size, mentions, isOneVoice: mentions >= 2 && 2 * most > mentions };
}
