import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { countThemePersons } from '../../electron/core/features/coding/index.ts';
import type { AgreementPair, Settlement } from '../../shared/contract/agreement.ts';
import type { GridFilter } from '../../shared/contract/coding-grid.ts';
import type { ActorId, TextId, ThemeId } from '../../shared/model/ids.ts';
import { deleteInterviews } from '../../electron/core/features/fieldwork/interview-content.ts';
import { id, merge, twoLaptops } from './merge-fixture.ts';
import { makeCodingFixture, textOf, type CodingFixture } from './coding-fixture.ts';

// An emoji counts as one character though it is stored as two units.
const said = [
  { code: 'R001', body: 'Ventetiden. Elleve uker uten å høre noe.' },
  { code: 'R002', body: 'Stengt 😀 hele juli.' },
  { code: 'R003', body: 'Brevene. Jeg skjønner ikke hva de mener.' },
  { code: 'R004', body: 'Alt var bra.' },
  { code: 'R005', body: 'Dette har bare den ene lest.' },
];

interface Ground extends Disposable {
  readonly core: Core;
  readonly at: CodingFixture;
  readonly first: ActorId;
  readonly second: ActorId;
  readonly as: (coder: ActorId) => Promise<void>;
  readonly put: (code: string, themeId: ThemeId, range?: readonly [number, number]) => Promise<void>;
}

/** Two coders who have read the first four answers, and where they differ. */
async function start(): Promise<Ground> {
  const core = openCore();
  const at = await makeCodingFixture(core, said);
  const person = async (name: string): Promise<ActorId> => (await core.client.agreement.codeAs({ name })).personId;
  const first = await person('Solfrid Tangvåg');
  const second = await person('Even Strandmyr');
  const as = async (personId: ActorId): Promise<void> => void (await core.client.agreement.codeAs({ personId }));
  const put: Ground['put'] = async (code, themeId, range) =>
    void (await core.client.coding.apply({
      textIds: [textOf(at, code)],
      themeId,
      ...(range === undefined ? {} : { range: { start: range[0], end: range[1] } }),
    }));
  await as(first);
  await put('R001', at.themes.waiting, [0, 11]);
  await put('R001', at.themes.waiting, [12, 24]);
  await put('R002', at.themes.hours, [0, 9]);
  await put('R003', at.themes.information);
  await core.client.coding.noTheme({ textIds: [textOf(at, 'R004'), textOf(at, 'R005')], isOn: true });
  await as(second);
  await put('R001', at.themes.waiting, [6, 24]);
  await put('R002', at.themes.hours, [7, 9]);
  await put('R002', at.themes.waiting);
  await core.client.coding.noTheme({ textIds: [textOf(at, 'R003'), textOf(at, 'R004')], isOn: true });
  return { core, at, first, second, as, put, [Symbol.dispose]: () => core[Symbol.dispose]() };
}

function counts(pair: AgreementPair | undefined): number[] {
  return pair === undefined ? [] : [pair.both, pair.onlyFirst, pair.onlySecond, pair.neither];
}

const all = (ground: Ground) => ({ projectId: ground.at.projectId, texts: 'all' as const });

function compare(ground: Ground, level: 'character' | 'answer' | 'person', coderIds = [ground.first, ground.second]) {
  return ground.core.client.agreement.compare({ ...all(ground), coderIds, level });
}

function list(ground: Ground, state: 'open' | 'settled' = 'open', order: 'characters' | 'persons' = 'characters') {
  const coderIds: [ActorId, ActorId] = [ground.first, ground.second];
  return ground.core.client.agreement.disagreements({ ...all(ground), coderIds, state, order, from: 0, limit: 50 });
}

function settle(ground: Ground, code: string, themeId: ThemeId, as: Settlement, range?: { start: number; end: number }) {
  return ground.core.client.agreement.settle({
    textId: textOf(ground.at, code),
    themeId,
    coderIds: [ground.first, ground.second],
    as,
    ...(range === undefined ? {} : { range }),
  });
}

/** Codings of a text as the grid and the text view get them: whose, where, counted. */
async function codingsOf({ core, at }: Ground, code: string) {
  const [found] = (await core.client.coding.remove({ codingIds: [await spare(core, textOf(at, code), at)] })).texts;
  return (found?.codings ?? []).map((one) => ({
    coder: one.isConsensus ? '=' : one.coderInitials,
    range: [one.start, one.end],
    origin: one.origin,
    isCounted: one.isCounted,
    themeId: one.themeId,
  }));
}

