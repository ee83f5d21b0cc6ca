import { expect, it } from 'vitest';
import { locales } from './locales.ts';
import { languages } from './text.ts';

it('every language is formatted by a locale that Chromium has data of', () => {
  // As Intl.DateTimeFormat.supportedLocalesOf says there; Node has data of nn-NO, Chromium has not.
  const inChromium = ['nb-NO', 'sv-SE', 'en-GB'];
  for (const language of languages) expect(inChromium).toContain(locales[language]);
  expect(new Intl.NumberFormat(locales.nn).format(0.5)).toBe('0,5');
});
