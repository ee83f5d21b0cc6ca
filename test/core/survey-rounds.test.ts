import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { Core } from '../../electron/core/open-core.ts';
import { design, imported, matchFile, option, question, roundsOf } from './survey-target-fixture.ts';
import { finish, hashTables, inspect, openEmptyWorkspace, pluck, upload } from './survey-upload-fixture.ts';

/** Stays with visits in them: a repeat in a repeat. */
const questions = [
  question('alder', 'number'),
  question('opphold', 'repeat'),
  question('sted', 'open', { parent: 1 }),
  question('netter', 'number', { parent: 1, maximum: 99 }),
  question('hjelp', 'several', { parent: 1, options: [option(1, 'Familien'), option(2, 'Venner og kjente'), option(3, 'Venner')] }),
  question('besok', 'repeat', { parent: 1 }),
  question('hvem', 'one', { parent: 5, options: [option(1, 'Mor', { name: 'mor' }), option(2, 'Far', { name: 'far' })] }),
  question('etterpa', 'open'),
];
const sections = [{ name: null, title: { nb: 'Del' }, relevant: null, questions }];

type Cell = string | number;
type Sheets = Record<string, readonly (readonly Cell[])[]>;

/** The sheets of KoboToolbox's export with one sheet per repeat; a row's own number runs through its sheet. */
const plain: Sheets = {
  Skjema: [
    ['Deltakernr', 'alder', 'etterpa', '_id', '_uuid', '_submission_time', '_index'],
    ['A1', 34, 'Bra', 901, 'u1', '2026-03-19T09:00:00', 1],
    ['A2', 51, '', 902, 'u2', '2026-03-19T10:00:00', 2],
    ['A3', 62, 'Slitsomt', 903, 'u3', '2026-03-19T11:00:00', 3],
  ],
  opphold: [
    [
      'opphold/sted',
      'opphold/netter',
      'opphold/hjelp',
      '_index',
      '_parent_table_name',
      '_parent_index',
      '_submission__id',
      '_submission__uuid',
    ],
    ['Post 2', 12, 'Familien Venner og kjente', 1, 'Skjema', 1, 901, 'u1'],
    ['Bofellesskapet', 30, 'Venner', 2, 'Skjema', 1, 901, 'u1'],
    ['Post 1', 3, '', 3, 'Skjema', 3, 903, 'u3'],
  ],
  besok: [
    ['opphold/besok/hvem', '_index', '_parent_table_name', '_parent_index', '_submission__id'],
    ['mor', 1, 'opphold', 1, 901],
    ['far', 2, 'opphold', 1, 901],
    ['far', 3, 'opphold', 3, 903],
  ],
};

async function kobo(change: Partial<Sheets> = {}, name = 'kobo.xlsx') {
  const sheets = Object.entries({ ...plain, ...change }).flatMap(([sheet, rows]) =>
    rows === undefined ? [] : [{ name: sheet, rows: rows.map((row) => [...row]) }],
  );
  return { name, content: await writeXlsx({ sheets }) };
}

const rounds = {
  'A1 opphold 1': { sted: 'Post 2', netter: 12, hjelp: '1 2' },
  'A1 opphold 1 besok 1': { hvem: 1 },
  'A1 opphold 1 besok 2': { hvem: 2 },
  'A1 opphold 2': { sted: 'Bofellesskapet', netter: 30, hjelp: '3' },
  'A3 opphold 1': { sted: 'Post 1', netter: 3 },
  'A3 opphold 1 besok 1': { hvem: 2 },
};

async function withForm(): Promise<Core> {
  const core = await openEmptyWorkspace();
  design(core, sections);
  return core;
}

