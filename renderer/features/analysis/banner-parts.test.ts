import { expect, it } from 'vitest';
import { addPart, canNest, movePart, nestPart, placePart, readParts, removePart, toggleWave, writeParts } from './banner-parts.ts';

const [a, b, c] = [{ by: 'a' }, { by: 'b' }, { by: 'c' }];

it('reads and writes what stands side by side and what stands within another', () => {
  const text = 'a.wave_b.c';
  expect(readParts(text)).toEqual([a, { by: 'b', within: 'wave' }, c]);
  expect(writeParts(readParts(text))).toBe(text);
  expect(readParts('a.a..<b>.c_c.x_<y>')).toEqual([a]);
  expect(writeParts([])).toBeUndefined();
});

it('moves a part and stops at the ends', () => {
  expect(movePart([a, b, c], 1, -1)).toEqual([b, a, c]);
  expect(movePart([a, b, c], 2, 1)).toEqual([a, b, c]);
  expect(placePart([a, b, c], 0, 3)).toEqual([b, c, a]);
  expect(placePart([a, b, c], 2, 0)).toEqual([c, a, b]);
});

it('takes the inner grouping of a nested part first', () => {
  expect(removePart([a, { by: 'b', within: 'c' }], 1)).toEqual([a, c]);
  expect(removePart([a, b], 0)).toEqual([b]);
});

it('puts a part within the one before it and back', () => {
  expect(canNest([a, b], 0)).toBe(false);
  const nested = nestPart([a, b, c], 1);
  expect(nested).toEqual([{ by: 'b', within: 'a' }, c]);
  expect(nestPart(nested, 0)).toEqual([a, b, c]);
  expect(canNest(nested, 1)).toBe(false);
});

it('adds a grouping once and no more than eight', () => {
  expect(addPart([a], 'a')).toEqual([a]);
  const eight = [...'abcdefgh'].map((by) => ({ by }));
  expect(addPart(eight, 'z')).toEqual(eight);
});

it('sets rounds beside the groups and takes them away wherever they stand', () => {
  expect(toggleWave([a])).toEqual([a, { by: 'wave' }]);
  expect(
    toggleWave([
      { by: 'a', within: 'wave' },
      { by: 'wave', within: 'b' },
    ]),
  ).toEqual([a, b]);
});
