import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { EntryKind } from '../../shared/contract/registers.ts';
import type { RegisterRecord } from '../../shared/contract/register-records.ts';

let folder: string;
let core: Core;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rost-registers-'));
  core = openCore();
  await core.client.workspace.create({ path: join(folder, 'registre.rost') });
});

afterEach(() => {
  core[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

const never = { asSaid: null, from: null, to: null };

async function add(kind: EntryKind | 'places', name: string): Promise<string> {
  return (await core.client.registers.quickAdd({ kind, name })).id;
}

async function get<K extends EntryKind>(kind: K, id: string) {
  // The core answers with the kind it was asked for.
  return (await core.client.registers.get({ kind, id })) as Extract<RegisterRecord, { kind: K }>;
}

async function addRole(personId: string, where: { organisationId?: string; bodyId?: string }, rest: object = {}) {
  return core.client.registers.savePart({
    part: 'role',
    id: null,
    personId,
    organisationId: where.organisationId ?? null,
    bodyId: where.bodyId ?? null,
    role: 'leder',
    title: null,
    span: never,
    recruitedBy: null,
    isFirstTime: false,
    ...rest,
  });
}

describe('organisations', () => {
  test('[R28][R29] an organisation has a kind, stands below another, and lists its own branches', async () => {
    const network = await add('organisations', 'Føreningsnettet');
    const branch = await add('organisations', 'Edru sammen Tindsund');
    await core.client.registers.change({ kind: 'organisations', id: branch, fields: { kind: 'local-branch', parentId: network } });
    const record = await get('organisations', branch);
    expect(record.fields.kind).toBe('local-branch');
    expect(record.parent?.name).toBe('Føreningsnettet');
    expect((await get('organisations', network)).branches.map(({ name }) => name)).toEqual(['Edru sammen Tindsund']);
    const { nodes } = await core.client.registers.tree({});
    expect(nodes.find(({ id }) => id === branch)?.parentId).toBe(network);
  });

  test('[R29] nobody stands below itself, however many steps down', async () => {
    const ids = [await add('organisations', 'A'), await add('organisations', 'B'), await add('organisations', 'C')] as const;
    await core.client.registers.change({ kind: 'organisations', id: ids[1], fields: { parentId: ids[0] } });
    await core.client.registers.change({ kind: 'organisations', id: ids[2], fields: { parentId: ids[1] } });
    for (const parentId of [ids[0], ids[1], ids[2]]) {
      await expect(core.client.registers.change({ kind: 'organisations', id: ids[0], fields: { parentId } })).rejects.toMatchObject({
        code: 'HIERARCHY_LOOP',
      });
    }
    expect((await get('organisations', ids[0])).fields.parentId).toBeNull();
  });

  test('[R30] pauses have dates and a reason, and a resting organisation is not there on that day', async () => {
    const id = await add('organisations', 'Pårørendelaget ved fjorden');
    await core.client.registers.savePart({
      part: 'pause',
      id: null,
      organisationId: id,
      from: '2021',
      to: '2023',
      reason: 'Ingen kunne lede',
    });
    const record = await get('organisations', id);
    expect(record.pauses).toMatchObject([{ span: { from: '2021', to: '2023' }, reason: 'Ingen kunne lede' }]);
    const on = async (day: string) => (await core.client.registers.list({ kind: 'organisations', on: day })).total;
    expect([await on('2020-12-31'), await on('2022-06-01'), await on('2023-01-01')]).toEqual([1, 0, 1]);
  });

  test('[R29] an organisation serves several places, each once', async () => {
    const id = await add('organisations', 'Klubb Kvarnen');
    const places = [await add('places', 'Norra Älvbygden'), await add('places', 'Södra Älvbygden')];
    for (const placeId of [...places, ...places]) {
      await core.client.registers.savePart({ part: 'area', id: null, organisationId: id, placeId });
    }
    const { areas } = await get('organisations', id);
    expect(areas.map(({ place }) => place.name).toSorted()).toEqual(['Norra Älvbygden', 'Södra Älvbygden']);
    await core.client.registers.removePart({ part: 'area', id: areas[0]?.id ?? '' });
    expect((await get('organisations', id)).areas).toHaveLength(1);
  });
});

describe('people', () => {
  test('[R20][R31][R37][R38] one person has several dated roles with title, how they were recruited, and whether it is the first time', async () => {
    const person = await add('people', 'Steinulf Brattvika');
    const organisationId = await add('organisations', 'Røstlaget Fjordvik');
    const bodyId = await add('bodies', 'Brukerpanelet i Fjordvik');
    await addRole(person, { organisationId }, { title: 'Daglig leder', span: { asSaid: 'til våren 2024', from: null, to: '2024-06-01' } });
    await addRole(
      person,
      { bodyId },
      { role: 'medlem', span: { ...never, from: '2025-02' }, recruitedBy: 'meldte seg selv', isFirstTime: true },
    );
    const { roles } = await get('people', person);
    expect(roles).toMatchObject([
      { body: { name: 'Brukerpanelet i Fjordvik' }, role: 'medlem', recruitedBy: 'meldte seg selv', isFirstTime: true },
      { organisation: { name: 'Røstlaget Fjordvik' }, title: 'Daglig leder', span: { asSaid: 'til våren 2024', to: '2024-06-01' } },
    ]);
    const told = async (on: string) => (await core.client.registers.find({ kind: 'people', text: 'steinulf', on })).hits[0]?.detail;
    expect(await told('2023-01-01')).toBe('Daglig leder, Røstlaget Fjordvik');
    expect(await told('2025-03-01')).toBe('medlem, Brukerpanelet i Fjordvik');
  });

  test('[R21][R19] contact goes straight or through a coordinator, and consent to share it is given and withdrawn on a day', async () => {
    const id = await add('people', 'Märta Ängsforsa');
    const change = (fields: object) => core.client.registers.change({ kind: 'people', id, fields });
    await change({ email: 'marta@anhorigringen.example', phone: '000 00 000', contactRoute: 'coordinator' });
    await change({ contactConsentedOn: '2025-04-22' });
    await change({ contactWithdrawnOn: '2025-06-01' });
    expect((await get('people', id)).fields).toMatchObject({
      contactRoute: 'coordinator',
      contactConsentedOn: '2025-04-22',
      contactWithdrawnOn: '2025-06-01',
    });
    await core.client.history.undo({});
    expect((await get('people', id)).fields.contactWithdrawnOn).toBeNull();
  });

  test('[R22] a person needs nothing but a name', async () => {
    const { fields, roles } = await get('people', await add('people', 'Even'));
    expect([fields.email, fields.phone, fields.contactConsentedOn, roles]).toEqual([null, null, null, []]);
  });
});

describe('bodies', () => {
  test('[R36][R40][R42] a council is standing or for a time, with remit, working order, period as said and who is missing', async () => {
    const id = await add('bodies', 'Ad hoc-rådet for botjenesten');
    const fields = {
      kind: 'statutory-council',
      isStanding: false,
      remit: 'Husregler',
      workingOrder: 'Møtes ved behov',
      notRepresented: 'De unge',
      span: { asSaid: 'mot slutten av 2023', from: '2023-10', to: '2024' },
    } as const;
    await core.client.registers.change({ kind: 'bodies', id, fields });
    expect((await get('bodies', id)).fields).toMatchObject(fields);
    const on = async (day: string) => (await core.client.registers.list({ kind: 'bodies', on: day })).total;
    expect([await on('2023-09-30'), await on('2023-12-01'), await on('2024-01-01')]).toEqual([0, 1, 0]);
  });

  test('[R39] a panel that goes on after the project has ended says so', async () => {
    const id = await add('bodies', 'Brukerpanelet i Fjordvik');
    const { projectId } = await core.client.projects.create({ name: 'Prosjektet', kind: 'user-evaluation', contentLanguage: 'nb' });
    await core.client.projects.setParts({ projectId, bodies: [{ bodyId: id, role: 'referansegruppe' }] });
    expect((await get('bodies', id)).outlives).toEqual([]);
    await core.client.projects.change({ projectId, fields: { endsOn: '2016-06-30' } });
    expect((await get('bodies', id)).outlives).toEqual([{ id: projectId, name: 'Prosjektet', endedOn: '2016-06-30' }]);
    await core.client.registers.retire({ kind: 'bodies', id, on: '2016-06-30', reason: null });
    expect((await get('bodies', id)).outlives).toEqual([]);
  });
});

describe('services', () => {
  test('[R32][R34][R12] a service says for whom, when it is open and how many, as exactly as it is known', async () => {
    const id = await add('services', 'Foreldrekurset');
    const fields = {
      kind: 'programme',
      targetGroup: 'Alle foreldre',
      eligibility: 'Innskrevet i tjenesten',
      opening: 'To dager i uka',
      recipients: { count: 15, precision: 'inferred', asSaid: 'anslått 15' },
      recipientsReason: 'Tre grupper med fem i hver',
      origin: 'Kom av sammenslåingen',
    } as const;
    await core.client.registers.change({ kind: 'services', id, fields });
    expect((await get('services', id)).fields).toMatchObject(fields);
    await core.client.registers.change({
      kind: 'services',
      id,
      fields: { recipients: { count: null, precision: null, asSaid: 'mange' } },
    });
    const page = await core.client.registers.list({ kind: 'services' });
    expect(page.rows[0]).toMatchObject({ recipients: null, recipientsAsSaid: 'mange' });
  });

  test('[R33][R35][R93][R95] it keeps its identity through operators, with its money and its links', async () => {
    const id = await add('services', 'Loftet dagsenter');
    const other = await add('services', 'Botjenesten');
    const first = await add('organisations', 'Fjordvik kommune (2020–2023)');
    const second = await add('organisations', 'Fjordvik kommune');
    const part = core.client.registers.savePart;
    await part({
      part: 'operator',
      id: null,
      serviceId: id,
      organisationId: first,
      span: { asSaid: null, from: '2020-01-01', to: '2024-01-01' },
    });
    await part({ part: 'operator', id: null, serviceId: id, organisationId: second, span: { asSaid: null, from: '2024-01-01', to: null } });
    await part({
      part: 'funding',
      id: null,
      serviceId: id,
      source: 'Statsforvalteren',
      kind: 'grant',
      amount: 400_000,
      span: { asSaid: null, from: '2022', to: '2023' },
    });
    await part({ part: 'link', id: null, serviceId: id, toServiceId: other, kind: 'replaces', note: null });
    const record = await get('services', id);
    expect(record.operators.map(({ organisation, span }) => [organisation.name, span.to])).toEqual([
      ['Fjordvik kommune (2020–2023)', '2024-01-01'],
      ['Fjordvik kommune', null],
    ]);
    expect(record.funding).toMatchObject([{ source: 'Statsforvalteren', kind: 'grant', amount: 400_000 }]);
    expect(record.links).toMatchObject([{ service: { name: 'Botjenesten' }, kind: 'replaces' }]);
    expect((await get('services', other)).linkedFrom).toMatchObject([{ service: { name: 'Loftet dagsenter' } }]);
    expect((await get('organisations', second)).operates).toMatchObject([{ service: { name: 'Loftet dagsenter' } }]);
    await expect(part({ part: 'link', id: null, serviceId: id, toServiceId: id, kind: 'replaces', note: null })).rejects.toMatchObject({
      code: 'HIERARCHY_LOOP',
    });
  });
});