/** A coding put only to be taken off again, since a removal answers with all that stands on the text. */
async function spare(core: Core, textId: TextId, at: CodingFixture) {
  const [id] = (await core.client.coding.apply({ textIds: [textId], themeId: at.themes.access })).codingIds;
  if (id === undefined) throw new Error('nothing was put');
  return id;
}

const length = (code: string): number => Array.from(said.find((one) => one.code === code)?.body ?? '').length;
const read = ['R001', 'R002', 'R003', 'R004'].reduce((sum, code) => sum + length(code), 0);

describe('how well coders agree', () => {
  it('says who has read and coded what, and who can code at this machine [F60]', async () => {
    using ground = await start();
    const { coders, people, isBlind } = await ground.core.client.agreement.coders({ projectId: ground.at.projectId });
    expect(isBlind).toBe(false);
    expect(coders.map(({ name, initials, isMe, texts, codings }) => [name, initials, isMe, texts, codings])).toEqual([
      ['Solfrid Tangvåg', 'ST', false, 5, 4],
      ['Even Strandmyr', 'ES', true, 4, 3],
    ]);
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Solfrid Tangvåg', 'Even Strandmyr']));
  });

  it('counts characters as code points, spans of one coder and theme once, only texts that both have read [F60] [F61]', async () => {
    using ground = await start();
    const { units, texts, leftOut, themes, overall } = await compare(ground, 'character');
    expect([units, texts, leftOut]).toEqual([read, 4, 1]);
    const of = (themeId: ThemeId) => themes.find((one) => one.themeId === themeId);
    const { waiting, hours, information } = ground.at.themes;
    expect(themes.map((one) => one.themeId)).toEqual([waiting, hours, information]);
    // First 0–11 and 12–24, second 6–24; and all of R002 by the second.
    expect(counts(of(waiting)?.pairs[0])).toEqual([17, 6, 1 + length('R002'), read - 24 - length('R002')]);
    // "Stengt 😀" is eight characters of nine units; the second marked the emoji alone.
    expect(counts(of(hours)?.pairs[0])).toEqual([1, 7, 0, read - 8]);
    expect(counts(of(information)?.pairs[0])).toEqual([0, length('R003'), 0, read - length('R003')]);
    expect(overall.sets).toBeNull();
    expect(overall.unitizing?.whole.value).toBeGreaterThan(0);
    expect(overall.unitizing?.whole.value).toBeLessThan(1);
  });

  it('counts answers and persons, with κ, AC1 and α that say when they cannot be computed [F61] [F62]', async () => {
    using ground = await start();
    const { units, themes, overall } = await compare(ground, 'answer');
    expect(units).toBe(4);
    const [waiting, hours, information] = themes;
    expect(counts(waiting?.pairs[0])).toEqual([1, 0, 1, 2]);
    expect(waiting?.pairs[0]?.kappa.value).toBeCloseTo(0.5, 10);
    expect(waiting?.pairs[0]?.ac1.value).toBeCloseTo((0.75 - 0.46875) / (1 - 0.46875), 10);
    expect(counts(hours?.pairs[0])).toEqual([1, 0, 0, 3]);
    expect(hours?.pairs[0]?.kappa.value).toBe(1);
    expect(information?.pairs[0]?.kappa.value).toBeCloseTo(0, 10);
    // α: one pair apart of four; 1 of 8 values is "has it".
    expect(information?.alpha.value).toBeCloseTo(1 - (7 * 2) / (2 * 7), 10);
    expect(overall.unitizing).toBeNull();
    expect(overall.sets?.value).toBeLessThan(1);
    expect(counts(overall.pairs[0])).toEqual([2, 1, 1, 8]);
    expect((await compare(ground, 'person')).units).toBe(4);
    const branch = await ground.core.client.agreement.compare({
      ...all(ground),
      themeId: ground.at.themes.information,
      coderIds: [ground.first, ground.second],
      level: 'answer',
    });
    expect(branch.themes.map((one) => one.themeId)).toEqual([ground.at.themes.information]);
    const nobody = await ground.core.client.agreement.compare({
      projectId: ground.at.projectId,
      texts: 'long',
      coderIds: [ground.first, ground.second],
      level: 'answer',
    });
    expect([nobody.units, nobody.themes.length, nobody.overall.pairs[0]?.kappa]).toEqual([0, 0, { value: null, because: 'no-units' }]);
  });

  it('takes three coders: α of all, and every pair [F62]', async () => {
    using ground = await start();
    const third = (await ground.core.client.agreement.codeAs({ name: 'Vigdis Rognlien' })).personId;
    await ground.put('R001', ground.at.themes.waiting);
    const { texts, leftOut, themes } = await compare(ground, 'answer', [ground.first, ground.second, third]);
    expect([texts, leftOut, themes[0]?.pairs.length]).toEqual([1, 4, 3]);
    expect(themes[0]?.alpha).toEqual({ value: null, because: 'one-category' });
  });

  it('refuses to compare somebody with themselves [F61]', async () => {
    using ground = await start();
    for (const level of ['character', 'answer'] as const)
      await expect(compare(ground, level, [ground.first, ground.first])).rejects.toMatchObject({ code: 'BAD_MESSAGE' });
  });

  it('leaves out who has withdrawn [F60]', async () => {
    using ground = await start();
    const { workspace } = ground.core.session;
    workspace.operations.run({ ...workspace.sourceFor('t'), kind: 't', labelId: 't', isUndoable: false }, () =>
      workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-01-01' WHERE code = 'R001'"),
    );
    expect((await compare(ground, 'answer')).units).toBe(3);
    expect((await list(ground)).rows.map((row) => row.code)).not.toContain('R001');
  });
});

