import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import type { DueFilter } from '../../shared/contract/actions.ts';
import { ActionId, MeetingId, type ProjectId } from '../../shared/model/ids.ts';

/** The day the sample is set on. */
const today = '2025-12-08';
const folder = mkdtempSync(join(tmpdir(), 'rost-actions-'));
let core: Core;
let projectId: ProjectId;

beforeAll(async () => {
  const path = join(folder, 'sample.rost');
  buildSample(path);
  core = openCore();
  await core.client.workspace.open({ path });
});
beforeEach(async () => {
  const { projects } = await core.client.projects.list({});
  const found = projects.find((project) => project.name === 'Bruker Spør Bruker Fjordvik');
  if (found === undefined) throw new Error('no project');
  projectId = found.id;
});
afterAll(() => {
  core[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function byCode(code: string, day = today) {
  const found = (await core.client.actions.list({ today: day })).actions.find((row) => row.code === code);
  if (found === undefined) throw new Error(`no action ${code}`);
  return found;
}

async function codes(due: DueFilter, day: string): Promise<string[]> {
  return (await core.client.actions.list({ today: day, due })).actions.map((row) => row.code);
}

async function make(wording: string, more: object = {}) {
  const made = await core.client.actions.create({ wording, today, ...more });
  return { ...made, get: () => core.client.actions.get({ actionId: made.actionId, today }) };
}

/** Takes back the test's own deeds, the last first. */
async function undoAll(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await core.client.history.undo({});
}

describe('what was agreed', () => {
  test('[R77] [R82] [R83] every fact of an agreement can be written: owner, parties, addressee, channel, due in words, follow-up', async () => {
    const meeting = (await core.client.actions.meetings({ text: 'dialogkonferansen' })).hits[0];
    if (meeting === undefined) throw new Error('no meeting');
    const action = await make('Informere om hverandre', { meetingId: meeting.id, ownerAsSaid: 'kommunen' });
    const bodies = (await core.client.registers.find({ kind: 'bodies', text: '' })).hits;
    const organisation = (await core.client.registers.find({ kind: 'organisations', text: 'Erfaringsloftet' })).hits[0];
    const fields = {
      parties: 'organisasjonene',
      addressee: 'politikerne',
      channel: 'felles hjemmeside',
      due: { asSaid: 'mot slutten av 2026', sortOn: '2026-12-31', precision: 'about' as const },
      followUpMeetingId: meeting.id,
      reviewingBodyId: bodies[0]?.id ?? null,
      ownerOrganisationId: organisation?.id ?? null,
      result: '',
    };
    await core.client.actions.change({ actionId: action.actionId, fields });
    expect(await action.get()).toMatchObject({
      code: 'T13',
      owner: 'kommunen',
      ownerOrganisation: { name: 'Erfaringsloftet' },
      parties: 'organisasjonene',
      addressee: 'politikerne',
      channel: 'felles hjemmeside',
      due: { asSaid: 'mot slutten av 2026', precision: 'about' },
      followUp: { id: meeting.id },
      meeting: { id: meeting.id },
      reviewingBody: { id: bodies[0]?.id },
      result: null,
      projectId,
      agreedOn: meeting.on,
    });
    await undoAll(2);
  });

  test('[R79] an action made from a finding stands on the finding; one made from an idea takes the idea up', async () => {
    const finding = (await core.client.findings.list({ projectId })).findings[0];
    const action = await make('Feire det', { findingId: finding?.id, projectId });
    expect((await action.get()).finding).toMatchObject({ code: 'F01' });
    const { observationId } = await core.client.observations.create({ kind: 'idea', title: 'Søndagskafé', today });
    await make('Prøve søndagskafé', { observationId });
    const idea = (await core.client.observations.list({ text: 'SØNDAGSKAFÉ' })).observations[0];
    expect(idea).toMatchObject({
      status: 'taken-up',
      actions: [{ code: 'T14' }],
      events: [{ status: 'new' }, { status: 'taken-up', note: 'T14' }],
    });
    await undoAll(3);
    expect((await core.client.actions.list({ today })).total).toBe(12);
  });

  test('[R80] a measure that is there already is told apart from one that is proposed, in the list and on the sheet for its place', async () => {
    const { sql } = core.session.workspace;
    const placeId = sql.get(z.object({ id: z.string() }), "SELECT id FROM place WHERE code = '9932'")?.id ?? '';
    const existing = await make('Åpent treffsted på lørdager', { placeId, isExistingMeasure: true });
    const proposed = await make('Åpent treffsted på søndager', { placeId });
    expect([(await existing.get()).isExistingMeasure, (await proposed.get()).isExistingMeasure]).toEqual([true, false]);
    const sheet = await core.client.papers.paper({ kind: 'follow-up-sheet', placeId, language: 'nb', today });
    const cellOf = (code: string) =>
      sheet.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])).find(({ cells }) => cells[0] === code)?.cells[1];
    expect(cellOf(existing.code)).toContain('Finnes fra før');
    expect(cellOf(proposed.code)).not.toContain('Finnes fra før');
    await core.client.actions.change({ actionId: existing.actionId, fields: { isExistingMeasure: false } });
    expect((await existing.get()).isExistingMeasure).toBe(false);
    await undoAll(3);
  });

  test('[R22] the sheet for a place names an owner only who has agreed to be named', async () => {
    const { sql } = core.session.workspace;
    const placeId = sql.get(z.object({ id: z.string() }), "SELECT id FROM place WHERE code = '9932'")?.id ?? '';
    const { id: personId } = await core.client.registers.quickAdd({ kind: 'people', name: 'Torbjørn Vassenden' });
    await make('Ringer treffstedet', { placeId, ownerPersonId: personId });
    const sheet = async () => JSON.stringify(await core.client.papers.paper({ kind: 'follow-up-sheet', placeId, language: 'nb', today }));
    expect(await sheet()).not.toContain('Vassenden');
    expect(await sheet()).toContain('én person');
    await core.client.registers.change({ kind: 'people', id: personId, fields: { contactConsentedOn: '2025-01-01' } });
    expect(await sheet()).toContain('Torbjørn Vassenden');
    await undoAll(3);
  });

  test('a change is one named step that is taken back by undo', async () => {
    const before = await byCode('T08');
    await core.client.actions.change({ actionId: before.id, fields: { ownerAsSaid: 'kommunalsjefen', isExistingMeasure: true } });
    expect(await byCode('T08')).toMatchObject({ owner: 'kommunalsjefen', isExistingMeasure: true });
    expect((await core.client.history.undo({})).undone).toMatchObject({ labelId: 'actions.change.undo', params: { code: 'T08' } });
    expect(await byCode('T08')).toEqual(before);
  });

  test('there is no way to take away what was agreed but undo', () => {
    expect(Object.keys(core.client.actions).filter((verb) => /remove|delete/u.test(verb))).toEqual([]);
  });

  test('without a meeting, and from one that has not been held, it was agreed on the day that the window says it is', async () => {
    const planned = core.session.workspace.sql.get(z.object({ id: MeetingId }), 'SELECT id FROM meeting WHERE held_on IS NULL LIMIT 1');
    for (const meetingId of [null, planned?.id ?? null]) {
      const action = await make('Si fra til panelet', { meetingId });
      const { agreedOn, events } = await action.get();
      expect([agreedOn, events.map(({ on }) => on)]).toEqual([today, [today]]);
      await undoAll(1);
    }
  });

  test('an action nobody has is not found', async () => {
    const nobody = ActionId.parse('00000000-0000-7000-8000-000000000000');
    for (const ask of [
      core.client.actions.get({ actionId: nobody }),
      core.client.actions.change({ actionId: nobody, fields: { parties: 'x' } }),
      core.client.actions.reportBack({ actionId: nobody, toldOn: today, how: 'brev', by: null, to: null }),
    ])
      await expect(ask).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('following up', () => {
  test('[R78] another body has looked at it, in a meeting, without changing how it stands', async () => {
    const { id } = await byCode('T04');
    const body = (await core.client.registers.find({ kind: 'bodies', text: '' })).hits[0];
    await core.client.actions.review({ actionId: id, bodyId: body?.id ?? null, happenedOn: today, note: 'Fortsatt ikke i gang' });
    const after = await byCode('T04');
    expect(after).toMatchObject({ status: 'agreed', lastLookedOn: today });
    expect(after.events.at(-1)).toMatchObject({ kind: 'reviewed', body: body?.name, note: 'Fortsatt ikke i gang' });
    await undoAll(1);
  });

  test('done stands as promised and not reported until the users know: when, how, by whom', async () => {
    const { id } = await byCode('T05');
    expect(await codes('unreported', today)).toEqual(['T05']);
    await core.client.actions.reportBack({ actionId: id, toldOn: today, how: 'oppslag', by: 'panelet', to: 'alle på Loftet' });
    expect(await codes('unreported', today)).toEqual([]);
    expect(await byCode('T05')).toMatchObject({
      isReportedBack: true,
      reportedBack: [{ how: 'oppslag', by: 'panelet', to: 'alle på Loftet' }],
    });
    await undoAll(1);
    expect(await codes('unreported', today)).toEqual(['T05']);
  });

  test('having told that it is under way is not having told how it ended', async () => {
    const { id } = await byCode('T02');
    await core.client.actions.reportBack({ actionId: id, toldOn: '2025-10-01', how: 'møte', by: null, to: null });
    await core.client.actions.setStatus({ actionId: id, status: 'done', happenedOn: '2025-12-01' });
    expect(await codes('unreported', today)).toContain('T02');
    await core.client.actions.reportBack({ actionId: id, toldOn: '2025-12-05', how: 'brev', by: null, to: null });
    expect(await codes('unreported', today)).not.toContain('T02');
    // Taken up again and done again, it has to be told again.
    await core.client.actions.setStatus({ actionId: id, status: 'under-way', happenedOn: '2025-12-06' });
    await core.client.actions.setStatus({ actionId: id, status: 'done', happenedOn: '2025-12-07' });
    expect(await codes('unreported', today)).toContain('T02');
    await undoAll(5);
  });

  test('what is written down as done on an earlier day than it was under way has to be told all the same', async () => {
    const { actionId, code } = await make('Holde åpent på lørdager', { agreedOn: '2025-03-01' });
    await core.client.actions.reportBack({ actionId, toldOn: '2025-03-05', how: 'oppslag', by: null, to: null });
    await core.client.actions.setStatus({ actionId, status: 'under-way', happenedOn: '2025-06-10' });
    await core.client.actions.setStatus({ actionId, status: 'done', happenedOn: '2025-06-01' });
    expect(await byCode(code)).toMatchObject({ status: 'done', isReportedBack: false });
    expect(await codes('unreported', today)).toContain(code);
    await core.client.actions.reportBack({ actionId, toldOn: '2025-06-05', how: 'møte', by: null, to: null });
    expect(await codes('unreported', today)).not.toContain(code);
    await undoAll(5);
  });

  test('without owner or due it stands in the list of those', async () => {
    expect(await codes('missing', today)).toContain('T08');
    const bare = await make('Noe noen sa');
    expect(await codes('missing', today)).toContain(bare.code);
    await core.client.actions.change({
      actionId: bare.actionId,
      fields: { ownerAsSaid: 'panelet', due: { asSaid: 'så snart som mulig', sortOn: null, precision: 'none' } },
    });
    expect(await codes('missing', today)).not.toContain(bare.code);
    await undoAll(2);
  });

  test('what was agreed cannot drop out of sight: half a year later every action is in a list or the users know how it ended', async () => {
    const lists: readonly DueFilter[] = ['overdue', 'soon', 'missing', 'unreported', 'forgotten'];
    const made = [
      await make('uten alt'),
      await make('langt fram', { ownerAsSaid: 'x', due: { asSaid: 'i 2040', sortOn: '2040-12-31', precision: 'year' } }),
      await make('snarest', { ownerAsSaid: 'x', due: { asSaid: 'snarest', sortOn: null, precision: 'none' } }),
    ];
    const over = await make('gitt videre', { ownerAsSaid: 'x' });
    await core.client.actions.setStatus({ actionId: over.actionId, status: 'handed-over', note: 'rådet', happenedOn: today });
    for (const day of ['2026-06-15', '2027-01-01', '2039-01-01']) {
      const seen = new Set((await Promise.all(lists.map((due) => codes(due, day)))).flat());
      const { actions } = await core.client.actions.list({ today: day });
      expect(actions.filter((row) => !seen.has(row.code) && !row.isReportedBack).map((row) => row.code)).toEqual([]);
    }
    expect(await codes('forgotten', '2026-06-15')).toEqual(expect.arrayContaining([...made, over].map(({ code }) => code)));
    await undoAll(5);
  });
});

describe('finding actions', () => {
  test('by words in any field, whatever the capital letters, also the Nordic ones', async () => {
    const found = async (text: string) => (await core.client.actions.list({ today, text })).actions.map((row) => row.code);
    expect(await found('ÅPENT TREFFSTED')).toEqual(['T03']);
    expect(await found('brygga')).toEqual(['T03']);
    expect(await found('POLITIKERNE')).toEqual(['T06']);
    expect(await found('t0')).toHaveLength(9);
    expect(await found('finnes ikke')).toEqual([]);
  });

  test('by owner, status and project together; the counts are of what is narrowed to', async () => {
    const { owners } = await core.client.actions.choices({});
    const loft = owners.find((owner) => owner.name === 'Erfaringsloftet');
    const { actions, counts } = await core.client.actions.list({ today, projectId, ownerId: loft?.id, status: 'under-way' });
    expect(actions.map((row) => row.code)).toEqual(['T09']);
    expect(counts).toMatchObject({ all: 1, missing: 0 });
    expect(loft?.count).toBe(2);
  });

  test('[R91] by place, also under the names and codes it had before and got later', async () => {
    const { hits } = await core.client.registers.find({ kind: 'places', text: 'Fjordvik', limit: 50 });
    const { places } = await core.client.actions.choices({});
    const now = places.find((place) => place.name === 'Fjordvik');
    if (now === undefined) throw new Error('no action in Fjordvik');
    const under = async (id: string) => (await core.client.actions.list({ today, placeIds: [id] })).actions.map((row) => row.code);
    expect(await under(now.id)).toContain('T03');
    // Under each place that is Fjordvik in some year, what was agreed in Fjordvik is found.
    expect(hits.length).toBeGreaterThan(1);
    for (const place of hits.filter((hit) => hit.name === 'Fjordvik')) expect(await under(place.id)).toContain('T03');
  });

  test('by the beginning of a code, for whoever types one anywhere', async () => {
    const { hits } = await core.client.actions.find({ text: 't1' });
    expect(hits.slice(0, 3).map((hit) => hit.code)).toEqual(['T10', 'T11', 'T12']);
    expect((await core.client.actions.find({ text: ' ' })).hits).toEqual([]);
  });
});
