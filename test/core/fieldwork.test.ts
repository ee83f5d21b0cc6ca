import { describe, expect, test } from 'vitest';
import { participationStatuses, statusAfter, type AskedEvent, type ParticipationStatus } from '../../shared/model/participation.ts';
import { aForm, entryOf, num, type Entry } from './entry-fixture.ts';
import { openFieldwork, refused, type Opened } from './fieldwork-fixture.ts';

const today = '2025-06-02';

/** Adds people to the list and answers their ids by code. */
async function addSome(opened: Opened, count: number, recruitedBy = '') {
  const { client, projectId, waveId } = opened;
  const before = new Set((await client.fieldwork.askedIds({ projectId, waveId })).persons.map((person) => person.respondentId));
  await client.fieldwork.addAsked({ projectId, waveId, groups: [{ recruitedBy, count }], invitedOn: '2025-05-01' });
  const { persons } = await client.fieldwork.askedIds({ projectId, waveId });
  return persons.filter((person) => !before.has(person.respondentId)).map((person) => person.respondentId);
}

describe('the interview list', () => {
  test('[F24] pages, filters and sorts by every column, and counts what the filter lets through', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const all = await client.interviews.list({ projectId, limit: 500 });
    expect(all.total).toBe(all.rows.length);
    const paged = [
      ...(await client.interviews.list({ projectId, limit: 20 })).rows,
      ...(await client.interviews.list({ projectId, offset: 20, limit: 500 })).rows,
    ];
    expect(paged.map((row) => row.id)).toEqual(all.rows.map((row) => row.id));
    for (const by of ['code', 'wave', 'service', 'place', 'status', 'mode', 'heldOn', 'interviewer'] as const) {
      const up = await client.interviews.list({ projectId, limit: 500, sort: { by, direction: 'ascending' } });
      const values = up.rows.map((row) => String(row[by] ?? ''));
      if (by === 'wave') expect(values[0]).toBe('Våren 2023');
      else expect(values).toEqual(values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      const down = await client.interviews.list({ projectId, limit: 500, sort: { by, direction: 'descending' } });
      expect(down.rows[0]?.[by]).toBe(up.rows.at(-1)?.[by]);
    }
    const inWave = await client.interviews.list({ projectId, waveId, limit: 500 });
    expect(inWave.total).toBe(all.rows.filter((row) => row.wave === inWave.rows[0]?.wave).length);
    const found = await client.interviews.list({ projectId, search: 'r01', limit: 500 });
    expect(found.rows.map((row) => row.code).toSorted()).toEqual(
      all.rows
        .map((row) => row.code)
        .filter((code) => code.startsWith('R01'))
        .toSorted(),
    );
    const flagged = await client.interviews.list({ projectId, isFlagged: true, limit: 500 });
    expect(flagged.rows.every((row) => row.flags > 0)).toBe(true);
    expect(flagged.total).toBe(all.rows.filter((row) => row.flags > 0).length);
  });

  test('[F24] counts drafts and every other status, and interviews per person', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const { rows } = await client.interviews.list({ projectId, limit: 500 });
    const facets = await client.interviews.facets({ projectId });
    for (const { status, count } of facets.statuses) expect(count).toBe(rows.filter((row) => row.status === status).length);
    expect(facets.total).toBe(rows.length);
    for (const { name, count } of facets.interviewers) expect(count).toBe(rows.filter((row) => row.interviewer === name).length);
    for (const { name, count } of facets.waves) expect(count).toBe(rows.filter((row) => row.wave === name).length);
  });

  test('many interviews get another interviewer or wave in one step, and one undo gives all of it back', async () => {
    using opened = openFieldwork();
    const { client, core, projectId } = opened;
    const { interviewIds } = await client.fieldwork.interviewIds({ projectId, status: 'complete' });
    const { actors } = await client.interviews.interviewers({ projectId });
    const before = await client.interviews.list({ projectId, limit: 500 });
    const interviewer = actors[0];
    if (interviewer === undefined) throw new Error('somebody has worked in the sample');
    const change = { kind: 'interviewer', interviewerId: interviewer.id } as const;
    expect(await client.fieldwork.changeInterviews({ projectId, interviewIds, change })).toEqual({ changed: interviewIds.length });
    const seq = core.session.workspace.lastOperation();
    const after = await client.interviews.list({ projectId, status: 'complete', limit: 500 });
    expect(new Set(after.rows.map((row) => row.interviewer))).toEqual(new Set([interviewer.name]));
    const { waves } = await client.interviews.facets({ projectId });
    const wave = waves.at(-1);
    if (wave === undefined) throw new Error('the sample has waves');
    await client.fieldwork.changeInterviews({ projectId, interviewIds, change: { kind: 'wave', waveId: wave.id } });
    expect((await client.interviews.facets({ projectId })).waves.at(-1)?.count).toBeGreaterThan(wave.count);
    await client.history.undo({});
    await client.history.undo({ seq });
    expect(await client.interviews.list({ projectId, limit: 500 })).toEqual(before);
  });

  test('a bulk status follows the state table: refused for all when it is impossible for one', async () => {
    using opened = openFieldwork();
    const { client, projectId } = opened;
    const complete = (await client.fieldwork.interviewIds({ projectId, status: 'complete' })).interviewIds;
    const started = (await client.fieldwork.interviewIds({ projectId, status: 'started' })).interviewIds;
    const toCheck = { kind: 'status', status: 'in-check' } as const;
    await expect(
      client.fieldwork.changeInterviews({ projectId, interviewIds: [...complete, ...started], change: toCheck }),
    ).rejects.toEqual(refused('EVENT_IMPOSSIBLE', { status: 'started', event: 'inCheck', count: started.length }));
    await client.fieldwork.changeInterviews({ projectId, interviewIds: complete, change: toCheck });
    expect((await client.interviews.list({ projectId, status: 'complete', limit: 1 })).total).toBe(0);
    await client.fieldwork.changeInterviews({ projectId, interviewIds: complete, change: { kind: 'status', status: 'verified' } });
    const again = { projectId, interviewIds: complete, change: toCheck };
    await expect(client.fieldwork.changeInterviews(again)).rejects.toEqual(refused('REASON_NEEDED'));
    await client.fieldwork.changeInterviews({ ...again, change: { ...toCheck, reason: 'as-on-form' } });
    expect(opened.one("SELECT count(*) FROM interview_change WHERE question_id IS NULL AND reason = 'as-on-form'")).toBe(complete.length);
  });

  test('removing takes everything along, keeps who was asked on the list, and comes back whole', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const count = (table: string): unknown => opened.one(`SELECT count(*) FROM ${table}`);
    const tables = [
      'interview',
      'answer',
      'text',
      'coding',
      'quote',
      'finding_evidence',
      'report_block',
      'disposition_event',
      'respondent',
      'consent',
    ];
    const before = tables.map(count);
    const asked = (await client.fieldwork.listAsked({ projectId, waveId, limit: 500 })).total;
    const { interviewIds } = await client.fieldwork.interviewIds({ projectId, waveId });
    expect(await client.fieldwork.removeInterviews({ projectId, interviewIds })).toEqual({ removed: interviewIds.length });
    expect((await client.interviews.list({ projectId, waveId, limit: 1 })).total).toBe(0);
    const left = await client.fieldwork.listAsked({ projectId, waveId, limit: 500 });
    expect(left.total).toBe(asked);
    expect(left.rows.filter((row) => ['complete', 'started', 'partial'].includes(row.status))).toEqual([]);
    await client.history.undo({});
    expect(tables.map(count)).toEqual(before);
  });
});

