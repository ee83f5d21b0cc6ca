/** How two themes meet in the same units (segments, answers or persons). */
export interface CoOccurrence {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  /** both / (first + second − both), 0–1: the c-index of other programs. Null when neither is anywhere. */
  readonly jaccard: number | null;
  /** both / the smaller of the two, 0–1. Null when one of them is nowhere. */
  readonly overlap: number | null;
  /** One is more than five times as frequent as the other: Jaccard is then small whatever they share, and overlap is what to read. */
  readonly isUnequal: boolean;
}

const mostUnequal = 5;

/** @throws RangeError when more units have both than have one of them */
export function coOccurrence(first: number, second: number, both: number): CoOccurrence {
  const smaller = Math.min(first, second);
  if (both < 0 || both > smaller) throw new RangeError('No more units can have both themes than have each');
  const either = first + second - both;
  return {
    first,
    second,
    both,
    jaccard: either === 0 ? null : both / either,
    overlap: smaller === 0 ? null : both / smaller,
    isUnequal: smaller > 0 && Math.max(first, second) > mostUnequal * smaller,
  };
}
