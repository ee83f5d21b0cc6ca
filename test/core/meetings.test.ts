import { describe, expect, test } from 'vitest';
import { contentOf } from '../support/a-workspace.ts';
import { areas, markAll, meetingGround, roundPlan } from './meetings-fixture.ts';

const december = { asSaid: 'under december 2021', sortOn: '2021-12-31', precision: 'month' } as const;
const day = (on: string, said: string) => ({ asSaid: said, sortOn: on, precision: 'day' }) as const;

describe('planning a round', () => {
  test('[R5][R10][R15] one step makes the round, its meetings, draft invitations and the draft sheet, and one undo takes it all back', async () => {
    using ground = await meetingGround();
    const before = contentOf(ground.core.session.workspace.db);
    const plan = {
      ...roundPlan(ground, ['1508', '1580', '9924']),
      project: { newName: 'Dialogrunden 2026' },
      series: { newName: 'Dialogmøter', timesPerYear: 1 },
      bankQuestionIds: (await ground.client.bank.list({ query: '', kind: 'meeting' })).questions.slice(0, 3).map(({ id }) => id),
    };
    const { roundId, meetingIds, invitations } = await ground.client.meetings.planRound(plan);
    expect(meetingIds).toHaveLength(3);
    const round = await ground.client.meetings.round({ roundId });
    expect(round).toMatchObject({ name: 'Høsten 2026', series: { name: 'Dialogmøter' }, areasLeft: [], planned: plan.planned });
    expect(round.meetings.map(({ title, status }) => [title, status])).toEqual([
      ['Dialogmøte i Fjordvik', 'planned'],
      ['Dialogmøte i Skogbygda', 'planned'],
      ['Dialogmøte i Tindsund', 'planned'],
    ]);
    expect(round.meetings[0]?.project).toBe('Dialogrunden 2026');
    // The centre asks and is not asked; Røstlaget also serves Tindsund; nobody serves Skogbygda yet.
    const asked = round.invitations.map(({ organisation, person, status }) => [organisation?.name, person?.name, status]);
    expect(asked).toHaveLength(invitations);
    expect(asked).toEqual([
      ['Fjordvik kommune', 'Vigdis Nordhylla', 'draft'],
      ['Pårørendelaget', undefined, 'draft'],
      ['Røstlaget', undefined, 'draft'],
      ['Røstlaget', undefined, 'draft'],
      ['Tindsund kommune', undefined, 'draft'],
    ]);
    expect(round.sheets).toMatchObject([{ version: 1, sentOn: null, isShared: true }]);
    expect(round.sheets[0]?.questions).toHaveLength(3);
    expect((await ground.client.meetings.series({})).series[0]?.places.map(({ name }) => name)).toEqual([
      'Fjordvik',
      'Skogbygda',
      'Tindsund',
    ]);
    await ground.client.history.undo({});
    expect(contentOf(ground.core.session.workspace.db)).toEqual(before);
  });

  test('who rests when the round is planned is not asked', async () => {
    using ground = await meetingGround();
    const { roundId } = await ground.client.meetings.planRound({ ...roundPlan(ground, ['9924', '1508']), today: '2022-06-01' });
    const { invitations } = await ground.client.meetings.round({ roundId });
    expect(invitations.map(({ organisation }) => organisation?.name)).not.toContain('Pårørendelaget');
  });

  test('[R5] an area’s round asks every municipality in it', async () => {
    using ground = await meetingGround();
    const { roundId } = await ground.client.meetings.planRound({ ...roundPlan(ground, ['nord', 'midt', 'sør']), language: 'sv' });
    const { coverage, invitations } = await ground.client.meetings.round({ roundId });
    expect(coverage).toEqual({ organisations: { invited: 10, came: null }, places: { invited: 10, came: null }, missed: [] });
    expect(invitations.every(({ language }) => language === 'sv')).toBe(true);
  });

  test('[R5] rounds are listed by year and the day they are planned for, newest first, whenever their meetings are', async () => {
    using ground = await meetingGround();
    const plan = async (name: string, year: number, sortOn: string | null, meetingOn: string) => {
      const planned = sortOn === null ? null : ({ asSaid: name, sortOn, precision: 'season' } as const);
      const { meetingIds } = await ground.client.meetings.planRound({ ...roundPlan(ground, ['9924']), name, year, planned });
      for (const meetingId of meetingIds)
        await ground.client.meetings.change({ meetingId, fields: { planned: { asSaid: meetingOn, sortOn: meetingOn, precision: 'day' } } });
    };
    await plan('Våren 2026', 2026, '2026-03-31', '2026-01-15');
    await plan('Våren 2025', 2025, null, '2025-05-20');
    // Planned for December, and it slipped past the first meeting of the round after.
    await plan('Hösten 2025', 2025, '2025-12-31', '2026-02-10');
    await plan('Nyåret 2025', 2025, '2025-01-31', '2025-11-01');
    const create = (on: string) =>
      ground.client.meetings.create({
        project: { id: ground.projectId },
        fields: { kind: 'other', title: 'Utenfor', language: 'nb', planned: { asSaid: on, sortOn: on, precision: 'day' } },
      });
    await create('2025-06-01');
    const { meetings } = await ground.client.meetings.list({});
    expect(meetings.map(({ round, title }) => round?.name ?? title)).toEqual([
      'Våren 2026',
      'Hösten 2025',
      'Utenfor',
      'Våren 2025',
      'Nyåret 2025',
    ]);
  });

  test('[R91] a place whose code ends before the meeting is refused, and its successors are named to choose from', async () => {
    using ground = await meetingGround();
    const before = contentOf(ground.core.session.workspace.db);
    const refused = ground.client.meetings.planRound(roundPlan(ground, ['1507']));
    await expect(refused).rejects.toMatchObject({ code: 'PLACE_NOT_THEN', data: { params: { place: 'Fjordvik', date: '2026-10-31' } } });
    expect(contentOf(ground.core.session.workspace.db)).toEqual(before);
    const ask = (on: string) => ground.client.meetings.placesThen({ placeIds: [ground.place('1507'), ground.place('9924')], on });
    const { ended } = await ask('2026-10-31');
    expect(ended.map(({ place, choices }) => [place.name, choices.map(({ name, detail }) => `${name} ${detail}`)])).toEqual([
      ['Fjordvik', ['Fjordvik 1508, 2024–', 'Skogbygda 1580, 2024–']],
    ]);
    // "Towards the end of 2023" is still the old municipality; a day later it is not.
    expect((await ask('2023-12-31')).ended).toEqual([]);
    expect((await ask('2024-01-01')).ended).toHaveLength(1);
  });

  test('[R91] what was merged away and is restored may be chosen for a day after, with what it was merged into', async () => {
    using ground = await meetingGround();
    const ends = { kind: 'municipality', country_code: 'NO' };
    const [before = ''] = ground.write('place', { ...ends, code: '1534', name: 'Skogbygda', valid_to: '2020-01-01' });
    const merged = { from_place_id: before, to_place_id: ground.place('1507'), changed_on: '2020-01-01', kind: 'merge', extent: 'whole' };
    const restored = { ...merged, to_place_id: ground.place('1580'), changed_on: '2024-01-01', kind: 'renumber' };
    ground.write('place_change', merged, restored);
    const choices = async (on: string) => {
      const { ended } = await ground.client.meetings.placesThen({ placeIds: [before], on });
      const { places } = await ground.client.places.onDay({ ids: [before], on });
      const told = ended.flatMap((one) => one.choices.map(({ id }) => id));
      expect(told).toEqual(places.flatMap((one) => one.choices.map(({ id }) => id)));
      return ended.flatMap((one) => one.choices.map(({ detail }) => detail));
    };
    expect(await choices('2019-12-31')).toEqual([]);
    expect(await choices('2021-06-01')).toEqual(['1507, 2020–2023']);
    // Restored, it is that one place again, and no part of what is left of the other.
    expect(await choices('2024-06-01')).toEqual(['1580, 2024–']);
  });

  test('[R91] the follow-up agreed for late 2023 that slips into January 2024 must choose between two municipalities', async () => {
    using ground = await meetingGround();
    const planned = { asSaid: 'mot slutten av 2023', sortOn: '2023-12-31', precision: 'about' } as const;
    const { meetingId } = await ground.client.meetings.create({
      project: { id: ground.projectId },
      fields: { kind: 'follow-up', title: 'Oppfølgingsmøte', language: 'nb', placeId: ground.place('1507'), planned },
    });
    expect((await ground.client.meetings.get({ meetingId })).planned).toEqual(planned);
    const slipped = day('2024-01-17', '17. januar 2024');
    await expect(ground.client.meetings.change({ meetingId, fields: { planned: slipped } })).rejects.toMatchObject({
      code: 'PLACE_NOT_THEN',
    });
    await ground.client.meetings.change({ meetingId, fields: { planned: slipped, placeId: ground.place('1580') } });
    expect(await ground.client.meetings.get({ meetingId })).toMatchObject({ area: 'Skogbygda', planned: slipped });
    // S1: nobody can say which version of the place it was.
    await ground.client.meetings.change({ meetingId, fields: { placeId: null } });
    expect((await ground.client.meetings.get({ meetingId })).place).toBeNull();
  });
});

