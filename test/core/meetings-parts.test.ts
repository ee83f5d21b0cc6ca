import { describe, expect, test } from 'vitest';
import { contentOf } from '../support/a-workspace.ts';
import { markAll, meetingGround, roundPlan, type MeetingGround } from './meetings-fixture.ts';

const april = { asSaid: '22. april 2026', sortOn: '2026-04-22', precision: 'day' } as const;

async function aMeeting(ground: MeetingGround) {
  const { meetingId } = await ground.client.meetings.create({
    project: { id: ground.projectId },
    fields: { kind: 'dialogue-meeting', title: 'Dialogmøte i Fjordvik', language: 'nb', placeId: ground.place('1508'), planned: april },
  });
  const read = () => ground.client.meetings.get({ meetingId });
  return {
    meetingId,
    read,
    change: (fields: Parameters<typeof ground.client.meetings.change>[0]['fields']) => ground.client.meetings.change({ meetingId, fields }),
  };
}

describe('a meeting', () => {
  test('[R1][R2][R3][R4][R26] every fact is written in place, an own kind of meeting too, and each is undone by itself', async () => {
    using ground = await meetingGround();
    const { meetingId, read, change } = await aMeeting(ground);
    const facts = [
      { kind: 'other' as const, kindName: 'Kafédialog' },
      { venue: 'Rådhuset i Fjordvik', format: 'digital' as const, preferredFormat: 'physical' as const },
      { isFirstOfKind: true, gapReason: 'Stillstand under pandemien' },
      { impression: 'Stort engasjement', note: 'Lunsj kl. 11.30', language: 'sv' as const },
    ];
    for (const fields of facts) await change(fields);
    await ground.client.meetings.setPurposes({ meetingId, purposes: ['Dele kunnskap', ' ', 'Finne ut hva som hjelper'] });
    expect(await read()).toMatchObject({ ...Object.assign({}, ...facts), purposes: ['Dele kunnskap', 'Finne ut hva som hjelper'] });
    for (let n = 0; n < 2; n += 1) await ground.client.history.undo({});
    expect(await read()).toMatchObject({ impression: null, gapReason: 'Stillstand under pandemien', purposes: [] });
  });

  test('[R7] times are clocks on the wall, kept through a move to winter time; without a day there is no clock', async () => {
    using ground = await meetingGround();
    const { read, change } = await aMeeting(ground);
    await change({ times: { from: '13:00', to: '16:00' } });
    expect(await read()).toMatchObject({ startsAt: '2026-04-22T11:00:00.000Z', endsAt: '2026-04-22T14:00:00.000Z' });
    await change({ planned: { asSaid: '3. desember 2026', sortOn: '2026-12-03', precision: 'day' } });
    expect(await read()).toMatchObject({ startsAt: '2026-12-03T12:00:00.000Z', times: { from: '13:00', to: '16:00' } });
    await change({ planned: { asSaid: 'på nyåret', sortOn: '2027-01-31', precision: 'about' } });
    expect(await read()).toMatchObject({ startsAt: null, times: null });
    await expect(change({ times: { from: '13:00', to: null } })).rejects.toMatchObject({ code: 'DATE_NEEDED' });
  });

  test('[R2] one that was sent out and is moved or called off carries the next number; a draft does not', async () => {
    using ground = await meetingGround();
    const { meetingId, read, change } = await aMeeting(ground);
    const move = (day: string) => change({ planned: { asSaid: day, sortOn: day, precision: 'day' } });
    await move('2026-04-23');
    expect(await read()).toMatchObject({ status: 'planned', calendarSequence: 0, isSent: false });
    await ground.client.meetings.invite({ meetingId, organisationIds: [ground.organisation('rostlaget')], personIds: [], placeIds: [] });
    await markAll(ground, meetingId, 'sent', '2026-03-01');
    expect(await read()).toMatchObject({ status: 'invited', isSent: true });
    await change({ note: 'Ring vaktmesteren' });
    expect(await read()).toMatchObject({ status: 'invited', calendarSequence: 0 });
    await move('2026-04-29');
    expect(await read()).toMatchObject({ status: 'planned', calendarSequence: 1, invitations: [{ status: 'sent' }] });
    await change({ venue: 'Kulturhuset' });
    expect((await read()).calendarSequence).toBe(2);
    await ground.client.meetings.cancel({ meetingId, reason: 'To av lederne er syke' });
    expect(await read()).toMatchObject({ status: 'cancelled', calendarSequence: 3, gapReason: 'To av lederne er syke' });
    await ground.client.meetings.resume({ meetingId });
    expect(await read()).toMatchObject({ status: 'planned', calendarSequence: 4, gapReason: 'To av lederne er syke' });
    await change({ held: { on: '2026-05-06', precision: 'day', asSaid: null, reason: null } });
    await expect(ground.client.meetings.cancel({ meetingId, reason: 'Ombestemte oss' })).rejects.toMatchObject({ code: 'ALREADY_HELD' });
    await expect(ground.client.meetings.remove({ meetingId })).rejects.toMatchObject({ code: 'IN_USE' });
  });

  test('a plan that has left no trace is taken away with its parts, and undo brings all of it back', async () => {
    using ground = await meetingGround();
    const { meetingId } = await aMeeting(ground);
    await ground.client.meetings.addAgendaItem({ meetingId, afterId: null, title: 'Velkommen' });
    await ground.client.meetings.addQuestion({ owner: { meetingId }, wording: { nb: 'Hva savner dere?' } });
    await ground.client.meetings.invite({ meetingId, organisationIds: [], personIds: [ground.person('even')], placeIds: [] });
    const before = contentOf(ground.core.session.workspace.db);
    await ground.client.meetings.remove({ meetingId });
    await expect(ground.client.meetings.get({ meetingId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ground.client.history.undo({});
    expect(contentOf(ground.core.session.workspace.db)).toEqual(before);
  });

  test('[R24] a request becomes a meeting that says who asked, or is answered with a no; both once', async () => {
    using ground = await meetingGround();
    const ask = (wording: string) =>
      ground.client.meetings.saveRequest({
        id: null,
        wording,
        organisationId: ground.organisation('tindsund'),
        personId: null,
        placeId: ground.place('9924'),
        askedByAsSaid: 'på telefon',
        askedOn: '2026-01-10',
      });
    const [first, second] = [await ask('Kan dere komme hit også?'), await ask('Dialogmøte om helgene')];
    expect((await ground.client.meetings.upcoming({ today: '2026-01-11' })).requests).toBe(2);
    const accept = {
      ...first,
      project: { id: ground.projectId },
      kind: 'dialogue-meeting',
      title: 'Dialogmøte i Tindsund',
      language: 'nb',
    } as const;
    const { meetingId } = await ground.client.meetings.acceptRequest(accept);
    expect(await ground.client.meetings.get({ meetingId })).toMatchObject({
      area: 'Tindsund',
      roles: [{ role: 'initiator', who: 'Tindsund kommune' }],
      request: { wording: 'Kan dere komme hit også?' },
    });
    await ground.client.meetings.declineRequest({ ...second, answer: 'Tas opp i vår' });
    const { requests } = await ground.client.meetings.requests({});
    expect(requests.map(({ status, answer, meeting }) => [status, answer, meeting?.title ?? null])).toEqual([
      ['declined', 'Tas opp i vår', null],
      ['accepted', null, 'Dialogmøte i Tindsund'],
    ]);
    await expect(ground.client.meetings.acceptRequest(accept)).rejects.toMatchObject({ code: 'ALREADY_ANSWERED' });
  });
});

describe('before it', () => {
  test('[R10] invitations have a status and dates of their own, marked many at once; an answer outlives sending again', async () => {
    using ground = await meetingGround();
    const { meetingId, read } = await aMeeting(ground);
    const who = {
      organisationIds: ['rostlaget', 'fjordvik'].map(ground.organisation),
      personIds: [ground.person('even')],
      placeIds: [ground.place('9924')],
    };
    expect(await ground.client.meetings.invite({ meetingId, ...who })).toEqual({ added: 4 });
    expect(await ground.client.meetings.invite({ meetingId, ...who })).toEqual({ added: 0 });
    await markAll(ground, meetingId, 'sent', '2026-03-01');
    const [first] = (await read()).invitations;
    await ground.client.meetings.markInvitations({ ids: [first?.id ?? ''], status: 'accepted', on: '2026-03-09' });
    await markAll(ground, meetingId, 'sent', '2026-04-01');
    expect((await read()).invitations.map(({ who: name, status, sentOn, answeredOn }) => [name, status, sentOn, answeredOn])).toEqual([
      ['Even Strandmyr', 'accepted', '2026-04-01', '2026-03-09'],
      ['Fjordvik kommune', 'sent', '2026-04-01', null],
      ['Røstlaget', 'sent', '2026-04-01', null],
      ['Tindsund', 'sent', '2026-04-01', null],
    ]);
  });

  test('[R14] the agenda has an order, presenters of every sort and times, and a line moves up and down', async () => {
    using ground = await meetingGround();
    const { meetingId, read } = await aMeeting(ground);
    for (const title of ['Velkommen', 'Etter en hyggelig lunsj', 'Brukerorganisasjonene presenterer seg'])
      await ground.client.meetings.addAgendaItem({ meetingId, afterId: null, title });
    const [welcome, lunch, people] = (await read()).agenda;
    if (welcome === undefined || lunch === undefined || people === undefined) throw new Error('no agenda');
    await ground.client.meetings.changeAgendaItem({
      id: welcome.id,
      fields: { presenterPersonId: ground.person('vigdis'), startsAt: '13:00' },
    });
    await ground.client.meetings.changeAgendaItem({ id: people.id, fields: { presenterOrganisationId: ground.organisation('rostlaget') } });
    await ground.client.meetings.changeAgendaItem({ id: lunch.id, fields: { presenterAsSaid: 'kommunen' } });
    await ground.client.meetings.moveAgendaItem({ id: people.id, to: 'up' });
    await ground.client.meetings.moveAgendaItem({ id: welcome.id, to: 'up' });
    await ground.client.meetings.addAgendaItem({ meetingId, afterId: welcome.id, title: 'Hensikten' });
    expect((await read()).agenda.map(({ ordinal, title, presenter, startsAt }) => [ordinal, title, presenter, startsAt])).toEqual([
      [1, 'Velkommen', 'Vigdis Nordhylla', '13:00'],
      [2, 'Hensikten', null, null],
      [3, 'Brukerorganisasjonene presenterer seg', 'Røstlaget', null],
      [4, 'Etter en hyggelig lunsj', 'kommunen', null],
    ]);
    await ground.client.meetings.removeAgendaItem({ id: welcome.id });
    expect((await read()).agenda.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
  });

  test('[R15][R55] a sheet that was sent is frozen: a change makes version 2, and each version shows who has it', async () => {
    using ground = await meetingGround();
    const { meetingId, read } = await aMeeting(ground);
    const owner = { meetingId };
    const bank = (await ground.client.bank.list({ query: '', kind: 'meeting' })).questions.slice(0, 2);
    await ground.client.meetings.addBankQuestions({ owner, bankQuestionIds: bank.map(({ id }) => id) });
    await ground.client.meetings.addQuestion({ owner, wording: { nb: 'Hvordan støtter dere noen i krise?' } });
    await ground.client.meetings.markSheetSent({ meetingId, on: '2026-04-01' });
    const [sent] = (await read()).sheets;
    ground.write('distribution', {
      meeting_id: meetingId,
      what: 'question-sheet',
      recipient: 'Røstlaget',
      sheet_id: sent?.id ?? '',
      sent_on: '2026-04-01',
    });
    expect((await read()).status).toBe('questions-sent');
    const last = sent?.questions.at(-1)?.id ?? '';
    await ground.client.meetings.changeQuestion({ owner, questionId: last, wording: { nb: 'Hvem ringer man i krise?' } });
    const [second, first] = (await read()).sheets;
    expect(
      [second, first].map((sheet) => [
        sheet?.version,
        sheet?.sentOn,
        sheet?.questions.at(-1)?.wording.nb,
        sheet?.recipients.map(({ recipient }) => recipient),
      ]),
    ).toEqual([
      [2, null, 'Hvem ringer man i krise?', []],
      [1, '2026-04-01', 'Hvordan støtter dere noen i krise?', ['Røstlaget']],
    ]);
    expect(second?.questions.map(({ bankQuestionId }) => bankQuestionId)).toEqual([...bank.map(({ id }) => id), null]);
    // The draft is written on in place, also by who still sees the questions as they were on it.
    await ground.client.meetings.moveQuestion({ owner, questionId: second?.questions[2]?.id ?? '', to: 'up' });
    await ground.client.meetings.removeQuestion({ owner, questionId: second?.questions[0]?.id ?? '' });
    const sheets = (await read()).sheets;
    expect(sheets.map(({ version, questions }) => [version, questions.length])).toEqual([
      [2, 2],
      [1, 3],
    ]);
    expect(sheets[0]?.questions[0]?.wording.nb).toBe('Hvem ringer man i krise?');
  });

  test('[R15] meetings of a round share a sheet; what was discussed, or asked otherwise, is said for one of them alone', async () => {
    using ground = await meetingGround();
    const plan = {
      ...roundPlan(ground, ['1508', '9924']),
      bankQuestionIds: (await ground.client.bank.list({ query: '', kind: 'meeting' })).questions.slice(0, 2).map(({ id }) => id),
    };
    const { roundId, meetingIds } = await ground.client.meetings.planRound(plan);
    const [here, there] = meetingIds;
    if (here === undefined || there === undefined) throw new Error('no meetings');
    const sheetOf = async (meetingId: typeof here) => (await ground.client.meetings.get({ meetingId })).sheets[0];
    await ground.client.meetings.addQuestion({ owner: { roundId }, wording: { nb: 'Felles for begge?' } });
    await ground.client.meetings.markSheetSent({ meetingId: here, on: '2026-10-01' });
    const shared = await sheetOf(here);
    expect(shared?.questions).toHaveLength(3);
    expect(await sheetOf(there)).toEqual(shared);
    await ground.client.meetings.markDiscussed({ meetingId: here, questionId: shared?.questions[0]?.id ?? '', wasDiscussed: true });
    expect((await sheetOf(here))?.questions.map(({ wasDiscussed }) => wasDiscussed)).toEqual([true, null, null]);
    expect(await sheetOf(here)).toMatchObject({ version: 1, sentOn: '2026-10-01', isShared: false });
    expect(await sheetOf(there)).toEqual(shared);
    await ground.client.meetings.removeQuestion({ owner: { meetingId: there }, questionId: shared?.questions[0]?.id ?? '' });
    const otherwise = (await ground.client.meetings.get({ meetingId: there })).sheets;
    expect(otherwise.map(({ version, isShared, questions }) => [version, isShared, questions.length])).toEqual([
      [2, false, 2],
      [1, true, 3],
    ]);
    expect((await ground.client.meetings.round({ roundId })).sheets).toHaveLength(1);
  });

  test('[R15] three questions of a shared sheet read once are marked one after the other, from the meeting or from its minutes', async () => {
    using ground = await meetingGround();
    const bank = (await ground.client.bank.list({ query: '', kind: 'meeting' })).questions.slice(0, 2).map(({ id }) => id);
    const { roundId, meetingIds } = await ground.client.meetings.planRound({
      ...roundPlan(ground, ['1508', '9924']),
      bankQuestionIds: bank,
    });
    const [meetingId, there] = meetingIds;
    if (meetingId === undefined || there === undefined) throw new Error('no meetings');
    for (const nb of ['Hva mangler?', 'Hva mangler?', 'Hvem kan hjelpe?'])
      await ground.client.meetings.addQuestion({ owner: { roundId }, wording: { nb } });
    const sheets = async (of = meetingId) => (await ground.client.meetings.get({ meetingId: of })).sheets;
    const shared = (await sheets())[0];
    const ids = shared?.questions.map(({ id }) => id) ?? [];
    const marks = async () => (await sheets())[0]?.questions.map(({ wasDiscussed }) => wasDiscussed);
    const mark = (at: number, wasDiscussed: boolean | null) => ({ meetingId, questionId: ids[at] ?? '', wasDiscussed });
    await ground.client.meetings.markDiscussed(mark(1, true));
    await ground.client.minutes.setDiscussed(mark(3, true));
    await ground.client.meetings.markDiscussed(mark(4, false));
    expect(await marks()).toEqual([null, true, null, true, false]);
    expect(await sheets()).toHaveLength(1);
    expect((await sheets(there))[0]).toEqual(shared);
    // A wording of one's own that was rewritten stands where it stood; one that was taken away is nobody's.
    const owner = { meetingId };
    await ground.client.meetings.changeQuestion({ owner, questionId: ids[4] ?? '', wording: { nb: 'Hvem kan hjelpe dere?' } });
    await ground.client.meetings.removeQuestion({ owner, questionId: ids[0] ?? '' });
    await ground.client.minutes.setDiscussed(mark(4, null));
    expect(await marks()).toEqual([true, null, true, null]);
    await expect(ground.client.meetings.markDiscussed(mark(0, true))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = (await sheets(there))[0]?.questions[1]?.id ?? '';
    await ground.client.minutes.setDiscussed({ meetingId: there, questionId: elsewhere, wasDiscussed: true });
    const foreign = (await sheets(there))[0]?.questions[2]?.id ?? '';
    await expect(ground.client.meetings.markDiscussed({ ...mark(0, true), questionId: foreign })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('[R5] a series keeps its areas in order; a round with meetings stays, and a series without its rounds goes', async () => {
    using ground = await meetingGround();
    const save = (id: string | null, keys: readonly string[]) =>
      ground.client.meetings.saveSeries({ id, name: 'Dialogmöten', timesPerYear: 2, note: null, placeIds: keys.map(ground.place) });
    const { id } = await save(null, ['nord', 'midt', 'sør']);
    await save(id, ['sør', 'nord', 'midt']);
    const { roundId } = await ground.client.meetings.planRound({ ...roundPlan(ground, ['sør']), series: { id } });
    const [series] = (await ground.client.meetings.series({})).series;
    expect(series).toMatchObject({ timesPerYear: 2, rounds: [{ name: 'Høsten 2026', meetings: 1 }] });
    expect(series?.places.map(({ name }) => name)).toEqual(['sør', 'nord', 'midt']);
    expect((await ground.client.meetings.round({ roundId })).areasLeft.map(({ name }) => name)).toEqual(['nord', 'midt']);
    await expect(save(null, ['nord'])).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await expect(ground.client.meetings.removeRound({ roundId })).rejects.toMatchObject({ code: 'IN_USE' });
    await ground.client.meetings.removeSeries({ id });
    expect((await ground.client.meetings.round({ roundId })).series).toBeNull();
  });
});
