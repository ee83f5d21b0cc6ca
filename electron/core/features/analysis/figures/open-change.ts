import { protect } from '../gate.ts';
import type { TestGate } from './tests.ts';

/**
 * Whether what is worked out of the same persons' changes may stand in print: it passes the gate as a table of its own, of persons by how they have
 * changed. A p value of few changes tells exactly how many there are, so none of its numbers may be hidden.
 */
export function isChangeOpen(moves: readonly number[], { rule, tools }: TestGate): boolean {
  const input = { rowTotals: moves, total: moves.reduce((sum, count) => sum + count, 0), parts: [] };
  const { all, audit } = protect(input, { rule, frame: null, isExclusive: true }, tools);
  return audit.ok && all.cells.every(({ state }) => state === 'shown');
}
