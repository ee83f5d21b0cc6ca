import { useState } from 'react';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useSave } from '../../lib/use-save.ts';
import { moved } from './grid-moves.ts';
import { keepLook, keptLook, nextWidth, usualWidth, type MatrixLook } from './kept-look.ts';
import type { MatrixPlace } from './use-matrix-place.ts';
import type { MatrixData } from './use-matrix.ts';

/** How the columns of a matrix look, and what can be done with the one under the hand. */
export interface MatrixColumns {
  readonly look: MatrixLook;
  readonly resize: (direction: 1 | -1) => void;
  readonly freeze: () => void;
  readonly move: (step: 1 | -1) => void;
}

/** Widths and frozen columns are kept on this machine; their order belongs to the matrix. */
export function useMatrixColumns({ matrix }: MatrixData, { at, stand }: MatrixPlace): MatrixColumns {
  const save = useSave();
  const [look, setLook] = useState(() => keptLook(matrix.id));
  const themeId = matrix.themeIds[at.column];
  function keep(next: MatrixLook): void {
    setLook(next);
    keepLook(matrix.id, next);
  }
  function resize(direction: 1 | -1): void {
    if (themeId === undefined) return;
    keep({ ...look, widths: { ...look.widths, [themeId]: nextWidth(look.widths[themeId] ?? usualWidth, direction) } });
  }
  function freeze(): void {
    if (themeId === undefined) return;
    const isFrozen = look.frozen.includes(themeId);
    keep({ ...look, frozen: isFrozen ? look.frozen.filter((id) => id !== themeId) : [...look.frozen, themeId] });
    stand(at);
  }
  function move(step: 1 | -1): void {
    const next = moved(matrix.themeIds, at.column, step);
    if (next[at.column] === themeId) return;
    stand({ row: at.row, column: at.column + step });
    void save(() => client.framework.setThemes({ frameworkId: matrix.id, themeIds: next }));
  }
  useCommand('framework.wider', () => resize(1));
  useCommand('framework.narrower', () => resize(-1));
  useCommand('framework.freeze', freeze);
  useCommand('framework.moveLeft', () => move(-1));
  useCommand('framework.moveRight', () => move(1));
  return { look, resize, freeze, move };
}
