import fc from 'fast-check';
import ical from 'node-ical';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { icsFaults, readIcs, unescapeText } from '../../../../test/support/ics-check.ts';
import { calendarFile, eventStateOf, type CalendarEntry } from './calendar.ts';

const entry: CalendarEntry = {
  uid: '0198f0c0-0000-7000-8000-000000000001@rost',
  sequence: 0,
  isCancelled: false,
  day: '2026-04-22',
  startsAt: '2026-04-22T11:00:00.000Z',
  endsAt: '2026-04-22T14:00:00.000Z',
  summary: 'Dialogmøte i Fjordvik: ventetid, helg; og «hva ble det til»',
  description: 'Formål:\nLegge fram det brukerpanelet har funnet viktigst, og avtale hvem som gjør hva; også på Älvnäs 🙂',
  location: 'Rådhuset, møterom 2; Fjordvik',
  organizer: { name: 'Erfaringsloftet', email: 'post@erfaringsloftet.example' },
  madeAt: '2026-04-01T08:00:00.000Z',
};

/** The event as another library reads it. */
function readBack(file: string) {
  const found = Object.values(ical.sync.parseICS(file)).find((part) => part?.type === 'VEVENT');
  if (found?.type !== 'VEVENT') throw new Error('no event');
  return found;
}

function plain(value: unknown): string {
  const text = typeof value === 'object' && value !== null && 'val' in value ? value.val : value;
  return typeof text === 'string' ? text : '';
}

// eslint-disable-next-line no-control-regex -- naming the control characters is the point
const controls = /[\u0000-\u0008\u000B-\u001F\u007F]/gu;

describe('[R10] a meeting as a calendar file', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('holds what RFC 5545 demands, in UTC, with the organizer as the only attendee', () => {
    const file = calendarFile(entry);
    expect(icsFaults(file)).toEqual([]);
    const of = (name: string) =>
      readIcs(file)
        .filter((line) => line.name === name)
        .map((line) => line.value);
    expect(of('METHOD')).toEqual(['REQUEST']);
    expect(of('UID')).toEqual([entry.uid]);
    expect(of('DTSTART')).toEqual(['20260422T110000Z']);
    expect(of('DTEND')).toEqual(['20260422T140000Z']);
    expect(of('ATTENDEE').map((value) => value.toLowerCase())).toEqual(['mailto:post@erfaringsloftet.example']);
  });

  test('is read back by a second library with æøåäö, commas, semicolons, line breaks and emoji intact', () => {
    const event = readBack(calendarFile(entry));
    expect(plain(event.summary)).toBe(entry.summary);
    expect(plain(event.description)).toBe(entry.description);
    expect(plain(event.location)).toBe(entry.location);
    expect(event.start.toISOString()).toBe(entry.startsAt);
    expect(event.end?.toISOString()).toBe(entry.endsAt);
    expect(event.uid).toBe(entry.uid);
  });

  test('a moved meeting keeps its UID and has the next number; a cancelled one cancels it', () => {
    const [first, moved, off] = [entry, { ...entry, sequence: 1, day: '2026-05-06' }, { ...entry, sequence: 2, isCancelled: true }].map(
      (one) => readIcs(calendarFile(one)),
    );
    const value = (lines: ReturnType<typeof readIcs> | undefined, name: string) => lines?.find((line) => line.name === name)?.value;
    expect([first, moved, off].map((lines) => value(lines, 'UID'))).toEqual(Array(3).fill(entry.uid));
    expect([first, moved, off].map((lines) => value(lines, 'SEQUENCE'))).toEqual(['0', '1', '2']);
    expect(value(off, 'METHOD')).toBe('CANCEL');
    expect(value(off, 'STATUS')).toBe('CANCELLED');
    expect(icsFaults(calendarFile({ ...entry, isCancelled: true }))).toEqual([]);
  });

  test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])(
    'without a clock it is the whole day, also where the machine is in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      const file = calendarFile({ ...entry, startsAt: null, endsAt: null });
      expect(icsFaults(file)).toEqual([]);
      expect(file).toContain('DTSTART;VALUE=DATE:20260422\r\n');
      expect(file).toContain('DTEND;VALUE=DATE:20260423\r\n');
    },
  );

  test('without anybody’s address it asks for no answer', () => {
    const file = calendarFile({ ...entry, organizer: null });
    expect(icsFaults(file)).toEqual([]);
    expect(file).not.toMatch(/METHOD|ORGANIZER|ATTENDEE/u);
  });

  test('a time that is only said in words makes no event, and says what was said', () => {
    const time = { held: null, heldAsSaid: null, startsAt: null, endsAt: null };
    const vague = { asSaid: 'under december', sortOn: '2026-12-31', precision: 'month' as const };
    expect(eventStateOf({ status: 'planned', time: { ...time, planned: vague } })).toEqual({ kind: 'vague', asSaid: 'under december' });
    const none = { asSaid: null, sortOn: null, precision: null };
    expect(eventStateOf({ status: 'planned', time: { ...time, planned: none } })).toEqual({ kind: 'undated' });
    const inferred = { on: '2015-09-25', precision: 'inferred' as const };
    expect(eventStateOf({ status: 'held', time: { ...time, planned: none, held: inferred } }).kind).toBe('vague');
  });

  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc
      .array(fc.constantFrom('æ', 'ø', 'å', 'ä', 'ö', '🙂', '👩‍👧', ',', ';', ':', '"', '\\', '\n', '\r\n', ' ', 'n', 'Å'), {
        maxLength: 150,
      })
      .map((all) => all.join('')),
  );
  const anEntry: fc.Arbitrary<CalendarEntry> = fc.record({
    uid: fc.uuid().map((id) => `${id}@rost`),
    sequence: fc.nat({ max: 99 }),
    isCancelled: fc.boolean(),
    day: fc.constant('2026-03-29'),
    startsAt: fc.constantFrom(null, '2026-03-29T00:30:00.000Z', '2026-03-29T11:00:00.000Z'),
    endsAt: fc.constantFrom(null, '2026-03-29T01:30:00.000Z', '2026-03-29T13:00:00.000Z'),
    summary: odd,
    description: odd,
    location: odd,
    organizer: fc.option(fc.record({ name: odd, email: fc.constant('post@erfaringsloftet.example') })),
    madeAt: fc.constant('2026-01-02T03:04:05.000Z'),
  });

  test('is valid for any text whatever, and gives it back', () => {
    fc.assert(
      fc.property(anEntry, (one) => {
        const file = calendarFile(one);
        expect(icsFaults(file)).toEqual([]);
        const said = readIcs(file).find((line) => line.name === 'DESCRIPTION')?.value ?? '';
        // What is no text (control characters) becomes a space; everything else stands as it was.
        const expected = one.description.replaceAll(/\r\n?/gu, '\n').replaceAll(controls, ' ').toWellFormed();
        expect(unescapeText(said)).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('a second library reads any ordinary text back', () => {
    const ordinary = fc
      .array(fc.constantFrom('Møte', ' ', 'Älvnäs', ',', ';', '🙂', 'å', '\n', 'og så ', '(2)', '–', '«x»'), {
        minLength: 1,
        maxLength: 60,
      })
      .map((all) => `a${all.join('')}z`);
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(plain(readBack(calendarFile({ ...entry, description: text })).description)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});