describe('disagreements to discuss', () => {
  it('lists them by characters, or the theme with most persons first [F63]', async () => {
    using ground = await start();
    const { waiting, hours, information } = ground.at.themes;
    const { rows, open, settled } = await list(ground);
    expect([open, settled]).toEqual([4, 0]);
    expect(rows.map((row) => [row.code, row.number, row.themeId, row.characters, row.isOnlyOne, row.persons])).toEqual([
      ['R003', '23', information, length('R003'), true, 1],
      ['R002', '23', waiting, length('R002'), true, 2],
      ['R001', '23', waiting, 7, false, 2],
      ['R002', '23', hours, 7, false, 1],
    ]);
    expect((await list(ground, 'open', 'persons')).rows.slice(0, 2).map((row) => row.themeId)).toEqual([waiting, waiting]);
  });

  it('shows both, settles on one, both, what they share, none or a range; both originals stay; it can be undone [F63]', async () => {
    using ground = await start();
    const { waiting } = ground.at.themes;
    const cases: [Settlement, number[][]][] = [
      [
        'first',
        [
          [0, 11],
          [12, 24],
        ],
      ],
      ['second', [[6, 24]]],
      ['union', [[0, 24]]],
      [
        'overlap',
        [
          [6, 11],
          [12, 24],
        ],
      ],
      ['none', []],
      ['range', [[0, 10]]],
    ];
    for (const [as, expected] of cases) {
      await settle(ground, 'R001', waiting, as, as === 'range' ? { start: 0, end: 10 } : undefined);
      const codings = (await codingsOf(ground, 'R001')).filter((one) => one.themeId === waiting);
      expect(codings.filter((one) => one.coder === '=').map((one) => one.range)).toEqual(expected);
      expect(codings.filter((one) => one.coder === '=').every((one) => one.isCounted && one.origin === 'consensus')).toBe(true);
      expect(codings.filter((one) => one.coder !== '=').map((one) => [one.coder, one.range, one.isCounted])).toEqual([
        ['ST', [0, 11], false],
        ['ST', [12, 24], false],
        ['ES', [6, 24], false],
      ]);
    }
    const place = { textId: textOf(ground.at, 'R001'), themeId: waiting };
    await ground.core.client.agreement.note({ ...place, note: 'Bare den første setningen handler om å vente.' });
    const view = await ground.core.client.agreement.disagreement({ ...place, coderIds: [ground.first, ground.second] });
    expect(view.settled).toMatchObject({
      note: 'Bare den første setningen handler om å vente.',
      by: 'Even Strandmyr',
      codings: [{ start: 0, end: 10 }],
    });
    expect(view.coders.map((one) => [one.initials, one.codings.length])).toEqual([
      ['ST', 2],
      ['ES', 1],
    ]);
    expect((await list(ground, 'settled')).rows.map((row) => row.code)).toEqual(['R001']);
    await expect(settle(ground, 'R001', waiting, 'range', { start: 0, end: 4000 })).rejects.toMatchObject({ code: 'RANGE_OUTSIDE_TEXT' });
    await ground.core.client.agreement.reopen(place);
    expect((await codingsOf(ground, 'R001')).filter((one) => one.coder === '=')).toEqual([]);
    expect((await list(ground)).open).toBe(4);
    for (let step = 0; step < 3; step++) await ground.core.client.history.undo({});
    expect((await list(ground, 'settled')).rows.map((row) => row.code)).toEqual(['R001']);
  });

  it('an agreed coding taken off in the grid takes the settlement back, and never says that they agreed on none [F63]', async () => {
    using ground = await start();
    const { client } = ground.core;
    const { waiting } = ground.at.themes;
    const textId = textOf(ground.at, 'R002');
    await settle(ground, 'R002', waiting, 'second');
    const agreed = (await client.texts.read({ textId })).codings.filter((coding) => coding.isConsensus);
    expect(agreed).toHaveLength(1);
    await client.coding.remove({ codingIds: agreed.map((coding) => coding.id) });
    expect((await list(ground)).settled).toBe(0);
    expect((await client.texts.read({ textId })).codings.find((coding) => coding.themeId === waiting)).toMatchObject({ isCounted: true });
    await client.history.undo({});
    expect((await list(ground)).settled).toBe(1);
    // Agreed to be none stays so: nothing of it is taken off.
    await settle(ground, 'R003', ground.at.themes.information, 'none');
    const own = (await client.texts.read({ textId: textOf(ground.at, 'R003') })).codings;
    await client.coding.remove({ codingIds: own.map((coding) => coding.id) });
    expect((await list(ground, 'settled')).settled).toBe(1);
  });

  it('counts what was settled, in place of what the coders put [F63]', async () => {
    using ground = await start();
    const { waiting, information } = ground.at.themes;
    const { sql } = ground.core.session.workspace;
    const persons = (themeId: ThemeId): number => countThemePersons(sql, ground.at.projectId).own.get(themeId)?.size ?? 0;
    expect([persons(waiting), persons(information)]).toEqual([2, 1]);
    await settle(ground, 'R003', information, 'none');
    await settle(ground, 'R002', waiting, 'second');
    expect([persons(waiting), persons(information)]).toEqual([2, 0]);
    await settle(ground, 'R002', waiting, 'first');
    expect(persons(waiting)).toBe(1);
    expect(sql.get(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM actor WHERE is_consensus = 1')).toEqual({ n: 1 });
    const { people } = await ground.core.client.agreement.coders({ projectId: ground.at.projectId });
    expect(people.map((one) => one.name)).not.toContain('Konsensus');
    // Their own figures are as before: agreement is between the coders.
    expect((await compare(ground, 'answer')).themes.map((one) => one.themeId)).toContain(information);
  });
});

describe('blind coding', () => {
  it("shows nobody another's codings, nor lets them be filtered, counted or compared, until it is ended [F60]", async () => {
    using ground = await start();
    const { core, at } = ground;
    const { waiting, information } = at.themes;
    await settle(ground, 'R003', information, 'first');
    await core.client.agreement.setBlind({ projectId: at.projectId, isBlind: true });
    const scope = { projectId: at.projectId, source: { kind: 'answers' as const, variableIds: [at.variableId] } };
    const rows = async () => (await core.client.coding.grid({ ...scope, from: 0, limit: 50 })).rows;
    expect((await rows()).flatMap((row) => row.codings).every((one) => one.isMine && one.isCounted)).toBe(true);
    expect((await rows()).map((row) => [row.code, row.codings.length, row.reading])).toEqual([
      ['R001', 1, null],
      ['R002', 2, null],
      ['R003', 0, 'no-theme'],
      ['R004', 0, 'no-theme'],
      ['R005', 0, null],
    ]);
    const text = await core.client.texts.read({ textId: textOf(at, 'R003') }).catch(() => null);
    expect(text?.codings ?? []).toEqual([]);
    const { questions } = await core.client.coding.questions({ projectId: at.projectId });
    expect(questions).toMatchObject([{ answered: 5, coded: 4 }]);
    const { themes } = await core.client.themes.tree({ projectId: at.projectId });
    const persons = (id: ThemeId): number | undefined => themes.find((one) => one.id === id)?.ownPersonCount;
    expect([persons(waiting), persons(information)]).toEqual([2, 0]);
    const { projects } = await core.client.projects.list({});
    expect(projects).toMatchObject([{ openAnswers: 5, openAnswersDone: 4 }]);
    // A filter would tell which answers another has coded: by theme, by coder, by what is left, by what differs.
    const total = async (filter: GridFilter): Promise<number> =>
      (await core.client.coding.grid({ ...scope, filter, from: 0, limit: 50 })).total;
    expect([
      await total({ themes: [{ themeId: information, has: true, isBranch: true }] }),
      await total({ coderIds: [ground.first] }),
      await total({ only: 'uncoded' }),
      await total({ only: 'disagreement' }),
    ]).toEqual([0, 0, 1, 0]);
    const { coders } = await core.client.agreement.coders({ projectId: at.projectId });
    expect(coders.map((one) => [one.initials, one.codings])).toEqual([
      ['ST', null],
      ['ES', 3],
    ]);
    const { entries } = await core.client.history.list({ limit: 100 });
    expect(entries.filter((one) => one.actor === 'Solfrid Tangvåg' && one.kind.startsWith('coding.'))).toEqual([]);
    await expect(compare(ground, 'answer')).rejects.toMatchObject({ code: 'CODING_IS_BLIND' });
    await expect(list(ground)).rejects.toMatchObject({ code: 'CODING_IS_BLIND' });
    await expect(settle(ground, 'R001', waiting, 'first')).rejects.toMatchObject({ code: 'CODING_IS_BLIND' });
    const place = { textId: textOf(at, 'R001'), themeId: waiting, coderIds: [ground.first, ground.second] as [ActorId, ActorId] };
    await expect(core.client.agreement.disagreement(place)).rejects.toMatchObject({ code: 'CODING_IS_BLIND' });
    await expect(core.client.analysis.exhibit({ projectId: at.projectId, definition: { rows: 'themes' } } as never)).rejects.toMatchObject({
      code: expect.stringMatching(/CODING_IS_BLIND|BAD_MESSAGE/) as string,
    });
    await core.client.agreement.setBlind({ projectId: at.projectId, isBlind: false });
    expect((await list(ground)).open).toBe(3);
    expect((await rows()).find((row) => row.code === 'R003')?.codings.length).toBe(2);
    await core.client.history.undo({});
    expect((await core.client.agreement.coders({ projectId: at.projectId })).isBlind).toBe(true);
  });

  it('whoever sits down is who codes; names are not given twice, the consensus coder is nobody [F60]', async () => {
    using ground = await start();
    const { core, at } = ground;
    await ground.as(ground.first);
    expect((await core.client.workspace.status({})).user.name).toBe('Solfrid Tangvåg');
    await expect(core.client.agreement.codeAs({ name: 'even strandmyr' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await settle(ground, 'R003', at.themes.information, 'none');
    const { id } = core.session.workspace.sql.get(z.object({ id: z.string() }), 'SELECT id FROM actor WHERE is_consensus = 1') ?? {
      id: '',
    };
    await expect(ground.as(id as ActorId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what was settled goes where its text goes', () => {
  it('two copies that both settled have one consensus coder and one settlement each, once merged [F63] [F30]', async () => {
    using laptops = await twoLaptops();
    const { mine, theirs } = laptops;
    const first = '00000000-0000-7000-8000-0000000000a1' as ActorId;
    const second = '00000000-0000-7000-8000-0000000000a2' as ActorId;
    for (const { core } of [mine, theirs])
      await core.client.agreement.settle({ textId: id(42) as TextId, themeId: id(30) as ThemeId, coderIds: [first, second], as: 'none' });
    expect(mine.all('SELECT count(*) FROM actor WHERE is_consensus = 1')).toEqual([[1]]);
    await merge(mine, theirs);
    expect(mine.all('SELECT count(*) FROM actor WHERE is_consensus = 1')).toEqual([[1]]);
    expect(mine.all('SELECT text_id, theme_id FROM consensus')).toEqual([[id(42), id(30)]]);
  });

  it('is gone with the interview [F63]', async () => {
    using ground = await start();
    const { workspace } = ground.core.session;
    await settle(ground, 'R003', ground.at.themes.information, 'first');
    const row = workspace.sql.get(
      z.object({ id: z.string(), key: z.int() }),
      "SELECT interview.id, key FROM interview JOIN respondent ON respondent.id = respondent_id WHERE code = 'R003'",
    );
    workspace.operations.run({ ...workspace.sourceFor('t'), kind: 't', labelId: 't', isUndoable: false }, () =>
      deleteInterviews(workspace.sql, { ids: JSON.stringify([row?.id]), keys: JSON.stringify([row?.key]) }),
    );
    expect(workspace.sql.all(z.object({ n: z.int() }), 'SELECT count(*) AS n FROM consensus')).toEqual([{ n: 0 }]);
  });
});
