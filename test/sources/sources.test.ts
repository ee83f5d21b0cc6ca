import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterAlesund } from './alesund.ts';
import { openDesk, type Desk } from './desk.ts';
import { enterGavleborg } from './gavleborg.ts';
import { enterHemne } from './hemne.ts';
import { enterMelhusMeeting } from './melhus-meeting.ts';
import { enterMelhusProject } from './melhus-project.ts';
import { requirements } from './requirements.ts';

type MeetingId = Parameters<Desk['lines']>[0];
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await enterAlesund(desk);
  await enterHemne(desk);
  await enterMelhusProject(desk);
  await enterMelhusMeeting(desk);
  await enterGavleborg(desk);
}, 60_000);
afterAll(() => desk[Symbol.dispose]());

const meetingId = (title: string) => String(desk.row(`SELECT id FROM meeting WHERE title = '${title}'`)['id']) as MeetingId;

describe('what the five source documents report is held', () => {
  test.each(requirements)('[$id] $source: $says', ({ record, holds }) => {
    expect(desk.row(record)).toEqual(holds);
  });

  test('no requirement from R1 to R95 is without a record', () => {
    const shown = new Set([...requirements.map(({ id }) => id), 'R27', 'R70', 'R87', 'R94']);
    expect(Array.from({ length: 95 }, (_, index) => `R${index + 1}`).filter((id) => !shown.has(id))).toEqual([]);
  });

  test('[R27] whoever missed the spring is welcome in the autumn', async () => {
    const { coverage } = await desk.client.meetings.round({ roundId: desk.id('Våren 2021') });
    expect(coverage.organisations).toEqual({ invited: 10, came: 5 });
    expect(coverage.missed.map(({ name }) => name).toSorted()).toEqual(
      ['2101', '2104', '2121', '2132', '2161'].map((code) => `Kommunen ${code}`),
    );
    const { before } = await desk.client.meetings.round({ roundId: desk.id('Hösten 2021') });
    expect(before?.missed).toHaveLength(5);
  });

  test('[R70] what comes back across meetings, places and years is one table in both languages', async () => {
    const themeId = desk.id('anhörig');
    const { lines } = await desk.client.minutes.get({ meetingId: meetingId('Dialogmöte Norra Hälsingland'), language: 'sv' });
    const swedish = lines.find(({ body }) => body.includes('anhöriga'))?.id ?? '';
    await desk.client.minutes.code({ lineId: swedish, themeId: themeId as never });
    const { lines: norwegian } = await desk.client.minutes.get({ meetingId: meetingId('Dialogmøte i Melhus') });
    await desk.client.minutes.code({
      lineId: norwegian.find(({ body }) => body.includes('familiens'))?.id ?? '',
      themeId: themeId as never,
    });
    const view = { filter: {}, by: 'years', placeMode: 'as-recorded' } as const;
    const { columns, rows } = await desk.client.recurrence.table(view);
    const row = rows.find((one) => one.themeId === themeId);
    const years = columns.flatMap(({ key }, index) => (row?.cells[index] == null ? [] : [key]));
    expect(years).toEqual(['2015', '2021']);
    expect(row).toMatchObject({ languages: ['nb', 'sv'], all: { meetings: 2, mentions: 2 } });
    const { lines: behind } = await desk.client.recurrence.lines({ ...view, themeId: themeId as never });
    expect(behind.map(({ perspective }) => perspective)).toEqual(['relatives', 'relatives']);
  });

  test('[R87] [R94] a region is seen at once, and others in the same process are found', async () => {
    const { rows } = await desk.client.places.overview({ by: 'municipality', today: '2024-02-01' });
    expect(rows.some(({ name }) => name.startsWith('Melhus'))).toBe(true);
    const { processes } = await desk.client.places.sameProcess({ id: desk.id('place 1507 2023-03-15') });
    expect(processes.length).toBeGreaterThan(0);
  });
});

describe('what the sources leave vague stays vague', () => {
  test('no number for one meeting is made of an average', async () => {
    const attendance = await desk.client.minutes.attendance({ meetingId: meetingId('Dialogmöte Gästrikland') });
    expect(attendance).toMatchObject({ total: { count: 15, precision: 'average' }, sum: null });
    const { present } = await desk.client.meetings.round({ roundId: desk.id('Våren 2021') });
    expect(present).toBeNull();
  });

  test('a round planned for December may begin in November', async () => {
    const { planned, meetings } = await desk.client.meetings.round({ roundId: desk.id('Hösten 2021') });
    expect(planned.asSaid).toBe('under december 2021');
    expect(meetings.map(({ planned: day }) => day.sortOn)).toEqual(['2021-11-29', '2021-12-09', '2021-12-16']);
  });

  test('a year that was worked out is told from one that was said, with the reason', async () => {
    const { held, heldAsSaid, heldReason } = await desk.client.meetings.get({ meetingId: meetingId('Dialogmøte i Melhus') });
    expect(held).toEqual({ on: '2015-09-25', precision: 'inferred' });
    expect(heldAsSaid).toBe('Fredag 25. september');
    expect(heldReason).toContain('2015');
  });

  test('a meeting without a date keeps why it is put where it is, and under which code', async () => {
    const { held, heldReason, place } = await desk.client.meetings.get({ meetingId: meetingId('Dialogmøte i Hemne') });
    expect(held?.precision).toBe('inferred');
    expect(heldReason).toContain('1612');
    expect(place?.detail).toContain('5011');
  });

  test('both who took the initiative are credited', async () => {
    const { roles } = await desk.client.meetings.get({ meetingId: meetingId('Dialogmøte i Melhus') });
    expect(
      roles
        .filter(({ role }) => role === 'initiator')
        .map(({ who }) => who)
        .toSorted(),
    ).toEqual(['Erfaringssenteret', 'Melhus kommune']);
  });

  test('a photo that shows who uses a service stays inside until each of them has said yes', async () => {
    const { photos } = await desk.client.minutes.photos({ meetingId: meetingId('Dialogkonferanse i Melhus') });
    expect(photos).toMatchObject([{ isExportable: false }]);
    const { photos: others } = await desk.client.minutes.photos({ meetingId: meetingId('Dialogmøte i Ålesund') });
    expect(others).toMatchObject([{ isExportable: true }]);
  });

  test('“oppfølging” of a person and a follow-up meeting are two things', async () => {
    expect(desk.rows(`SELECT title FROM meeting WHERE kind = 'follow-up'`)).toEqual([{ title: 'Oppfølgingsmøte i Ålesund' }]);
  });
});
