import { describe, expect, test } from 'vitest';
import { pasteOptions } from './paste-options.ts';

const labels = (text: string): string[] => pasteOptions(text).map((option) => option.label);

describe('pasted lines as answers', () => {
  test.each([
    ['one a line, blank lines passed over', 'Ja\n\nNei\r\nVet ikke', ['Ja', 'Nei', 'Vet ikke']],
    ['bullets are taken off', '• Mor\n– Far\n* Søsken\n- Andre', ['Mor', 'Far', 'Søsken', 'Andre']],
    ['a bullet of a word processor', '●\tMor\no\tFar', ['Mor', 'Far']],
    ['letters that count', 'a) Mor\nb) Far', ['Mor', 'Far']],
    ['columns of a sheet become words', 'Mor\tog far', ['Mor og far']],
    ['a number that belongs to the answer stays', '2 ganger\nFlere ganger', ['2 ganger', 'Flere ganger']],
    ['a single line beginning with a number stays', '18 år eller mer', ['18 år eller mer']],
    ['a hyphen inside a word stays', '-5 grader', ['-5 grader']],
    ['nothing', ' \n\t', []],
  ])('%s', (_name, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test('numbers with a sign become codes', () => {
    expect(pasteOptions('1. Ja\n2. Nei\n9. Annet')).toEqual([
      { code: 1, label: 'Ja' },
      { code: 2, label: 'Nei' },
      { code: 9, label: 'Annet' },
    ]);
  });

  test('«01 Ja» gives codes when every line has one', () => {
    expect(pasteOptions('01 Ja\n02 Nei')).toEqual([
      { code: 1, label: 'Ja' },
      { code: 2, label: 'Nei' },
    ]);
  });

  test('numbers that repeat are counters, not codes', () => {
    expect(pasteOptions('1. Ja\n1. Nei')).toEqual([
      { code: null, label: 'Ja' },
      { code: null, label: 'Nei' },
    ]);
  });
});
