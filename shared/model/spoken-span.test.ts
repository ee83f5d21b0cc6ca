import { describe, expect, test } from 'vitest';
import { readSpan, spanWords } from './spoken-span.ts';

const context = { today: '2025-12-08', language: 'nb' } as const;

describe('a period as it was said', () => {
  test.each([
    ['2020–2023', '2020', '2024'],
    ['2020-2023', '2020', '2024'],
    ['2021', '2021', '2022'],
    ['fra mars 2021', '2021-03', null],
    ['sedan 2019', '2019', null],
    ['2021 –', '2021', null],
    ['2021–', '2021', null],
    ['til 2019', null, '2020'],
    ['till och med april 2019', null, '2019-05'],
    ['– 2019', null, '2020'],
    ['1.9.2023 – 31.1.2025', '2023-09-01', '2025-02-01'],
    ['2023-09-01 – 2025-01-31', '2023-09-01', '2025-02-01'],
    ['fra 1. april til 31. oktober 2025', '2025-04-01', '2025-11-01'],
    ['mot slutten av 2023', '2023-10', '2024-01-01'],
    ['fra mot slutten av 2023', '2023-10', null],
    ['våren 2024', '2024-03', '2024-06-01'],
  ])('[R6][R36] %s', (said, from, to) => {
    expect(readSpan(said, context)).toEqual({ from, to });
  });

  test.each(['en tid', 'fra begynnelsen', '2023–2020', '2020–2021–2022', '', 'snart'])('nothing is guessed: %s', (said) => {
    expect(readSpan(said, context)).toBeNull();
  });

  test.each([
    ['2020', '2024'],
    ['2021-03', null],
    [null, '2020'],
    ['2023-09-01', '2025-02-01'],
    ['2021', '2022'],
    [null, null],
  ])('what a field shows of %s–%s is read back to the same', (from, to) => {
    const words = spanWords({ from, to }, (iso) => iso.split('-').reverse().map(Number).join('.'));
    if (words === '') expect([from, to]).toEqual([null, null]);
    else expect(readSpan(words, context)).toEqual({ from, to });
  });
});
