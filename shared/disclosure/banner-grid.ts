import type { BannerInput, BannerPart, PublishedColumn } from './banner-types.ts';

/** Value of a grouping for persons who are in none of its printed groups. */
const NONE = '\u0000';

/** Distinct persons behind the numbers of a column. */
export interface ColumnPersons {
  readonly counts: readonly number[];
  readonly outside: readonly number[];
  readonly base: number;
}

/** A group of persons that is printed, was printed, or can be worked out from what is. */
export interface GridColumn {
  /** Value by grouping; none for everybody. */
  readonly at: ReadonlyMap<string, string>;
  /** By row, the answers that are not printed last when there are any. */
  readonly counts: readonly number[];
  readonly base: number;
  /** Where it is printed in this banner. */
  readonly places: readonly { readonly part: number | null; readonly column: number | 'all' }[];
  /** What an earlier release has of it. */
  readonly before: PublishedColumn | null;
  readonly persons: ColumnPersons | null;
}

/** Groups that divide another: together they are the whole of it. */
export interface Family {
  readonly parent: number;
  readonly members: readonly number[];
}

/** The banner as columns of one list, "Alle" first, and how they add up. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly families: readonly Family[];
  readonly printedRows: number;
  /** One more than the printed rows where some answers are not printed. */
  readonly rows: number;
}

/**
 * Lists the columns of a banner of exclusive answers, with those that a reader can subtract: persons in no printed group, at every level.
 * @throws RangeError for parts that do not fit together.
 */
export function createGrid(input: BannerInput): Grid {
  const columns = new Map<string, GridColumn>();
  const printedRows = input.rowTotals.length;
  for (const column of [everybody(input), ...input.parts.flatMap(partColumns), ...earlierColumns(input)]) {
    if (column.counts.length !== printedRows) throw new RangeError('Every part of a banner needs all of its rows');
    if (column.counts.some((count) => !isWhole(count) || count > column.base) || !isWhole(column.base))
      throw new RangeError('A banner counts whole persons, none of them outside of the base');
    const known = columns.get(keyOf(column.at));
    columns.set(keyOf(column.at), known === undefined ? column : merge(known, column));
  }
  const unprinted = [...columns.values()].map(({ base, counts }) => base - sum(counts));
  if (unprinted.some((rest) => rest < 0)) throw new RangeError('A part of the table is larger than its whole');
  const hasRest = unprinted.some((rest) => rest > 0);
  const list = [...columns.values()].map((column) =>
    hasRest ? { ...column, counts: [...column.counts, column.base - sum(column.counts)] } : column,
  );
  return { ...complete(list), printedRows, rows: printedRows + (hasRest ? 1 : 0) };
}

function isWhole(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((whole, count) => whole + count, 0);
}

