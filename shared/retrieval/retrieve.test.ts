import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retrieve, voicesOf, type CodedMaterial, type PlaceCondition } from './index.ts';

interface OneCoding {
  readonly text: number;
  readonly theme: number;
  readonly start: number;
  readonly end: number;
  readonly isWanted: boolean;
}
interface OneSearch {
  readonly themes: readonly number[];
  readonly conditions: readonly {
    readonly isWith: boolean;
    readonly themes: readonly number[];
    readonly place: PlaceCondition['place'];
    readonly words: number;
  }[];
}

const themeCount = 5;

function maskOf(themes: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: themeCount }, (_, theme) => (themes.includes(theme) ? 1 : 0));
}

function columnsOf(codings: readonly OneCoding[], texts: number): { material: CodedMaterial; sorted: readonly OneCoding[] } {
  const sorted = codings.toSorted((a, b) => a.text - b.text || a.start - b.start || a.end - b.end);
  const material = {
    first: Int32Array.from({ length: texts + 1 }, (_, text) => sorted.filter((one) => one.text < text).length),
    themes: Int32Array.from(sorted, ({ theme }) => theme),
    starts: Int32Array.from(sorted, ({ start }) => start),
    ends: Int32Array.from(sorted, ({ end }) => end),
  };
  return { material, sorted };
}

/** Codings that overlap, straight or through others, by painting every sign and every pair: slow, and right by looking at it. */
function naiveGroups(codings: readonly OneCoding[]): OneCoding[][] {
  const groups: OneCoding[][] = codings.map((one) => [one]);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let a = 0; a < groups.length && !isChanged; a++)
      for (let b = a + 1; b < groups.length && !isChanged; b++) {
        const [left = [], right = []] = [groups[a], groups[b]];
        if (!left.some((x) => right.some((y) => x.theme === y.theme && signs(x).some((sign) => signs(y).includes(sign))))) continue;
        groups[a] = [...left, ...right];
        groups.splice(b, 1);
        isChanged = true;
      }
  }
  return groups;
}

function signs({ start, end }: { readonly start: number; readonly end: number }): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}

function naiveHolds(
  range: { start: number; end: number },
  others: readonly { start: number; end: number }[],
  place: string,
  words: number,
  body: string,
): boolean {
  const between = (from: number, to: number): number =>
    body
      .slice(from, to)
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '').length;
  const lineOf = (at: number): number => body.slice(0, at).split('\n').length;
  return others.some((other) => {
    const isTouching = signs(other).some((sign) => signs(range).includes(sign));
    if (place === 'text') return true;
    if (place === 'overlap') return isTouching;
    if (place === 'inside') return signs(range).every((sign) => signs(other).includes(sign));
    if (place === 'words')
      return isTouching || (other.end <= range.start ? between(other.end, range.start) : between(range.end, other.start)) <= words;
    const lines = new Set(Array.from({ length: lineOf(range.end - 1) - lineOf(range.start) + 1 }, (_, at) => lineOf(range.start) + at));
    return (
      signs(other).some((sign) => body[sign] !== '\n' && lines.has(lineOf(sign))) ||
      signs(other).some((sign) => body[sign] === '\n' && signs(range).some((own) => own === sign))
    );
  });
}

function naive(codings: readonly OneCoding[], bodies: readonly string[], search: OneSearch): string[] {
  const found: string[] = [];
  for (const [text, body] of bodies.entries()) {
    const here = codings.filter((one) => one.text === text);
    const base = naiveGroups(here.filter((one) => one.isWanted && search.themes.includes(one.theme)));
    for (const group of base) {
      const range = { start: Math.min(...group.map(({ start }) => start)), end: Math.max(...group.map(({ end }) => end)) };
      const fits = search.conditions.every(({ isWith, themes, place, words }) => {
        const others = naiveGroups(here.filter((one) => themes.includes(one.theme))).map((other) => ({
          start: Math.min(...other.map(({ start }) => start)),
          end: Math.max(...other.map(({ end }) => end)),
        }));
        return naiveHolds(range, others, place, words, body) === isWith;
      });
      if (fits) found.push(`${text} ${group[0]?.theme} ${range.start}-${range.end} ×${group.length}`);
    }
  }
  return found.toSorted();
}

const anyBody = fc
  .array(fc.constantFrom('vente', 'på', 'svar', 'æøå', '.', '\n', '😀', 'to-tre'), { minLength: 2, maxLength: 14 })
  .map((words) => words.join(' '));
