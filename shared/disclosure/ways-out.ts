import { protectBanner } from './banner.ts';
import type { BannerInput, BannerOptions, BannerPart, ProtectedBanner } from './banner-types.ts';
import { dropLevel, dropPart, mergeColumns, mergeRows } from './banner-change.ts';
import type { DisclosureRule } from './table.ts';
import { isSpent, waysWork } from './work.ts';
import type { TableWork, Work } from './work.ts';

/** A change of a banner that hides less or makes it safe. Says what, never how many persons. Parts are those of the print. */
export type BannerChange =
  /** Rows that become one: two neighbours, or the two ends of a scale at once. */
  | { readonly kind: 'merge-rows'; readonly groups: readonly (readonly number[])[] }
  /** Groups of a part that become one; in a nested part, at its innermost level within every outer group. */
  | { readonly kind: 'merge-columns'; readonly part: number; readonly columns: readonly number[] }
  /** The innermost grouping of a part goes. */
  | { readonly kind: 'drop-level'; readonly part: number }
  | { readonly kind: 'drop-part'; readonly part: number };

/** A change and what it leads to. */
export interface WayOut {
  readonly change: BannerChange;
  /** Numbers that would print `:` afterwards. */
  readonly hiddenCount: number;
  /** Numbers that would be printed. */
  readonly shownCount: number;
  /** Whether it could be released. */
  readonly ok: boolean;
}

/** How the rows may be joined. */
export interface WaysOptions extends BannerOptions {
  /** Rows are steps of a scale in order, these many of them from the first; others, such as do not know, stay. Default: no joining. */
  readonly scaleRows?: number;
  /** The banner as it stands protected already; worked out, with half of the work, when left out. */
  readonly now?: ProtectedBanner;
}

/** Engine runs per call; a table with more possible changes gets the likeliest. */
const MOST_TRIES = 16;
/** How much of the work of a call one try may take at most. */
const TRY_SHARE = 1 / 4;

/**
 * Remedies for a banner that hides much or may not be released, each tried with the engine: those that could be released first, then by
 * the share of numbers that stay in print, then the gentlest. Remedies that do not help are left out, and those that are not reached
 * with half the work of one table.
 */
export function waysOut(input: BannerInput, rule: DisclosureRule, options: WaysOptions = {}): readonly WayOut[] {
  const work = options.work ?? waysWork();
  const most = work.search.left;
  // A protected banner does not say whether it is unsafe or was too much work.
  const now =
    options.now === undefined
      ? tried(input, rule, { ...options, work }, most / 2)
      : { banner: options.now, isStopped: !options.now.audit.ok };
  // What is too much work as it is gets simple by leaving something out, and that has to be tried while there is work left.
  const found = candidates(input, now.banner, options);
  const ways = (now.isStopped ? found.toReversed() : found).slice(0, MOST_TRIES).flatMap(({ change, next }): readonly WayOut[] => {
    if (isSpent(work.search)) return [];
    const { banner } = tried(next, rule, { ...options, work }, most * TRY_SHARE);
    return [{ change, hiddenCount: banner.hiddenCount, shownCount: shownIn(banner), ok: banner.audit.ok }];
  });
  const share = ({ hiddenCount, shownCount }: Pick<WayOut, 'hiddenCount' | 'shownCount'>): number =>
    hiddenCount / Math.max(1, hiddenCount + shownCount);
  const before = share({ hiddenCount: now.banner.hiddenCount, shownCount: shownIn(now.banner) });
  return ways
    .filter((way) => (way.ok && !now.banner.audit.ok) || (way.ok === now.banner.audit.ok && share(way) < before))
    .toSorted((a, b) => Number(b.ok) - Number(a.ok) || share(a) - share(b));
}

interface Tried {
  readonly banner: ProtectedBanner;
  /** The work did not suffice. */
  readonly isStopped: boolean;
}

/** One engine run with a part of the work. */
function tried(input: BannerInput, rule: DisclosureRule, options: BannerOptions & { readonly work: TableWork }, most: number): Tried {
  const whole = options.work.search;
  const given = Math.min(whole.left, most);
  const search: Work = { left: given };
  const banner = protectBanner(input, rule, { ...options, work: { ...options.work, search } });
  whole.left -= given - search.left;
  return { banner, isStopped: isSpent(search) };
}

function shownIn({ parts, all }: ProtectedBanner): number {
  return [...parts.flatMap(({ cells }) => cells.flat()), ...all.cells].filter(({ state }) => state === 'shown').length;
}

interface Candidate {
  readonly change: BannerChange;
  readonly next: BannerInput;
}

