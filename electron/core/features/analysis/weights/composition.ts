import type { DisclosureRule } from '../../../../../shared/disclosure/index.ts';

/** Persons of one stratum in a cell and in the cell's base. */
export interface Share {
  readonly weight: number;
  readonly yes: number;
  readonly base: number;
}

/** Least and most weight of so many persons taken from groups, whole persons. */
function extremes(groups: readonly Share[], persons: number): readonly [number, number] | null {
  const sorted = groups.toSorted((a, b) => a.weight - b.weight);
  const take = (order: readonly Share[]): number | null => {
    let [left, sum] = [persons, 0];
    for (const { weight, base } of order) {
      const taken = Math.min(left, base);
      left -= taken;
      sum += taken * weight;
    }
    return left === 0 ? sum : null;
  };
  const [least, most] = [take(sorted), take(sorted.toReversed())];
  return least === null || most === null ? null : [least, most];
}

/** Steps before a search gives up. What is not found then counts as impossible, which is the careful side. */
const mostSteps = 5000;

/** Whether so many whole persons can be taken from groups with a weight within limits. */
function canTake(groups: readonly Share[], persons: number, limits: readonly [number, number]): boolean {
  let steps = 0;
  const search = (rest: readonly Share[], left: number, [low, high]: readonly [number, number]): boolean => {
    steps += 1;
    const reach = extremes(rest, left);
    if (steps > mostSteps || reach === null || reach[1] < low || reach[0] > high) return false;
    const [first, ...others] = rest;
    if (first === undefined || (reach[0] >= low && reach[1] <= high)) return true;
    const most = Math.min(first.base, left);
    // From the middle outwards: splits that are not extreme fit most often.
    const order = Array.from({ length: most + 1 }, (_, at) => at).toSorted((a, b) => Math.abs(2 * a - most) - Math.abs(2 * b - most));
    return order.some((taken) => search(others, left - taken, [low - taken * first.weight, high - taken * first.weight]));
  };
  return search(groups, persons, limits);
}

/** What a reader is left with about one stratum of a cell. */
interface Left {
  readonly low: number;
  readonly high: number;
}

/** Numbers of a stratum that fit, one step after the other from the true one, as far as it matters. */
function range(from: number, most: number, fits: (count: number) => boolean): Left {
  const walk = (step: number): number => {
    let at = from;
    while (Math.abs(at - from) < most && fits(at + step)) at += step;
    return at;
  };
  return { low: walk(-1), high: walk(1) };
}

function isSmall(count: number, { threshold, protectZeros }: DisclosureRule): boolean {
  return count < threshold && (count > 0 || protectZeros === true);
}

/**
 * Whether a weighted percentage, printed beside the count and the base, tells how few of a small group gave the answer. Whoever knows the weights
 * and the groups of the base can leave out every split of the count that would have printed another percentage. What is left must be as wide as the
 * rule asks of a hidden number (analysis.md 4.2.2), or as wide as the count alone leaves it.
 * @param percent as printed, in whole numbers
 */
export function tellsComposition(shares: readonly Share[], percent: number, rule: DisclosureRule): boolean {
  const { threshold } = rule;
  const count = shares.reduce((sum, { yes }) => sum + yes, 0);
  const base = shares.reduce((sum, share) => sum + share.base, 0);
  const total = shares.reduce((sum, share) => sum + share.weight * share.base, 0);
  const limits = [((percent - 0.5) / 100) * total - 1e-9, ((percent + 0.5) / 100) * total + 1e-9] as const;
  return shares.some((share, at) => {
    const { yes, base: own, weight } = share;
    if (own === 0 || !(isSmall(yes, rule) || isSmall(own - yes, rule) || own < rule.minimumBase)) return false;
    const others = shares.filter((_, other) => other !== at);
    const plain = { low: Math.max(0, count - (base - own)), high: Math.min(count, own) };
    const left = range(yes, 2 * threshold, (guess) => {
      if (guess < plain.low || guess > plain.high) return false;
      return canTake(others, count - guess, [limits[0] - guess * weight, limits[1] - guess * weight]);
    });
    const width = Math.min(threshold, plain.high - plain.low);
    const reach = Math.min(threshold, plain.high);
    const rest = Math.min(threshold, own - plain.low);
    return left.high - left.low < width || left.high < reach || own - left.low < rest;
  });
}
