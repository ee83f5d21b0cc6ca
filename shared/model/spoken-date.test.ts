import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from './calendar-day.ts';
import type { DateForm } from './questionnaire.ts';
import { readSpokenDate } from './spoken-date.ts';
import type { Language } from './text.ts';

function read(said: string, form: DateForm | null = 'date', language: Language = 'nb') {
  const found = readSpokenDate(said, { form, today: '2025-11-20', language });
  return found === null ? null : `${found.sortOn ?? '-'} ${found.precision}`;
}

describe('a date in words or digits', () => {
  test.each([
    ['3.4.2025', '2025-04-03 day'],
    [' 03.04.2025 ', '2025-04-03 day'],
    ['3. 4. 2025', '2025-04-03 day'],
    ['3/4', '2025-04-03 day'],
    ['3/4-24', '2024-04-03 day'],
    ['3/4-2024', '2024-04-03 day'],
    ['3-4-2024', '2024-04-03 day'],
    ['3.4.', '2025-04-03 day'],
    ['3.4.87', '1987-04-03 day'],
    ['03042024', '2024-04-03 day'],
    ['20240403', '2024-04-03 day'],
    ['2024-04-03', '2024-04-03 day'],
    ['3. april 2024', '2024-04-03 day'],
    ['3.apr', '2025-04-03 day'],
    ['den 3 maj 2024', '2024-05-03 day'],
    ['den 3:e maj', '2025-05-03 day'],
    ['3rd of May 2024', '2024-05-03 day'],
    ['May 3, 2024', '2024-05-03 day'],
    ['May 3rd', '2025-05-03 day'],
    ['29.2.2024', '2024-02-29 day'],
    ['I går', '2025-11-19 day'],
    ['i dag', '2025-11-20 day'],
    ['i förrgår', '2025-11-18 day'],
    ['yesterday', '2025-11-19 day'],
    ['uke 12', '2025-03-23 week'],
    ['veke 53 2020', '2021-01-03 week'],
    ['v. 1 2025', '2025-01-05 week'],
    ['uke 12/2024', '2024-03-24 week'],
    ['2024-W12', '2024-03-24 week'],
    ['apr 2025', '2025-04-30 month'],
    ['apr.2025', '2025-04-30 month'],
    ['i april', '2025-04-30 month'],
    ['4/2025', '2025-04-30 month'],
    ['2024-02', '2024-02-29 month'],
    ['siden februar 2024', '2024-02-29 month'],
    ['vår 2023', '2023-05-31 season'],
    ['våren 2023', '2023-05-31 season'],
    ['i vår', '2025-05-31 season'],
    ['i fjor sommer', '2024-08-31 season'],
    ['sommeren i fjor', '2024-08-31 season'],
    ['høsten 2026', '2026-11-30 season'],
    ['hausten i fjor', '2024-11-30 season'],
    ['hösten 2024', '2024-11-30 season'],
    ['autumn 2024', '2024-11-30 season'],
    ['vinteren 2023', '2023-02-28 season'],
    ['vinteren 2023/24', '2024-02-29 season'],
    ['mot slutten av 2023', '2023-12-31 season'],
    ['mot slutet av 2023', '2023-12-31 season'],
    ['towards the end of 2023', '2023-12-31 season'],
    ['tidlig i 2023', '2023-04-30 season'],
    ['midten av 2023', '2023-08-31 season'],
    ['begynnelsen av april 2024', '2024-04-10 week'],
    ['slutten av april', '2025-04-30 week'],
    ['tidlig på høsten 2024', '2024-09-30 month'],
    ['2. kvartal 2024', '2024-06-30 season'],
    ['første halvår 2024', '2024-06-30 season'],
    ['Q3 2024', '2024-09-30 season'],
    ['innen jul', '2025-12-24 week'],
    ['før jul', '2025-12-24 week'],
    ['före jul 2024', '2024-12-24 week'],
    ['by Christmas', '2025-12-24 week'],
    ['jul 2024', '2024-12-24 week'],
    ['påsken 2024', '2024-04-01 week'],
    ['2019', '2019-12-31 year'],
    ['i 2019', '2019-12-31 year'],
    ['siden 2019', '2019-12-31 year'],
    ['i fjor', '2024-12-31 year'],
    ['ca 2019', '2019-12-31 about'],
    ['ca. 2019', '2019-12-31 about'],
    ['ca2019', '2019-12-31 about'],
    ['om lag 2019', '2019-12-31 about'],
    ['rundt april 2024', '2024-04-30 about'],
    ['ungefär 3 april', '2025-04-03 about'],
    ['mot jul', '2025-12-24 about'],
    ['april 2024?', '2024-04-30 about'],
    ['90-tallet', '1999-12-31 about'],
    ['på 1990-talet', '1999-12-31 about'],
    ['the 1990s', '1999-12-31 about'],
    ['lenge siden', '- none'],
    ['så snart som mulig', '- none'],
  ])('%s [R6]', (said, expected) => {
    expect(read(said)).toBe(expected);
    expect(read(said.toUpperCase())).toBe(expected);
  });

  test.each([
    '30.2.2024',
    '29.2.2023',
    '4/25/2024',
    '13.13.2024',
    '0.0.2024',
    'uke 54',
    'uke 53 2024',
    'apr 25',
    'i vinter',
    'før 2020',
    'etter 2020',
    'mandag',
    'vet ikke',
    '3',
    '2500',
    '030425',
    '3.4.2025 14.30',
    'april mai 2024',
    'vinteren 2023/25',
    '5. kvartal 2024',
    '',
    '   ',
    '?',
  ])('nothing is guessed of "%s"', (said) => {
    expect(read(said)).toBeNull();
  });

  test('"jul" is Christmas in the Nordic languages and July in English', () => {
    expect(read('jul 2024', 'date', 'sv')).toBe('2024-12-24 week');
    expect(read('Jul 2024', 'date', 'en')).toBe('2024-07-31 month');
    expect(read('3 Jul 2024', 'date', 'en')).toBe('2024-07-03 day');
    expect(read('3 jul 2024', 'date', 'nb')).toBeNull();
  });
});

