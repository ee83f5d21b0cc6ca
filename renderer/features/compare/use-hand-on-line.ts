import { useState } from 'react';
import type { GridLine } from './grid-lines.ts';
import type { CompareState } from './use-compare-view.ts';

/** The line the hand is on: the one in the pane, else the one moved to last, else the first. */
export function useHandOnLine(lines: readonly GridLine[], view: Pick<CompareState, 'row'>) {
  const [key, setKey] = useState<string | undefined>(view.row);
  const find = (wanted: string | undefined): GridLine | undefined => lines.find((line) => line.key === wanted);
  return { current: find(view.row) ?? find(key) ?? lines[0], setCurrent: (line: GridLine): void => setKey(line.key) };
}
