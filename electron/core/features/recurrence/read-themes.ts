import { z } from 'zod';
import type { Statements } from '../../db/statements.ts';
import type { Parents } from './tally.ts';

const ThemeRow = z.object({ id: z.string(), parent_id: z.string().nullable(), status: z.string() });

/** The theme tree as a count needs it. */
export interface ThemeOrder {
  readonly parents: Parents;
  /** Ids, parents before children, siblings in their order. */
  readonly order: readonly string[];
  readonly inUse: ReadonlySet<string>;
}

/** Reads the tree without its words. */
export function readThemeOrder(sql: Statements): ThemeOrder {
  const rows = sql.all(ThemeRow, 'SELECT id, parent_id, status FROM theme ORDER BY ordinal, number, id');
  const known = new Set(rows.map(({ id }) => id));
  const parents = new Map(rows.map(({ id, parent_id: parent }) => [id, parent !== null && known.has(parent) ? parent : null]));
  const children = Map.groupBy(rows, ({ id }) => parents.get(id) ?? null);
  const walk = (parent: string | null): string[] => (children.get(parent) ?? []).flatMap(({ id }) => [id, ...walk(id)]);
  return { parents, order: walk(null), inUse: new Set(rows.flatMap(({ id, status }) => (status === 'in-use' ? [id] : []))) };
}
