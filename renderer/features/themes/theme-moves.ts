import type { Theme } from '../../../shared/contract/themes.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';

/** Where a theme would go: under whom, and its place from 0 among the others there. */
export interface ThemePlace {
  readonly parentId: ThemeId | null;
  readonly place: number;
}

export type ThemeStep = 'up' | 'down' | 'in' | 'out';

type Placed = Pick<Theme, 'id' | 'parentId'>;

/** Where a step takes a theme; null where there is nowhere to go. `list` holds parents before children, siblings in order. */
export function stepPlace(list: readonly Placed[], themeId: ThemeId, step: ThemeStep): ThemePlace | null {
  const theme = list.find(({ id }) => id === themeId);
  if (theme === undefined) return null;
  const siblings = list.filter(({ parentId }) => parentId === theme.parentId);
  const index = siblings.findIndex(({ id }) => id === themeId);
  if (step === 'up') return index === 0 ? null : { parentId: theme.parentId, place: index - 1 };
  if (step === 'down') return index === siblings.length - 1 ? null : { parentId: theme.parentId, place: index + 1 };
  if (step === 'in') {
    const above = siblings[index - 1];
    return above === undefined ? null : { parentId: above.id, place: list.filter(({ parentId }) => parentId === above.id).length };
  }
  const parent = list.find(({ id }) => id === theme.parentId);
  if (parent === undefined) return null;
  const beside = list.filter(({ parentId }) => parentId === parent.parentId);
  return { parentId: parent.parentId, place: beside.findIndex(({ id }) => id === parent.id) + 1 };
}

/** Where a theme held by the mouse would land; null where it may not: on itself or under itself. */
export function dropPlace(
  list: readonly Placed[],
  heldId: string,
  target: { readonly id: string; readonly place: 'before' | 'after' | 'inside' },
): ThemePlace | null {
  const over = list.find(({ id }) => id === target.id);
  if (over === undefined || isUnder(list, over.id, heldId)) return null;
  if (target.place === 'inside')
    return { parentId: over.id, place: list.filter((one) => one.parentId === over.id && one.id !== heldId).length };
  const others = list.filter((one) => one.parentId === over.parentId && one.id !== heldId);
  const index = others.findIndex(({ id }) => id === over.id);
  return { parentId: over.parentId, place: target.place === 'before' ? index : index + 1 };
}

/** Whether a theme is another or stands anywhere under it. */
export function isUnder(list: readonly Placed[], themeId: string, branchId: string): boolean {
  const parents = new Map<string, string | null>(list.map(({ id, parentId }) => [id, parentId]));
  for (let at: string | null = themeId; at !== null; at = parents.get(at) ?? null) if (at === branchId) return true;
  return false;
}
