import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import type { GridFilter, GridScope, GridSort } from '../../shared/contract/coding.ts';
import { fold } from '../../shared/texts/index.ts';
import { makeManyAnswers, type ManyAnswers, type PlainRow } from './coding-many-fixture.ts';

/** Order in which the codes of the fixture's closed questions are offered. */
const offered = [3, 1, 2, 5, 4];

function hasTheme(at: ManyAnswers, row: PlainRow, wanted: NonNullable<GridFilter['themes']>[number], filter: GridFilter): boolean {
  const branch = new Set<string>([wanted.themeId]);
  if (wanted.isBranch) for (const theme of at.themes) if (theme.parent === wanted.themeId) branch.add(theme.id);
  return row.codings.some(
    (coding) =>
      branch.has(coding.theme) &&
      (filter.coderIds === undefined || filter.coderIds.some((coder) => coder === coding.coder)) &&
      (!wanted.has || filter.polarities === undefined || filter.polarities.includes(coding.polarity ?? 'none')),
  );
}

function differs({ codings, readers }: PlainRow): boolean {
  const coders = new Set([...codings.map((coding) => coding.coder), ...readers]);
  const byTheme = Map.groupBy(codings, (coding) => coding.theme);
  return coders.size > 1 && [...byTheme.values()].some((of) => new Set(of.map((coding) => coding.coder)).size < coders.size);
}

/** The filter as one would say it, row by row. */
function passes(at: ManyAnswers, row: PlainRow, filter: GridFilter): boolean {
  const isIn = (list: readonly string[] | undefined, value: string | null): boolean =>
    list === undefined || (value !== null && list.includes(value));
  const answers = (filter.answers ?? []).every(({ variableId, codes }) => {
    if (variableId === at.variables.troubles)
      return row.troubles === null || row.troubles.length === 0 ? codes.includes(null) : row.troubles.some((code) => codes.includes(code));
    return codes.includes(variableId === at.variables.age ? row.age : row.visits);
  });
  const themes = (filter.themes ?? []).every((wanted) => row.textId !== null && hasTheme(at, row, wanted, filter) === wanted.has);
  const isAny = (filter.themes ?? []).some((theme) => theme.has) || (filter.polarities === undefined && filter.coderIds === undefined);
  const anyCoding = row.codings.some(
    (coding) =>
      (filter.coderIds === undefined || filter.coderIds.some((coder) => coder === coding.coder)) &&
      (filter.polarities === undefined || filter.polarities.includes(coding.polarity ?? 'none')),
  );
  const isUncoded = row.textId !== null && row.codings.length === 0 && row.readers.length === 0;
  const only =
    filter.only === undefined ||
    (filter.only === 'uncoded' && isUncoded) ||
    (filter.only === 'doubtful' && row.codings.some((coding) => coding.isDoubtful)) ||
    (filter.only === 'disagreement' && differs(row));
  const said = (filter.words ?? '').split(' ').filter((word) => word !== '');
  return (
    isIn(filter.serviceIds, row.service) &&
    isIn(filter.placeIds, row.place) &&
    isIn(filter.waveIds, row.wave) &&
    isIn(filter.interviewerIds, row.interviewer) &&
    answers &&
    themes &&
    (isAny || anyCoding) &&
    only &&
    said.every((word) => fold(row.body).includes(fold(word)))
  );
}

/** What a row is sorted by; null where it is missing. */
function keyOf(at: ManyAnswers, row: PlainRow, sort: GridSort): number | null {
  const rank = (list: readonly string[], value: string | null): number | null => (value === null ? null : list.indexOf(value));
  if (sort.by === 'answer' && sort.variableId === at.variables.visits) return row.visits;
  if (sort.by === 'answer' && sort.variableId === at.variables.age) return row.age === null ? null : offered.indexOf(row.age);
  switch (sort.by) {
    case 'question':
      return row.question;
    case 'uncoded':
      return row.textId !== null && row.codings.length === 0 && row.readers.length === 0 ? 0 : 1;
    case 'length':
      return row.textId === null ? null : row.body.length;
    case 'service':
      return rank(at.services, row.service);
    case 'place':
      return rank(at.places, row.place);
    case 'wave':
      return rank(at.waves, row.wave);
    case 'interviewer':
      return rank(at.coders, row.interviewer);
    default: {
      const codes = (row.troubles ?? []).map((code) => offered.indexOf(code));
      return codes.length === 0 ? null : Math.min(...codes);
    }
  }
}

