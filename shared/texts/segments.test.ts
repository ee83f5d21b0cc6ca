import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdge, isRange } from './offsets.ts';
import { assignLanes, sweepSegments } from './segments.ts';
import { unite } from './unite.ts';

const length = 60;
const range = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length }))
  .map(([a, n]) => ({ start: a, end: Math.min(length, a + n) }));
const ranges = fc.array(range, { maxLength: 12 });

describe('sweepSegments', () => {
  it('cuts any codings into segments without gap or overlap, each with exactly the codings that lie on it [F45]', () => {
    fc.assert(
      fc.property(ranges, (given) => {
        const segments = sweepSegments(length, given);
        expect(segments[0]?.start).toBe(0);
        expect(segments.at(-1)?.end).toBe(length);
        for (const [index, segment] of segments.entries()) {
          expect(segment.end).toBeGreaterThan(segment.start);
          expect(segments[index + 1]?.start ?? length).toBe(segment.end);
          for (let unit = segment.start; unit < segment.end; unit += 1) {
            const onUnit = given.filter((one) => one.start <= unit && unit < one.end);
            expect(new Set(segment.covers)).toEqual(new Set(onUnit));
          }
        }
      }),
    );
  });

  it('names the innermost coding last', () => {
    const outer = { start: 0, end: 10 };
    const inner = { start: 3, end: 5 };
    expect(sweepSegments(10, [inner, outer]).map((segment) => segment.covers)).toEqual([[outer], [outer, inner], [outer]]);
  });

  it('gives an uncoded text as one segment and an empty text as none', () => {
    expect(sweepSegments(4, [])).toEqual([{ start: 0, end: 4, covers: [] }]);
    expect(sweepSegments(0, [])).toEqual([]);
  });
});

describe('assignLanes', () => {
  it('never puts overlapping codings in one lane, and uses no more lanes than are needed [F45]', () => {
    fc.assert(
      fc.property(ranges, (given) => {
        const placed = assignLanes(given);
        for (const a of placed) {
          for (const b of placed) {
            if (a !== b && a.lane === b.lane) expect(a.range.start < b.range.end && b.range.start < a.range.end).toBe(false);
          }
        }
        const deepest = Math.max(0, ...sweepSegments(length, given).map((segment) => segment.covers.length));
        expect(Math.max(0, ...placed.map((one) => one.lane + 1))).toBe(deepest);
      }),
    );
  });
});

describe('unite', () => {
  const units = (all: readonly { start: number; end: number }[]): number[] =>
    Array.from({ length }, (_, unit) => unit).filter((unit) => all.some((one) => one.start <= unit && unit < one.end));

  it('covers what the old and the new cover together, and leaves no two overlapping', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), (added) => {
        let standing: { start: number; end: number }[] = [];
        for (const one of added) {
          const before = units([...standing, one]);
          const union = unite(standing, one);
          if (!union.isAlreadyThere)
            standing = [...standing.filter((old) => old !== union.kept && !union.absorbed.includes(old)), { ...union.range }];
          expect(units(standing)).toEqual(before);
          for (const a of standing) for (const b of standing) expect(a === b || a.end <= b.start || b.end <= a.start).toBe(true);
        }
      }),
    );
  });

  it('keeps touching codings apart', () => {
    expect(unite([{ start: 0, end: 3 }], { start: 3, end: 6 })).toMatchObject({ kept: null, absorbed: [], range: { start: 3, end: 6 } });
  });
});

describe('edges', () => {
  it('never split a surrogate pair [F45]', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(80), (text, offset) => {
        const isPossible = isEdge(text, offset);
        if (offset <= text.length) expect(isPossible).toBe(text.slice(0, offset).isWellFormed());
        else expect(isPossible).toBe(false);
      }),
    );
    expect(isRange('a😀b', { start: 1, end: 2 })).toBe(false);
    expect(isRange('a😀b', { start: 1, end: 3 })).toBe(true);
  });
});
