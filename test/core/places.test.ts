import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';

async function freshCore(): Promise<Core> {
  const core = openCore();
  await core.client.workspace.create({ path: join(mkdtempSync(join(tmpdir(), 'rost-places-')), 'a.rost') });
  return core;
}

/** Id of the place that a code means on a day. */
async function idOf(core: Core, code: string, on: string, country = 'NO'): Promise<string> {
  const { place } = await core.client.places.placeOn({ country, code, on });
  if (place === null) throw new Error(`${code} is not there on ${on}`);
  return place.id;
}

/** Rows that other features would write. */
function insert(core: Core, table: string, row: Readonly<Record<string, string | number | null>>): string {
  const { workspace } = core.session;
  const id = workspace.newId();
  const intent = { kind: 'test', labelId: 'test', isUndoable: false, actorId: '', windowId: 'test' };
  workspace.operations.run(intent, () => workspace.sql.insert(table, { id, ...row }));
  return id;
}

function project(core: Core, name = 'Runden'): string {
  return insert(core, 'project', { kind: 'dialogue-round', name, status: 'running' });
}

function meeting(
  core: Core,
  projectId: string,
  placeId: string,
  heldOn: string | null,
  rest: Readonly<Record<string, string | number | null>> = {},
): string {
  const status = heldOn === null ? 'planned' : 'held';
  return insert(core, 'meeting', {
    project_id: projectId,
    kind: 'dialogue-meeting',
    title: 'Dialogmøte',
    place_id: placeId,
    held_on: heldOn,
    status,
    ...rest,
  });
}

function action(core: Core, row: Readonly<Record<string, string | number | null>>): string {
  return insert(core, 'action', {
    code: `T-${String(core.session.workspace.lastOperation())}`,
    wording: 'Ring hjem',
    status: 'agreed',
    ...row,
  });
}

