import type { Mentions } from '../../../shared/contract/recurrence.ts';

interface Row {
  readonly themeId: string;
  readonly all: Mentions;
}

interface Place {
  readonly parentId: string | null;
}

/**
 * Rows with those that recur most first: among siblings by meetings, then by mentions, else in the order they came; what stands
 * under a theme stays under it.
 */
export function orderRows<R extends Row>(rows: readonly R[], themes: ReadonlyMap<string, Place>): R[] {
  const known = new Set(rows.map(({ themeId }) => themeId));
  const parentOf = ({ themeId }: R): string | null => {
    const parent = themes.get(themeId)?.parentId ?? null;
    return parent !== null && known.has(parent) ? parent : null;
  };
  const children = Map.groupBy(rows, parentOf);
  const walk = (parent: string | null): R[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => b.all.meetings - a.all.meetings || b.all.mentions - a.all.mentions)
      .flatMap((row) => [row, ...walk(row.themeId)]);
  return walk(null);
}
