import type { BannerInput, BannerPart, CrossCount } from './banner-types.ts';

/**
 * The banner with some rows made one, at the place of the first. Of tables of persons only: how many distinct persons are behind the
 * joined numbers of a table of rounds cannot be told from them.
 * @param groups rows that become one; the others stay.
 */
export function mergeRows(input: BannerInput, groups: readonly (readonly number[])[]): BannerInput {
  const target = input.rowTotals.map((_, row) => groups.find((group) => group.includes(row))?.[0] ?? row);
  const kept = [...new Set(target)].toSorted((a, b) => a - b);
  const fold = (values: readonly number[]): readonly number[] =>
    kept.map((row) => values.reduce((sum, value, at) => sum + (target[at] === row ? value : 0), 0));
  const foldRows = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] =>
    kept.map((row) => addLines(rows.filter((_, at) => target[at] === row)));
  return {
    ...input,
    rowTotals: fold(input.rowTotals),
    parts: input.parts.map((part) => ({ ...part, counts: foldRows(part.counts) })),
    cross: joinCross((input.cross ?? []).map((one) => ({ ...one, row: kept.indexOf(target[one.row] ?? one.row) }))),
  };
}

/** The banner with some groups of a part made one, at the place of the first; in a nested part, values of the innermost grouping. */
export function mergeColumns(input: BannerInput, part: number, columns: readonly number[]): BannerInput {
  const old = input.parts[part];
  if (old === undefined) return input;
  const target = mergeTargets(old, columns);
  const kept = [...new Set(target)].toSorted((a, b) => a - b);
  const fold = (values: readonly number[]): readonly number[] =>
    kept.map((column) => values.reduce((sum, value, at) => sum + (target[at] === column ? value : 0), 0));
  const merged: BannerPart = {
    ...old,
    counts: old.counts.map(fold),
    columnTotals: fold(old.columnTotals),
    ...(old.paths === undefined ? {} : { paths: kept.map((column) => old.paths?.[column] ?? []) }),
    // A frame of two groups is their sum, when both are known.
    ...(old.columnFrames === undefined ? {} : { columnFrames: kept.map((column) => frameOf(old, target, column)) }),
  };
  return {
    ...input,
    // The grouping is another one now, so it is linked with no other part by its name.
    parts: input.parts.map((one, at) => (at === part ? renamed(merged, part) : one)),
    cross: joinCross(
      (input.cross ?? []).map((one) => ({
        ...one,
        columns: one.columns.map((place) => (place.part === part ? { part, column: kept.indexOf(target[place.column] ?? -1) } : place)),
      })),
    ),
  };
}

function mergeTargets({ groupings = [], paths = [], columnTotals }: BannerPart, columns: readonly number[]): readonly number[] {
  const first = columns[0] ?? -1;
  if (groupings.length < 2) return [...columnTotals.keys()].map((column) => (columns.includes(column) ? first : column));
  const values = columns.map((column) => paths[column]?.at(-1));
  const outer = (column: number): string => JSON.stringify(paths[column]?.slice(0, -1));
  return [...columnTotals.keys()].map((column) => {
    const path = paths[column] ?? [];
    if (path.length < groupings.length || !values.includes(path.at(-1))) return column;
    const same = [...columnTotals.keys()].filter(
      (other) => outer(other) === outer(column) && paths[other]?.length === path.length && values.includes(paths[other]?.at(-1)),
    );
    return same[0] ?? column;
  });
}

function renamed(part: BannerPart, at: number): BannerPart {
  const names = part.groupings ?? [];
  return names.length === 0 ? part : { ...part, groupings: [...names.slice(0, -1), `${names.at(-1) ?? ''} ${at} merged`] };
}

function frameOf({ columnFrames = [] }: BannerPart, target: readonly number[], column: number): number | null {
  const frames = columnFrames.filter((_, at) => target[at] === column);
  return frames.reduce<number | null>((sum, frame) => (sum === null || frame === null ? null : sum + frame), 0);
}

/** The banner without the innermost grouping of a part; null when the outer groups have no columns of their own. */
export function dropLevel(input: BannerInput, part: number): BannerInput | null {
  const old = input.parts[part];
  const { groupings = [], paths = [] } = old ?? {};
  const kept = paths.flatMap((path, column) => (path.length < groupings.length ? [column] : []));
  if (old === undefined || kept.length === 0) return old === undefined ? null : summed(input, old, part);
  const pick = <T>(values: readonly T[]): readonly T[] => values.filter((_, column) => kept.includes(column));
  const next: BannerPart = {
    ...old,
    groupings: groupings.slice(0, -1),
    paths: pick(paths),
    counts: old.counts.map(pick),
    columnTotals: pick(old.columnTotals),
    ...(old.columnFrames === undefined ? {} : { columnFrames: pick(old.columnFrames) }),
  };
  return withPart(input, part, next);
}

/** Outer groups as the sums of their inner ones: persons in no inner group are in none. */
function summed(input: BannerInput, old: BannerPart, part: number): BannerInput | null {
  const { groupings = [], paths = [], overlapping = false } = old;
  if (overlapping || groupings.length < 2) return null;
  const outer = paths.map((path) => path.slice(0, -1));
  const keys = [...new Set(outer.map((path) => JSON.stringify(path)))];
  const fold = (values: readonly number[]): readonly number[] =>
    keys.map((key) => values.reduce((sum, value, at) => sum + (JSON.stringify(outer[at]) === key ? value : 0), 0));
  const next: BannerPart = {
    counts: old.counts.map(fold),
    columnTotals: fold(old.columnTotals),
    groupings: [...groupings.slice(0, -2), `${groupings.at(-2) ?? ''} ${part} summed`],
    paths: keys.map((key) => outer.find((path) => JSON.stringify(path) === key) ?? []),
  };
  return withPart(input, part, next);
}

/** The banner without one of its parts. */
export function dropPart(input: BannerInput, part: number): BannerInput {
  const cross = (input.cross ?? []).flatMap((one): readonly CrossCount[] =>
    one.columns.some((place) => place.part === part)
      ? []
      : [{ ...one, columns: one.columns.map((place) => (place.part > part ? { ...place, part: place.part - 1 } : place)) }],
  );
  return { ...input, parts: input.parts.filter((_, at) => at !== part), cross };
}

function withPart(input: BannerInput, part: number, next: BannerPart): BannerInput {
  return {
    ...input,
    parts: input.parts.map((one, at) => (at === part ? next : one)),
    cross: (input.cross ?? []).filter(({ columns }) => columns.every((place) => place.part !== part)),
  };
}

function joinCross(cross: readonly CrossCount[]): readonly CrossCount[] {
  const joined = new Map<string, CrossCount>();
  for (const one of cross) {
    const key = JSON.stringify([one.row, one.columns]);
    joined.set(key, { ...one, count: one.count + (joined.get(key)?.count ?? 0) });
  }
  return [...joined.values()];
}

function addLines(lines: readonly (readonly number[])[]): readonly number[] {
  return (lines[0] ?? []).map((_, column) => lines.reduce((sum, line) => sum + (line[column] ?? 0), 0));
}
