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

test('birth numbers are known with or without a sign between, and in groups [R64]', () => {
  const written = [
    '01019912345',
    '010199 12345',
    '010199 123 45',
    '01.01.99 12345',
    '010199\u00a012345',
    '410199 12345',
    '990101-1234',
    '9901011234',
    '990101 1234',
    '19990101-1234',
    '1999-01-01-1234',
    '990161-1234',
  ];
  for (const number of written) {
    expect(found(`Det er ${number}, sa hun.`)).toEqual([`birth-number ${number}`]);
    expect(found(`pnr.${number} ble skrevet`)).toEqual([`birth-number ${number}`]);
  }
});

test('telephone numbers are known however they are grouped, and right after a stop [R64]', () => {
  const written = [
    '91234567',
    '912 34 567',
    '912 345 67',
    '9123 4567',
    '91 23 45 67',
    '912\u00a034\u00a0567',
    '912-34-567',
    '+47 912 34 567',
    '0047 91 23 45 67',
    '08-123 456 78',
    '08-12 34 56',
    '070-123 45 67',
    '070 1234 567',
    '0731234567',
    '0470-123 45',
    '+46 (0)70 123 45 67',
    '+45 12 34 56 78',
    '+44 7911 123456',
  ];
  for (const number of written) {
    expect(found(`Ring ${number} i morgen.`)).toEqual([`phone ${number}`]);
    expect(found(`Tlf.${number} svarer`)).toEqual([`phone ${number}`]);
  }
  expect(found('Det kostet 1 200 000, 34 567 890 eller 4000-5000 kroner, i 2019-2020 og 2019 2020, kl. 08.30.')).toEqual([]);
});

test('a name with an apostrophe or a capital inside is one name, and a long row of the same word ends', () => {
  expect(found('Hun heter Maria O’Brien, og han Ola McDonald.')).toEqual(['name Maria O’Brien', 'name Ola McDonald']);
  expect(found('Nav '.repeat(30_000))).toEqual([]);
});