describe('what the question asks', () => {
  test.each<[DateForm, string, string | null]>([
    ['time', '14.30', '14:30 minute'],
    ['time', '14:30', '14:30 minute'],
    ['time', 'kl. 9', '09:00 minute'],
    ['time', 'klokka 9.05', '09:05 minute'],
    ['time', '2:30 pm', '14:30 minute'],
    ['time', '12 am', '00:00 minute'],
    ['time', 'ca 14.30', '14:30 about'],
    ['time', '24.00', null],
    ['time', '14.60', null],
    ['time', 'halv tre', null],
    ['time', '3.4.2025', null],
    ['date-time', '3.4.2025 14.30', '2025-04-03T14:30 minute'],
    ['date-time', '3/4 kl. 14.30', '2025-04-03T14:30 minute'],
    ['date-time', '3. april 2024 kl 9', '2024-04-03T09:00 minute'],
    ['date-time', '2025-04-03T14:30', '2025-04-03T14:30 minute'],
    ['date-time', 'i går kl 14', '2025-11-19T14:00 minute'],
    ['date-time', 'ca 3.4.2025 14.30', '2025-04-03T14:30 about'],
    ['date-time', '3.4.2025', '2025-04-03 day'],
    ['date-time', 'vår 2024', '2024-05-31 season'],
    ['date-time', '14.30', null],
    ['month', 'apr 2024', '2024-04-30 month'],
    ['month', '04.2024', '2024-04-30 month'],
    ['month', 'vår 2024', '2024-05-31 season'],
    ['month', '3.4.2024', null],
    ['month', 'uke 12', null],
    ['year', '1987', '1987-12-31 year'],
    ['year', 'ca 1987', '1987-12-31 about'],
    ['year', 'apr 1987', null],
    ['year', 'ca 3.4.1987', null],
  ])('%s: %s', (form, said, expected) => {
    expect(read(said, form)).toBe(expected);
  });
});

