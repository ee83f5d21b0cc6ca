import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characters } from './edge-characters.ts';
import { scanIdentity, wordsToCount, type IdentityContext } from './identity-scan.ts';

const context: IdentityContext = {
  language: 'nb',
  known: {
    persons: ['Solfrid Tangvåg'],
    places: [
      { name: 'Fjordvik', general: 'municipality' },
      { name: 'Øvre Skogdal', general: 'municipality' },
      { name: 'Os', general: 'place' },
    ],
    organisations: ['Strandgata dagsenter'],
  },
  personsSaying: new Map(),
  persons: 0,
  threshold: 5,
};

function scan(text: string, more: Partial<IdentityContext> = {}): string[] {
  return scanIdentity(text, { ...context, ...more }).map(({ start, end, kind, why }) => `${kind}/${why}: ${text.slice(start, end)}`);
}

describe('what in a quote may tell who said it [R73]', () => {
  it('finds names, places of the register with a genitive s, and places inside longer names', () => {
    expect(scan('Da vi bodde i Fjordvik kjente jeg Solfrid, og Karin Moen. Fjordviks beste. Os. Fjordvikskolen.')).toEqual([
      'place/place-register: Fjordvik',
      'name/person-register: Solfrid',
      'name/written-as-name: Karin Moen',
      'place/place-register: Fjordviks',
      'place/place-register: Os',
      'place/place-register: Fjordvikskolen',
    ]);
  });

  it('takes a long name for one, and what is left of a longer name for a name', () => {
    expect(scan('Jeg gikk til Strandgata dagsenter i øvre skogdal med Ola Fjordvik')).toEqual([
      'employer/organisation-register: Strandgata dagsenter',
      'place/place-register: øvre skogdal',
      'name/written-as-name: Ola',
      'place/place-register: Fjordvik',
    ]);
  });

  it('finds dates, years and ages', () => {
    expect(scan('Jeg var 17 år gammel, 12. mars 2019 eller i mai 2020. En 54-åring. Det var da jeg fylte atten.')).toEqual([
      'date/age: 17 år gammel',
      'date/date: 12. mars 2019',
      'date/year: mai 2020',
      'date/age: 54-åring',
      'date/age: fylte atten',
    ]);
  });

  it('finds numbers and addresses, and where somebody works', () => {
    expect(scan('Ring 912 34 567 eller ola@fjordvik.no, sak 202412. Jeg jobber på fabrikken, før som lærer.')).toEqual([
      'number/phone: 912 34 567',
      'number/email: ola@fjordvik.no',
      'number/long-number: 202412',
      'employer/workplace: fabrikken',
    ]);
  });

  it('leaves no part of a number or of a name standing', () => {
    expect(scan('Tlf.912 34 567, pnr.850712 1234, hos Maria O’Brien og Ola McDonald, konto 1234\u00a056\u00a078901.')).toEqual([
      'number/phone: 912 34 567',
      'number/birth-number: 850712 1234',
      'name/written-as-name: Maria O’Brien',
      'name/written-as-name: Ola McDonald',
      'number/long-number: 1234\u00a056\u00a078901',
    ]);
  });

  it('marks every name of a long transcript', () => {
    expect(scan('og Kari Moen, '.repeat(10_000))).toHaveLength(10_000);
  });

  it('marks what happens to few where fewer persons than the threshold speak of it', () => {
    const personsSaying = new Map([['brannen', 2]]);
    expect(scan('Det var etter brannen.', { personsSaying })).toEqual(['rare-event/event: brannen']);
    expect(scan('Det var etter brannen.', { personsSaying: new Map([['brannen', 5]]) })).toEqual([]);
  });

  it('marks the longest words that only one person says, where many persons are heard', () => {
    const text = 'Jeg var fyrvokter og orgelstemmer og flaggheiser, trygghet.';
    const personsSaying = new Map(wordsToCount(text, 'nb').map((word) => [word, word === 'trygghet' ? 20 : 1]));
    expect(scan(text, { personsSaying, persons: 60 })).toEqual([
      'rare-event/few-say-it: orgelstemmer',
      'rare-event/few-say-it: flaggheiser',
    ]);
    expect(scan(text, { personsSaying, persons: 8 })).toEqual([]);
  });

  it('marks dialect with the ordinary word, by the language of the text', () => {
    const text = 'Æ fikk itj hjelp';
    expect(scanIdentity(text, context).map(({ ordinary }) => ordinary)).toEqual(['Jeg', 'ikke']);
    expect(scanIdentity('Eg fekk ikkje hjelp', { ...context, language: 'nn' })).toEqual([]);
    expect(scanIdentity('Dä va int bra', { ...context, language: 'sv' }).map(({ ordinary }) => ordinary)).toEqual(['Det', 'var', 'inte']);
  });

  it('finds nothing in ordinary words', () => {
    expect(scan('Jeg ble møtt med respekt. De hørte på meg, og jeg fikk svar samme dag.')).toEqual([]);
  });

  it('keeps inside the text, in order, without overlap, and never splits a character', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Fjordvik',
        'Os',
        'itj ',
        '👩‍👩‍👧',
        'e\u0301',
        '\u0301',
        ' ',
        '12. mars',
        '2019',
        'Kari',
        'jobber på ',
        'å\u030a',
        '99 88 77 66',
        'brann',
        '\n',
        '.',
        '🇳🇴',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom('nb', 'nn', 'sv', 'en'), (pieces, language) => {
        const text = pieces.join('');
        const edges = new Set([0]);
        let at = 0;
        for (const one of characters(text)) edges.add((at += one.length));
        let last = 0;
        for (const { start, end } of scanIdentity(text, { ...context, language })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(edges.has(start) && edges.has(end)).toBe(true);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });
});
