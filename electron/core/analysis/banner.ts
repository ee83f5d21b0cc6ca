import type { Mask } from './count.ts';
import type { Column } from './stored-answers.ts';

/** A column of the banner: which part it stands in, where, and the combinations of groups that are in it. */
export interface BannerColumn {
  readonly part: number;
  readonly column: number;
  readonly combinations: readonly number[];
}

/**
 * Columns of a banner as one number per unit: the combination of groups that the unit is in. Combination 0 is whoever is not
 * counted. A table counted over the combinations is counted for all these columns at once.
 */
export interface Joint {
  readonly of: Uint16Array;
  /** Combinations, 0 among them. */
  readonly size: number;
  readonly columns: readonly BannerColumn[];
}

/** A banner made ready to be counted under any number of rows. */
export interface Banner {
  readonly joints: readonly Joint[];
  /** How many columns each part has. */
  readonly widths: readonly number[];
}

/** More combinations than this cost more than another pass: the counts no longer lie close to the processor. */
const mostCombinations = 4096;
/** Pairs that are looked up in a table of this many places. */
const mostPairs = 2 ** 21;

/** Groups of the units in one part, or in one column of a set: 0 in none, else 1 and up. */
interface Coded {
  readonly part: number;
  /** The column that 1 stands for; 2 is the next. */
  readonly firstColumn: number;
  readonly values: Uint16Array;
  readonly size: number;
}

function codedGroups(column: Column, part: number): Coded[] {
  if (column.kind === 'codes') {
    const values = new Uint16Array(column.values.length);
    for (let unit = 0; unit < values.length; unit += 1) values[unit] = Math.max(0, (column.values[unit] ?? -1) + 1);
    return [{ part, firstColumn: 0, values, size: column.categories.length + 1 }];
  }
  return column.indicators.map((indicator, firstColumn) => {
    const values = new Uint16Array(indicator.length);
    for (let unit = 0; unit < values.length; unit += 1) values[unit] = (column.values[unit] ?? -1) < 0 ? 0 : (indicator[unit] ?? 0);
    return { part, firstColumn, values, size: 2 };
  });
}

interface Combined {
  readonly of: Uint16Array;
  /** Which combination before each new one comes from, and which group it adds. */
  readonly before: readonly number[];
  readonly added: readonly number[];
}

/** The combinations that occur with one more grouping, numbered anew; null when they are too many. */
function combine({ of, size }: Joint, next: Coded, most: number): Combined | null {
  if (size * next.size > Math.max(mostPairs, most)) return null;
  const known = new Int32Array(size * next.size);
  const [before, added] = [[0], [0]];
  const combined = new Uint16Array(of.length);
  for (let unit = 0; unit < combined.length; unit += 1) {
    const old = of[unit] ?? 0;
    if (old === 0) continue;
    const pair = old * next.size + (next.values[unit] ?? 0);
    if (known[pair] === 0) {
      if (before.length >= most) return null;
      known[pair] = before.push(old) - 1;
      added.push(next.values[unit] ?? 0);
    }
    combined[unit] = known[pair] ?? 0;
  }
  return { of: combined, before, added };
}

/** Adds a grouping to a joint; null when there would be too many combinations. */
function extend(joint: Joint, next: Coded, most: number): Joint | null {
  const found = combine(joint, next, most);
  if (found === null) return null;
  const { of, before, added } = found;
  const numbers = before.map((_, number) => number).slice(1);
  const comingFrom = Map.groupBy(numbers, (number) => before[number] ?? 0);
  const inGroup = Map.groupBy(numbers, (number) => added[number] ?? 0);
  const earlier = joint.columns.map((column) => ({
    ...column,
    combinations: column.combinations.flatMap((number) => comingFrom.get(number) ?? []),
  }));
  const own = Array.from({ length: next.size - 1 }, (_, at) => ({
    part: next.part,
    column: next.firstColumn + at,
    combinations: inGroup.get(at + 1) ?? [],
  }));
  return { of, size: before.length, columns: [...earlier, ...own] };
}

/** Everybody who is counted, as combination 1. */
function counted(units: number, mask: Mask): Joint {
  const of = mask === null ? new Uint16Array(units).fill(1) : new Uint16Array(mask);
  return { of, size: 2, columns: [] };
}

/**
 * Makes the parts of a banner ready: their groups become one number per unit, so that a table is counted once and not once per part.
 * A filter is only a rewrite of these numbers, never a copy of the answers.
 * @throws RangeError for a part with more than 65,534 groups
 */
export function makeBanner(units: number, parts: readonly Column[], mask: Mask): Banner {
  const nobodyApart = counted(units, mask);
  const joints: Joint[] = [nobodyApart];
  for (const coded of parts.flatMap(codedGroups)) {
    const extended = extend(joints.at(-1) ?? nobodyApart, coded, mostCombinations);
    if (extended !== null) {
      joints.splice(-1, 1, extended);
      continue;
    }
    const alone = extend(nobodyApart, coded, 2 ** 16 - 1);
    if (alone === null) throw new RangeError('too many groups in a banner');
    joints.push(alone);
  }
  return { joints, widths: parts.map(({ categories }) => categories.length) };
}