describe('rounds of a workbook', () => {
  it('come in with their interviews, rounds within rounds too, as one operation [F29]', async () => {
    using core = await withForm();
    const file = await matchFile(core, await kobo(), { codeColumn: 0 });
    expect(file.inspection.roundSheets).toEqual(['opphold', 'besok']);
    expect(file.match.rounds.map(({ name, basis, isSure, rowCount, links }) => [name, basis, isSure, rowCount, links.length])).toEqual([
      ['opphold', 'name', true, 3, 3],
      ['besok', 'name', true, 3, 1],
    ]);
    const before = hashTables(core, 'logged');
    const dry = await file.dryRun();
    expect(dry).toMatchObject({ problemCount: 0, problems: [] });
    expect(dry.target?.rounds).toEqual([
      { name: 'opphold', of: expect.any(String), rows: 3, added: 3, standing: 0, leftOut: 0, unlinked: 0, unknownColumns: [] },
      { name: 'besok', of: expect.any(String), rows: 3, added: 3, standing: 0, leftOut: 0, unlinked: 0, unknownColumns: [] },
    ]);
    expect(dry.target?.missing).toEqual([]);
    expect(hashTables(core, 'logged')).toEqual(before);
    expect(imported(await file.bring({ problems: 'refuse' }))).toMatchObject({ rowsImported: 3, emptiedCount: 0 });
    expect(roundsOf(core)).toEqual(rounds);
    const after = hashTables(core, 'logged');
    await core.client.history.undo({});
    expect(hashTables(core, 'logged')).toEqual(before);
    await core.client.history.redo({});
    expect(hashTables(core, 'logged')).toEqual(after);
    expect(pluck(core, 'PRAGMA foreign_key_check')).toBeUndefined();
  });

  it('are matched with labels in headers and cells, and a sheet name that was cut', async () => {
    using core = await openEmptyWorkspace();
    const long = 'opphold_pa_institusjon_de_siste_fem_ar';
    const [first, repeat, ...rest] = questions;
    design(core, [{ ...sections[0]!, questions: [first!, { ...repeat!, name: long }, ...rest] }]);
    const name = 'Spørsmål om';
    const file = await matchFile(
      core,
      await kobo({
        opphold: undefined,
        besok: undefined,
        [long.slice(0, 31)]: [
          [`${name} sted?`, `${name} netter?`, `${name} hjelp?`, '_index', '_parent_table_name', '_parent_index'],
          ['Post 2', 12, 'Venner og kjente Familien', 1, 'Skjema', 2],
        ],
        'Besøk hos deg': [
          [`${name} hvem?`, '_index', '_parent_table_name', '_parent_index'],
          ['Far', 1, long, 1],
        ],
      }),
      { codeColumn: 0 },
    );
    expect(file.match.rounds.map(({ basis, isSure }) => [basis, isSure])).toEqual([
      ['name', true],
      ['similar', false],
    ]);
    imported(await file.bring({ problems: 'refuse' }));
    expect(roundsOf(core)).toEqual({
      [`A2 ${long} 1`]: { sted: 'Post 2', netter: 12, hjelp: '1 2' },
      [`A2 ${long} 1 besok 1`]: { hvem: 2 },
    });
  });

  it('that point to nothing, to two rows or to another interview are listed and left out; nothing at all comes in when it must be right', async () => {
    using core = await withForm();
    const opphold = plain['opphold'] ?? [];
    const bad = await kobo({
      opphold: [
        [...(opphold[0] ?? []), 'opphold/farge'],
        ...opphold.slice(1).map((row) => [...row, 'blå']),
        ['Ingen steder', 1, '', 4, 'Skjema', 17, 917, 'u17', 'rød'],
        ['Hos en annen', 1, '', 5, 'Skjema', 2, 903, 'u3', 'rød'],
        ['To ganger', 1, '', 3, 'Skjema', 2, 902, 'u2', 'rød'],
        ['For mange netter', 120, '', 6, 'Skjema', 2, 902, 'u2', ''],
      ],
      besok: [...(plain['besok'] ?? []), ['mor', 4, 'opphold', 4, 917], ['mor', 5, 'Skjema', 2, 902]],
      utstyr: [
        ['utstyr/ting', '_index', '_parent_table_name', '_parent_index'],
        ['Sykkel', 1, 'Skjema', 1],
      ],
    });
    const file = await matchFile(core, bad, { codeColumn: 0 });
    const dry = await file.dryRun();
    expect(dry.problems.map(({ sheet, row, column, value, why }) => [sheet, row, column, value, why])).toEqual([
      ['opphold', 8, 2, '120', 'out-of-range'],
      ['opphold', 5, 6, '17', 'no-parent'],
      ['opphold', 6, 7, '903', 'other-interview'],
      ['opphold', 7, 4, '3', 'index-twice'],
      ['besok', 4, 4, '3', 'parent-twice'],
      ['besok', 5, 4, '4', 'no-parent'],
      ['besok', 6, 4, '2', 'other-sheet'],
    ]);
    expect(dry.problemCount).toBe(7);
    expect(dry.target?.rounds).toMatchObject([
      { name: 'opphold', rows: 7, added: 4, unlinked: 3, unknownColumns: ['opphold/farge'] },
      { name: 'besok', rows: 5, added: 2, unlinked: 3 },
      { name: 'utstyr', of: null, rows: 1, added: 0, unlinked: 0 },
    ]);
    const before = hashTables(core, 'logged');
    expect(await file.bring({ problems: 'refuse' })).toMatchObject({ state: 'refused', problemCount: 7 });
    expect(hashTables(core, 'logged')).toEqual(before);
    expect(imported(await file.bring())).toMatchObject({ emptiedCount: 7 });
    const { 'A3 opphold 1 besok 1': _gone, ...left } = rounds;
    expect(roundsOf(core)).toEqual({ ...left, 'A2 opphold 1': { sted: 'For mange netter' } });
  });

  it('fill up what stands, keep what says something else, and come after it; or take its place [F29]', async () => {
    using core = await withForm();
    const half = await kobo({
      opphold: (plain['opphold'] ?? []).map((row, at) => (at === 1 ? row.with(1, '') : row)).slice(0, 2),
      besok: undefined,
    });
    imported(await (await matchFile(core, half, { codeColumn: 0 })).bring());
    expect(roundsOf(core)).toEqual({ 'A1 opphold 1': { sted: 'Post 2', hjelp: '1 2' } });
    const standing = hashTables(core, 'logged');
    const more = await matchFile(core, await kobo(), { mode: 'more', codeColumn: 0 });
    expect(more.match.rounds.map(({ basis }) => basis)).toEqual(['remembered', 'name']);
    expect((await more.dryRun()).target).toMatchObject({
      people: { changed: 2, unchanged: 1 },
      values: { filled: 9, kept: 0 },
      rounds: [
        { added: 2, standing: 1 },
        { added: 3, standing: 0 },
      ],
    });
    imported(await more.bring());
    expect(roundsOf(core)).toEqual(rounds);
    await core.client.history.undo({});
    expect(hashTables(core, 'logged')).toEqual(standing);
    await core.client.history.redo({});
    expect(roundsOf(core)).toEqual(rounds);
    // Another stay in the same place is another one: nothing of it is mixed in.
    const opphold = plain['opphold'] ?? [];
    const other = await kobo({ opphold: opphold.map((row, at) => (at === 3 ? ['Hjemme', 4, 'Familien', ...row.slice(3)] : row)) });
    const kept = await matchFile(core, other, { mode: 'more', codeColumn: 0 });
    const dry = await kept.dryRun();
    expect(dry.target?.values).toMatchObject({ kept: 2, filled: 0 });
    expect(dry.target?.values.listed[0]).toMatchObject({
      code: 'A3',
      number: '2.1 (1)',
      before: { text: 'Post 1' },
      after: { text: 'Hjemme' },
    });
    imported(await kept.bring());
    expect(roundsOf(core)).toEqual(rounds);
    imported(await (await matchFile(core, other, { mode: 'replace', codeColumn: 0 })).bring());
    expect(roundsOf(core)).toEqual({ ...rounds, 'A3 opphold 1': { sted: 'Hjemme', netter: 4, hjelp: '1' } });
    expect(pluck(core, "SELECT count(*) FROM interview_change WHERE reason = 'import'")).toBeGreaterThan(0);
  });

  it('are left out with interviews that are there already', async () => {
    using core = await withForm();
    imported(await (await matchFile(core, await kobo(), { codeColumn: 0 })).bring());
    const again = await matchFile(core, await kobo(), { codeColumn: 0 });
    expect(again.match.rounds.map(({ basis, isSure }) => [basis, isSure])).toEqual([
      ['remembered', true],
      ['remembered', true],
    ]);
    expect((await again.dryRun()).target).toMatchObject({
      people: { known: 3, added: 0 },
      rounds: [
        { added: 0, leftOut: 3 },
        { added: 0, leftOut: 3 },
      ],
    });
    imported(await again.bring());
    expect(roundsOf(core)).toEqual(rounds);
  });

  it('follow the rules of the questionnaire: what a round would not be asked is set aside, what breaks a check is left out', async () => {
    using core = await openEmptyWorkspace();
    const ruled = questions.map((one) =>
      one.name === 'netter'
        ? { ...one, relevant: "${sted} = 'Post 1'", maximum: null }
        : one.name === 'opphold'
          ? { ...one, repeatCount: '1' }
          : one,
    );
    design(core, [{ ...sections[0]!, questions: ruled }]);
    imported(await (await matchFile(core, await kobo(), { codeColumn: 0 })).bring());
    expect(roundsOf(core)).toMatchObject({
      'A1 opphold 1': { netter: 'parked: 12', sted: 'Post 2' },
      'A1 opphold 2': { netter: 'parked: 30', sted: 'to-confirm: Bofellesskapet' },
      'A3 opphold 1': { netter: 3 },
    });
  });

  it('can be settled by hand: another repeat or none, a column another question or none', async () => {
    using core = await withForm();
    const content = await kobo({
      opphold: undefined,
      besok: undefined,
      Ark: [
        ['hvor', 'natter', '_index', '_parent_table_name', '_parent_index'],
        ['Post 2', 12, 1, 'Skjema', 1],
      ],
    });
    const ticket = await upload(core, content);
    const { reading, proposal } = await inspect(core, ticket);
    const versionId = pluck(core, 'SELECT id FROM questionnaire_version') as never;
    const base = { ticket, versionId, language: 'en' as const };
    const match = (await finish(core.client.exchange.match({ ...base, reading, mapping: proposal, asNewVersion: false }))).output;
    const [sheet] = match.rounds;
    const stay = match.repeats.find(({ wording }) => wording.nb === 'Spørsmål om opphold?');
    if (sheet === undefined || stay === undefined) throw new Error('no sheet, or no repeat');
    expect(sheet).toMatchObject({ of: null, links: [] });
    const set = async (of: typeof sheet, change: Parameters<typeof core.client.exchange.linkRounds>[0]['change']) =>
      (await finish(core.client.exchange.linkRounds({ ...base, sheet: of, change }))).output.sheet;
    const chosen = await set(sheet, { of: stay.of });
    expect(chosen).toMatchObject({ of: stay.of, basis: 'chosen' });
    const [place, nights] = stay.questions;
    const linked = await set(await set(chosen, { column: 0, questionId: place!.id }), { column: 1, questionId: nights!.id });
    expect(linked.links.map(({ questionId }) => questionId)).toEqual([place!.id, nights!.id]);
    expect((await set(linked, { column: 1, questionId: null })).links).toHaveLength(1);
    expect((await set(linked, { column: 1, questionId: place!.id })).links).toMatchObject([{ key: 'c1', questionId: place!.id }]);
    expect(await set(linked, { of: null })).toMatchObject({ of: null, links: [], mapping: { questions: [] } });
  });

  it('leave nothing behind when the import is given up at any step, and nothing on the disk when it is done', async () => {
    using core = await withForm();
    const file = await matchFile(core, await kobo(), { codeColumn: 0 });
    const before = hashTables(core, 'all');
    for (const steps of [0, 1, 2, 4, 6]) {
      const job = await file.start({});
      for (let step = 0; step < steps; step += 1) expect((await job.next()).done).toBe(false);
      await job.return?.(undefined as never);
      expect(hashTables(core, 'all')).toEqual(before);
    }
    imported(await file.bring());
    expect(roundsOf(core)).toEqual(rounds);
  });

  it('in files of their own come with the file of interviews; a damaged one is refused with what is wrong, and all stays as it was', async () => {
    using core = await withForm();
    const toCsv = (rows: Sheets[string] = []): string => rows.map((row) => row.join(';')).join('\n');
    const main = { name: 'svar.csv', content: toCsv(plain['Skjema']) };
    const besides = ['besok', 'opphold'].map((name) => ({ name: `${name}.csv`, content: toCsv(plain[name]) }));
    const ragged = { name: 'besok.csv', content: `${toCsv(plain['besok'])}\nmor;9` };
    const before = hashTables(core, 'all');
    await expect(matchFile(core, main, { codeColumn: 0, besides: [ragged] })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      data: { message: 'exchange.error.ragged' },
    });
    const other = { name: 'priser.csv', content: 'Vare;Pris\nMelk;20\nBrød;40' };
    await expect(matchFile(core, main, { codeColumn: 0, besides: [other] })).rejects.toMatchObject({
      data: { message: 'exchange.error.no-rounds', params: { file: 'priser.csv' } },
    });
    // Nobody had a visit.
    const none = { name: 'besok.csv', content: toCsv((plain['besok'] ?? []).slice(0, 1)) };
    expect((await matchFile(core, main, { codeColumn: 0, besides: [none] })).match.rounds).toEqual([]);
    expect(hashTables(core, 'all')).toEqual(before);
    const file = await matchFile(core, main, { codeColumn: 0, besides });
    imported(await file.bring({ problems: 'refuse' }));
    expect(roundsOf(core)).toEqual(rounds);
    const tickets = file.match.rounds.flatMap(({ file: ticket }) => ticket ?? []);
    expect(tickets).toHaveLength(2);
    for (const ticket of tickets) expect(() => core.session.blobs.received(ticket)).toThrow();
  });
});
