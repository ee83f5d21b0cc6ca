import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts, storedOffset } from './marked-parts.ts';

test('[F60] a text is cut where either coder begins or ends: marked, and marked alone', () => {
  const parts = markedParts('Jeg ventet lenge på svar', [{ start: 0, end: 10 }], [{ start: 4, end: 16 }]);
  expect(parts.map((part) => (part.kind === 'text' ? [part.text, part.isMarked, part.isAlone] : []))).toEqual([
    ['Jeg ', true, true],
    ['ventet', true, false],
    [' lenge', false, false],
    [' på svar', false, false],
  ]);
});

test('long stretches that nobody marked are folded, at words; nothing is lost', () => {
  const body = `${'ord '.repeat(400)}midt ${'ord '.repeat(400)}`;
  const at = body.indexOf('midt');
  const parts = markedParts(body, [{ start: at, end: at + 4 }], []);
  expect(parts.map((part) => part.kind)).toEqual(['gap', 'text', 'text', 'text', 'gap']);
  expect(parts.filter((part) => part.kind === 'text').every((part) => part.text.length <= 310)).toBe(true);
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const cut = markedParts(text, end > start ? [{ start, end }] : [], []);
      expect(cut.map((part) => (part.kind === 'text' ? part.text : '')).join('')).toBe(text);
    }),
  );
});

test('a place in a field is told in the stored text, whatever its line breaks are', () => {
  expect([0, 2, 3, 5].map((offset) => storedOffset('ab\r\ncd', offset))).toEqual([0, 2, 4, 6]);
  expect(storedOffset('ab\ncd', 4)).toBe(4);
});
