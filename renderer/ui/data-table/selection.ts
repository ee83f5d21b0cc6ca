/** The selection with one row added or taken away. */
export function toggleKey(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}

/** The selection with every row between two indexes added, ends included, in whichever order they are given. */
export function addRange(selected: ReadonlySet<string>, keys: readonly string[], from: number, to: number): ReadonlySet<string> {
  const next = new Set(selected);
  for (const key of keys.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    next.add(key);
  }
  return next;
}
