import { expect, test } from 'vitest';
import { fold, rankEntries, usedNow, type PaletteEntry } from './rank-entries.ts';

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

test('nothing typed shows what was used last first, of what can be done here; something typed is ranked as ever', () => {
  const here = { ...entry('command', 'Lag utdrag'), isHere: true };
  const entries = [entry('command', 'Angre'), entry('screen', 'Koding'), here, entry('screen', 'Analyse')];
  const usedLast = ['screen:Koding', 'command:Bare et annet sted', 'command:Angre'];
  expect(rankEntries(entries, '', alphabet, usedLast).map(({ name }) => name)).toEqual(['Koding', 'Angre', 'Lag utdrag', 'Analyse']);
  expect(rankEntries(entries, 'an', alphabet, ['screen:Analyse']).map(({ name }) => name)).toEqual(['Angre', 'Analyse']);
});

test('only commands and screens are remembered, newest first and once, and never for ever', () => {
  const used = usedNow(['screen:Koding', 'command:Angre'], entry('command', 'Angre'));
  expect(used).toEqual(['command:Angre', 'screen:Koding']);
  expect(usedNow(used, entry('record', 'R017'))).toBe(used);
  expect(usedNow(used, entry('theme', 'Ventetid'))).toBe(used);
  const many = Array.from({ length: 40 }, (_, at) => `command:${at}`);
  expect(usedNow(many, entry('screen', 'Koding')).length).toBeLessThan(40);
});
