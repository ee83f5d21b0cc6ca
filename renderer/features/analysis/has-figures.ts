import type { ExhibitView } from '../../../shared/contract/analysis.ts';

/** Whether anything in a released table may be read as a figure or a word. */
export function hasFigures({ released }: ExhibitView): boolean {
  return released.rows.some(({ cells }) => cells.some(({ state }) => state === 'shown' || state === 'figure' || state === 'words'));
}
