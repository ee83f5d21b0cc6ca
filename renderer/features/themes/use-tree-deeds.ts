import { useState } from 'react';
import type { Theme } from '../../../shared/contract/themes.ts';
import { ThemeId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useSave } from '../../lib/use-save.ts';
import type { TreeDrag, TreeDrop } from '../../ui/tree/tree-drag.ts';
import type { ThemeTask } from './ThemeHead.tsx';
import { dropPlace, stepPlace, type ThemePlace, type ThemeStep } from './theme-moves.ts';
import type { Themes } from './use-themes.ts';

/** What can be done to the tree with the theme under the hand. */
export interface TreeDeeds {
  readonly drag: TreeDrag;
  readonly dropTarget: TreeDrop | undefined;
  readonly move: (themeId: ThemeId, to: ThemePlace) => Promise<unknown>;
  /** What is being done to which theme. */
  readonly task: { readonly themeId: ThemeId; readonly kind: ThemeTask } | null;
  readonly begin: (kind: ThemeTask) => void;
  readonly end: () => void;
  /** Out of use where something rests on it, else gone; in use again when it was out. */
  readonly discard: () => void;
}

/** Moving by keys and by mouse, taking out of use and deleting. `onGone` is told which theme is at hand when one has been deleted. */
export function useTreeDeeds(themes: Themes, current: Theme | undefined, onGone: (nextId: ThemeId | null) => void): TreeDeeds {
  const save = useSave();
  const [heldId, setHeldId] = useState<string | null>(null);
  const [task, setTask] = useState<TreeDeeds['task']>(null);
  const [dropTarget, setDropTarget] = useState<TreeDrop>();
  const move = (themeId: ThemeId, to: ThemePlace): Promise<unknown> => save(() => client.themes.move({ themeId, ...to }));
  const step = (way: ThemeStep): void => {
    const to = current === undefined ? null : stepPlace(themes.list, current.id, way);
    if (current !== undefined && to !== null) void move(current.id, to);
  };
  const hasCurrent = current !== undefined;
  const begin = (kind: ThemeTask): void => setTask(current === undefined ? null : { themeId: current.id, kind });
  useCommand('themes.merge', () => begin('merge'), hasCurrent);
  useCommand('themes.split', () => begin('split'), hasCurrent);
  useCommand('themes.moveUnder', () => begin('under'), hasCurrent);
  useCommand('themes.moveUp', () => step('up'), hasCurrent);
  useCommand('themes.moveDown', () => step('down'), hasCurrent);
  useCommand('themes.moveIn', () => step('in'), hasCurrent);
  useCommand('themes.moveOut', () => step('out'), hasCurrent);
  async function remove(theme: Theme): Promise<void> {
    const index = themes.list.findIndex(({ id }) => id === theme.id);
    const next = themes.list[index + 1] ?? themes.list[index - 1];
    if ((await save(() => client.themes.remove({ themeId: theme.id }))) !== undefined) onGone(next?.id ?? null);
  }
  function discard(): void {
    if (current === undefined) return;
    const status = current.status === 'retired' ? 'in-use' : 'retired';
    if (current.isUsed || current.status === 'retired') void save(() => client.themes.setStatus({ themeId: current.id, status }));
    else void remove(current);
  }
  useCommand('themes.discard', discard, hasCurrent);
  const drag: TreeDrag = {
    onStart: setHeldId,
    onOver: (drop) => {
      const fits = heldId !== null && dropPlace(themes.list, heldId, drop) !== null;
      if (!fits) setDropTarget(undefined);
      else if (dropTarget?.id !== drop.id || dropTarget.place !== drop.place) setDropTarget(drop);
      return fits;
    },
    onDrop: (drop) => {
      const to = heldId === null ? null : dropPlace(themes.list, heldId, drop);
      if (heldId !== null && to !== null) void move(ThemeId.parse(heldId), to);
    },
    onEnd: () => {
      setHeldId(null);
      setDropTarget(undefined);
    },
  };
  return { drag, dropTarget, move, task, begin, end: () => setTask(null), discard };
}
