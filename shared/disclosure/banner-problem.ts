import type { Grid, GridColumn } from './banner-grid.ts';
import type { CrossCount } from './banner-types.ts';
import type { LinkedCell, LinkedFigure, LinkedProblem, LinkedSum } from './linked-problem.ts';
import { hiddenBases, isSmall } from './primary.ts';
import { shareWord, wordRange } from './share-word.ts';
import type { DisclosureRule } from './table.ts';

/** What has been decided for whole columns of a banner. */
export interface ColumnChoice {
  /** Columns without a base in print, and so without anything. */
  readonly closed: ReadonlySet<number>;
  /** Columns whose cells are printed in words. */
  readonly words: ReadonlySet<number>;
}

/** Cell of a row (or of the base, the row after the last) in a column. */
export function cellOf(grid: Grid, row: number, column: number): number {
  return column * (grid.rows + 1) + row;
}

/** Whether a column is read by anybody: in this banner or in an earlier release. */
function isPrinted({ places, before }: GridColumn): boolean {
  return places.length > 0 || before !== null;
}

/**
 * Columns whose base must be hidden: the small ones, everything within a hidden one, and of each family enough that the hidden ones
 * together cannot be subtracted.
 * @param first columns that are hidden for another reason.
 */
export function closeColumns(grid: Grid, rule: DisclosureRule, first: ReadonlySet<number>): ReadonlySet<number> {
  const { columns, families } = grid;
  const closed = new Set(first);
  // Nobody at all is no secret, and a group of nobody protects no other.
  const close = (column: number): void => {
    if ((columns[column]?.base ?? 0) > 0 || rule.protectZeros) closed.add(column);
  };
  const isTiny = (columns[0]?.base ?? 0) < rule.minimumBase;
  columns.forEach(({ persons }, column) => {
    if (column > 0 && (isTiny || (persons !== null && persons.base < rule.minimumBase))) close(column);
  });
  for (;;) {
    const before = closed.size;
    for (const { parent, members } of families) {
      if (closed.has(parent)) members.forEach(close);
      const bases = members.map((member) => columns[member]?.base ?? 0);
      const forced = new Set([...members.keys()].filter((at) => closed.has(members[at] ?? -1)));
      hiddenBases(bases, rule, forced).forEach((hidden, at) => {
        if (hidden) close(members[at] ?? -1);
      });
    }
    if (closed.size === before) return closed;
  }
}

/** Columns of five to nine persons, where every word leaves enough values. */
export function wordColumns(grid: Grid, rule: DisclosureRule, closed: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(
    grid.columns.flatMap(({ base, counts, places, before, persons }, column) => {
      if (places.length === 0 || (before !== null && before.inWords !== true) || persons !== null || closed.has(column)) return [];
      if (base < rule.threshold || base >= rule.minimumBase) return [];
      const isRoomy = counts.every((count) => {
        const { low, high } = wordRange(shareWord(count, base), base);
        return high - low >= 2;
      });
      return isRoomy ? [column] : [];
    }),
  );
}

/** Zeros that print tells anyway: of a wider group's zero nothing can be in its parts. */
function publicZeros(grid: Grid, rule: DisclosureRule, { closed }: ColumnChoice): ReadonlySet<number> {
  const zeros = new Set<number>();
  if (rule.protectZeros) return zeros;
  const isWide = new Set(grid.families.map(({ parent }) => parent));
  const order = [...grid.columns.keys()].toSorted((a, b) => (grid.columns[a]?.at.size ?? 0) - (grid.columns[b]?.at.size ?? 0));
  for (const column of order) {
    const own = grid.columns[column];
    if (own === undefined) continue;
    const parents = grid.families.filter(({ members }) => members.includes(column)).map(({ parent }) => parent);
    const isOpen = !closed.has(column) && own.base >= rule.minimumBase && isPrinted(own);
    for (let row = 0; row <= grid.rows; row += 1) {
      const value = row === grid.rows ? own.base : (own.counts[row] ?? 0);
      if (value !== 0) continue;
      const isShown = (isOpen && isWide.has(column)) || (own.base === 0 && !closed.has(column));
      if (isShown || parents.some((parent) => zeros.has(cellOf(grid, row, parent)))) zeros.add(cellOf(grid, row, column));
    }
  }
  return zeros;
}

/** The linked tables of a banner: a cell per row and column and one per base. */
export function bannerProblem(grid: Grid, rule: DisclosureRule, choice: ColumnChoice, cross: readonly CrossCount[] = []): LinkedProblem {
  const zeros = publicZeros(grid, rule, choice);
  const isWide = new Set(grid.families.map(({ parent }) => parent));
  const cells = grid.columns.flatMap((column, at) => [
    ...column.counts.map((_, row) =>
      zeros.has(cellOf(grid, row, at)) ? knownZero(grid, at) : cellIn(grid, rule, choice, at, row, isWide.has(at)),
    ),
    baseCell(grid, rule, choice, at),
  ]);
  const sums: LinkedSum[] = grid.columns.map((_, column) => ({
    total: cellOf(grid, grid.rows, column),
    parts: Array.from({ length: grid.rows }, (__, row) => cellOf(grid, row, column)),
  }));
  for (const { parent, members } of grid.families)
    for (let row = 0; row <= grid.rows; row += 1)
      sums.push({ total: cellOf(grid, row, parent), parts: members.map((member) => cellOf(grid, row, member)) });
  const probes = crossProbes(grid, rule, cross, cells.length);
  return { cells: [...cells, ...probes.cells], sums, figures: probes.figures };
}