describe('the traps of the source documents', () => {
  test('[R6][R7][R25] a round planned for December holds a meeting on 29 November, and both stand as they were said', async () => {
    using ground = await meetingGround();
    const { roundId, meetingIds } = await ground.client.meetings.planRound({
      ...roundPlan(ground, ['sør', 'nord', 'midt']),
      name: 'Hösten 2021',
      year: 2021,
      planned: december,
      language: 'sv',
      title: 'Dialogmöte {place}',
    });
    const days = [day('2021-11-29', '29 november'), day('2021-12-09', '9 december'), day('2021-12-16', '16 december')];
    for (const [index, meetingId] of meetingIds.entries())
      await ground.client.meetings.change({ meetingId, fields: { planned: days[index] ?? null, times: { from: '13:00', to: '16:00' } } });
    const upcoming = await ground.client.meetings.upcoming({ today: '2021-11-01' });
    expect(upcoming.meetings.map(({ title, planned, times }) => [planned.asSaid, times, title])).toEqual([
      ['29 november', { from: '13:00', to: '16:00' }, 'Dialogmöte sør'],
      ['9 december', { from: '13:00', to: '16:00' }, 'Dialogmöte nord'],
      ['16 december', { from: '13:00', to: '16:00' }, 'Dialogmöte midt'],
    ]);
    const [first] = meetingIds;
    if (first === undefined) throw new Error('no meeting');
    expect((await ground.client.meetings.get({ meetingId: first })).startsAt).toBe('2021-11-29T12:00:00.000Z');
    await ground.client.meetings.change({
      meetingId: first,
      fields: { held: { on: '2021-11-29', precision: 'day', asSaid: null, reason: null } },
    });
    const round = await ground.client.meetings.round({ roundId });
    expect(round.planned).toEqual(december);
    expect(round.meetings.map(({ held, status }) => [held?.on ?? null, status])).toEqual([
      ['2021-11-29', 'held'],
      [null, 'planned'],
      [null, 'planned'],
    ]);
  });

  test('[R11][R12][R27] ten municipalities asked and five there, fifteen on average: no number is worked out from it', async () => {
    using ground = await meetingGround();
    const { roundId, meetingIds } = await ground.client.meetings.planRound({ ...roundPlan(ground, ['nord', 'midt', 'sør']), year: 2021 });
    const held = { on: '2021-04-30', precision: 'month', asSaid: 'under april 2021', reason: null } as const;
    const there = [['Ask'], ['Furu', 'Gran'], ['Lind', 'Lønn']];
    for (const [index, meetingId] of meetingIds.entries()) {
      await markAll(ground, meetingId, 'sent', '2021-03-01');
      await ground.client.meetings.change({ meetingId, fields: { held } });
      for (const town of there[index] ?? [])
        ground.write('attendance', { meeting_id: meetingId, organisation_id: ground.organisation(`${town} kommun`), role: 'kommun' });
    }
    const { workspace } = ground.core.session;
    workspace.operations.run({ ...workspace.sourceFor('meetings'), kind: 'test', labelId: 'test', isUndoable: false }, () =>
      workspace.sql.run("UPDATE meeting SET attendance_count = 15, attendance_precision = 'average', attendance_as_said = 'i snitt 15'"),
    );
    const round = await ground.client.meetings.round({ roundId });
    expect(round.coverage.places).toEqual({ invited: 10, came: 5 });
    expect(round.coverage.missed.map(({ name }) => name)).toEqual([
      'Bjørk kommun',
      'Eik kommun',
      'Hassel kommun',
      'Or kommun',
      'Selje kommun',
    ]);
    expect(round.present).toBeNull();
    for (const { attendance } of round.meetings) expect(attendance).toEqual({ count: 15, precision: 'average' });
    // Welcome next time: those who missed this round are asked to the next, in their own area.
    const next = await ground.client.meetings.planRound({
      ...roundPlan(ground, ['nord', 'midt', 'sør']),
      name: 'Hösten',
      hasInvitations: false,
    });
    expect(await ground.client.meetings.inviteMissed({ fromRoundId: roundId, toRoundId: next.roundId })).toEqual({ added: 5 });
    const invited = await Promise.all(next.meetingIds.map((meetingId) => ground.client.meetings.get({ meetingId })));
    expect(invited.map(({ invitations }) => invitations.map(({ who }) => who))).toEqual([
      ['Bjørk kommun', 'Eik kommun'],
      ['Hassel kommun'],
      ['Or kommun', 'Selje kommun'],
    ]);
    expect(Object.values(areas).flat()).toHaveLength(10);
  });

  test('numbers that are known are added up, as surely as the least sure of them', async () => {
    const { presentAtAll } = await import('../../electron/core/features/meetings/rounds.ts');
    const held = { on: '2025-04-22', precision: 'day' } as const;
    const one = (count: number, precision: 'exact' | 'about' | 'at-least' | 'average') => ({ held, attendance: { count, precision } });
    expect(presentAtAll([one(18, 'exact'), one(12, 'exact')])).toEqual({ count: 30, precision: 'exact' });
    expect(presentAtAll([one(18, 'exact'), one(12, 'about')])).toEqual({ count: 30, precision: 'about' });
    expect(presentAtAll([one(18, 'about'), one(30, 'at-least')])).toEqual({ count: 48, precision: 'at-least' });
    expect(presentAtAll([one(18, 'exact'), one(15, 'average')])).toBeNull();
    expect(presentAtAll([one(18, 'exact'), { held, attendance: null }])).toBeNull();
    expect(presentAtAll([{ held: null, attendance: null }])).toBeNull();
  });

  test('[R6] a day without a year is kept as inferred, with the reason; [R8][R9] it goes on from a dialogue both began', async () => {
    using ground = await meetingGround();
    const project = { id: ground.projectId };
    const earlier = await ground.client.meetings.create({
      project,
      fields: {
        kind: 'dialogue-meeting',
        title: 'Dialogen i fjor',
        language: 'nb',
        held: { on: '2014-01-01', precision: 'year', asSaid: 'i fjor', reason: null },
      },
    });
    const held = {
      on: '2015-09-25',
      precision: 'inferred',
      asSaid: 'fredag 25. september',
      reason: '25. september var en fredag i 2015',
    } as const;
    const { meetingId } = await ground.client.meetings.create({
      project,
      fields: {
        kind: 'dialogue-meeting',
        title: 'Dialog i Tindsund',
        language: 'nb',
        venue: 'Rådhuset',
        held,
        followsId: earlier.meetingId,
      },
    });
    for (const key of ['loft', 'tindsund'])
      await ground.client.meetings.addRole({ meetingId, role: 'initiator', personId: null, organisationId: ground.organisation(key) });
    await ground.client.meetings.addRole({
      meetingId,
      role: 'chair',
      personId: ground.person('vigdis'),
      organisationId: ground.organisation('tindsund'),
    });
    const meeting = await ground.client.meetings.get({ meetingId });
    expect(meeting).toMatchObject({
      status: 'held',
      held: { on: '2015-09-25', precision: 'inferred' },
      heldAsSaid: 'fredag 25. september',
      heldReason: '25. september var en fredag i 2015',
      follows: { title: 'Dialogen i fjor' },
    });
    expect(meeting.roles.map(({ role, who }) => `${role}: ${who}`)).toEqual([
      'initiator: Erfaringsloftet',
      'initiator: Tindsund kommune',
      'chair: Vigdis Nordhylla, Tindsund kommune',
    ]);
    expect((await ground.client.meetings.get({ meetingId: earlier.meetingId })).continuedBy).toMatchObject([
      { title: 'Dialog i Tindsund' },
    ]);
    await ground.client.meetings.removeRole({ id: meeting.roles[1]?.id ?? '' });
    expect((await ground.client.meetings.get({ meetingId })).roles).toHaveLength(2);
  });
});
