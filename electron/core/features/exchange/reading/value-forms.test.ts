import { describe, expect, it } from 'vitest';
import { detectDateForm, looksLikeFormula, parseDate, parseNumber, spellingKey, tidyText } from './value-forms.ts';

describe('numbers', () => {
  it.each([
    ['3,5', ',', 3.5],
    ['1.234,5', ',', 1234.5],
    ['1\u00A0234,5', ',', 1234.5],
    ['\u22124', ',', -4],
    ['45', ',', 45],
    ['1,23457E+05', ',', 123_457],
    ['3.5', '.', 3.5],
    ['1,234.5', '.', 1234.5],
    ['-0.25', '.', -0.25],
    ['1e3', '.', 1000],
    [' 7 ', '.', 7],
  ] as const)('reads %j with the decimal sign %j', (text, sign, value) => expect(parseNumber(text, sign)).toBe(value));

  it.each([
    ['3.5', ','],
    ['3,5', '.'],
    ['1,23,4', '.'],
    ['12a', '.'],
    ['', '.'],
    ['-', '.'],
    ['Infinity', '.'],
    ['0x10', '.'],
    ['1 23', ','],
    ['0.125', ','],
    ['-0,125', '.'],
  ] as const)('does not guess at %j with the decimal sign %j', (text, sign) => expect(parseNumber(text, sign)).toBeNull());
});

describe('dates', () => {
  it.each([
    ['2025-03-14', 'iso', '2025-03-14'],
    ['2025-03-14T10:32:00Z', 'iso', '2025-03-14T10:32:00'],
    ['14.03.2025', 'dmy', '2025-03-14'],
    ['14.3.2025 kl. 10.32', 'dmy', '2025-03-14T10:32:00'],
    ['06/08/2020 12:36:30 AM', 'mdy', '2020-06-08T00:36:30'],
    ['06/08/2020 10:36:30 PM', 'mdy', '2020-06-08T22:36:30'],
    ['20250314', 'ymd', '2025-03-14'],
    ['45731', 'excel-serial', '2025-03-15'],
    ['43290.53487', 'excel-serial', '2018-07-09T12:50:13'],
    ['29.02.2024', 'dmy', '2024-02-29'],
  ] as const)('reads %j as %s', (text, form, iso) => expect(parseDate(text, form)).toBe(iso));

  it.each([
    ['29.02.2023', 'dmy'],
    ['31/04/2024', 'dmy'],
    ['13/13/2024', 'mdy'],
    ['2024-00-10', 'iso'],
    ['14.03.2025 25:00', 'dmy'],
    ['12', 'excel-serial'],
  ] as const)('refuses %j as %s', (text, form) => expect(parseDate(text, form)).toBeNull());

  it('finds the form that fits all values, and says when two do', () => {
    expect(detectDateForm(['01/02/2024', '14/02/2024'])).toEqual({ form: 'dmy', ambiguous: false });
    expect(detectDateForm(['01/02/2024', '02/14/2024'])).toEqual({ form: 'mdy', ambiguous: false });
    expect(detectDateForm(['01/02/2024', '03/04/2024'])).toEqual({ form: 'dmy', ambiguous: true });
    expect(detectDateForm(['01/02/2024 1:00 PM'])).toEqual({ form: 'mdy', ambiguous: true });
    expect(detectDateForm(['01/02/2024', 'i vår'])).toBeNull();
  });
});

it('tells formulas from negative numbers, lists and telephone numbers [F29]', () => {
  expect(['=A1', '@x', '+A1+B2', '-SUM(A1)', '+1*2'].filter(looksLikeFormula)).toHaveLength(5);
  expect(['-4', '-4,5', '- en liste', '+47 22', '=', '-', 'a=b', '', '—'].filter(looksLikeFormula)).toEqual([]);
});

it('compares spellings without case, blanks, apostrophes and dashes, and removes what cannot be stored', () => {
  expect(spellingKey(' Don\u2019t\u00A0 know ')).toBe(spellingKey("don't know"));
  expect(spellingKey('A\u030A')).toBe(spellingKey('å'));
  expect(tidyText('a\u000Bb\r\nc\u0007\uFEFF')).toBe('a\nb\nc');
});
