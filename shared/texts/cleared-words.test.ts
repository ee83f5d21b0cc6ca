import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearedWords, movedWording } from './cleared-words.ts';

const raw = 'Jeg bodde i Fjordvik før brannen.';
const place = { start: 12, end: 20 };
const fire = { start: 25, end: 32 };

describe('a cleared wording [R73]', () => {
  it('holds the raw words with what was decided in place of the marks', () => {
    expect(clearedWords(raw, [])).toBe(raw);
    expect(
      clearedWords(raw, [
        { ...place, instead: '[kommunen]' },
        { ...fire, instead: '[…]' },
      ]),
    ).toBe('Jeg bodde i [kommunen] før […].');
  });

  it('keeps what somebody wrote when a mark is decided anew, and changes the mark where it still stands', () => {
    const open = [
      { ...place, instead: null },
      { ...fire, instead: null },
    ];
    const decided = [{ ...place, instead: '[kommunen]' }, open[1] ?? fire].map((mark) => ({ instead: null, ...mark }));
    expect(movedWording(raw, raw, open, decided)).toBe('Jeg bodde i [kommunen] før brannen.');
    expect(movedWording(raw, 'Før bodde jeg i Fjordvik, før brannen.', open, decided)).toBe('Før bodde jeg i [kommunen], før brannen.');
    expect(movedWording(raw, 'Jeg bodde der før brannen.', open, decided)).toBe('Jeg bodde der før brannen.');
  });

  it('is the raw words outside the marks, whatever is decided', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(fc.nat(30), { maxLength: 6 }),
        fc.string({ maxLength: 5 }),
        (text, cuts, instead) => {
          const edges = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].toSorted((a, b) => a - b);
          const marks = edges.flatMap((start, at) =>
            at % 2 === 0 && (edges[at + 1] ?? start) > start ? [{ start, end: edges[at + 1] ?? start, instead }] : [],
          );
          const outside = marks.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
          expect(clearedWords(text, marks).length).toBe(outside.length + marks.length * instead.length);
          expect(
            clearedWords(
              text,
              marks.map((mark) => ({ ...mark, instead: '' })),
            ),
          ).toBe(outside);
        },
      ),
    );
  });
});
