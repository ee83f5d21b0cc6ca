import { expect, test } from 'vitest';
import { fold, rankEntries, type PaletteEntry } from './rank-entries.ts';

const alphabet = new Intl.Collator('nb-NO');

function entry(kind: PaletteEntry['kind'], name: string, synonyms: readonly string[] = []): PaletteEntry {
  return { id: `${kind}:${name}`, kind, name, synonyms };
}

test('diacritics are optional when searching', () => {
  expect(fold('Brukerråd på Ærø')).toBe('brukerrad pa aero');
});

test('an exact code comes before prefixes, words and parts', () => {
  const entries = [entry('theme', 'Overganger R017'), entry('record', 'R0171'), entry('record', 'R017'), entry('command', 'xR017')];
  expect(rankEntries(entries, 'r017', alphabet).map((found) => found.name)).toEqual(['R017', 'R0171', 'Overganger R017', 'xR017']);
});

test('synonyms find their theme, after names that match as well', () => {
  const entries = [entry('theme', 'Informasjon', ['beskjed']), entry('theme', 'Beskjeden hjelp')];
  expect(rankEntries(entries, 'besk', alphabet).map((found) => found.name)).toEqual(['Beskjeden hjelp', 'Informasjon']);
});

test('nothing typed shows commands and screens only; > and # narrow', () => {
  const entries = [entry('theme', 'Ventetid'), entry('screen', 'Koding'), entry('command', 'Angre')];
  expect(rankEntries(entries, '', alphabet).map((found) => found.kind)).toEqual(['command', 'screen']);
  expect(rankEntries(entries, '#', alphabet).map((found) => found.kind)).toEqual(['theme']);
  expect(rankEntries(entries, '>', alphabet).map((found) => found.kind)).toEqual(['command']);
});

test('nothing typed shows the commands of this screen first, in the alphabet of the language', () => {
  const here = { ...entry('command', 'Ønsk'), isHere: true };
  const entries = [entry('command', 'Åpne'), entry('command', 'Øv'), entry('command', 'Angre'), here];
  expect(rankEntries(entries, '', alphabet).map(({ name }) => name)).toEqual(['Ønsk', 'Angre', 'Øv', 'Åpne']);
});