describe('those asked', () => {
  test('[F24] [R53] get codes in random order, never a name, as one step', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const groups = [
      { recruitedBy: 'treffstedet', count: 40 },
      { recruitedBy: 'rustjenesten', count: 40 },
    ];
    const added = await client.fieldwork.addAsked({ projectId, waveId, groups, invitedOn: today, precision: 'about' });
    expect(added).toEqual({ added: 80, firstCode: 'R065', lastCode: 'R144' });
    const { rows } = await client.fieldwork.listAsked({
      projectId,
      waveId,
      search: 'r',
      limit: 500,
      sort: { by: 'code', direction: 'ascending' },
    });
    const mine = rows.filter((row) => row.since === today);
    expect(mine).toHaveLength(80);
    expect(mine.every((row) => row.status === 'invited' && row.precision === 'about')).toBe(true);
    const firstHalf = mine.slice(0, 40).filter((row) => row.recruitedBy === 'treffstedet').length;
    // 40 of one kind first would happen once in 10²³ times.
    expect(firstHalf).toBeGreaterThan(5);
    expect(firstHalf).toBeLessThan(35);
    await client.history.undo({});
    expect((await client.fieldwork.listAsked({ projectId, waveId, search: 'R065', limit: 5 })).total).toBe(0);
  });

  const events: readonly AskedEvent[] = ['reminded', 'not-reached', 'declined', 'not-eligible', 'agreed'];
  const reachable: Readonly<Partial<Record<ParticipationStatus, readonly AskedEvent[]>>> = {
    invited: [],
    reminded: ['reminded'],
    'not-reached': ['not-reached'],
    declined: ['declined'],
    'not-eligible': ['not-eligible'],
    agreed: ['agreed'],
  };

  test('[F24] the core follows the state table: every event from every status that people can reach', async () => {
    using opened = openFieldwork();
    const { client, waveId } = opened;
    const record = (respondentIds: Awaited<ReturnType<typeof addSome>>, event: AskedEvent, happenedOn: string) =>
      client.fieldwork.recordEvent({
        waveId,
        respondentIds,
        event,
        happenedOn,
        ...(event === 'not-eligible' ? { reason: 'flyttet' } : {}),
      });
    for (const [from, way] of Object.entries(reachable)) {
      for (const event of events) {
        const [person] = await addSome(opened, 1);
        if (person === undefined) throw new Error('one was added');
        for (const step of way) await record([person], step, '2025-05-05');
        const isPossible = statusAfter(from as ParticipationStatus, event) !== null;
        const attempt = record([person], event, '2025-05-10');
        if (isPossible) await expect(attempt).resolves.toEqual({ recorded: 1 });
        else await expect(attempt).rejects.toEqual(refused('EVENT_IMPOSSIBLE', { count: 1 }));
        const { events: chain } = await client.fieldwork.participant({ respondentId: person });
        expect(chain.map((one) => one.kind)).toEqual(['invited', ...way, ...(isPossible ? [event] : [])]);
      }
    }
    expect(participationStatuses.length).toBe(13);
  });

  test('one event for many is one step, refused for all when one cannot have it; an exclusion needs its reason', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const persons = await addSome(opened, 12, 'treffstedet');
    await client.fieldwork.recordEvent({ waveId, respondentIds: persons, event: 'reminded', happenedOn: today });
    await client.fieldwork.recordEvent({ waveId, respondentIds: persons.slice(0, 2), event: 'not-reached', happenedOn: today });
    await expect(client.fieldwork.recordEvent({ waveId, respondentIds: persons, event: 'agreed', happenedOn: today })).rejects.toEqual(
      refused('EVENT_IMPOSSIBLE', { status: 'notReached', event: 'agreed', count: 2 }),
    );
    await expect(
      client.fieldwork.recordEvent({ waveId, respondentIds: persons.slice(2), event: 'not-eligible', happenedOn: today, reason: '  ' }),
    ).rejects.toEqual(refused('REASON_NEEDED'));
    await client.fieldwork.recordEvent({ waveId, respondentIds: persons.slice(2), event: 'declined', happenedOn: today });
    await client.history.undo({});
    const { rows } = await client.fieldwork.listAsked({ projectId, waveId, status: 'reminded', limit: 500 });
    expect(rows.filter((row) => persons.includes(row.respondentId))).toHaveLength(10);
  });

  test('a day before an earlier event that must come first is refused, and a recorded event can be taken back', async () => {
    using opened = openFieldwork();
    const { client, waveId } = opened;
    const [person] = await addSome(opened, 1);
    if (person === undefined) throw new Error('one was added');
    await expect(
      client.fieldwork.recordEvent({ waveId, respondentIds: [person], event: 'reminded', happenedOn: '2025-04-01' }),
    ).rejects.toEqual(refused('EVENT_IMPOSSIBLE'));
    await client.fieldwork.recordEvent({ waveId, respondentIds: [person], event: 'declined', happenedOn: '2025-05-08', reason: '' });
    await client.fieldwork.recordEvent({ waveId, respondentIds: [person], event: 'agreed', happenedOn: '2025-05-09', precision: 'about' });
    const { events: chain } = await client.fieldwork.participant({ respondentId: person });
    expect(chain.map((event) => [event.kind, event.canBeRemoved])).toEqual([
      ['invited', false],
      ['declined', true],
      ['agreed', true],
    ]);
    await client.fieldwork.removeEvent({ eventId: chain[2]?.id ?? '' });
    expect((await client.fieldwork.participant({ respondentId: person })).events).toHaveLength(2);
    await expect(client.fieldwork.removeEvent({ eventId: chain[0]?.id ?? '' })).rejects.toEqual(refused('EVENT_IMPOSSIBLE'));
  });

  test('whoever was asked begins an interview under their own code, and has agreed by beginning', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const [person] = await addSome(opened, 1, 'treffstedet');
    if (person === undefined) throw new Error('one was added');
    const { values } = await client.interviews.startForm({ projectId });
    if (values === null) throw new Error('the sample has waves and versions');
    const { code } = await client.fieldwork.participant({ respondentId: person });
    const started = await client.interviews.start({
      ...values,
      waveId,
      heldOn: today,
      projectId,
      respondentId: person,
      assistance: 'read-aloud',
      helper: 'peer',
    });
    expect(started.code).toBe(code);
    const { events: chain } = await client.fieldwork.participant({ respondentId: person });
    expect(chain.map((event) => event.kind)).toEqual(['invited', 'agreed', 'started']);
    await expect(client.interviews.start({ ...values, waveId, projectId, respondentId: person })).rejects.toEqual(
      refused('EVENT_IMPOSSIBLE'),
    );
    expect((await client.interviews.get({ interviewId: started.interviewId })).facts).toMatchObject({
      assistance: 'read-aloud',
      helper: 'peer',
    });
    await expect(client.fieldwork.removeAsked({ waveId, respondentIds: [person] })).resolves.toEqual({ removed: 0 });
  });

  test('consents have scope, version and day; taking one back leaves the others', async () => {
    using opened = openFieldwork();
    const { client } = opened;
    const [person] = await addSome(opened, 1);
    if (person === undefined) throw new Error('one was added');
    const give = {
      respondentId: person,
      scopes: ['take-part', 'quotes', 'recording'] as const,
      version: '2025',
      givenOn: today,
      how: 'skriftlig',
    };
    expect(await client.fieldwork.giveConsent({ ...give, scopes: [...give.scopes] })).toEqual({ given: 3 });
    expect(await client.fieldwork.giveConsent({ ...give, scopes: ['quotes'] })).toEqual({ given: 0 });
    expect(await client.fieldwork.giveConsent({ ...give, scopes: ['quotes'], version: '2026' })).toEqual({ given: 1 });
    const { consents } = await client.fieldwork.participant({ respondentId: person });
    const recording = consents.find((consent) => consent.scope === 'recording');
    await client.fieldwork.withdrawConsent({ consentId: recording?.id ?? '', withdrawnOn: '2025-06-10' });
    const after = (await client.fieldwork.participant({ respondentId: person })).consents;
    expect(after.find((consent) => consent.scope === 'recording')?.withdrawnOn).toBe('2025-06-10');
    expect(after.filter((consent) => consent.withdrawnOn === null)).toHaveLength(3);
  });
});

