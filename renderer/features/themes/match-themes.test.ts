import { describe, expect, it } from 'vitest';
import { Theme } from '../../../shared/contract/themes.ts';
import type { Language, LocalisedText } from '../../../shared/model/text.ts';
import { findThemes, matchThemes } from './match-themes.ts';

let made = 0;
function theme(terms: LocalisedText, synonyms: [Language, string][] = [], more: Partial<Theme> = {}): Theme {
  made += 1;
  return Theme.parse({
    id: `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    number: String(made),
    parentId: null,
    depth: 0,
    colour: 1,
    repeat: 0,
    terms,
    synonyms: synonyms.map(([language, term]) => ({ language, term })),
    definition: {},
    inclusion: {},
    exclusion: {},
    examples: [],
    isUsed: false,
    differsFrom: [],
    status: 'in-use',
    isCodable: true,
    personCount: 0,
    ownPersonCount: 0,
    ...more,
  });
}

const information = theme(
  { nb: 'Informasjon', sv: 'Information', en: 'Information' },
  [
    ['nb', 'beskjed'],
    ['sv', 'besked'],
  ],
  { personCount: 26 },
);
const relatives = theme({ nb: 'Pårørende', sv: 'Anhöriga' }, [['nb', 'familie']], { personCount: 11 });
const forRelatives = theme({ nb: 'Informasjon til pårørende' }, [], { personCount: 4 });
const council = theme({ nb: 'Brukerråd' }, [], { personCount: 3 });
const retired = theme({ nb: 'Infotavle' }, [], { status: 'retired' });
const all = [information, relatives, forRelatives, council, retired];

function names(typed: string, language: Language = 'nb'): string[] {
  return matchThemes(all, typed, language).map((hit) => hit.name);
}

describe('matchThemes', () => {
  it('puts the beginning of a name before the beginning of a later word [F44]', () => {
    expect(names('på')).toEqual(['Pårørende', 'Informasjon til pårørende']);
    expect(names('info')).toEqual(['Informasjon', 'Informasjon til pårørende']);
  });

  it('does not care about diacritics or case, and knows å as aa', () => {
    for (const typed of ['parorende', 'PÅR', 'paaro']) expect(names(typed)[0]).toBe('Pårørende');
    expect(names('raad')).toEqual(['Brukerråd']);
  });

  it('finds by synonyms and by other languages, and says why [F43] [F52] [R60]', () => {
    expect(matchThemes(all, 'beskj', 'nb')[0]).toMatchObject({ name: 'Informasjon', why: 'beskjed' });
    expect(matchThemes(all, 'anhör', 'nb')[0]).toMatchObject({ name: 'Pårørende', why: 'Anhöriga' });
    expect(matchThemes(all, 'informa', 'sv')[0]).toMatchObject({ name: 'Information', why: null });
  });

  it('puts the reader’s own synonyms before words of other languages', () => {
    const met = theme({ nb: 'Å bli møtt', sv: 'Bemötande' }, [], { personCount: 36 });
    expect(matchThemes([met, information], 'be', 'nb').map((hit) => hit.why)).toEqual(['beskjed', 'Bemötande']);
    expect(matchThemes([met, information], 'be', 'sv').map((hit) => hit.name)).toEqual(['Bemötande', 'Information']);
  });

  it('knows when the word is there already', () => {
    expect(matchThemes(all, 'Beskjed', 'nb')[0]?.isExact).toBe(true);
    expect(matchThemes(all, 'beskje', 'nb')[0]?.isExact).toBe(false);
  });

  it('offers the most used when nothing is typed, never what is out of use', () => {
    expect(names('')[0]).toBe('Informasjon');
    expect(names('tavle')).toEqual([]);
  });

  it('finds all of them for work on the tree, those out of use too [F52]', () => {
    expect(findThemes(all, 'tavle', 'nb').map((hit) => hit.name)).toEqual(['Infotavle']);
    expect(findThemes(all, 'ANHORIGA', 'nb')).toMatchObject([{ name: 'Pårørende', why: 'Anhöriga' }]);
  });
});
