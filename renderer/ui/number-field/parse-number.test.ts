import { describe, expect, it } from 'vitest';
import { formatFieldNumber, parseNumber } from './parse-number.ts';

describe('parseNumber', () => {
  it.each([
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['1 240', 1240],
    ['1\u00a0240,5', 1240.5],
    ['-2', -2],
    ['\u22122,5', -2.5],
    ['007', 7],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text)).toEqual({ kind: 'number', value });
  });

  it.each(['sytti', '1.234,5', '3,', ',5', '1e9', '--2', '0x10', 'Infinity'])('refuses %j instead of guessing', (text) => {
    expect(parseNumber(text)).toEqual({ kind: 'notANumber' });
  });

  it('takes blanks as no answer, not as zero', () => {
    expect(parseNumber(' \u00a0')).toEqual({ kind: 'empty' });
  });
});

describe('formatFieldNumber', () => {
  it('writes what parseNumber reads back', () => {
    for (const value of [0, 12, -3.25, 1240.5]) {
      expect(parseNumber(formatFieldNumber(value, ','))).toEqual({ kind: 'number', value });
    }
    expect(formatFieldNumber(-3.25, ',')).toBe('\u22123,25');
    expect(formatFieldNumber(null, ',')).toBe('');
  });
});
