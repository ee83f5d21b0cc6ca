/** A grouping as the figures of its columns can be subtracted from those of "Alle". */
export interface FigurePart {
  /** Persons with the figure, per column. */
  readonly counts: readonly number[];
  readonly isOverlapping: boolean;
  /** Per column the keys of its groups, from the outside in. */
  readonly paths: readonly (readonly string[])[];
}

/** Columns that together make a whole whose figure is in print. */
interface Family {
  readonly columns: readonly number[];
  readonly counts: readonly number[];
  /** Persons of the whole who are in none of its columns. */
  readonly rest: number;
}

function familiesOf({ counts, isOverlapping, paths }: FigurePart, total: number): Family[] {
  const columns = [...counts.keys()];
  const sum = (of: readonly number[]): number => of.reduce((whole, at) => whole + (counts[at] ?? 0), 0);
  if (isOverlapping) return columns.map((column) => ({ columns: [column], counts, rest: total - (counts[column] ?? 0) }));
  const whole = { columns, counts, rest: total - sum(columns) };
  const isNested = paths.some(({ length }) => length > 1);
  if (!isNested) return [whole];
  // The outer group's own figure may stand in another part, or in another table.
  const outer = [...Map.groupBy(columns, (column) => paths[column]?.[0] ?? '').values()];
  return [whole, ...outer.map((own) => ({ columns: own, counts, rest: 0 }))];
}

/** Whether what is hidden of a whole is of enough persons, and of more than one group. */
function isSafe({ columns, counts, rest }: Family, hidden: ReadonlySet<number>, minimumBase: number): boolean {
  const unknown = columns.filter((column) => hidden.has(column) && (counts[column] ?? 0) > 0).map((column) => counts[column] ?? 0);
  if (rest > 0) unknown.push(rest);
  if (unknown.length === 0) return true;
  const persons = unknown.reduce((sum, count) => sum + count, 0);
  // Somebody in a group of few knows much of it; what is left must be enough without them.
  return persons >= minimumBase && (unknown.length > 1 || (unknown[0] ?? 0) >= minimumBase);
}

/**
 * Columns of a part whose figure may not be told, since with the others and that of everybody it would give the figure of a group under the
 * minimum base. The smallest columns go first, until what is unknown is of enough persons.
 * @param small columns whose figure is hidden for its own sake
 */
export function hideFigures(part: FigurePart, total: number, small: ReadonlySet<number>, minimumBase: number): ReadonlySet<number> {
  const hidden = new Set(small);
  for (;;) {
    const open = familiesOf(part, total).flatMap((family) =>
      isSafe(family, hidden, minimumBase) ? [] : family.columns.filter((column) => !hidden.has(column) && (part.counts[column] ?? 0) > 0),
    );
    const [next] = open.toSorted((a, b) => (part.counts[a] ?? 0) - (part.counts[b] ?? 0) || a - b);
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}