const days = fc
  .record({ year: fc.integer({ min: 1900, max: 2100 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .filter(({ year, month, day }) => isoDay(year, month, day) !== null);
const languages: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE', en: 'en-GB' };

test('every day is read alike however it is written', () => {
  fc.assert(
    fc.property(days, fc.constantFrom<Language>('nb', 'nn', 'sv', 'en'), ({ year, month, day }, language) => {
      const iso = isoDay(year, month, day);
      const two = (number: number) => String(number).padStart(2, '0');
      const long = new Intl.DateTimeFormat(languages[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
        Date.UTC(year, month - 1, day),
      );
      const written = [`${day}.${month}.${year}`, `${two(day)}/${two(month)}/${year}`, `${day}.${month}. ${year}`, `${iso}`, long];
      for (const said of written) expect([said, read(said, 'date', language)]).toEqual([said, `${iso} day`]);
    }),
  );
});

test('whatever is typed, the answer is a real day or nothing, and the words are kept', () => {
  const words = fc.constantFrom(
    'ca',
    'mot',
    'slutten',
    'av',
    'vår',
    'vinter',
    '2023',
    '31',
    '2',
    '.',
    '/',
    'uke',
    '53',
    'jul',
    'før',
    'i',
    'fjor',
    'april',
    'kl',
    '14.30',
    '?',
    'q',
    '-',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(typed, fc.constantFrom<DateForm | null>('date', 'month', 'year', 'time', 'date-time', null), (said, form) => {
      const found = readSpokenDate(said, { form, today: '2024-02-29', language: 'nb' });
      if (found === null) return;
      expect(found.said).toBe(said.trim());
      const [day = ''] = (found.sortOn ?? '').split('T');
      if (form === 'time' && found.sortOn !== null) expect(found.sortOn).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/u);
      else if (found.sortOn === null) expect(found.precision).toBe('none');
      else expect(isoDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))).toBe(day);
    }),
    { numRuns: 2000 },
  );
});

describe('[R77] a time that is to come', () => {
  test.each([
    ['innen mars', '2026-03-31 month'],
    ['innan påsk', '2026-04-06 week'],
    ['3.4.', '2026-04-03 day'],
    ['3. april', '2026-04-03 day'],
    ['uke 12', '2026-03-22 week'],
    ['vår', '2026-05-31 season'],
    ['første halvår', '2026-06-30 season'],
    // This year's is still to come.
    ['20.11.', '2025-11-20 day'],
    ['uke 47', '2025-11-23 week'],
    ['innen november', '2025-11-30 month'],
    ['innen jul', '2025-12-24 week'],
    // A year that is said is that year; what is said in relation to now is not moved.
    ['mars 2025', '2025-03-31 month'],
    ['3.4.25', '2025-04-03 day'],
    ['i går', '2025-11-19 day'],
    ['i fjor vår', '2024-05-31 season'],
  ])('«%s» without a year is the next one there is: %s', (said, expected) => {
    const found = readSpokenDate(said, { form: null, today: '2025-11-20', language: said === 'innan påsk' ? 'sv' : 'nb', isAhead: true });
    expect(found === null ? null : `${found.sortOn ?? '-'} ${found.precision}`).toBe(expected);
  });

  test.each([
    ['innen 1. mars 2026', '2026-03-01 day'],
    ['innen 1.3.', '2026-03-01 day'],
    ['senest 1. mars', '2026-03-01 day'],
    ['Senest fredag', null],
    ['senast den 1 mars 2026', '2026-03-01 day'],
    ['senast vecka 12', '2026-03-22 week'],
    ['senast 2026-03-01', '2026-03-01 day'],
    ['senast i maj', '2026-05-31 month'],
    ['by 1 March 2026', '2026-03-01 day'],
    ['til jul', '2025-12-24 week'],
    ['till påsk', '2026-04-06 week'],
    ['før 1. mars 2026', '2026-02-28 day'],
    ['före den 1 mars', '2026-02-28 day'],
    ['innan 1/1 2026', '2025-12-31 day'],
    ['før sommeren', null],
    ['innen 31.2.2026', null],
  ])('«%s» as a deadline: %s', (said, expected) => {
    const found = readSpokenDate(said, { form: null, today: '2025-11-20', language: 'nb', isAhead: true });
    expect(found === null ? null : `${found.sortOn ?? '-'} ${found.precision}`).toBe(expected);
  });

  test('what has been has no deadline', () => {
    expect(read('senest 1. mars 2025')).toBeNull();
    expect(read('før 1. mars 2025')).toBeNull();
  });
});
