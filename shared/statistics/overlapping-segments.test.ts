import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentMeetings, segmentsOfBoth, type SegmentColumns } from './overlapping-segments.ts';

interface Segment {
  readonly text: number;
  readonly theme: number;
  readonly start: number;
  readonly end: number;
}

const themes = 5;

function columns(segments: readonly Segment[]): SegmentColumns {
  const sorted = segments.toSorted((a, b) => a.text - b.text || a.start - b.start);
  const column = (key: keyof Segment): Int32Array => Int32Array.from(sorted, (segment) => segment[key]);
  return { text: column('text'), theme: column('theme'), start: column('start'), end: column('end') };
}

/** The same by the definition: characters of each theme in each text, their runs, and runs that share a character. */
function naive(segments: readonly Segment[]) {
  const runs = new Map<string, { start: number; end: number }[]>();
  for (let text = 0; text < 4; text += 1) {
    for (let theme = 0; theme < themes; theme += 1) {
      const own = segments.filter((segment) => segment.text === text && segment.theme === theme);
      let groups: { start: number; end: number }[] = own.map(({ start, end }) => ({ start, end }));
      for (;;) {
        const clash = groups.flatMap((a, i) =>
          groups.slice(i + 1).flatMap((b) => (a.start < b.end && b.start < a.end ? [[a, b] as const] : [])),
        )[0];
        if (clash === undefined) break;
        const [a, b] = clash;
        groups = [...groups.filter((each) => each !== a && each !== b), { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }];
      }
      runs.set(`${text} ${theme}`, groups);
    }
  }
  const of = (theme: number, text: number) => runs.get(`${text} ${theme}`) ?? [];
  const single = (theme: number): number => [0, 1, 2, 3].reduce((sum, text) => sum + of(theme, text).length, 0);
  const touched = (first: number, second: number): number =>
    [0, 1, 2, 3].reduce(
      (sum, text) => sum + of(first, text).filter((a) => of(second, text).some((b) => a.start < b.end && b.start < a.end)).length,
      0,
    );
  return { single, touched };
}

const anySegments = fc.array(
  fc
    .record({ text: fc.nat(3), theme: fc.nat(themes - 1), start: fc.nat(30), length: fc.integer({ min: 1, max: 12 }) })
    .map(({ length, ...place }): Segment => ({ ...place, end: place.start + length })),
  { maxLength: 40 },
);

describe('segments that stand on the same words', () => {
  it('[F59] is what comparing every segment with every other gives, for any codings', () => {
    fc.assert(
      fc.property(anySegments, (segments) => {
        const found = segmentMeetings(columns(segments), themes);
        const expected = naive(segments);
        for (let first = 0; first < themes; first += 1) {
          expect(found.single[first]).toBe(expected.single(first));
          for (let second = 0; second < themes; second += 1) {
            if (first === second) continue;
            expect(found.touched[first * themes + second]).toBe(expected.touched(first, second));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('[F59] has never more segments of both than of either, whichever is asked first', () => {
    fc.assert(
      fc.property(anySegments, fc.nat(themes - 1), fc.nat(themes - 1), (segments, first, second) => {
        fc.pre(first !== second);
        const found = segmentMeetings(columns(segments), themes);
        const both = segmentsOfBoth(found, themes, first, second);
        expect(both).toBe(segmentsOfBoth(found, themes, second, first));
        expect(both).toBeLessThanOrEqual(Math.min(found.single[first] ?? 0, found.single[second] ?? 0));
      }),
    );
  });

  it('[F59] end to end is not on the same words', () => {
    const beside = [
      { text: 0, theme: 0, start: 0, end: 5 },
      { text: 0, theme: 1, start: 5, end: 9 },
    ];
    expect(segmentsOfBoth(segmentMeetings(columns(beside), themes), themes, 0, 1)).toBe(0);
  });

  it('refuses segments out of order', () => {
    const wrong = { text: Int32Array.of(0, 0), theme: Int32Array.of(0, 1), start: Int32Array.of(5, 1), end: Int32Array.of(6, 2) };
    expect(() => segmentMeetings(wrong, themes)).toThrow(RangeError);
  });
});