describe('response figures', () => {
  test('[R53] count every listed person once, and walk-ins apart', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const { waves } = await client.fieldwork.responseFigures({ projectId });
    const wave = waves.find((one) => one.waveId === waveId);
    if (wave === undefined) throw new Error('the sample has waves');
    expect(wave.hasList).toBe(true);
    expect(wave.asked).toBe(wave.statuses.reduce((sum, one) => sum + one.count, 0));
    expect(wave.frame).toEqual({ count: 400, precision: 'about' });
    const { values } = await client.interviews.startForm({ projectId });
    if (values === null) throw new Error('the sample has waves and versions');
    const { interviewId } = await client.interviews.start({ ...values, waveId, projectId, consentGivenOn: today });
    await client.interviews.endPartial({ interviewId });
    const after = (await client.fieldwork.responseFigures({ projectId })).waves.find((one) => one.waveId === waveId);
    expect(after).toMatchObject({ asked: wave.asked, partial: wave.partial + 1, unlisted: wave.unlisted + 1, brokenOff: wave.brokenOff });
  });

  test('[R53] a wave without a list has participation and no list; too little of it can be marked, with a reason', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const { persons } = await client.fieldwork.askedIds({ projectId, waveId });
    const listed = persons.filter((person) => ['invited', 'declined', 'not-reached', 'not-eligible'].includes(person.status));
    await client.fieldwork.removeAsked({ waveId, respondentIds: listed.map((person) => person.respondentId) });
    opened.core.session.workspace.operations.run({ actorId: 'a', windowId: 'w', kind: 'test', labelId: 'test', isUndoable: true }, () =>
      opened.core.session.workspace.sql.run("DELETE FROM disposition_event WHERE kind IN ('invited', 'reminded', 'agreed')"),
    );
    await client.fieldwork.markInsufficient({ waveId, note: 'bare fra ett av tre steder' });
    const wave = (await client.fieldwork.responseFigures({ projectId })).waves.find((one) => one.waveId === waveId);
    expect(wave).toMatchObject({ hasList: false, asked: 0, statuses: [], insufficient: { note: 'bare fra ett av tre steder' } });
    expect((wave?.complete ?? 0) + (wave?.partial ?? 0)).toBe(wave?.unlisted);
    await client.history.undo({});
    expect((await client.fieldwork.responseFigures({ projectId })).waves.find((one) => one.waveId === waveId)?.insufficient).toBeNull();
  });

  test('[R53] under half of the questions answered is a break-off, and where the line goes can be set', async () => {
    using opened = openFieldwork();
    const { client, projectId, waveId } = opened;
    const figures = async () => (await client.fieldwork.responseFigures({ projectId })).waves.find((one) => one.waveId === waveId);
    const [person] = await addSome(opened, 1);
    const { values } = await client.interviews.startForm({ projectId });
    if (values === null || person === undefined) throw new Error('the sample has waves and versions');
    const before = (await figures())?.brokenOff ?? 0;
    const { interviewId } = await client.interviews.start({ ...values, waveId, projectId, respondentId: person, consentGivenOn: today });
    await client.interviews.endPartial({ interviewId });
    expect((await figures())?.brokenOff).toBe(before + 1);
    await client.fieldwork.setPartialFrom({ projectId, percent: 1 });
    expect((await client.fieldwork.responseFigures({ projectId })).partialFrom).toBe(1);
    await client.fieldwork.setFrame({ waveId, frame: { count: 380, precision: 'exact' } });
    expect((await figures())?.frame).toEqual({ count: 380, precision: 'exact' });
  });

  test('[R53] an interview ended as complete with too few answers counts as partial in the rates, and where the line goes can be set', async () => {
    const questions = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, type: 'number' as const }));
    const made = await aForm(questions);
    using core = made.core;
    const { fieldwork, interviews } = core.client;
    const { projectId, waveId, versionId } = made;
    await fieldwork.addAsked({ projectId, waveId, groups: [{ recruitedBy: '', count: 4 }], invitedOn: today });
    const { persons } = await fieldwork.askedIds({ projectId, waveId });
    const entries: Entry[] = [];
    for (const [at, { respondentId }] of persons.entries()) {
      const held = { kind: 'person', mode: 'paper', language: 'nb', placeId: null, serviceId: null, personCount: null } as const;
      const begun = { ...held, projectId, waveId, versionId, respondentId, heldOn: today, consentGivenOn: today };
      const { interviewId, code } = await interviews.start(begun);
      const entry = entryOf(made, interviewId, code);
      for (const { name } of questions.slice(0, 5 - at)) await entry.answer(name, num(1));
      await interviews.complete({ interviewId });
      entries.push(entry);
    }
    const look = async () => {
      const { waves, completeFrom } = await fieldwork.responseFigures({ projectId });
      const { short, brokenOff } = waves[0] ?? {};
      return { completeFrom, short, brokenOff };
    };
    // 100 and 80 percent are complete, 60 is partial, 40 a break-off.
    expect(await look()).toEqual({ completeFrom: 80, short: { partial: 1, brokenOff: 1 }, brokenOff: 1 });
    await entries.at(-1)?.answer('c', num(1), 0, { changeReason: 'as-on-form' });
    expect(await look()).toEqual({ completeFrom: 80, short: { partial: 2, brokenOff: 0 }, brokenOff: 0 });
    await core.client.history.undo({});
    expect((await look()).short).toEqual({ partial: 1, brokenOff: 1 });
    await fieldwork.setCompleteFrom({ projectId, percent: 60 });
    expect(await look()).toEqual({ completeFrom: 60, short: { partial: 0, brokenOff: 1 }, brokenOff: 1 });
    // The last page of entry goes by the same line.
    expect((await entries[0]?.detail())?.completeFrom).toBe(60);
    await core.client.history.undo({});
    // Nobody is complete who is not even partial.
    await fieldwork.setPartialFrom({ projectId, percent: 90 });
    expect(await look()).toEqual({ completeFrom: 90, short: { partial: 0, brokenOff: 3 }, brokenOff: 3 });
  });
});
