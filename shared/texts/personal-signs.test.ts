import { expect, test } from 'vitest';
import { findPersonalSigns } from './personal-signs.ts';
import { wordReplacer } from './pseudonyms.ts';

const found = (text: string) => findPersonalSigns(text).map(({ kind, text: words }) => `${kind} ${words}`);

test('names are words with a capital inside a sentence, and then also where one begins [R64]', () => {
  expect(found('Da sa Solfrid at det gikk bra. Solfrid kom igjen. Etterpå ble det stille.')).toEqual(['name Solfrid', 'name Solfrid']);
  expect(found('Vigdis Nordhylla ringte. Hun var grei.')).toEqual(['name Vigdis Nordhylla']);
  expect(found('Da Even kom hjem, var det mandag. Mandag er fin.')).toEqual(['name Even']);
});

test('ordinary sentences hold nothing', () => {
  expect(found('Jeg ventet i seks uker. Så fikk jeg hjelp av NAV. Det var bra: Folk hørte på meg.')).toEqual([]);
});

test('numbers, addresses and dates are known by their form, in the order of the text', () => {
  expect(found('Ring 900 00 000 eller +46 70 000 00 00, skriv til noen@example.no.')).toEqual([
    'phone 900 00 000',
    'phone +46 70 000 00 00',
    'email noen@example.no',
  ]);
  expect(found('født 01019912345, personnummer 990101-1234, innlagt 12. mars 2021 og 14.3.2022')).toEqual([
    'birth-number 01019912345',
    'birth-number 990101-1234',
    'date 12. mars 2021',
    'date 14.3.2022',
  ]);
  expect(found('Det kostet 1 200 000 kroner i 2021, og 45 prosent sa ja.')).toEqual([]);
});

test('offsets point at the words, also behind letters of two units', () => {
  const text = '😀 hos Solfrid';
  expect(findPersonalSigns(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Solfrid']);
});

test('words are replaced as words, the longest first, and a genitive keeps its s', () => {
  const replace = wordReplacer([
    { find: 'Even', with: '[navn 1]' },
    { find: 'Even Strandmyr', with: '[navn 2]' },
  ]);
  expect(replace('Even Strandmyr og Evens bror. Eventyr.')).toEqual({ text: '[navn 2] og [navn 1]s bror. Eventyr.', count: 2 });
  expect(wordReplacer([{ find: 'a.b-c (d)', with: 'x' }])('Si a.b-c (d)!')).toEqual({ text: 'Si x!', count: 1 });
  expect(wordReplacer([])('Even')).toEqual({ text: 'Even', count: 0 });
});
