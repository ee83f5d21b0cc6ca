import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { nextColour } from './branch-colours.ts';
import { themeName } from './theme-terms.ts';
import { isWithin, pathUp, readShape, requireIn } from './tree-shape.ts';

export interface MoveInput {
  readonly themeId: string;
  readonly parentId: string | null;
  readonly place: number;
}

/** Puts a theme, with everything under it, somewhere else in the tree. @throws AppError NOT_FOUND, HIERARCHY_LOOP */
export function moveTheme(call: Call, { themeId, parentId, place }: MoveInput): void {
  const { sql, operation } = call;
  const shape = readShape(sql);
  const theme = requireIn(shape, themeId);
  if (parentId !== null) {
    requireIn(shape, parentId);
    if (isWithin(shape, parentId, themeId)) throw new AppError('HIERARCHY_LOOP', {}, 'themes.loop');
  }
  const isReorder = theme.parent_id === parentId;
  // Going up or down step by step is one step to undo.
  if (isReorder) operation.mergeWith(`theme-order:${themeId}`);
  if (!isReorder) setParent(call, themeId, parentId);
  const others = shape.childrenOf(parentId).filter(({ id }) => id !== themeId);
  const order = [...others.slice(0, place), theme, ...others.slice(place)];
  for (const [index, { id }] of order.entries())
    sql.run('UPDATE theme SET ordinal = :ordinal WHERE id = :id AND ordinal <> :ordinal', { id, ordinal: index + 1 });
  const name = { theme: themeName(sql, themeId) };
  if (isReorder) operation.label(name, 'themes.move.undoOrder');
  else if (parentId === null) operation.label(name, 'themes.move.undoTop');
  else operation.label({ ...name, parent: themeName(sql, parentId) });
}

/** Hangs a theme under another, or at the top, where a branch needs a colour of its own. Its place among the others is the caller's. */
export function setParent({ sql }: Pick<Call, 'sql'>, themeId: string, parentId: string | null): void {
  const shape = readShape(sql);
  const own = shape.childrenOf(null).map(({ color }) => color);
  const color = parentId === null ? (shape.byId.get(themeId)?.color ?? nextColour(own)) : null;
  sql.run('UPDATE theme SET parent_id = :parentId, color = :color WHERE id = :id', { id: themeId, parentId, color });
}

/** Gives the branch a theme stands in a colour. @throws AppError NOT_FOUND */
export function setColour({ sql, operation }: Call, { themeId, colour }: { readonly themeId: string; readonly colour: number }): void {
  const shape = readShape(sql);
  const top = pathUp(shape, requireIn(shape, themeId).id).at(-1);
  if (top === undefined) throw new AppError('NOT_FOUND');
  operation.label({ theme: themeName(sql, top.id) });
  sql.run('UPDATE theme SET color = :colour WHERE id = :id AND color IS NOT :colour', { id: top.id, colour });
}
