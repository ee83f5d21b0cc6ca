import { expect, test } from 'vitest';
import { guessLanguage } from './guess-language.ts';

test('the commonest words tell the language of a text', () => {
  expect(guessLanguage('Jeg vet ikke hva jeg skal si, for noen kom fra kommunen.', 'en')).toBe('nb');
  expect(guessLanguage('Eg veit ikkje kva eg skal seie, nokon kom frå kommunen.', 'en')).toBe('nn');
  expect(guessLanguage('Jag vet inte vad jag ska säga, och det är någon från kommunen.', 'en')).toBe('sv');
  expect(guessLanguage('They came from the council and I was not there.', 'nb')).toBe('en');
  expect(guessLanguage('Hm.', 'sv')).toBe('sv');
});
