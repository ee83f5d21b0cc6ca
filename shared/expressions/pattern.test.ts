import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, readPattern } from './pattern.ts';

function fits(pattern: string, text: string): boolean | null | string {
  const read = readPattern(pattern);
  return read.isRead ? matches(read.pattern, text) : `${read.reason} ${read.at}`;
}

describe('patterns [F3]', () => {
  test.each([
    ['[0-9]{4}', '0301', true],
    ['[0-9]{4}', '03012', false],
    ['^[A-ZÆØÅ]{2}\\d+$', 'ÆØ12', true],
    ['(\\+47)?\\s?\\d{8}', '+47 12345678', true],
    ['[^@\\s]+@[^@\\s]+\\.[a-z]{2,}', 'ola@fjordvik.no', true],
    ['[^@\\s]+@[^@\\s]+\\.[a-z]{2,}', 'ola@fjordvik', false],
    ['a|b|', '', true],
    ['(?:ab|a)(?<rest>c|bc)', 'abc', true],
    ['a{2,3}', 'aaaa', false],
    ['a{0}', '', true],
    ['a*?b', 'aab', true],
    ['\\bto\\b.*', 'to ord', true],
    ['.', '😀', true],
    ['.', '\n', false],
    ['\\p{L}+', 'blåbær', true],
    ['[\\w\\-.]+', 'a-b.c', true],
    ['[]]', ']', 'pattern 0'],
    ['[a^]', '^', true],
    ['(a', 'a', 'pattern 2'],
    ['a)', 'a', 'pattern 1'],
    ['*a', 'a', 'pattern 0'],
    ['a**', 'a', 'pattern 1'],
    ['a{3,2}', 'a', 'pattern 1'],
    ['(a)\\1', 'aa', 'pattern 3'],
    ['(?=a)a', 'a', 'pattern 0'],
    ['(?i)a', 'A', 'pattern 0'],
    ['a++', 'a', 'pattern 1'],
    ['[z-a]', 'b', 'pattern 0'],
    ['[[:alpha:]]', 'b', 'pattern 0'],
    ['((a{100}){100}){100}', 'a', 'patternCostly 0'],
    ['((((){999}){999}){999}){999}', 'a', 'patternCostly 0'],
    [`${'('.repeat(99)}a${')'.repeat(99)}`, 'a', 'patternCostly 51'],
    ['a'.repeat(1001), 'a', 'patternCostly 1000'],
  ])('%s on %s: %s', (pattern, text, wanted) => {
    expect(fits(pattern, text)).toBe(wanted);
  });

  // Each of these takes the language's own engine longer than a person lives.
  test.each(['(a+)+b', '(a|a)*b', '(a|aa)+$', '(.*a){20}', 'a*a*a*a*a*a*a*a*b', '((a*)*)*b', '(a?){60}a{60}'])(
    '%s does not hang',
    (pattern) => {
      expect(typeof fits(pattern, 'a'.repeat(2000))).toBe('boolean');
    },
  );

  test('fits what the language’s own engine fits', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(a|b)', '(ab)?', 'a*', 'b+', '(?:a|ab)(?:c|bc)', 'c{1,2}', '\\d', '1');
    fc.assert(
      fc.property(fc.array(atom, { maxLength: 5 }), fc.array(fc.constantFrom('a', 'b', 'c', '1'), { maxLength: 7 }), (atoms, chars) => {
        const [pattern, text] = [atoms.join(''), chars.join('')];
        expect(fits(pattern, text)).toBe(new RegExp(`^(?:${pattern})$`, 'u').test(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('any text is read or refused at a place inside it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'ab01()[]{}|*+?^$.,\\-:=<>P pdx'), { maxLength: 30 }), (chars) => {
        const read = readPattern(chars.join(''));
        if (read.isRead) matches(read.pattern, 'ab01');
        else expect(read.at >= 0 && read.at <= chars.length).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
