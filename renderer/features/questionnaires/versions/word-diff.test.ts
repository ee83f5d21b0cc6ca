import { describe, expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const marks = { same: '', gone: '-', new: '+' };
const shown = (before: string, after: string): string[] => wordDiff(before, after).map(({ kind, text }) => marks[kind] + text.trimEnd());

describe('what differs between two wordings', () => {
  test.each([
    ['nothing', 'Hvor lenge ventet du?', 'Hvor lenge ventet du?', ['Hvor lenge ventet du?']],
    ['a word in the middle', 'Hvor lenge ventet du?', 'Hvor lenge har du ventet?', ['Hvor lenge', '-ventet du?', '+har du ventet?']],
    ['a word more at the end', 'Får du hjelp', 'Får du hjelp nå', ['Får du hjelp', '+nå']],
    ['everything', 'Ja', 'Nei', ['-Ja', '+Nei']],
    ['from nothing', '', 'Nei', ['+Nei']],
    ['only the space between', 'Ja  takk', 'Ja takk', ['Ja takk']],
  ])('%s', (_name, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected);
  });

  test('the two texts can be read out of the parts', () => {
    const parts = wordDiff('Har du én fast person?', 'Har du en fast person å ringe?');
    expect(
      parts
        .filter(({ kind }) => kind !== 'gone')
        .map(({ text }) => text)
        .join(''),
    ).toBe('Har du en fast person å ringe?');
  });
});
