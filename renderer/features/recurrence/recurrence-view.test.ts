import { expect, it } from 'vitest';
import { isNarrowed, readView, yearsParam } from './recurrence-view.ts';

const id = '0192f4a0-0000-7000-8000-000000000001';

it('reads what the address says and leaves out what it does not understand', () => {
  expect(readView({})).toMatchObject({ shape: 'table', by: 'years', placeMode: 'as-recorded', filter: {}, themeId: undefined });
  expect(
    readView({ view: 'timeline', cols: 'places', mode: 'rolled-up', filter: `series:${id}`, who: 'relatives', at: '2015-' }),
  ).toMatchObject({
    shape: 'timeline',
    by: 'places',
    placeMode: 'rolled-up',
    filter: { seriesId: id, perspective: 'relatives', fromYear: 2015 },
  });
  expect(readView({ view: 'cake', cols: 'x', filter: 'series', who: 'nobody', at: 'i fjor', rows: '5' })).toMatchObject({
    shape: 'table',
    filter: {},
    interviewsOf: undefined,
  });
});

it('writes years as it reads them', () => {
  expect(yearsParam(undefined, undefined)).toBeUndefined();
  expect(readView({ at: yearsParam(2015, 2023) }).filter).toEqual({ fromYear: 2015, toYear: 2023 });
  expect(readView({ at: yearsParam(undefined, 2023) }).filter).toEqual({ toYear: 2023 });
  expect(isNarrowed(readView({ at: '-' }).filter)).toBe(false);
});
