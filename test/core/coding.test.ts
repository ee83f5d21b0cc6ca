import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { themePersons } from '../../electron/core/features/coding/index.ts';
import type { GridScope } from '../../shared/contract/coding.ts';
import type { TextId, ThemeId } from '../../shared/model/ids.ts';
import { makeCodingFixture, textOf, type CodingFixture } from './coding-fixture.ts';

const waiting = 'Ventetiden. Elleve uker uten å høre noe. Jeg trodde de hadde glemt meg.';
const said = [
  { code: 'R001', body: waiting, age: 2 },
  { code: 'R002', body: 'Stengt hele juli 😀. Angsten tar ikke ferie.', age: 2 },
  { code: 'R003', body: null },
  { code: 'R004', body: 'Brevene. Jeg skjønner ikke hva de mener.' },
];

async function start(): Promise<{ core: Core; at: CodingFixture }> {
  const core = openCore();
  return { core, at: await makeCodingFixture(core, said) };
}

/** Answers to the fixture's question, in the order asked. */
function answersOf(at: CodingFixture): GridScope {
  return { projectId: at.projectId, source: { kind: 'answers', variableIds: [at.variableId] } };
}

function scope(at: CodingFixture) {
  return { ...answersOf(at), from: 0, limit: 200 };
}

describe('the answer grid', () => {
  it('shows every person asked, with the answer or why there is none, background beside it [F44] [F47]', async () => {
    const { core, at } = await start();
    using _ = core;
    const { rows, total } = await core.client.coding.grid(scope(at));
    expect(total).toBe(4);
    expect(rows.map((row) => [row.code, row.missing, row.background])).toEqual([
      ['R001', null, [2]],
      ['R002', null, [2]],
      ['R003', 'prefer-not-to-say', [null]],
      ['R004', null, [null]],
    ]);
    const { columns, services } = await core.client.coding.columns({ projectId: at.projectId });
    expect(columns).toMatchObject([{ name: 'age', title: { nb: 'Hvor gammel er du?' }, options: [{ code: 2, label: { nb: '30–49' } }] }]);
    expect(services).toEqual([{ id: at.serviceId, name: 'Rus- og botjenesten' }]);
  });

  it('counts people, answers and coded answers per open question', async () => {
    const { core, at } = await start();
    using _ = core;
    await core.client.coding.apply({ textIds: [textOf(at, 'R001')], themeId: at.themes.waiting });
    await core.client.coding.noTheme({ textIds: [textOf(at, 'R004')], isOn: true });
    const { questions } = await core.client.coding.questions({ projectId: at.projectId });
    expect(questions).toMatchObject([{ number: '23', people: 4, answered: 3, coded: 2 }]);
  });

  it('filters by theme with everything under it, by service, by what is left, and keeps just-coded rows in place', async () => {
    const { core, at } = await start();
    using _ = core;
    const codes = async (filter: object, more: object = {}): Promise<string[]> =>
      (await core.client.coding.grid({ ...scope(at), filter, ...more })).rows.map((row) => row.code);
    const asOf = '2020-01-01T00:00:00.000Z';
    await core.client.coding.apply({ textIds: [textOf(at, 'R001')], themeId: at.themes.waiting });
    expect(await codes({ themes: [{ themeId: at.themes.access, has: true, isBranch: true }] })).toEqual(['R001']);
    expect(await codes({ themes: [{ themeId: at.themes.access, has: true, isBranch: false }] })).toEqual([]);
    expect(await codes({ themes: [{ themeId: at.themes.access, has: false, isBranch: true }] })).toEqual(['R002', 'R004']);
    expect(await codes({ serviceIds: [at.serviceId] })).toEqual(['R001', 'R003']);
    expect(await codes({ only: 'uncoded' })).toEqual(['R002', 'R004']);
    expect(await codes({ only: 'uncoded' }, { asOf })).toEqual(['R001', 'R002', 'R004']);
    expect(await codes({}, { sort: { by: 'uncoded', direction: 'up' } })).toEqual(['R002', 'R004', 'R001', 'R003']);
    const { places } = await core.client.coding.places({ ...answersOf(at), filter: { only: 'uncoded' } });
    expect(places.map((place) => place.textId)).toEqual([textOf(at, 'R002'), textOf(at, 'R004')]);
  });

  it('finds the next row that needs somebody, in both directions', async () => {
    const { core, at } = await start();
    using _ = core;
    await core.client.coding.apply({ textIds: [textOf(at, 'R002')], themeId: at.themes.hours });
    const next = async (from: number, direction: 'down' | 'up'): Promise<number | null> => {
      const { limit: _limit, ...where } = scope(at);
      return (await core.client.coding.nextRow({ ...where, from, direction, needs: 'uncoded' })).index;
    };
    expect(await next(0, 'down')).toBe(3);
    expect(await next(3, 'down')).toBeNull();
    expect(await next(3, 'up')).toBe(0);
  });
});