test('[R91] a new workspace has the registers of Norway and Sweden, outside its history, with the same ids everywhere', async () => {
  using core = await freshCore();
  using other = await freshCore();
  const day = '2024-06-01';
  const norwegian = await core.client.places.list({ on: day, kinds: ['municipality'], country: 'NO', limit: 1 });
  const swedish = await core.client.places.list({ on: day, kinds: ['municipality'], country: 'SE', limit: 1 });
  expect([norwegian.total, swedish.total]).toEqual([357, 290]);
  expect(await idOf(core, '1507', '2023-03-22')).toBe(await idOf(other, '1507', '2023-03-22'));
  expect((await core.client.history.list({ limit: 10 })).entries).toEqual([]);
  await expect(core.client.history.undo({})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
});

test('[R91] a place is found by name, by code and by day, and namesakes stand with their years', async () => {
  using core = await freshCore();
  const found = await core.client.places.list({ text: 'alesund', kinds: ['municipality'] });
  expect(found.places.map(({ code, validFrom, validTo }) => [code, validFrom, validTo])).toEqual([
    ['1504', null, '2020-01-01'],
    ['1507', '2020-01-01', '2024-01-01'],
    ['1508', '2024-01-01', null],
  ]);
  expect((await core.client.places.list({ text: '1507' })).places.map((place) => place.name)).toEqual(['Ålesund']);
  const then = await core.client.places.list({ text: 'ålesund', on: '2023-03-22' });
  expect(then.places.map((place) => [place.code, place.parent?.name])).toEqual([['1507', 'Møre og Romsdal']]);
});

test('[R91] the record of a place shows its lineage with how much of each, and what cannot be attributed', async () => {
  using core = await freshCore();
  const heim = await core.client.places.get({ id: await idOf(core, '5055', '2024-01-01') });
  expect(heim.lineage.map((kin) => `${kin.direction} ${kin.place.code ?? ''} ${kin.extent}`)).toEqual([
    'before 1571 whole',
    'before 1612 whole',
    'before 1613 part',
    'before 5011 whole',
    'before 5012 part',
    'self 5055 whole',
  ]);
  expect(heim.notAttributable.map((place) => place.code)).toEqual(['5012']);
  expect(
    heim.changes
      .filter((change) => change.toId === heim.id)
      .map((change) => change.extent)
      .toSorted(),
  ).toEqual(['part', 'whole', 'whole']);
});

test('[R6] a place whose code ends before a planned day is told with those to choose instead', async () => {
  using core = await freshCore();
  const alesund = await idOf(core, '1507', '2023-03-22');
  const before = await core.client.places.onDay({ ids: [alesund], on: '2023-12-15' });
  const after = await core.client.places.onDay({ ids: [alesund], on: '2024-01-01' });
  expect(before.places.map((one) => one.isThere)).toEqual([true]);
  expect(after.places.map((one) => [one.isThere, one.choices.map((choice) => `${choice.code ?? ''} ${choice.name}`)])).toEqual([
    [false, ['1508 Ålesund', '1580 Haram']],
  ]);
});

test('[R94] others in the same process: merged or divided on the same day', async () => {
  using core = await freshCore();
  const { processes } = await core.client.places.sameProcess({ id: await idOf(core, '5055', '2021-01-01') });
  expect(processes.map(({ on, kind }) => [on, kind])).toEqual([['2020-01-01', 'merge']]);
  const names = processes.flatMap((process) => process.places.map((place) => place.name));
  expect(names).toContain('Ålesund');
  expect(names).toContain('Orkland');
  expect(names).not.toContain('Heim');
  expect((await core.client.places.sameProcess({ id: await idOf(core, '5028', '2021-01-01') })).processes).toEqual([]);
});

test('[R87] [R91] the timeline of a place follows its territory through all codes and says under which each line was recorded', async () => {
  using core = await freshCore();
  const runden = project(core);
  const [old, merged, now] = [
    await idOf(core, '1504', '2014-05-01'),
    await idOf(core, '1507', '2023-03-22'),
    await idOf(core, '1508', '2024-03-01'),
  ];
  const first = meeting(core, runden, old, '2014-05-01');
  meeting(core, runden, merged, '2023-03-22', { title: 'Mens kommunen var én' });
  meeting(core, runden, now, null, { planned_sort_on: '2026-04-30', planned_as_said: 'april 2026', planned_precision: 'month' });
  action(core, { meeting_id: first, agreed_on: '2014-05-01', due_sort_on: '2014-12-31', due_as_said: 'innen jul' });
  insert(core, 'observation', {
    kind: 'good-example',
    title: 'Åpent to dager i uka',
    place_id: await idOf(core, '1534', '2015-01-01'),
    said_on: '2015-02-01',
  });
  const { entries } = await core.client.places.timeline({ id: now });
  expect(entries.map((one) => [one.kind, one.on, one.place.code, one.extent])).toEqual([
    ['meeting', '2026-04-30', '1508', 'whole'],
    // 1507 was larger than what is Ålesund now: only a part of it is.
    ['meeting', '2023-03-22', '1507', 'part'],
    ['action', '2014-05-01', '1504', 'whole'],
    ['meeting', '2014-05-01', '1504', 'whole'],
  ]);
  const haram = await core.client.places.timeline({ id: await idOf(core, '1580', '2024-03-01'), kinds: ['observation', 'meeting'] });
  expect(haram.entries.map((one) => [one.kind, one.place.code, one.extent])).toEqual([
    ['meeting', '1507', 'part'],
    ['observation', '1534', 'whole'],
  ]);
  const page = await core.client.places.timeline({ id: now, limit: 1, offset: 1 });
  expect([page.total, page.entries[0]?.on]).toEqual([4, '2023-03-22']);
});

test('[R87] the overview counts a municipality across its predecessors, and leaves a divided one by itself', async () => {
  using core = await freshCore();
  const runden = project(core);
  const [hemne, heim, merged] = [
    await idOf(core, '1612', '2017-01-01'),
    await idOf(core, '5055', '2024-01-01'),
    await idOf(core, '1507', '2023-03-22'),
  ];
  const held = meeting(core, runden, hemne, '2017-10-04');
  meeting(core, runden, heim, null, { planned_sort_on: '2026-05-31', planned_as_said: 'i mai', planned_precision: 'month' });
  meeting(core, runden, merged, '2023-03-22');
  action(core, { meeting_id: held, due_sort_on: '2017-12-24' });
  action(core, { place_id: heim, due_sort_on: '2026-12-24' });
  action(core, { place_id: heim, status: 'done' });
  const input = { by: 'municipality', today: '2026-01-15' } as const;
  const { rows, notAttributable, counts } = await core.client.places.overview(input);
  expect(
    rows.map(({ name, code, meetings, openActions, overdueActions, untoldActions }) => [
      name,
      code,
      meetings,
      openActions,
      overdueActions,
      untoldActions,
    ]),
  ).toEqual([
    ['Heim', '5055', 1, 2, 1, 1],
    ['Ålesund', '1507', 1, 0, 0, 0],
  ]);
  expect(rows[0]?.with.map((place) => place.code)).toEqual(['1612']);
  expect([rows[0]?.lastMeeting?.held.on, rows[0]?.nextMeeting?.planned.asSaid]).toEqual(['2017-10-04', 'i mai']);
  expect(rows[0]?.projects.map((one) => [one.name, one.isRunning])).toEqual([['Runden', true]]);
  expect(notAttributable.map((place) => place.code)).toEqual(['1507']);
  expect(counts).toEqual({ all: 2, overdue: 1, open: 1, planned: 1, unplanned: 1, untold: 1 });
  const overdue = await core.client.places.overview({ ...input, filter: 'overdue', text: 'hemne' });
  expect(overdue.rows.map((row) => row.name)).toEqual(['Heim']);
});

test('[R91] a recorded decision moves what belonged to a divided place, and undoing it moves it back', async () => {
  using core = await freshCore();
  const runden = project(core);
  const [merged, haram, melhus] = [
    await idOf(core, '1507', '2023-03-22'),
    await idOf(core, '1580', '2024-03-01'),
    await idOf(core, '5028', '2024-03-01'),
  ];
  meeting(core, runden, merged, '2023-03-22');
  const decision = { fromId: merged, serviceId: null, decidedOn: '2024-02-01', decidedBy: 'Styringsgruppa', reason: 'Møtet gjaldt Haram.' };
  await expect(core.client.places.decide({ ...decision, toId: melhus })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await core.client.places.decide({ ...decision, toId: haram });
  const read = async (): Promise<string[]> =>
    (await core.client.places.overview({ by: 'municipality', today: '2026-01-15' })).rows.map((row) => row.name);
  expect(await read()).toEqual(['Haram']);
  const record = await core.client.places.get({ id: haram });
  expect(record.decisions.map((one) => [one.from.code, one.to.code, one.reason])).toEqual([['1507', '1580', 'Møtet gjaldt Haram.']]);
  await core.client.history.undo({});
  expect(await read()).toEqual(['Ålesund']);
});

test('[R5] an area holds municipalities for as long as it is said, and counts what happened in them then', async () => {
  using core = await freshCore();
  const runden = project(core);
  const { id: areaId } = await core.client.places.create({ kind: 'area', name: 'norra Hälsingland', parentId: null, countryCode: 'SE' });
  const [nordanstig, ljusdal] = [await idOf(core, '2132', '2021-12-01', 'SE'), await idOf(core, '2161', '2021-12-01', 'SE')];
  await core.client.places.saveMember({ areaId, placeId: nordanstig, validFrom: null, validTo: null });
  const { id } = await core.client.places.saveMember({ areaId, placeId: ljusdal, validFrom: '2021-01-01', validTo: null });
  meeting(core, runden, ljusdal, '2020-11-29');
  meeting(core, runden, ljusdal, '2021-11-29');
  meeting(core, runden, areaId, '2021-12-01');
  const counted = async (): Promise<unknown[]> => {
    const { rows } = await core.client.places.overview({ by: 'area', today: '2022-01-15' });
    return rows.map((row) => [row.name, row.holds, row.meetings, row.lastMeeting?.held.on]);
  };
  expect(await counted()).toEqual([['norra Hälsingland', 2, 2, '2021-12-01']]);
  await core.client.places.saveMember({ id, areaId, placeId: ljusdal, validFrom: null, validTo: '2021-06-01' });
  expect(await counted()).toEqual([['norra Hälsingland', 2, 2, '2021-12-01']]);
  await expect(core.client.places.saveMember({ areaId, placeId: ljusdal, validFrom: '2021-05-01', validTo: null })).rejects.toMatchObject({
    code: 'NAME_TAKEN',
  });
  await core.client.places.saveMember({ areaId, placeId: ljusdal, validFrom: '2021-06-01', validTo: null });
  expect(await counted()).toEqual([['norra Hälsingland', 2, 3, '2021-12-01']]);
  const { entries } = await core.client.places.timeline({ id: areaId });
  expect(entries.map((one) => [one.on, one.place.name])).toEqual([
    ['2021-12-01', 'norra Hälsingland'],
    ['2021-11-29', 'Ljusdal'],
    ['2020-11-29', 'Ljusdal'],
  ]);
});

test('[R5] an area that is used stays, one that is not goes with what it holds, and comes back by undo', async () => {
  using core = await freshCore();
  const { id } = await core.client.places.create({ kind: 'area', name: 'Nordfylket', parentId: null });
  await core.client.places.saveMember({ areaId: id, placeId: await idOf(core, '5028', '2024-01-01'), validFrom: null, validTo: null });
  const used = meeting(core, project(core), id, '2025-01-01');
  await expect(core.client.places.remove({ id })).rejects.toMatchObject({ code: 'REGISTER_IN_USE' });
  core.session.workspace.operations.run({ kind: 'test', labelId: 'test', isUndoable: false, actorId: '', windowId: 'test' }, () =>
    core.session.workspace.sql.run('DELETE FROM meeting WHERE id = :used', { used }),
  );
  await core.client.places.remove({ id });
  await expect(core.client.places.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await core.client.history.undo({});
  expect((await core.client.places.get({ id })).holds.map((member) => member.place.name)).toEqual(['Melhus']);
});

test('[R91] a place of the register keeps its name; its note is ours', async () => {
  using core = await freshCore();
  const id = await idOf(core, '5028', '2024-01-01');
  await expect(core.client.places.change({ id, fields: { name: 'Noe annet' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await core.client.places.change({ id, fields: { note: 'Rådhuset ligger i sentrum.' } });
  const { id: part } = await core.client.places.create({ kind: 'locality', name: 'Bjørkhylla', parentId: id });
  const record = await core.client.places.get({ id });
  expect([record.name, record.note, record.parts.map((one) => one.id)]).toEqual(['Melhus', 'Rådhuset ligger i sentrum.', [part]]);
  // What happens in a part of a municipality stands on the municipality's page.
  meeting(core, project(core), part, '2025-02-03');
  expect((await core.client.places.timeline({ id, kinds: ['meeting'] })).entries.map((one) => one.place.name)).toEqual(['Bjørkhylla']);
  expect((await core.client.places.overview({ by: 'municipality', today: '2026-01-15' })).rows.map((row) => row.name)).toEqual(['Melhus']);
});

test('[R91] the register that came with the program changes nothing where it is in already', async () => {
  using core = await freshCore();
  const look = await core.client.places.lookAtUpdate({ source: { from: 'shipped' } });
  expect(
    look.registers.map(({ country, newPlaces, changedPlaces, newChanges, changedChanges }) => [
      country,
      newPlaces,
      changedPlaces,
      newChanges,
      changedChanges,
    ]),
  ).toEqual([
    ['NO', 0, 0, 0, 0],
    ['SE', 0, 0, 0, 0],
  ]);
});

test('[R91] a newer register file shows what is new, is written as one step, and leaves own areas and notes alone', async () => {
  using core = await freshCore();
  const melhus = await idOf(core, '5028', '2024-01-01');
  await core.client.places.change({ id: melhus, fields: { note: 'vår merknad' } });
  const { id: areaId } = await core.client.places.create({ kind: 'area', name: 'Nordfylket', parentId: null });
  const ticket = await upload(core, {
    format: 'rost-places/1',
    country: { code: 'NO', name: 'Norge' },
    knownFrom: '1995-01-01',
    asOf: '2027-01-01',
    source: 'SSB, Klass 131 (2027)',
    licence: 'NLOD',
    counties: [{ code: '50', name: 'Trøndelag', from: '2018-01-01' }],
    municipalities: [
      { code: '5028', name: 'Melhus', from: '2018-01-01', to: '2027-01-01', county: '50@2018-01-01' },
      { code: '5099', name: 'Nyvåg', from: '2027-01-01', county: '50@2018-01-01' },
    ],
    changes: [{ from: '5028@2018-01-01', to: '5099@2027-01-01', on: '2027-01-01', kind: 'renumber', extent: 'whole' }],
  });
  const source = { from: 'file', ticket } as const;
  const { digest, registers } = await core.client.places.lookAtUpdate({ source });
  expect(registers.flatMap((one) => one.examples.map((example) => [example.what, example.place]))).toEqual([
    ['ended', 'Melhus (5028, 2018–2026)'],
    ['new', 'Nyvåg (5099, 2027–)'],
  ]);
  await expect(core.client.places.updateRegister({ source, digest: 'x' })).rejects.toMatchObject({ code: 'STALE' });
  expect(await core.client.places.updateRegister({ source, digest })).toEqual({ newPlaces: 1, changedPlaces: 1, changes: 1 });
  const after = await core.client.places.get({ id: melhus });
  expect([after.note, after.validTo, after.lineage.at(-1)?.place.name]).toEqual(['vår merknad', '2027-01-01', 'Nyvåg']);
  expect((await core.client.places.get({ id: areaId })).name).toBe('Nordfylket');
  expect((await core.client.places.list({ on: '2026-01-01', kinds: ['municipality'], country: 'NO', limit: 1 })).total).toBe(357);
  await core.client.history.undo({});
  expect((await core.client.places.get({ id: melhus })).validTo).toBeNull();
});

test.each([
  ['no file of this kind', { hello: 1 }],
  [
    'a code that means two places on a day',
    registerWith([
      { code: '5028', name: 'A' },
      { code: '5028', name: 'B', from: '2020-01-01' },
    ]),
  ],
  ['a municipality in a county that is not there', registerWith([{ code: '5028', name: 'A', county: '99' }])],
])('[R91] a register file with %s is refused, and nothing is written', async (_, content) => {
  using core = await freshCore();
  const source = { from: 'file', ticket: await upload(core, content) } as const;
  await expect(core.client.places.lookAtUpdate({ source })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});

function registerWith(municipalities: readonly object[]): object {
  const head = {
    format: 'rost-places/1',
    country: { code: 'NO', name: 'Norge' },
    knownFrom: '1995-01-01',
    asOf: '2027-01-01',
    source: 'x',
    licence: '',
  };
  return { ...head, counties: [], municipalities, changes: [] };
}

async function upload(core: Core, content: object): Promise<Awaited<ReturnType<Core['client']['workspace']['requestUpload']>>['ticket']> {
  const { ticket } = await core.client.workspace.requestUpload({ name: 'steder.json' });
  const { path } = received(core, ticket);
  writeFileSync(path, JSON.stringify(content));
  return ticket;
}

function received(core: Core, ticket: string): { path: string } {
  return { path: join(core.session.deps.temporaryFolder, 'in', ticket) };
}

test('[R79] [R87] the overview says the same as the list of actions about what the users know, and sees a meeting known by its month', async () => {
  using core = await freshCore();
  const heim = await idOf(core, '5055', '2024-01-01');
  meeting(core, project(core), heim, '2026-11-30', { held_precision: 'month', held_as_said: 'nå i november' });
  const { actionId } = await core.client.actions.create({ wording: 'Ring hjem', placeId: heim, today: '2026-10-01' });
  await core.client.actions.reportBack({ actionId, toldOn: '2026-10-05', how: 'møte', by: null, to: null });
  await core.client.actions.setStatus({ actionId, status: 'done', happenedOn: '2026-11-01' });
  const [row] = (await core.client.places.overview({ by: 'municipality', today: '2026-11-22' })).rows;
  const { counts } = await core.client.actions.list({ today: '2026-11-22', placeIds: [heim] });
  const { places } = await core.client.projects.overview({ today: '2026-11-22' });
  expect([row?.untoldActions, counts.unreported, places[0]?.unreportedActions]).toEqual([1, 1, 1]);
  expect(places[0]?.lastMeeting).toEqual({ on: '2026-11-30', precision: 'month' });
  expect([row?.meetings, row?.lastMeeting?.held]).toEqual([1, { on: '2026-11-30', precision: 'month' }]);
});
