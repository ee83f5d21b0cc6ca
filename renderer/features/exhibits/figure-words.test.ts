import { describe, expect, test } from 'vitest';
import type { Say } from '../../lib/text.ts';
import { figureWords } from './figure-words.ts';

// The ids are enough here: their texts are the catalogue's business. It is called with ids only.
const say = ((id: string) => id) as Say;

describe('a changed figure in words', () => {
  test('has the signs of the language', () => {
    expect(figureWords('33.3 % (12)', say, 'nb')).toBe('33,3\u00a0% (12)');
    expect(figureWords('33.3 % (12)', say, 'en')).toBe('33.3% (12)');
    expect(figureWords('-4.2', say, 'sv')).toBe('−4,2');
  });

  test('is a word where the table has one, and says when there is none', () => {
    expect(figureWords('few', say, 'nb')).toBe('charts.cell.few');
    expect(figureWords(null, say, 'nb')).toBe('exhibits.changes.noFigure');
  });
});
