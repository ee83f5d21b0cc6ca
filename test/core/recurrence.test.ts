import { describe, expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { RecurrenceBy, RecurrenceFilter, RecurrenceTable } from '../../shared/contract/recurrence.ts';
import { makeAnalysisFixture } from './analysis-fixture.ts';
import { makeRecurrenceFixture, type SaidMeeting } from './recurrence-fixture.ts';

/** Five meetings like those of the source documents: four in Bokmål, one in Swedish, one without a day, one whose year is worked out. */
const meetings: readonly SaidMeeting[] = [
  {
    title: 'Fjordvik 2015',
    place: 'fjordvik2019',
    held: '2015-09-25',
    precision: 'inferred',
    lines: [
      { body: 'Brukerne vil være med før det er bestemt.', themes: ['involvement'], perspective: 'users' },
      { body: 'Familien blir ikke spurt.', themes: ['relatives'], perspective: 'relatives', mark: 'challenge' },
    ],
  },
  { title: 'Nes', place: 'nes2019', lines: [{ body: 'Et ad hoc brukerråd er i gang.', themes: ['councils'], speaker: 'staff' }] },
  {
    title: 'Fjordvik 2023',
    place: 'fjordvik2020',
    held: '2023-03-14',
    isInRound: true,
    lines: [
      {
        body: 'Rådet og medvirkningen ble nevnt i samme setning.',
        themes: ['councils', 'involvement'],
        isCodedTwice: true,
        mark: 'theme',
        byPanel: true,
      },
      { body: 'De sier det ikke rett ut.', inferred: ['involvement', 'housing'], reason: 'Mellom linjene.', perspective: 'users' },
      { body: 'Pårørende vil høres for seg.', themes: ['relatives', 'housing'], perspective: 'relatives', mark: 'theme', byPanel: true },
      { body: 'Kaffen var god.' },
    ],
  },
  {
    title: 'Norra',
    place: 'alvnas',
    held: '2021-11-29',
    language: 'sv',
    lines: [{ body: 'Brukarinflytande gäller båda huvudmännen.', themes: ['involvement'], speaker: 'representative' }],
  },
];

async function tableBy(
  core: Core,
  by: RecurrenceBy,
  filter: RecurrenceFilter = {},
  placeMode: 'as-recorded' | 'rolled-up' | 'lines-apart' = 'as-recorded',
) {
  return await core.client.recurrence.table({ filter, by, placeMode });
}

function figures(table: RecurrenceTable, themeId: string): Record<string, readonly [number, number, number]> {
  const row = table.rows.find((one) => one.themeId === themeId);
  return Object.fromEntries(
    table.columns.flatMap(({ key, name }, at) => {
      const cell = row?.cells[at];
      return cell === null || cell === undefined ? [] : [[name ?? key, [cell.meetings, cell.mentions, cell.inferred] as const]];
    }),
  );
}

describe('recurrence', () => {
  test('[R70] [R90] a theme is counted across meetings and years in both languages, meetings first, with undated and inferred years said', async () => {
    using core = openCore();
    const { themes } = await makeRecurrenceFixture(core, meetings);
    const years = await tableBy(core, 'years');
    expect(years).toMatchObject({ meetings: 4, lines: 8, codedLines: 7 });
    expect(years.columns.map(({ key, isInferred, meetings: n }) => [key, isInferred, n])).toEqual([
      ['2015', true, 1],
      ['2021', false, 1],
      ['2023', false, 1],
      ['none', false, 1],
    ]);
    // Councils lie under involvement: the undated meeting counts for both, and the line that holds both counts once.
    expect(figures(years, themes.involvement)).toEqual({ 2015: [1, 1, 0], 2021: [1, 1, 0], 2023: [1, 2, 1], none: [1, 1, 0] });
    const involvement = years.rows.find(({ themeId }) => themeId === themes.involvement);
    expect(involvement?.all).toEqual({ meetings: 4, inferredMeetings: 0, mentions: 5, inferred: 1 });
    expect(involvement?.languages).toEqual(['nb', 'sv']);
    expect((await tableBy(core, 'meetings')).columns.map(({ name, held }) => [name, held?.precision ?? null])).toEqual([
      ['Nes', null],
      ['Fjordvik 2015', 'inferred'],
      ['Norra', 'day'],
      ['Fjordvik 2023', 'day'],
    ]);
  });

  test('[R61] what was only read between the lines is kept apart, in the count and in the line with its reason', async () => {
    using core = openCore();
    const { themes } = await makeRecurrenceFixture(core, meetings);
    const view = { filter: {}, by: 'years', placeMode: 'as-recorded' } as const;
    const { lines, total } = await core.client.recurrence.lines({ ...view, themeId: themes.housing, key: '2023' });
    expect(total).toBe(2);
    expect(lines.map(({ body, themes: found }) => [body, found])).toEqual([
      ['De sier det ikke rett ut.', [{ themeId: themes.housing, isInferred: true, reason: 'Mellom linjene.' }]],
      ['Pårørende vil høres for seg.', [{ themeId: themes.housing, isInferred: false, reason: null }]],
    ]);
    expect(lines[0]).toMatchObject({
      meeting: 'Fjordvik 2023',
      held: { on: '2023-03-14' },
      place: 'Fjordvik (9921, 2020–)',
      language: 'nb',
    });
    const years = await tableBy(core, 'years');
    expect(figures(years, themes.housing)).toEqual({ 2023: [1, 2, 1] });
  });

  test('[R74] relatives stand in a column of their own, and alone when asked for', async () => {
    using core = openCore();
    const { themes } = await makeRecurrenceFixture(core, meetings);
    const by = await tableBy(core, 'perspectives');
    expect(by.columns.map(({ key }) => key)).toEqual(['users', 'relatives', 'staff', 'organisations', 'none']);
    expect(figures(by, themes.relatives)).toEqual({ relatives: [2, 2, 0] });
    const alone = await tableBy(core, 'years', { perspective: 'relatives' });
    expect(alone.lines).toBe(2);
    expect(alone.rows.map(({ themeId }) => themeId)).toEqual([themes.housing, themes.relatives]);
  });

  test('[R69] what a panel put first is found by its mark and its body, in the order of the minutes', async () => {
    using core = openCore();
    const { themes, panelId } = await makeRecurrenceFixture(core, meetings);
    const filter = { mark: 'theme', bodyId: panelId } as const;
    const panel = await tableBy(core, 'bodies', filter);
    expect(panel.columns.map(({ name }) => name)).toEqual(['Brukerpanelet']);
    expect(panel.rows.map(({ themeId }) => themeId)).toEqual([themes.involvement, themes.councils, themes.housing, themes.relatives]);
  });

  test('[R75] themes nobody brought up are listed with when they last were, and with never', async () => {
    using core = openCore();
    const { themes } = await makeRecurrenceFixture(core, meetings);
    const later = await core.client.recurrence.unmentioned({ filter: { fromYear: 2021, toYear: 2021 }, placeMode: 'as-recorded' });
    expect(later.mentioned).toBe(1);
    expect(later.themes.map(({ themeId, last }) => [themeId, last?.meeting ?? null])).toEqual([
      [themes.councils, 'Fjordvik 2023'],
      [themes.housing, 'Fjordvik 2023'],
      [themes.relatives, 'Fjordvik 2023'],
      [themes.work, null],
      [themes.waiting, null],
    ]);
    const ever = await core.client.recurrence.unmentioned({ filter: {}, placeMode: 'as-recorded' });
    expect(ever.themes.map(({ themeId }) => themeId)).toEqual([themes.work, themes.waiting]);
  });

  test('[R91] places stand by code and years, or joined through a merger with its mark, and a filter follows the same way', async () => {
    using core = openCore();
    const { themes, places } = await makeRecurrenceFixture(core, meetings);
    const recorded = await tableBy(core, 'places');
    expect(recorded.columns.map(({ name }) => name)).toEqual([
      'Fjordvik (9911, –2019)',
      'Fjordvik (9921, 2020–)',
      'Nes (9912, –2019)',
      'Älvnäs (9981)',
    ]);
    const joined = await tableBy(core, 'places', {}, 'rolled-up');
    expect(joined.columns.map(({ name, hasBreak, meetings: n }) => [name, hasBreak, n])).toEqual([
      ['Fjordvik (9921, 2020–)', true, 3],
      ['Älvnäs (9981)', false, 1],
    ]);
    expect(joined.breaks[0]?.note.id).toBe('places.break.merge');
    expect(figures(joined, themes.involvement)['Fjordvik (9921, 2020–)']).toEqual([3, 4, 1]);
    const one = { placeId: places.fjordvik2020 };
    expect((await tableBy(core, 'years', one)).meetings).toBe(1);
    expect((await tableBy(core, 'years', one, 'rolled-up')).meetings).toBe(3);
    expect((await tableBy(core, 'years', { placeId: places.norra })).meetings).toBe(1);
  });

  test('a round, a series, a project, a language and a mark narrow; what is not there gives an empty table', async () => {
    using core = openCore();
    const { roundId, seriesId, projectId } = await makeRecurrenceFixture(core, meetings);
    for (const filter of [{ roundId }, { seriesId }])
      expect((await tableBy(core, 'meetings', filter)).columns.map(({ name }) => name)).toEqual(['Fjordvik 2023']);
    expect((await tableBy(core, 'years', { projectId })).meetings).toBe(4);
    expect((await tableBy(core, 'years', { language: 'sv' })).rows).toHaveLength(1);
    expect((await tableBy(core, 'years', { mark: 'challenge' })).lines).toBe(1);
    expect(await tableBy(core, 'years', { fromYear: 1999, toYear: 2000 })).toMatchObject({ columns: [], rows: [], meetings: 0 });
    expect(await core.client.recurrence.choices({})).toMatchObject({
      years: [2023, 2021, 2015],
      languages: ['nb', 'sv'],
      rounds: [{ name: 'Våren 2023' }],
    });
  });

  test('[R70] persons of the interviews stand beside as the table of themes would release them, never under the threshold', async () => {
    using core = openCore();
    const person = (at: number) => ({
      code: `R${String(at).padStart(3, '0')}`,
      answers: {},
      themes: at <= 12 ? ['Ventetid'] : at <= 14 ? ['Informasjon'] : [],
    });
    const { projectId } = await makeAnalysisFixture(
      core,
      Array.from({ length: 30 }, (_, at) => person(at + 1)),
    );
    const table = await core.client.recurrence.table({ filter: {}, by: 'years', placeMode: 'as-recorded', interviewsOf: projectId });
    expect(table.interviews).toMatchObject({ project: 'Bruker Spør Bruker', base: 30, threshold: 5, canBeShown: true });
    const shown = table.rows.map(({ persons, all }) => [persons, all.mentions]);
    expect(shown).toContainEqual([{ state: 'shown', count: 12 }, 0]);
    expect(shown).toContainEqual([{ state: 'hidden' }, 0]);
    const { released } = await core.client.analysis.exhibit({
      projectId,
      definition: { kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' },
    });
    for (const { key, cells } of released.rows)
      expect(table.rows.find(({ themeId }) => themeId === key)?.persons?.state).toBe(cells[0]?.state);
  });
});