/** The rows of a scope, naively: every row looked at, then sorted. */
function naive(at: ManyAnswers, { source, filter = {}, sort }: GridScope): string[] {
  const questions = source.kind === 'answers' ? source.variableIds.map((id) => at.questions.indexOf(id) + 1) : [];
  const found = at.rows.filter((row) => questions.includes(row.question) && passes(at, row, filter));
  const sign = sort?.direction === 'down' ? -1 : 1;
  if (sort?.by === 'asked') return (sign === 1 ? found : found.toReversed()).map(nameOf);
  if (sort !== undefined) {
    found.sort((a, b) => {
      const [x, y] = [keyOf(at, a, sort), keyOf(at, b, sort)];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return (x - y) * sign;
    });
  }
  return found.map(nameOf);
}

function nameOf(row: PlainRow): string {
  return `${row.code}/${row.question + 22}`;
}

function someOf<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.subarray([...items], { minLength: 1 });
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 3 });
}

function filters(at: ManyAnswers): fc.Arbitrary<GridFilter> {
  const { age, visits, troubles } = at.variables;
  const answer = fc.oneof(
    fc.record({ variableId: fc.constantFrom(age, troubles), codes: someOf([1, 2, 3, 4, 5, null]) }),
    fc.record({ variableId: fc.constant(visits), codes: someOf([null, 0, 1, 2, 3, 5, 8, 13, 21, 34]) }),
  );
  const theme = fc.record({ themeId: fc.constantFrom(...at.themes.map((one) => one.id)), has: fc.boolean(), isBranch: fc.boolean() });
  const raw = fc.record({
    serviceIds: maybe(someOf(at.services)),
    placeIds: maybe(someOf(at.places)),
    waveIds: maybe(someOf(at.waves)),
    interviewerIds: maybe(someOf(at.coders)),
    answers: maybe(fc.array(answer, { minLength: 1, maxLength: 2 })),
    themes: maybe(fc.array(theme, { minLength: 1, maxLength: 2 })),
    polarities: maybe(someOf(['positive', 'negative', 'none'] as const)),
    coderIds: maybe(someOf(at.coders)),
    words: maybe(fc.constantFrom('ventetid', 'apning', 'ÆRE', 'uker brev', '  ')),
    only: maybe(fc.constantFrom('uncoded' as const, 'doubtful' as const, 'disagreement' as const)),
  });
  // What is not given is left out, as the contract wants it.
  return raw.map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as GridFilter);
}

function sorts(at: ManyAnswers): fc.Arbitrary<GridSort> {
  const direction = fc.constantFrom('up' as const, 'down' as const);
  const plain = fc.constantFrom('asked', 'question', 'uncoded', 'length', 'service', 'place', 'wave', 'interviewer' as const);
  return fc.oneof(
    fc.record({ by: plain as fc.Arbitrary<GridSort['by']>, direction }),
    fc.record({ by: fc.constant('answer' as const), variableId: fc.constantFrom(...Object.values(at.variables)), direction }),
  );
}

