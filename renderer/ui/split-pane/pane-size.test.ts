import { describe, expect, it } from 'vitest';
import { clampSize, sizeByKey } from './pane-size.ts';

const range = { min: 184, max: 248 };

describe('sizeByKey', () => {
  it('moves the handle the way the arrow points, on both sides', () => {
    expect(sizeByKey('ArrowRight', false, 216, 'start', range)).toBe(224);
    expect(sizeByKey('ArrowRight', false, 216, 'end', range)).toBe(208);
    expect(sizeByKey('ArrowLeft', true, 240, 'start', range)).toBe(200);
  });

  it('never leaves the range', () => {
    expect(sizeByKey('ArrowRight', true, 240, 'start', range)).toBe(248);
    expect(sizeByKey('ArrowRight', true, 190, 'end', range)).toBe(184);
    expect(clampSize(1000.4, range)).toBe(248);
  });

  it('knows both ends and leaves other keys alone', () => {
    expect(sizeByKey('Home', false, 216, 'end', range)).toBe(184);
    expect(sizeByKey('End', false, 216, 'start', range)).toBe(248);
    expect(sizeByKey('ArrowUp', false, 216, 'start', range)).toBeNull();
  });
});