const anyThemes = fc.uniqueArray(fc.nat(themeCount - 1), { minLength: 1, maxLength: 3 });
const anyCondition = fc.record({
  isWith: fc.boolean(),
  themes: anyThemes,
  place: fc.constantFrom('overlap', 'inside', 'words', 'paragraph', 'text' as const),
  words: fc.nat(4),
}) as fc.Arbitrary<OneSearch['conditions'][number]>;
const anyCase = fc.array(anyBody, { minLength: 1, maxLength: 4 }).chain((bodies) =>
  fc.record({
    bodies: fc.constant(bodies),
    codings: fc.array(
      fc
        .record({
          text: fc.nat(bodies.length - 1),
          theme: fc.nat(themeCount - 1),
          a: fc.nat(80),
          length: fc.integer({ min: 1, max: 14 }),
          isWanted: fc.boolean(),
        })
        .map(({ text, theme, a, length, isWanted }): OneCoding => {
          const size = bodies[text]?.length ?? 1;
          const start = a % size;
          return { text, theme, start, end: Math.min(size, start + length), isWanted };
        }),
      { maxLength: 24 },
    ),
    search: fc.record({ themes: anyThemes, conditions: fc.array(anyCondition, { maxLength: 3 }) }),
  }),
);

describe('retrieve', () => {
  test('issue 5.9: finds what a naive reader of every sign finds, for random codings and any combination of and, or, not, near, within', () => {
    fc.assert(
      fc.property(anyCase, ({ bodies, codings, search }) => {
        const { material, sorted } = columnsOf(codings, bodies.length);
        const found = retrieve(material, {
          themes: maskOf(search.themes),
          conditions: search.conditions.map((one) => ({ ...one, themes: maskOf(one.themes) })),
          isTextWanted: () => true,
          isCodingWanted: (coding) => sorted[coding]?.isWanted ?? false,
          bodyOf: (text) => bodies[text] ?? '',
        });
        const written = found.map(({ text, theme, start, end, codings: rows }) => `${text} ${theme} ${start}-${end} ×${rows.length}`);
        expect(written.toSorted()).toEqual(naive(codings, bodies, search));
      }),
      { numRuns: 600 },
    );
  });

  test('the same theme by two coders on overlapping words is one segment; words that only touch are two', () => {
    const codings = [
      { text: 0, theme: 1, start: 0, end: 5, isWanted: true },
      { text: 0, theme: 1, start: 3, end: 9, isWanted: true },
      { text: 0, theme: 1, start: 9, end: 12, isWanted: true },
    ];
    const { material } = columnsOf(codings, 1);
    const wanted = { themes: maskOf([1]), conditions: [], isTextWanted: () => true, isCodingWanted: () => true, bodyOf: () => '' };
    expect(retrieve(material, wanted)).toEqual([
      { text: 0, theme: 1, start: 0, end: 9, codings: [0, 1] },
      { text: 0, theme: 1, start: 9, end: 12, codings: [2] },
    ]);
  });
});

describe('what is in the same paragraph', () => {
  const body = 'vente æøå \n på svar';
  const lineBreak = 10;
  const isWithTheme1 = (own: { start: number; end: number }, other: { start: number; end: number }): boolean => {
    const { material } = columnsOf(
      [
        { text: 0, theme: 0, ...own, isWanted: true },
        { text: 0, theme: 1, ...other, isWanted: true },
      ],
      1,
    );
    const condition = { isWith: true, themes: maskOf([1]), place: 'paragraph', words: 0 } as const;
    const found = retrieve(material, {
      themes: maskOf([0]),
      conditions: [condition],
      isTextWanted: () => true,
      isCodingWanted: () => true,
      bodyOf: () => body,
    });
    return found.length === 1;
  };
  const onBreak = { start: lineBreak, end: lineBreak + 1 };

  test('issue 5.9: a segment that is nothing but a line break is in the paragraph of itself, and beside what covers it', () => {
    expect(isWithTheme1(onBreak, onBreak)).toBe(true);
    expect(isWithTheme1(onBreak, { start: 6, end: body.length })).toBe(true);
    expect(isWithTheme1({ start: 6, end: lineBreak + 1 }, { start: lineBreak, end: body.length })).toBe(true);
  });

  test('issue 5.9: a segment that only begins on the line break before its paragraph is not in the one above', () => {
    expect(isWithTheme1({ start: 0, end: 5 }, { start: lineBreak, end: body.length })).toBe(false);
    expect(isWithTheme1({ start: 0, end: 5 }, { start: 6, end: lineBreak })).toBe(true);
    expect(isWithTheme1({ start: 0, end: 5 }, { start: 12, end: 14 })).toBe(false);
  });
});

describe('voicesOf', () => {
  test('[F56] counts persons before mentions, and tells where one person gives more than half', () => {
    expect(voicesOf(['a', 'a', 'a', 'b', 'c'])).toEqual({ persons: 3, mentions: 5, isOneVoice: true });
    expect(voicesOf(['a', 'a', 'b', 'c'])).toEqual({ persons: 3, mentions: 4, isOneVoice: false });
    expect(voicesOf(['a', 'a', null, null])).toEqual({ persons: 1, mentions: 4, isOneVoice: false });
    expect(voicesOf(['a'])).toEqual({ persons: 1, mentions: 1, isOneVoice: false });
  });
});