describe('the answer grid over twenty thousand rows', () => {
  it('pages, sorts and filters as a naive reading of every row does [F47] [R62] [R63]', { timeout: 240_000 }, async () => {
    // As people run it: parsing every row of every statement would take minutes. The other tests parse them.
    using core = openCore({ checksRows: false });
    const at = await makeManyAnswers(core, 10_000);
    expect(at.rows).toHaveLength(20_000);
    const scopes = fc.record({ variableIds: someOf(at.questions), filter: filters(at), sort: maybe(sorts(at)), place: fc.nat(1000) });
    await fc.assert(
      fc.asyncProperty(scopes, async ({ variableIds, filter, sort, place }) => {
        const scope: GridScope = {
          projectId: at.projectId,
          source: { kind: 'answers', variableIds },
          ...(Object.keys(filter).length === 0 ? {} : { filter }),
          ...(sort === undefined ? {} : { sort }),
        };
        const wanted = naive(at, scope);
        // Somewhere in the middle, across its end, and at the start.
        for (const from of [Math.floor((wanted.length * place) / 1000), Math.max(0, wanted.length - 40), 0]) {
          const page = await core.client.coding.grid({ ...scope, from, limit: 120 });
          expect(page.total).toBe(wanted.length);
          expect(page.rows.map((row) => `${row.code}/${row.question?.number ?? ''}`)).toEqual(wanted.slice(from, from + 120));
        }
      }),
      { numRuns: 40, seed: 47 },
    );
  });

  it(
    'finds the next row that needs somebody, however far it is, and shows what stands beside it [F46] [F47]',
    { timeout: 120_000 },
    async () => {
      using core = openCore();
      const at = await makeManyAnswers(core, 2000);
      const scope: GridScope = { projectId: at.projectId, source: { kind: 'answers', variableIds: [...at.questions] } };
      const needs = at.rows.map((row) => row.textId !== null && row.codings.length === 0 && row.readers.length === 0);
      const looks = at.rows.map((row, index) => needs[index] === true || row.codings.some((coding) => coding.isDoubtful) || differs(row));
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: -1, max: 3999 }), fc.boolean(), fc.boolean(), async (from, isDown, isAttention) => {
          const wanted = isAttention ? looks : needs;
          const expected = isDown ? wanted.indexOf(true, from + 1) : from <= 0 ? -1 : wanted.lastIndexOf(true, from - 1);
          const where = {
            from,
            direction: isDown ? ('down' as const) : ('up' as const),
            needs: isAttention ? ('attention' as const) : ('uncoded' as const),
          };
          expect((await core.client.coding.nextRow({ ...scope, ...where })).index).toBe(expected === -1 ? null : expected);
        }),
        { numRuns: 60 },
      );
      const { age, visits, troubles } = at.variables;
      const page = await core.client.coding.grid({ ...scope, beside: [troubles, age, visits], from: 1000, limit: 50 });
      expect(page.rows.map((row) => row.background)).toEqual(at.rows.slice(1000, 1050).map((row) => [row.troubles, row.age, row.visits]));
    },
  );

  it('keeps an opened view as it was while rows are coded, and counts what is coded row by row [F46] [F53]', async () => {
    using core = openCore();
    const at = await makeManyAnswers(core, 400);
    const asOf = '2026-03-01T00:00:00.000Z';
    const scope: GridScope = {
      projectId: at.projectId,
      source: { kind: 'answers', variableIds: [...at.questions] },
      filter: { only: 'uncoded' },
      asOf,
    };
    const codes = async (more: Partial<GridScope> = {}): Promise<string[]> =>
      (await core.client.coding.grid({ ...scope, ...more, from: 0, limit: 500 })).rows.map((row) => row.id);
    const coded = async (): Promise<number[]> =>
      (await core.client.coding.questions({ projectId: at.projectId })).questions.map((one) => one.coded);
    const before = await codes();
    const [first, second] = await coded();
    const { places, total } = await core.client.coding.places(scope);
    expect(total).toBe(before.length);
    const themeId = at.themes[3]?.id;
    if (themeId === undefined || first === undefined || second === undefined) throw new Error('the fixture has themes and questions');
    const inFirst = at.rows.filter(
      (row) => row.question === 1 && row.codings.length === 0 && row.readers.length === 0 && row.textId !== null,
    );
    expect(await core.client.coding.apply({ textIds: [], places, themeId })).toMatchObject({ applied: total, alreadyThere: 0 });
    expect(await codes()).toEqual(before);
    expect(await codes({ asOf: '2999-01-01T00:00:00.000Z' })).toEqual([]);
    expect(await coded()).toEqual([first + inFirst.length, second + total - inFirst.length]);
    expect((await core.client.coding.ownCodings({ themeId, places })).codingIds).toHaveLength(total);
    await core.client.history.undo({});
    expect(await coded()).toEqual([first, second]);
    await core.client.history.redo({});
    expect(await coded()).toEqual([first + inFirst.length, second + total - inFirst.length]);
  });
});
