/** A 32-bit number from texts and numbers, the same everywhere (FNV-1a over UTF-16 units, with a final mix). */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts)
    for (const char of `${part}\u0000`) {
      hash ^= char.codePointAt(0) ?? 0;
      hash = Math.imul(hash, 0x01000193);
    }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Numbers from 0 up to, not including, 1, drawn from a seed (mulberry32). */
export function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Mixes a list by a seed (Fisher–Yates), except that what `stays` keeps its place: "none of these" and "other" at the end remain there.
 */
export function mixed<T>(list: readonly T[], seed: number, stays: (item: T) => boolean): T[] {
  const moving = list.filter((item) => !stays(item));
  const draw = drawFrom(seed);
  for (let last = moving.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [moving[last], moving[other]] = [moving[other] as T, moving[last] as T]; // both places are inside the list
  }
  let next = 0;
  return list.map((item) => (stays(item) ? item : (moving[next++] ?? item)));
}
