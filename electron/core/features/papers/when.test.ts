import { expect, test } from 'vitest';
import { wordsIn } from '../../words.ts';
import { whenOf } from './when.ts';

test('[R6] a day has the names of its language, in Nynorsk too', () => {
  const time = {
    planned: { sortOn: '2025-04-22', asSaid: null, precision: 'day' },
    held: null,
    heldAsSaid: null,
    startsAt: null,
    endsAt: null,
  } as const;
  const said = (language: 'nb' | 'nn' | 'sv') => whenOf(time, language, wordsIn(language));
  expect([said('nb'), said('nn'), said('sv')]).toEqual(['tirsdag 22. april 2025', 'tysdag 22. april 2025', 'tisdag 22 april 2025']);
});