describe('coding', () => {
  it('puts a theme on a whole answer, names the step, and undo takes it off [F44] [F46]', async () => {
    const { core, at } = await start();
    using _ = core;
    const textId = textOf(at, 'R001');
    const result = await core.client.coding.apply({ textIds: [textId], themeId: at.themes.waiting, polarity: 'negative' });
    expect(result).toMatchObject({ applied: 1, alreadyThere: 0 });
    expect(result.texts[0]?.codings).toMatchObject([
      { isWhole: true, start: 0, end: waiting.length, polarity: 'negative', certainty: 'explicit', isMine: true },
    ]);
    const { undo } = await core.client.history.next({});
    expect(undo).toMatchObject({ labelId: 'coding.apply.undo', params: { theme: 'Ventetid', code: 'R001/23' } });
    await core.client.history.undo({});
    expect((await core.client.texts.read({ textId })).codings).toEqual([]);
  });

  it('codes many answers in one step [F46]', async () => {
    const { core, at } = await start();
    using _ = core;
    const { places } = await core.client.coding.places(answersOf(at));
    expect(await core.client.coding.apply({ textIds: [], places, themeId: at.themes.information })).toMatchObject({
      applied: 3,
      alreadyThere: 0,
    });
    expect((await core.client.history.next({})).undo).toMatchObject({
      labelId: 'coding.apply.undoMany',
      params: { theme: 'Informasjon', count: 3 },
    });
    await core.client.history.undo({});
    const { questions } = await core.client.coding.questions({ projectId: at.projectId });
    expect(questions[0]?.coded).toBe(0);
  });

  it('changes nothing and says so where the theme stands already', async () => {
    const { core, at } = await start();
    using _ = core;
    const input = { textIds: [textOf(at, 'R001')], themeId: at.themes.waiting };
    await core.client.coding.apply(input);
    const before = await core.client.history.list({ limit: 50 });
    expect(await core.client.coding.apply(input)).toMatchObject({ applied: 0, alreadyThere: 1 });
    expect(await core.client.coding.apply({ ...input, range: { start: 0, end: 10 } })).toMatchObject({ applied: 0, alreadyThere: 1 });
    expect(await core.client.history.list({ limit: 50 })).toEqual(before);
  });

  it('unites overlapping segments of one theme and leaves other themes alone [F45]', async () => {
    const { core, at } = await start();
    using _ = core;
    const textIds = [textOf(at, 'R001')];
    await core.client.coding.apply({ textIds, themeId: at.themes.waiting, range: { start: 0, end: 11 } });
    await core.client.coding.apply({ textIds, themeId: at.themes.waiting, range: { start: 30, end: 40 } });
    await core.client.coding.apply({ textIds, themeId: at.themes.information, range: { start: 5, end: 35 } });
    const { texts } = await core.client.coding.apply({ textIds, themeId: at.themes.waiting, range: { start: 8, end: 31 } });
    expect(texts[0]?.codings.map((one) => [one.themeId, one.start, one.end])).toEqual([
      [at.themes.waiting, 0, 40],
      [at.themes.information, 5, 35],
    ]);
    await core.client.history.undo({});
    const view = await core.client.texts.read({ textId: textOf(at, 'R001') });
    expect(view.codings.map((one) => [one.start, one.end]).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [0, 11],
      [5, 35],
      [30, 40],
    ]);
  });

  it('refuses a range outside the text or through the middle of a character [F45]', async () => {
    const { core, at } = await start();
    using _ = core;
    const textIds = [textOf(at, 'R002')];
    const half = 'Stengt hele juli '.length + 1;
    for (const range of [
      { start: 0, end: 500 },
      { start: 9, end: 9 },
      { start: half, end: half + 4 },
    ]) {
      await expect(core.client.coding.apply({ textIds, themeId: at.themes.hours, range })).rejects.toMatchObject({
        code: 'RANGE_OUTSIDE_TEXT',
      });
    }
    await expect(
      core.client.coding.apply({ textIds: [textOf(at, 'R001'), ...textIds], themeId: at.themes.hours, range: { start: 0, end: 4 } }),
    ).rejects.toMatchObject({ code: 'RANGE_OUTSIDE_TEXT' });
  });

  it('keeps polarity, certainty with its reason, and "no theme" as states of their own [F46] [F53]', async () => {
    const { core, at } = await start();
    using _ = core;
    const textIds = [textOf(at, 'R004')];
    await core.client.coding.noTheme({ textIds, isOn: true });
    const { texts, codingIds } = await core.client.coding.apply({ textIds, themeId: at.themes.information });
    expect(texts[0]?.reading).toBeNull();
    const [codingId] = codingIds;
    if (codingId === undefined) throw new Error('no coding');
    await core.client.coding.setPolarity({ codingIds, polarity: 'mixed' });
    const inferred = await core.client.coding.setCertainty({ codingId, certainty: 'inferred', reason: 'Mellom linjene.' });
    expect(inferred.texts[0]?.codings).toMatchObject([{ polarity: 'mixed', certainty: 'inferred', reason: 'Mellom linjene.' }]);
    const explicit = await core.client.coding.setCertainty({ codingId, certainty: 'explicit' });
    expect(explicit.texts[0]?.codings).toMatchObject([{ certainty: 'explicit', reason: null }]);
    expect(await core.client.coding.noTheme({ textIds, isOn: true })).toMatchObject({ withThemes: 1, texts: [{ reading: null }] });
    await core.client.coding.remove({ codingIds });
    expect(await core.client.coding.noTheme({ textIds, isOn: true })).toMatchObject({ withThemes: 0, texts: [{ reading: 'no-theme' }] });
  });

  it('moves the edges of a segment as one step, and never out of the text [F45]', async () => {
    const { core, at } = await start();
    using _ = core;
    const { codingIds } = await core.client.coding.apply({
      textIds: [textOf(at, 'R001')],
      themeId: at.themes.waiting,
      range: { start: 0, end: 5 },
    });
    const [codingId] = codingIds;
    if (codingId === undefined) throw new Error('no coding');
    for (const end of [6, 7, 10]) await core.client.coding.setRange({ codingId, range: { start: 0, end } });
    await expect(core.client.coding.setRange({ codingId, range: { start: 0, end: 999 } })).rejects.toMatchObject({
      code: 'RANGE_OUTSIDE_TEXT',
    });
    await core.client.history.undo({});
    expect((await core.client.texts.read({ textId: textOf(at, 'R001') })).codings).toMatchObject([{ start: 0, end: 5 }]);
  });

  it('copies the themes of the last coded answer in one step', async () => {
    const { core, at } = await start();
    using _ = core;
    await core.client.coding.apply({ textIds: [textOf(at, 'R001')], themeId: at.themes.waiting, polarity: 'negative' });
    await core.client.coding.apply({ textIds: [textOf(at, 'R001')], themeId: at.themes.information });
    const { texts } = await core.client.coding.applySame({ textIds: [textOf(at, 'R004')], likeTextId: textOf(at, 'R001') });
    expect(texts[0]?.codings.map((one) => [one.themeId, one.polarity])).toEqual([
      [at.themes.waiting, 'negative'],
      [at.themes.information, null],
    ]);
  });

  it('keeps one digit per theme and one theme per digit', async () => {
    const { core, at } = await start();
    using _ = core;
    const set = (digit: number, themeId: ThemeId | null) => core.client.coding.setQuickTheme({ projectId: at.projectId, digit, themeId });
    await set(1, at.themes.waiting);
    await set(2, at.themes.information);
    await set(3, at.themes.waiting);
    await set(2, null);
    expect((await core.client.coding.quickThemes({ projectId: at.projectId })).quickThemes).toEqual([
      { digit: 3, themeId: at.themes.waiting },
    ]);
  });

  it('undoes any run of changes back to the start, step by step [F46]', async () => {
    const { core, at } = await start();
    using _ = core;
    const textIds = [...at.texts.values()];
    const themeIds = Object.values(at.themes);
    const state = async (): Promise<unknown> =>
      Promise.all(
        textIds.map(async (textId) => {
          const { codings, reading } = await core.client.texts.read({ textId });
          return { codings: codings.toSorted((a, b) => a.id.localeCompare(b.id)), reading };
        }),
      );
    const deed = fc.record({
      what: fc.constantFrom('whole', 'part', 'remove', 'read', 'polarity'),
      text: fc.nat(2),
      theme: fc.nat(3),
      a: fc.nat(30),
      n: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
        const before = await state();
        const from = (await core.client.history.list({ limit: 1 })).entries[0]?.seq ?? 0;
        for (const one of deeds) await carryOut(core, one, textIds, themeIds);
        for (;;) {
          const next = (await core.client.history.list({ limit: 200 })).entries.find((entry) => entry.isUndoable && !entry.isUndone);
          if (next === undefined || next.seq <= from) break;
          await core.client.history.undo({});
        }
        expect(await state()).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});

interface RandomDeed {
  readonly what: string;
  readonly text: number;
  readonly theme: number;
  readonly a: number;
  readonly n: number;
}

async function carryOut(core: Core, one: RandomDeed, textIds: readonly TextId[], themeIds: readonly ThemeId[]): Promise<void> {
  const textId = textIds[one.text];
  const themeId = themeIds[one.theme];
  if (textId === undefined || themeId === undefined) throw new Error('outside the fixture');
  const { body, codings } = await core.client.texts.read({ textId });
  const codingIds = codings.map((coding) => coding.id);
  if (one.what === 'whole') await core.client.coding.apply({ textIds: [textId], themeId });
  else if (one.what === 'read') await core.client.coding.noTheme({ textIds: [textId], isOn: one.n % 2 === 0 });
  else if (one.what === 'remove' && codingIds.length > 0) await core.client.coding.remove({ codingIds });
  else if (one.what === 'polarity' && codingIds.length > 0)
    await core.client.coding.setPolarity({ codingIds, polarity: one.n % 2 === 0 ? 'mixed' : null });
  else if (one.what === 'part') {
    const range = { start: one.a, end: Math.min(body.length, one.a + one.n) };
    if (body.slice(0, range.start).isWellFormed() && body.slice(0, range.end).isWellFormed())
      await core.client.coding.apply({ textIds: [textId], themeId, range });
  }
}

describe('persons per theme', () => {
  it('counts each person once however often they say it, also above the theme, and never one who has withdrawn [F56] [F44]', async () => {
    const { core, at } = await start();
    using _ = core;
    await core.client.coding.apply({ textIds: [textOf(at, 'R001')], themeId: at.themes.waiting, range: { start: 0, end: 5 } });
    await core.client.coding.apply({ textIds: [textOf(at, 'R001')], themeId: at.themes.waiting, range: { start: 20, end: 25 } });
    await core.client.coding.apply({ textIds: [textOf(at, 'R001'), textOf(at, 'R002')], themeId: at.themes.hours });
    const count = async (): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await core.client.themes.tree({ projectId: at.projectId })).themes.map((theme) => [theme.terms.nb ?? '', theme.personCount]),
      );
    expect(await count()).toEqual({ Tilgang: 2, Ventetid: 1, Åpningstid: 2, Informasjon: 0 });
    expect(themePersons(core.session.workspace.sql, at.projectId).get(at.themes.access)).toEqual(
      new Set([at.respondents.get('R001'), at.respondents.get('R002')]),
    );
    withdraw(core, at, 'R001');
    expect(await count()).toEqual({ Tilgang: 1, Ventetid: 0, Åpningstid: 1, Informasjon: 0 });
    expect((await core.client.coding.grid(scope(at))).rows.map((row) => row.code)).toEqual(['R002', 'R003', 'R004']);
    await expect(core.client.texts.read({ textId: textOf(at, 'R001') })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

function withdraw(core: Core, at: CodingFixture, code: string): void {
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: true };
  workspace.operations.run(intent, () =>
    workspace.sql.run('UPDATE respondent SET withdrawn_at = :at WHERE id = :id', {
      at: '2026-02-01T00:00:00.000Z',
      id: at.respondents.get(code) ?? '',
    }),
  );
}
