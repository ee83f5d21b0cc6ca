/** The candidate nearest to a word that was written wrongly, or null when none is near: at most one letter in three differs. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.slice(0, 60).toLowerCase();
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let found: string | null = null;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps > limit || (steps === limit && found !== null)) continue;
    found = candidate;
    limit = steps;
  }
  return found;
}

/** Levenshtein's distance, two neighbours that changed places counting once (Damerau). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
