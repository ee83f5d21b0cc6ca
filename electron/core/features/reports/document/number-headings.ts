import type { BlockRow } from '../blocks/block-rows.ts';
import { levelOf } from '../blocks/block-rows.ts';

/** "1", "1.1", "1.1.1" by block; a heading without a number does not count. A level that was jumped over counts as its first. */
export function numberHeadings(blocks: readonly Pick<BlockRow, 'id' | 'kind' | 'options'>[]): ReadonlyMap<string, string> {
  const counts = [0, 0, 0];
  const numbers = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.options.isNumbered === false) continue;
    const level = levelOf(block);
    for (let above = 0; above < level - 1; above += 1) counts[above] = Math.max(1, counts[above] ?? 0);
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    numbers.set(block.id, counts.slice(0, level).join('.'));
  }
  return numbers;
}