function knownZero(grid: Grid, column: number): LinkedCell {
  return { value: 0, print: 'pinned', base: cellOf(grid, grid.rows, column) };
}

function baseCell(grid: Grid, rule: DisclosureRule, { closed }: ColumnChoice, at: number): LinkedCell {
  const column = grid.columns[at];
  const value = column?.base ?? 0;
  const single = at > 0 && (column?.persons?.base ?? value) === 1;
  if (at === 0 || column?.before?.baseShown === true || (value === 0 && !rule.protectZeros)) return { value, print: 'pinned' };
  if (column === undefined || !isPrinted(column)) return { value, print: 'absent', single };
  const isHidden = closed.has(at) || column.places.length === 0;
  return { value, print: isHidden ? 'hidden' : 'pinned', single };
}

function cellIn(grid: Grid, rule: DisclosureRule, { closed, words }: ColumnChoice, at: number, row: number, isWide: boolean): LinkedCell {
  const column = grid.columns[at];
  const value = column?.counts[row] ?? 0;
  const base = cellOf(grid, grid.rows, at);
  if (column === undefined) return { value, print: 'pinned', base };
  const { persons, before } = column;
  const few = persons !== null && (isSmall(persons.counts[row] ?? 0, rule) || isSmall(persons.outside[row] ?? 0, rule));
  const single = at > 0 && (persons === null ? value : (persons.counts[row] ?? 0)) === 1;
  // Without rows nothing is said of answers: what "Alle" does not print is its base, and that is in print.
  if (grid.printedRows === 0 && at === 0) return { value, print: 'pinned', base };
  const common = { value, base, single, primary: few };
  // Answers that are not printed are in print nowhere, but a reader can subtract them.
  const wasShown = before !== null && (before.shown[row] ?? false);
  if (wasShown) return { ...common, print: 'pinned' };
  if (words.has(at) || before?.inWords === true)
    return { ...common, print: 'hidden', ...wordRange(shareWord(value, column.base), column.base) };
  if (!isPrinted(column) || row >= grid.printedRows) return { ...common, print: 'absent' };
  if (closed.has(at) || before !== null || column.places.length === 0) return { ...common, print: 'hidden' };
  return { ...common, print: 'open', price: priceIn(value, at === 0, isWide) };
}

/** The "Alle" column late and never its zeros, which would tell all of their row; a wider group after those within it. */
function priceIn(value: number, isAll: boolean, isWide: boolean): number {
  if (isAll) return value === 0 ? Number.POSITIVE_INFINITY : 200 + 5 * value;
  if (isWide) return value === 0 ? Number.POSITIVE_INFINITY : 60 + 2 * value;
  return value === 0 ? 60 : 20 + value;
}

/**
 * Small combinations of groups that the print beside each other narrows too much. A combination is at most the smallest of its groups and
 * at least what they cannot share (Fréchet); any number between is possible, so one more unknown with these limits says it all. Most
 * combinations have room by the true numbers and need no unknown: hiding only gives them more.
 */
function crossProbes(
  grid: Grid,
  rule: DisclosureRule,
  cross: readonly CrossCount[],
  first: number,
): { readonly cells: readonly LinkedCell[]; readonly figures: readonly LinkedFigure[] } {
  const cells: LinkedCell[] = [];
  const figures: LinkedFigure[] = [];
  for (const { row, columns, count } of cross) {
    if (count === 0 || !isSmall(count, rule)) continue;
    const groups = columns.map(({ part, column }) => columnAt(grid, part, column));
    const sizes = groups.map((at) => grid.columns[at]?.counts[row] ?? 0);
    const whole = grid.columns[0]?.counts[row] ?? 0;
    const low = Math.max(0, sizes.reduce((sum, size) => sum + size, 0) - (groups.length - 1) * whole);
    const high = Math.min(...sizes);
    if (count < low || count > high) throw new RangeError('A combination of groups is larger than one of them');
    if (high >= rule.threshold && high - low >= rule.threshold) continue;
    const cell = first + cells.length;
    cells.push({ value: count, print: 'absent', primary: true, single: false });
    for (const at of groups) figures.push({ terms: [[cellOf(grid, row, at), 1], [cell, -1]], low: 0, high: Number.POSITIVE_INFINITY }); // prettier-ignore
    figures.push({
      terms: [[cell, 1], ...groups.map((at) => [cellOf(grid, row, at), -1] as const), [cellOf(grid, row, 0), groups.length - 1]],
      low: 0,
      high: Number.POSITIVE_INFINITY,
    });
  }
  return { cells, figures };
}

function columnAt(grid: Grid, part: number, column: number): number {
  const at = grid.columns.findIndex(({ places }) => places.some((place) => place.part === part && place.column === column));
  if (at === -1) throw new RangeError('A combination names a column that the banner does not have');
  return at;
}