/** From the gentlest to the harshest. What has been published, and distinct persons behind rounds, cannot be added up. */
function candidates(input: BannerInput, now: ProtectedBanner, options: WaysOptions): readonly Candidate[] {
  const canMerge = (input.published ?? []).length === 0 && input.persons === undefined;
  const rows = canMerge && options.exclusive !== false ? rowGroups(now, options.scaleRows ?? 0) : [];
  const merged = rows.map((groups): Candidate => ({ change: { kind: 'merge-rows', groups }, next: mergeRows(input, groups) }));
  const perPart = input.parts.map((part, at) => (canMerge && part.overlapping !== true ? columnGroups(part, now, at) : []));
  const columns = perPart.flatMap((groups, part) =>
    groups.map((columns): Candidate => ({
      change: { kind: 'merge-columns', part: printedAs(input, part), columns },
      next: mergeColumns(input, part, columns),
    })),
  );
  const levels = input.parts.flatMap((part, at): readonly Candidate[] => {
    const isShared = input.parts.some((_, other) => other !== at && printedAs(input, other) === printedAs(input, at));
    const next = dropLevel(input, at);
    return !canMerge || isShared || (part.groupings?.length ?? 0) < 2 || next === null ? [] : [{ change: { kind: 'drop-level', part: printedAs(input, at) }, next }]; // prettier-ignore
  });
  const printed = [...new Set(input.parts.map((_, at) => printedAs(input, at)))];
  const parts = printed.length < 2 ? [] : printed.map((part): Candidate => ({ change: { kind: 'drop-part', part }, next: withoutPrinted(input, part) })); // prettier-ignore
  return [...merged.slice(0, 6), ...columns.slice(0, 6), ...levels, ...parts];
}

/** Place of a part in print. */
function printedAs({ parts }: BannerInput, at: number): number {
  return parts[at]?.printed ?? at;
}

function withoutPrinted(input: BannerInput, printed: number): BannerInput {
  const parts = [...input.parts.keys()].filter((at) => printedAs(input, at) === printed);
  return parts.toReversed().reduce((left, at) => dropPart(left, at), input);
}

/** Pairs of neighbours that hold something hidden, the ones with most first; and both ends of a scale of four or more at once. */
function rowGroups(now: ProtectedBanner, steps: number): readonly (readonly (readonly number[])[])[] {
  if (steps < 3) return [];
  const hiddenIn = (row: number): number =>
    [...now.parts.flatMap(({ cells }) => cells[row] ?? []), ...now.all.cells.slice(row, row + 1)].filter(({ state }) => state === 'hidden')
      .length;
  const pairs = Array.from({ length: steps - 1 }, (_, row) => ({ row, weight: hiddenIn(row) + hiddenIn(row + 1) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.row - b.row)
    .map(({ row }) => [[row, row + 1]]);
  const ends = [[0, 1], [steps - 2, steps - 1]]; // prettier-ignore
  return steps < 4 ? pairs : [ends, ...pairs];
}

/** All groups with a hidden or small base at once, the two smallest, and the smallest with each of its neighbours. */
function columnGroups(part: BannerPart, now: ProtectedBanner, at: number): readonly (readonly number[])[] {
  const inner = innermost(part);
  if (inner.length < 3) return [];
  const bySize = inner.toSorted((a, b) => (part.columnTotals[a] ?? 0) - (part.columnTotals[b] ?? 0) || a - b);
  const small = inner.filter((column) => {
    const { base = null } = now.parts[at]?.columns[column] ?? {};
    return base === null || base < now.rule.minimumBase;
  });
  const place = inner.indexOf(bySize[0] ?? -1);
  const groups = [small.length < inner.length ? small : [], bySize.slice(0, 2), inner.slice(place, place + 2), inner.slice(Math.max(0, place - 1), place + 1)]; // prettier-ignore
  const distinct = new Map(groups.filter((group) => group.length > 1).map((group) => [group.toSorted((a, b) => a - b).join(), group]));
  return [...distinct.values()].map((group) => group.toSorted((a, b) => a - b));
}

/** Columns of the innermost level; in a nested part those of the first outer group stand for the values within all. */
function innermost({ groupings = [], paths = [], columnTotals }: BannerPart): readonly number[] {
  const columns = [...columnTotals.keys()];
  if (groupings.length < 2) return columns;
  const seen = new Set<string>();
  return columns.filter((column) => {
    const path = paths[column] ?? [];
    const value = path.at(-1) ?? '';
    if (path.length < groupings.length || seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}
