import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attributeKindOf,
  coarserAttributes,
  judgeAttributes,
  sharedBy,
  type AttributeKind,
  type KnownOf,
  type QuoteAttribute,
} from './quote-attributes.ts';
import { releasedPersons } from './quote-counts.ts';
import { DEFAULT_RULE } from './table.ts';

const kinds: Readonly<Record<string, AttributeKind>> = { place: 'place', age: 'age', illness: 'diagnosis', gender: 'other' };
const keys = Object.keys(kinds);

const anyPerson: fc.Arbitrary<KnownOf> = fc
  .dictionary(fc.constantFrom(...keys), fc.array(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 2 }))
  .map((known) => new Map(Object.entries(known)));
const anyAttribute: fc.Arbitrary<QuoteAttribute> = fc
  .record({ key: fc.constantFrom(...keys), values: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 }) })
  .map(({ key, values }) => ({ key, values, kind: kinds[key] ?? 'other' }));
const anyCase = fc.record({
  persons: fc.array(anyPerson, { maxLength: 40 }),
  attributes: fc.array(anyAttribute, { maxLength: 3 }),
  known: fc.array(anyAttribute, { maxLength: 2 }),
  threshold: fc.integer({ min: 3, max: 10 }),
});

function person(place: string, age: string): KnownOf {
  return new Map([
    ['place', [place]],
    ['age', [age]],
  ]);
}

describe('attributes under a quote', () => {
  test('[F65] what may stand is shared by the threshold of persons, whoever counts them', () => {
    fc.assert(
      fc.property(anyCase, ({ persons, attributes, known, threshold }) => {
        const judged = judgeAttributes(attributes, persons, { threshold, known });
        if (judged.state !== 'ok') return;
        expect(attributes.length).toBeLessThanOrEqual(2);
        const told = [...attributes, ...known];
        const told3 = new Set(told.map(({ kind }) => kind));
        expect(told3.has('place') && told3.has('age') && told3.has('diagnosis')).toBe(false);
        if (attributes.length === 0) return;
        let sharing = 0;
        for (const one of persons) {
          let fits = true;
          for (const { key, values } of told) if (!(one.get(key) ?? []).some((value) => values.includes(value))) fits = false;
          if (fits) sharing += 1;
        }
        expect(sharing).toBeGreaterThanOrEqual(threshold);
      }),
    );
  });

  test('telling less never has fewer persons, and every coarser way that is offered may stand', () => {
    fc.assert(
      fc.property(anyCase, ({ persons, attributes, known, threshold }) => {
        for (const [at] of attributes.entries())
          expect(sharedBy(attributes.toSpliced(at, 1), persons)).toBeGreaterThanOrEqual(sharedBy(attributes, persons));
        const wider = (attribute: QuoteAttribute): QuoteAttribute => ({ ...attribute, values: ['1', '2', '3'] });
        for (const told of coarserAttributes(attributes.slice(0, 2), persons, { threshold, known }, wider))
          expect(judgeAttributes(told, persons, { threshold, known }).state).toBe('ok');
      }),
    );
  });

  test('four of a place and an age are too few; the place alone is offered', () => {
    const persons = [
      ...Array.from({ length: 4 }, () => person('Fjordvik', '30–49')),
      ...Array.from({ length: 6 }, () => person('Fjordvik', '50–66')),
    ];
    const attributes: QuoteAttribute[] = [
      { key: 'place', kind: 'place', values: ['Fjordvik'] },
      { key: 'age', kind: 'age', values: ['30–49'] },
    ];
    expect(judgeAttributes(attributes, persons, { threshold: 5 })).toEqual({ state: 'too-few', persons: 4 });
    expect(coarserAttributes(attributes, persons, { threshold: 5 })).toEqual([[attributes[0]]]);
  });

  test('a file about one place takes no age together with a diagnosis', () => {
    const many = Array.from(
      { length: 50 },
      (): KnownOf =>
        new Map([
          ['place', ['a']],
          ['age', ['1']],
          ['illness', ['1']],
        ]),
    );
    const attributes: QuoteAttribute[] = [
      { key: 'age', kind: 'age', values: ['1'] },
      { key: 'illness', kind: 'diagnosis', values: ['1'] },
    ];
    const known: QuoteAttribute[] = [{ key: 'place', kind: 'place', values: ['a'] }];
    expect(judgeAttributes(attributes, many, { threshold: 5 }).state).toBe('ok');
    expect(judgeAttributes(attributes, many, { threshold: 5, known }).state).toBe('together');
  });

  test.each([
    ['Hvor gammel er du?', 'age'],
    ['alder', 'age'],
    ['age_band', 'age'],
    ['Vilken diagnos har du?', 'diagnosis'],
    ['Hvilken tjeneste?', 'other'],
    ['språk', 'other'],
  ] as const)('%s tells the %s', (words, kind) => {
    expect(attributeKindOf([words])).toBe(kind);
  });
});

describe('persons in a file of quotes', () => {
  test('[F56] no number is under the threshold, outside of it or to be had by subtraction', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (found, more, others) => {
        const [all, base] = [found + more, found + more + others];
        const shown = releasedPersons({ found, all, base, released: [] }, DEFAULT_RULE);
        if (shown === null) return;
        expect(shown).toBe(found);
        for (const size of [found, all - found, base - found]) expect(size === 0 || size >= DEFAULT_RULE.threshold).toBe(true);
      }),
    );
  });

  test('a number that is large enough on every side is shown', () => {
    expect(releasedPersons({ found: 12, all: 20, base: 60, released: [] }, DEFAULT_RULE)).toBe(12);
    expect(releasedPersons({ found: 12, all: 14, base: 60, released: [] }, DEFAULT_RULE)).toBeNull();
    expect(releasedPersons({ found: 4, all: 4, base: 60, released: [] }, DEFAULT_RULE)).toBeNull();
    // Out before under another selection: the same number again says nothing, one beside it would show a few persons.
    expect(releasedPersons({ found: 12, all: 20, base: 60, released: [12] }, DEFAULT_RULE)).toBe(12);
    expect(releasedPersons({ found: 12, all: 20, base: 60, released: [14] }, DEFAULT_RULE)).toBeNull();
    expect(releasedPersons({ found: 12, all: 20, base: 60, released: [7, 17] }, DEFAULT_RULE)).toBe(12);
  });
});
