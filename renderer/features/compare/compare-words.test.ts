import { expect, it } from 'vitest';
import { aRelease } from '../../../test/support/a-release.ts';
import type { Say } from '../../lib/text.ts';
import { insteadOf } from './compare-words.ts';
import type { GridCell } from './grid-lines.ts';

// Only the ids of the messages are looked at.
const say = ((id: string) => id) as Say;

/** A hidden figure in a group of so many; null: of a number that is hidden too. */
function hidden(n: number | null): GridCell {
  const base = { n, rule: n === null ? 'hidden' : 'normal' } as const;
  const exhibit = aRelease({
    columns: [{ key: 'all', label: 'Alle', base }],
    rows: [{ key: '1', label: 'Ja', base: null, cells: [{ state: 'hidden' }] }],
  });
  return { cell: { state: 'hidden' }, base, figure: null, exhibit, isReworded: false, middle: null };
}

it('issue 6.5: a group is said to be small only where its number is in print: a hidden one may be large', () => {
  expect(insteadOf(hidden(8), say).why).toBe('compare.why.small');
  expect(insteadOf(hidden(null), say).why).toBe('compare.why.hidden');
  expect(insteadOf(hidden(40), say).why).toBe('compare.why.hidden');
});
