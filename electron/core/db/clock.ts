/**
 * A hybrid logical clock (Kulkarni et al. 2014): wall time where it moves forward, a counter where it does not, so that the
 * operations of two copies of a file can be put in one order later. Text form sorts as it counts.
 */
export interface HybridClock {
  readonly next: () => string;
}

/** Continues from `last` (empty for a new file); `replica` is this copy's eight hex digits. */
export function createClock(now: () => number, replica: string, last: string): HybridClock {
  let wall = last === '' ? 0 : Number.parseInt(last.slice(0, 12), 16);
  let counter = last === '' ? 0 : Number.parseInt(last.slice(13, 17), 16);
  return {
    next: () => {
      const time = now();
      if (time > wall) {
        wall = time;
        counter = 0;
      } else if (counter === 0xffff) {
        wall += 1;
        counter = 0;
      } else {
        counter += 1;
      }
      return `${wall.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${replica}`;
    },
  };
}
