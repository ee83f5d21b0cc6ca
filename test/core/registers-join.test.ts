import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import type { EntryKind } from '../../shared/contract/registers.ts';
import { anEntry } from './entry-fixture.ts';

let folder: string;
let core: Core;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rost-registers-join-'));
  const path = join(folder, 'sample.rost');
  buildSample(path);
  core = openCore();
  await core.client.workspace.open({ path });
});

afterEach(() => {
  core[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

const Named = z.object({ name: z.string() });
const Pointer = z.object({ table: z.string(), column: z.string(), to: z.string() });
const pointerSql = `SELECT sqlite_schema.name AS "table", keys."from" AS "column", keys."table" AS "to"
FROM sqlite_schema JOIN pragma_foreign_key_list(sqlite_schema.name) AS keys WHERE sqlite_schema.type = 'table'`;

function sql() {
  return core.session.workspace.sql;
}

/** Every row of every table that can be undone, as text. */
function everything(): Readonly<Record<string, readonly string[]>> {
  const tables = sql().all(
    Named,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'op%' AND name <> 'actor' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search!_%' ESCAPE '!'`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      sql()
        .all(z.record(z.string(), z.unknown()), `SELECT * FROM ${name}`)
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  );
}

/** How many rows point at an entry, wherever. */
function pointersTo(table: string, id: string): number {
  return sql()
    .all(Pointer, pointerSql)
    .filter(({ to }) => to === table)
    .reduce(
      (sum, pointer) =>
        sum +
        (sql().get(z.object({ n: z.int() }), `SELECT count(*) AS n FROM ${pointer.table} WHERE ${pointer.column} = :id`, { id })?.n ?? 0),
      0,
    );
}

async function idOf(kind: EntryKind, name: string): Promise<string> {
  const { hits } = await core.client.registers.find({ kind, text: name, limit: 1 });
  if (hits[0] === undefined) throw new Error(`no ${name}`);
  return hits[0].id;
}

const pairs = [
  ['organisations', 'organisation', 'Fjordvik kommune', 'Enhet for psykisk helse'],
  ['people', 'person', 'Oddrun Fjellvågen', 'Ragnfrid Lysbakkmo'],
  ['bodies', 'body', 'Brukerpanelet i Fjordvik', 'Ad hoc-rådet'],
  ['services', 'service', 'Psykisk helsetjeneste', 'Loftet'],
] as const;

describe('two entries of the same thing', () => {
  test.each(pairs)(
    '[R29][R93] %s: everything points at the kept one, nothing is lost, and one undo takes it all back',
    async (kind, table, keep, gone) => {
      const [keepId, goneId] = [await idOf(kind, keep), await idOf(kind, gone)];
      const before = everything();
      const pointers = pointersTo(table, goneId);
      expect(pointers).toBeGreaterThan(0);
      await core.client.registers.join({ kind, keepId, goneId });
      expect(pointersTo(table, goneId)).toBe(0);
      expect(pointersTo(table, keepId)).toBeGreaterThan(0);
      expect(sql().all(z.unknown(), 'PRAGMA foreign_key_check')).toEqual([]);
      expect(JSON.stringify(everything())).not.toContain(goneId);
      await expect(core.client.registers.get({ kind, id: goneId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await core.client.history.undo({});
      expect(everything()).toEqual(before);
    },
  );

  test('what the kept one lacks is taken over, and two notes become one', async () => {
    const [keepId, goneId] = [await idOf('organisations', 'Klubb Kvarnen'), await idOf('organisations', 'Röstlaget Fjordvik')];
    await core.client.registers.change({ kind: 'organisations', id: keepId, fields: { note: 'Møter torsdager' } });
    await core.client.registers.change({ kind: 'organisations', id: goneId, fields: { phone: '000 11 222' } });
    await core.client.registers.join({ kind: 'organisations', keepId, goneId });
    const record = await core.client.registers.get({ kind: 'organisations', id: keepId });
    expect(record.fields).toMatchObject({ name: 'Klubb Kvarnen', phone: '000 11 222' });
    expect('note' in record.fields ? record.fields.note : '').toBe('Møter torsdager\nDrev Loftet dagsenter 2022–2023.\nRøstlaget Fjordvik');
  });

  test('the other name and address it was known by stay in the note; what both say is not said twice', async () => {
    const [keepId, goneId] = [
      (await core.client.registers.quickAdd({ kind: 'people', name: 'Kari Solvang' })).id,
      (await core.client.registers.quickAdd({ kind: 'people', name: 'Kari Solvang Berg' })).id,
    ];
    const change = (id: string, fields: { email?: string; phone?: string }) => core.client.registers.change({ kind: 'people', id, fields });
    await change(keepId, { email: 'kari@example.org', phone: '000 11 222' });
    await change(goneId, { email: 'kari.berg@example.org', phone: '000 11 222' });
    await core.client.registers.join({ kind: 'people', keepId, goneId });
    expect((await core.client.registers.get({ kind: 'people', id: keepId })).fields).toMatchObject({
      name: 'Kari Solvang',
      email: 'kari@example.org',
      note: 'Kari Solvang Berg · kari.berg@example.org',
    });
  });

  test('[R29] an organisation that stands above stays above: what would go in a ring is refused', async () => {
    const registers = core.client.registers;
    const ids = [];
    for (const name of ['Øverst', 'Midt', 'Nederst']) ids.push((await registers.quickAdd({ kind: 'organisations', name })).id);
    const [top = '', middle = '', bottom = ''] = ids;
    await registers.change({ kind: 'organisations', id: middle, fields: { parentId: top } });
    await registers.change({ kind: 'organisations', id: bottom, fields: { parentId: middle } });
    await expect(registers.join({ kind: 'organisations', keepId: bottom, goneId: top })).rejects.toMatchObject({ code: 'HIERARCHY_LOOP' });
    await registers.join({ kind: 'organisations', keepId: bottom, goneId: middle });
    const record = await registers.get({ kind: 'organisations', id: bottom });
    expect('parent' in record ? record.parent?.id : null).toBe(top);
  });

  test.each([
    { kept: ['2025-01-01', null], other: [null, '2025-03-01'], after: ['2025-01-01', '2025-03-01'] },
    { kept: [null, null], other: ['2025-01-01', null], after: ['2025-01-01', null] },
    { kept: ['2025-04-01', null], other: ['2025-01-01', '2025-03-01'], after: ['2025-04-01', null] },
    { kept: ['2025-04-01', null], other: ['2025-01-01', '2025-04-01'], after: ['2025-04-01', '2025-04-01'] },
  ])('[R19] what a person said last about sharing contact data holds: $kept and $other', async ({ kept, other, after }) => {
    const registers = core.client.registers;
    const { id: keepId } = await registers.quickAdd({ kind: 'people', name: 'Tordis Vikmyra' });
    const { id: goneId } = await registers.quickAdd({ kind: 'people', name: 'Tordis Vikmyra' });
    const consent = ([given, withdrawn]: readonly (string | null)[]) => ({
      contactConsentedOn: given ?? null,
      contactWithdrawnOn: withdrawn ?? null,
    });
    await registers.change({ kind: 'people', id: keepId, fields: consent(kept) });
    await registers.change({ kind: 'people', id: goneId, fields: { ...consent(other), contactRoute: 'coordinator' } });
    expect((await registers.get({ kind: 'people', id: keepId })).namesakes.map(({ id }) => id)).toContain(goneId);
    await registers.join({ kind: 'people', keepId, goneId });
    expect((await registers.get({ kind: 'people', id: keepId })).fields).toMatchObject({ ...consent(after), contactRoute: 'coordinator' });
  });
});

describe('answers that picked an entry', () => {
  test('[R95] follow it when two are made one, hold it back from being deleted, and come back with undo', async () => {
    const entry = await anEntry([{ name: 'who', type: 'register', register: 'organisation' }]);
    using own = entry.core;
    const { registers } = own.client;
    const { id: keepId } = await registers.quickAdd({ kind: 'organisations', name: 'Klubb Kvarnen' });
    const { id: goneId } = await registers.quickAdd({ kind: 'organisations', name: 'Klubben på Kvarnen' });
    await entry.answer('who', { kind: 'record', id: goneId });
    await expect(registers.remove({ kind: 'organisations', id: goneId })).rejects.toMatchObject({ code: 'REGISTER_IN_USE' });
    await registers.join({ kind: 'organisations', keepId, goneId });
    expect((await entry.record('who'))?.value).toEqual({ kind: 'record', id: keepId });
    await own.client.history.undo({});
    expect((await entry.record('who'))?.value).toEqual({ kind: 'record', id: goneId });
    await registers.remove({ kind: 'organisations', id: keepId });
  });
});

describe('taking away', () => {
  test('what is used says where and stays; what is not goes with its own parts and comes back with undo', async () => {
    const registers = core.client.registers;
    const used = await idOf('organisations', 'Erfaringsloftet');
    await expect(registers.remove({ kind: 'organisations', id: used })).rejects.toMatchObject({
      code: 'REGISTER_IN_USE',
      data: { params: { name: 'Erfaringsloftet', where: expect.stringMatching(/./u) } },
    });
    const { uses } = await registers.get({ kind: 'organisations', id: used });
    expect(new Set(uses.map(({ kind }) => kind)).has('meeting')).toBe(true);
    expect(uses.every(({ id, name }) => id === null || name !== '')).toBe(true);
    const { id } = await registers.quickAdd({ kind: 'people', name: 'Even' });
    await registers.savePart({
      part: 'role',
      id: null,
      personId: id,
      organisationId: used,
      bodyId: null,
      role: 'vikar',
      title: null,
      span: { asSaid: null, from: '2025', to: null },
      recruitedBy: null,
      isFirstTime: false,
    });
    const before = everything();
    await registers.remove({ kind: 'people', id });
    await expect(registers.get({ kind: 'people', id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await core.client.history.undo({});
    expect(everything()).toEqual(before);
  });

  test('[R20][R30] ending is offered instead: roles, bodies and services end that day, an organisation rests without an end', async () => {
    const registers = core.client.registers;
    const total = async (kind: EntryKind, on: string) => (await registers.list({ kind, on })).total;
    for (const [kind, name] of [
      ['people', 'Solfrid Tangvåg'],
      ['bodies', 'Brukerpanelet i Fjordvik'],
      ['services', 'Psykisk helsetjeneste Fjordvik'],
      ['organisations', 'Klubb Kvarnen'],
    ] as const) {
      const before = [await total(kind, '2025-10-31'), await total(kind, '2025-11-01')] as const;
      await registers.retire({ kind, id: await idOf(kind, name), on: '2025-11-01', reason: null });
      expect([await total(kind, '2025-10-31'), await total(kind, '2025-11-01')]).toEqual([before[0], before[1] - 1]);
    }
  });
});

describe('[R22] people in the register are never respondents', () => {
  test('no table points at both, and nothing of a respondent points at a person', () => {
    const pointers = sql().all(Pointer, pointerSql);
    const pointsAt = (table: string, to: string): boolean => pointers.some((pointer) => pointer.table === table && pointer.to === to);
    const tables = [...new Set(pointers.map(({ table }) => table))];
    expect(tables.filter((table) => pointsAt(table, 'person') && (pointsAt(table, 'respondent') || pointsAt(table, 'interview')))).toEqual(
      [],
    );
    const columns = sql().all(
      z.object({ table: z.string(), column: z.string() }),
      `SELECT sqlite_schema.name AS "table", info.name AS "column" FROM sqlite_schema JOIN pragma_table_info(sqlite_schema.name) AS info
       WHERE sqlite_schema.type = 'table' AND sqlite_schema.name IN ('person', 'person_role', 'respondent', 'interview', 'answer', 'consent')`,
    );
    const holds = (table: string, word: string) => columns.filter((one) => one.table === table && one.column.includes(word));
    expect([...holds('person', 'respondent'), ...holds('person_role', 'respondent')]).toEqual([]);
    expect(['respondent', 'interview', 'answer', 'consent'].flatMap((table) => holds(table, 'person'))).toEqual([]);
  });

  test('no statement of the core reads a person of the register together with a respondent', () => {
    const root = join(import.meta.dirname, '..', '..', 'electron', 'core');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.includes('migrations'),
    );
    const statements = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/`[^`]*\bSELECT\b[^`]*`|'[^'\n]*\bSELECT\b[^'\n]*'/gu)].map(([text]) => ({
        file,
        text,
      })),
    );
    expect(statements.length).toBeGreaterThan(200);
    const reads = (text: string, table: string): boolean => new RegExp(String.raw`\b(?:FROM|JOIN)\s+${table}\b`, 'u').test(text);
    const both = statements.filter(
      ({ text }) => (reads(text, 'person') || reads(text, 'person_role')) && (reads(text, 'respondent') || reads(text, 'answer')),
    );
    expect(both).toEqual([]);
  });
});