function keyOf(at: ReadonlyMap<string, string>): string {
  return JSON.stringify([...at].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function everybody({ rowTotals, total, persons }: BannerInput): GridColumn {
  const behind = persons && { counts: persons.rowTotals, outside: persons.outsideTotals, base: persons.total };
  return {
    at: new Map(),
    counts: rowTotals,
    base: total,
    places: [{ part: null, column: 'all' }],
    before: null,
    persons: behind ?? null,
  };
}

function partColumns(part: BannerPart, at: number): readonly GridColumn[] {
  return part.columnTotals.map((base, column) => ({
    at: coordinates(part, at, column),
    counts: part.counts.map((row) => row[column] ?? Number.NaN),
    base,
    places: [{ part: at, column }],
    before: null,
    persons: part.persons
      ? {
          counts: part.persons.counts.map((row) => row[column] ?? 0),
          outside: part.persons.outside.map((row) => row[column] ?? 0),
          base: part.persons.columnTotals[column] ?? 0,
        }
      : null,
  }));
}

/** A part without groupings is one by itself; each of several columns that overlap is a yes/no of its own. */
function coordinates(
  { groupings = [], paths, overlapping = false }: BannerPart,
  part: number,
  column: number,
): ReadonlyMap<string, string> {
  const names = groupings.length === 0 ? [`${NONE}${part}`] : groupings;
  const path = groupings.length === 0 ? [String(column)] : (paths?.[column] ?? []);
  if (path.length === 0 || path.length > names.length) throw new RangeError('A column needs a value of its outermost grouping');
  return new Map(
    path.map((value, level) => {
      const name = names[level] ?? '';
      return overlapping && level === names.length - 1 ? [`${name}${NONE}${value}`, value] : [name, value];
    }),
  );
}

function earlierColumns({ published = [] }: BannerInput): readonly GridColumn[] {
  return published.map((before) => ({
    at: new Map(Object.entries(before.at)),
    counts: before.counts,
    base: before.base,
    places: [],
    before,
    persons: null,
  }));
}

function merge(known: GridColumn, again: GridColumn): GridColumn {
  if (known.base !== again.base || known.counts.some((count, row) => count !== again.counts[row]))
    throw new RangeError('The same group has different numbers in two parts');
  const [a, b] = [known.before, again.before];
  const before: PublishedColumn | null =
    a === null || b === null
      ? (a ?? b)
      : { ...a, shown: a.shown.map((shown, row) => shown || b.shown[row] === true), baseShown: a.baseShown || b.baseShown };
  return { ...known, places: [...known.places, ...again.places], before, persons: known.persons ?? again.persons };
}

/** Adds the persons outside of the groups until every group is divided wholly. */
function complete(first: readonly GridColumn[]): Pick<Grid, 'columns' | 'families'> {
  const columns = [...first];
  for (;;) {
    const families = familiesOf(columns);
    const rests = new Map<string, GridColumn>();
    for (const { parent, members, names } of families) {
      const rest = restOf(columns, parent, members, names);
      if (rest !== null) rests.set(keyOf(rest.at), rest);
    }
    if (rests.size === 0) return { columns, families };
    columns.push(...rests.values());
  }
}

function restOf(columns: readonly GridColumn[], parent: number, members: readonly number[], names: readonly string[]): GridColumn | null {
  const whole = columns[parent];
  if (whole === undefined) return null;
  const left = (of: (column: GridColumn) => number): number => of(whole) - sum(members.map((member) => of(columns[member] ?? whole)));
  const base = left((column) => column.base);
  const counts = whole.counts.map((_, row) => left((column) => column.counts[row] ?? 0));
  if (base < 0 || counts.some((count) => count < 0)) throw new RangeError('A part of the table is larger than its whole');
  if (base === 0) return null;
  const at = new Map([...whole.at, ...names.map((name): [string, string] => [name, NONE])]);
  return { at, counts, base, places: [], before: null, persons: null };
}

interface NamedFamily extends Family {
  readonly names: readonly string[];
}

/** Columns with the same groupings within the same nearest wider column. */
function familiesOf(columns: readonly GridColumn[]): readonly NamedFamily[] {
  const found = new Map<string, { parent: number; members: number[]; names: readonly string[] }>();
  columns.forEach(({ at }, member) => {
    const wider = columns.flatMap((other, parent) => (other.at.size < at.size && isWithin(at, other.at) ? [parent] : []));
    const nearest = wider.filter(
      (parent) => !wider.some((between) => between !== parent && isWithin(mapOf(columns, between), mapOf(columns, parent))),
    );
    for (const parent of nearest) {
      const outer = mapOf(columns, parent);
      const names = [...at.keys()].filter((name) => !outer.has(name)).toSorted();
      const key = JSON.stringify([parent, names]);
      const family = found.get(key) ?? { parent, members: [], names };
      family.members.push(member);
      found.set(key, family);
    }
  });
  return [...found.values()];
}

function mapOf(columns: readonly GridColumn[], column: number): ReadonlyMap<string, string> {
  return columns[column]?.at ?? new Map();
}

/** Whether everybody who is in the first is in the second. */
export function isWithin(inner: ReadonlyMap<string, string>, outer: ReadonlyMap<string, string>): boolean {
  return [...outer].every(([name, value]) => inner.get(name) === value);
}
