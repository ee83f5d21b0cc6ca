import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grow, paragraphs, rangeAt, sentences, words } from './boundaries.ts';
import { fold } from './fold.ts';
import { contains } from './offsets.ts';

const text = 'Ventetiden. Elleve uker uten å høre noe.\n\nJeg trodde de hadde glemt meg.';
const read = (range: { start: number; end: number } | null): string => (range === null ? '' : text.slice(range.start, range.end));

describe('boundaries', () => {
  it('finds words, sentences and paragraphs without the space between them', () => {
    expect(words(text, 'nb').slice(0, 4).map(read)).toEqual(['Ventetiden', 'Elleve', 'uker', 'uten']);
    expect(sentences(text, 'nb').map(read)).toEqual(['Ventetiden.', 'Elleve uker uten å høre noe.', 'Jeg trodde de hadde glemt meg.']);
    expect(paragraphs(text).map(read)).toEqual(['Ventetiden. Elleve uker uten å høre noe.', 'Jeg trodde de hadde glemt meg.']);
  });

  it('finds the sentence under the caret, and the one before when the caret stands behind its full stop', () => {
    expect(read(rangeAt(sentences(text, 'nb'), 3))).toBe('Ventetiden.');
    expect(read(rangeAt(sentences(text, 'nb'), 11))).toBe('Ventetiden.');
    expect(read(rangeAt(sentences(text, 'nb'), text.length))).toBe('Jeg trodde de hadde glemt meg.');
    expect(rangeAt([], 0)).toBeNull();
  });

  it('grows from the caret to word, sentence, paragraph and whole', () => {
    let selection = { start: 14, end: 14 };
    const seen: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      selection = grow(text, 'nb', selection);
      seen.push(read(selection));
    }
    expect(seen).toEqual(['Elleve', 'Elleve uker uten å høre noe.', 'Ventetiden. Elleve uker uten å høre noe.', text, text]);
  });

  it('only ever grows, for any text and selection', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(80), fc.nat(80), (any, a, b) => {
        const selection = { start: Math.min(a, b, any.length), end: Math.min(Math.max(a, b), any.length) };
        expect(contains(grow(any, 'sv', selection), selection)).toBe(true);
      }),
    );
  });
});

describe('fold', () => {
  it('finds råd by rad and raad, and does not care about case or accents', () => {
    expect(fold('Råd')).toBe(fold('rad'));
    expect(fold('RAAD')).toBe(fold('råd'));
    expect(fold('Overgång')).toBe('overgang');
    expect(fold('Pårørende')).toBe('parorende');
    expect(fold('Väntetid')).toBe('vantetid');
    expect(fold('  idé   nå ')).toBe('ide na');
  });
});
