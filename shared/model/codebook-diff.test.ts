import { describe, expect, it } from 'vitest';
import { CodebookTheme, type CodebookSnapshot } from './codebook.ts';
import { codebookName, compareCodebooks } from './codebook-diff.ts';

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function theme(n: number, more: Partial<Record<keyof CodebookTheme, unknown>> = {}): CodebookTheme {
  return CodebookTheme.parse({
    id: idOf(n),
    number: String(n),
    parentId: null,
    terms: { nb: `Tema ${n}` },
    synonyms: [],
    examples: [],
    differsFrom: [],
    definition: {},
    inclusion: {},
    exclusion: {},
    colour: n,
    isCodable: true,
    status: 'in-use',
    ...more,
  });
}
const book = (...themes: CodebookTheme[]): CodebookSnapshot => ({ themes });

describe('compareCodebooks', () => {
  it('finds nothing between a codebook and itself, nor in order, numbers and colours', () => {
    expect(compareCodebooks(book(theme(1), theme(2)), book(theme(2, { number: '7' }), theme(1, { colour: 5 })))).toEqual([]);
  });

  it('tells what came, what went, and what went into another', () => {
    const words = [{ language: 'nb', term: 'tema 2' }];
    expect(compareCodebooks(book(theme(1), theme(2), theme(3)), book(theme(1, { synonyms: words }), theme(4)))).toEqual([
      { kind: 'synonyms', themeId: idOf(1), language: 'nb', added: ['tema 2'], removed: [] },
      { kind: 'added', themeId: idOf(4) },
      { kind: 'merged', themeId: idOf(2), intoId: idOf(1) },
      { kind: 'removed', themeId: idOf(3) },
    ]);
  });

  it('does not take a word that was there before for a merge', () => {
    const words = [{ language: 'nb', term: 'tema 2' }];
    expect(compareCodebooks(book(theme(1, { synonyms: words }), theme(2)), book(theme(1, { synonyms: words })))).toEqual([
      { kind: 'removed', themeId: idOf(2) },
    ]);
  });

  it('knows a theme by its id: a renamed one is renamed, in each language for itself', () => {
    const after = theme(1, { terms: { nb: 'Kø', sv: 'Kö' }, definition: { nb: 'Å vente' } });
    expect(compareCodebooks(book(theme(1)), book(after))).toEqual([
      { kind: 'renamed', themeId: idOf(1), language: 'nb', before: 'Tema 1', after: 'Kø' },
      { kind: 'renamed', themeId: idOf(1), language: 'sv', before: null, after: 'Kö' },
      { kind: 'definition', themeId: idOf(1), language: 'nb', before: null, after: 'Å vente' },
    ]);
  });

  it('tells once that two themes differ, and nothing of a difference from one that is gone', () => {
    const other = (n: number, note: string | null = null) => [{ themeId: idOf(n), note }];
    const before = book(theme(1, { differsFrom: other(3) }), theme(2), theme(3, { differsFrom: other(1) }));
    const after = book(theme(1, { differsFrom: other(2, 'IP er norsk') }), theme(2, { differsFrom: other(1, 'IP er norsk') }));
    expect(compareCodebooks(before, after)).toEqual([
      { kind: 'differs', themeId: idOf(1), otherId: idOf(2), is: 'added' },
      { kind: 'removed', themeId: idOf(3) },
    ]);
  });

  it('tells examples, codability and going out of use and back', () => {
    const retired = theme(1, { status: 'retired', isCodable: false, examples: [{ language: 'nb', body: 'Elleve uker.' }] });
    expect(compareCodebooks(book(theme(1)), book(retired))).toEqual([
      { kind: 'retired', themeId: idOf(1) },
      { kind: 'codable', themeId: idOf(1), isCodable: false },
      { kind: 'examples', themeId: idOf(1), language: 'nb', added: ['Elleve uker.'], removed: [] },
    ]);
    expect(compareCodebooks(book(retired), book(theme(1))).map(({ kind }) => kind)).toEqual(['returned', 'codable', 'examples']);
  });

  it('calls a theme without a name by its number', () => {
    expect([codebookName(theme(4, { terms: {} }), 'nb'), codebookName(theme(4), 'sv')]).toEqual(['4', 'Tema 4']);
  });
});
