import { z } from 'zod';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';

const Row = z.object({ id: z.string(), parent_id: z.string().nullable(), ordinal: z.int(), color: z.int().nullable() });
export type ShapeRow = z.infer<typeof Row>;

/** The bare tree: who stands under whom, siblings in their order. */
export interface TreeShape {
  readonly byId: ReadonlyMap<string, ShapeRow>;
  readonly childrenOf: (parentId: string | null) => readonly ShapeRow[];
}

/** Reads the bare tree. */
export function readShape(sql: Statements): TreeShape {
  const rows = sql.all(Row, 'SELECT id, parent_id, ordinal, color FROM theme ORDER BY ordinal, number, id');
  const children = Map.groupBy(rows, (row) => row.parent_id);
  return { byId: new Map(rows.map((row) => [row.id, row])), childrenOf: (parentId) => children.get(parentId) ?? [] };
}

/** A theme of the tree. @throws AppError NOT_FOUND */
export function requireIn(shape: TreeShape, themeId: string): ShapeRow {
  const row = shape.byId.get(themeId);
  if (row === undefined) throw new AppError('NOT_FOUND');
  return row;
}

/** The theme and what stands above it, up to the top. A circle in a broken file ends where it began. */
export function pathUp(shape: TreeShape, themeId: string): ShapeRow[] {
  const path: ShapeRow[] = [];
  for (let at = shape.byId.get(themeId); at !== undefined && !path.includes(at); at = shape.byId.get(at.parent_id ?? '')) path.push(at);
  return path;
}

/** Whether a theme is another or stands anywhere under it. */
export function isWithin(shape: TreeShape, themeId: string, branchId: string): boolean {
  return pathUp(shape, themeId).some(({ id }) => id === branchId);
}

/** A theme and everything under it. */
export function branchIds(shape: TreeShape, themeId: string): string[] {
  const ids = [themeId];
  for (const id of ids) ids.push(...shape.childrenOf(id).map((child) => child.id));
  return ids;
}
