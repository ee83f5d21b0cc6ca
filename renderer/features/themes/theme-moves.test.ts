import { describe, expect, it } from 'vitest';
import { ThemeId } from '../../../shared/model/ids.ts';
import { dropPlace, isUnder, stepPlace } from './theme-moves.ts';

const idOf = (n: number): ThemeId => ThemeId.parse(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);
const one = (n: number, parent: number | null) => ({ id: idOf(n), parentId: parent === null ? null : idOf(parent) });
// 1 ( 2, 3 ( 4 ) ), 5
const list = [one(1, null), one(2, 1), one(3, 1), one(4, 3), one(5, null)];

describe('steps in the theme tree [F44]', () => {
  it('go up and down among siblings, in under the one above, and out beside the parent', () => {
    expect(stepPlace(list, idOf(3), 'up')).toEqual({ parentId: idOf(1), place: 0 });
    expect(stepPlace(list, idOf(2), 'down')).toEqual({ parentId: idOf(1), place: 1 });
    expect(stepPlace(list, idOf(5), 'in')).toEqual({ parentId: idOf(1), place: 2 });
    expect(stepPlace(list, idOf(4), 'out')).toEqual({ parentId: idOf(1), place: 2 });
    expect(stepPlace(list, idOf(2), 'out')).toEqual({ parentId: null, place: 1 });
  });

  it('end where there is nowhere to go', () => {
    expect([
      stepPlace(list, idOf(1), 'up'),
      stepPlace(list, idOf(5), 'down'),
      stepPlace(list, idOf(2), 'in'),
      stepPlace(list, idOf(1), 'out'),
    ]).toEqual([null, null, null, null]);
  });
});

describe('dropping a theme held by the mouse', () => {
  it('lands before, after or last inside, counted without itself', () => {
    expect(dropPlace(list, idOf(1), { id: idOf(5), place: 'after' })).toEqual({ parentId: null, place: 1 });
    expect(dropPlace(list, idOf(5), { id: idOf(3), place: 'before' })).toEqual({ parentId: idOf(1), place: 1 });
    expect(dropPlace(list, idOf(2), { id: idOf(1), place: 'inside' })).toEqual({ parentId: idOf(1), place: 1 });
  });

  it('does not land on itself nor on what stands under it', () => {
    expect(dropPlace(list, idOf(1), { id: idOf(4), place: 'inside' })).toBeNull();
    expect(dropPlace(list, idOf(3), { id: idOf(3), place: 'before' })).toBeNull();
    expect([isUnder(list, idOf(4), idOf(1)), isUnder(list, idOf(5), idOf(1))]).toEqual([true, false]);
  });
});
