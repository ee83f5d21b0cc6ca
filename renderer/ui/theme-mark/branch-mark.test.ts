import { describe, expect, it } from 'vitest';
import { branchMark } from './branch-mark.ts';

describe('branchMark', () => {
  it('gives thirty-six branches a mark of their own, twelve of each form', () => {
    const marks = Array.from({ length: 36 }, (_, ordinal) => branchMark(ordinal));
    expect(new Set(marks.map((mark) => `${mark.colour}/${mark.repeat}`)).size).toBe(36);
    expect(marks.slice(0, 3)).toEqual([
      { colour: 1, repeat: 'single' },
      { colour: 6, repeat: 'single' },
      { colour: 2, repeat: 'single' },
    ]);
    expect(marks[12]).toEqual({ colour: 1, repeat: 'double' });
    expect(marks[35]).toEqual({ colour: 12, repeat: 'dotted' });
  });

  it('invents no colours beyond that', () => {
    expect(branchMark(36)).toEqual({ colour: 'neutral', repeat: 'single' });
    expect(branchMark(299)).toEqual({ colour: 'neutral', repeat: 'single' });
  });
});
