/** A label that wants its middle at a height, and needs some room. */
export interface WantedLabel {
  readonly y: number;
  readonly height: number;
}

interface Cluster {
  members: number[];
  /** Middle of the first member when all stand close. */
  first: number;
  height: number;
}

/** Where the first member of a cluster has its upper edge so that the members are, together, as near as they can be. */
function topOf(members: readonly number[], labels: readonly WantedLabel[]): number {
  let above = 0;
  const tops = members.map((at) => {
    const { y = 0, height = 0 } = labels[at] ?? {};
    const top = y - height / 2 - above;
    above += height;
    return top;
  });
  return tops.reduce((sum, top) => sum + top, 0) / Math.max(1, tops.length);
}

/**
 * Middles of labels that do not overlap, each as near its wanted height as the others allow, between two heights where
 * there is room for all (pool adjacent violators). Equal wishes keep their order, so the result is always the same.
 */
export function spreadLabels(labels: readonly WantedLabel[], room: { readonly top: number; readonly bottom: number }): number[] {
  const order = labels.map((_, at) => at).toSorted((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0) || a - b);
  const clusters: Cluster[] = [];
  for (const at of order) {
    let next: Cluster = { members: [at], first: topOf([at], labels), height: labels[at]?.height ?? 0 };
    for (let last = clusters.at(-1); last !== undefined && last.first + last.height > next.first; last = clusters.at(-1)) {
      clusters.pop();
      const members = [...last.members, ...next.members];
      next = { members, first: topOf(members, labels), height: last.height + next.height };
    }
    clusters.push(next);
  }
  const places = labels.map(() => 0);
  const tops: { at: number; top: number }[] = [];
  let floor = room.top;
  for (const { members, first } of clusters) {
    let top = Math.max(first, floor);
    for (const at of members) {
      tops.push({ at, top });
      top += labels[at]?.height ?? 0;
    }
    floor = top;
  }
  let ceiling = Math.max(room.bottom, room.top + labels.reduce((sum, { height }) => sum + height, 0));
  for (const { at, top } of tops.toReversed()) {
    const height = labels[at]?.height ?? 0;
    const placed = Math.min(top, ceiling - height);
    places[at] = placed + height / 2;
    ceiling = placed;
  }
  return places;
}

/** A rectangle that a text takes. */
export interface TakenBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** True when a box meets none of the others. */
export function isFree(box: TakenBox, taken: readonly TakenBox[]): boolean {
  return taken.every((other) => box.right <= other.left || box.left >= other.right || box.bottom <= other.top || box.top >= other.bottom);
}
