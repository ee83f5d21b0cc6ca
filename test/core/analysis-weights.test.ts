import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import type { Weighting } from '../../shared/contract/analysis-weights.ts';
import { makeAnalysisFixture, type AnalysisFixture, type Person } from './analysis-fixture.ts';

/** Two hundred persons: 120 of the first service, 80 of the second; every answer of both is given by many. */
function many(answerOf: (at: number, service: 1 | 2) => number = (at, service) => 1 + (service === 1 ? at % 5 : (at * at) % 4)): Person[] {
  return Array.from({ length: 200 }, (_, at): Person => {
    const service = at < 120 ? 1 : 2;
    return {
      code: `R${String(at + 1).padStart(3, '0')}`,
      answers: { tjeneste: { code: service }, respekt: { code: answerOf(at, service) }, info: { code: 1 + (at % 2) } },
    };
  });
}

/** Answers spread by place, so that both services give each at least five times. */
const spread = many((at, service) => (service === 1 ? 1 + (at % 5) : 1 + Math.min(4, Math.floor((at % 16) / 3))));

function weightsBy({ variables }: AnalysisFixture, first: number, second: number): Weighting {
  return {
    name: 'Tjeneste',
    source: 'Fagsystemet i Fjordvik',
    countedOn: '2025-02-01',
    margins: [
      {
        by: variables.tjeneste,
        counts: [
          { keys: ['1'], count: first },
          { keys: ['2'], count: second },
        ],
      },
    ],
  };
}

function respekt({ variables }: AnalysisFixture): ExhibitDefinition {
  return { kind: 'frequency', rows: variables.respekt, language: 'nb', percent: 'column' };
}

async function view(core: Core, { projectId }: AnalysisFixture, definition: ExhibitDefinition) {
  return await core.client.analysis.exhibit({ projectId, definition });
}

async function weighted(core: Core, fixture: AnalysisFixture, definition = respekt(fixture)) {
  return await view(core, fixture, { ...definition, weights: 'used' });
}

async function gate(core: Core, { projectId }: AnalysisFixture, draft: Weighting) {
  return await core.client.analysis.weighting({ projectId, language: 'nb', draft });
}

const ids = (sentences: readonly { id: string }[]): string[] => sentences.map(({ id }) => id);

describe('weights', () => {
  it('[F79] shares are weighted without rounding the weights; counts and bases stay, and so does the table without them', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, spread);
    const plain = (await view(core, fixture, respekt(fixture))).released;
    // 240 of 480 in each: weights 240/120 and 240/80, scaled to 200 persons.
    await core.client.analysis.setWeighting({ projectId: fixture.projectId, weighting: weightsBy(fixture, 240, 240) });
    const { released } = await weighted(core, fixture);
    expect(released.weighting).toEqual({ name: 'Tjeneste', source: 'Fagsystemet i Fjordvik', designEffect: 1.04 });
    expect(released.columns).toEqual(plain.columns);
    for (const [row, { cells }] of released.rows.entries()) {
      const answer = row + 1;
      const of = (service: 1 | 2) =>
        spread.filter(({ answers }) => answers.tjeneste?.code === service && answers.respekt?.code === answer).length;
      const [cell, before] = [cells[0], plain.rows[row]?.cells[0]];
      if (cell?.state !== 'shown' || before?.state !== 'shown') throw new Error('not shown');
      expect(cell.count).toBe(of(1) + of(2));
      expect(cell.percent).toBe(Math.round(100 * (0.5 * (of(1) / 120) + 0.5 * (of(2) / 80))));
      expect(cell.low).toBeLessThan(cell.percent);
      expect(cell.high).toBeGreaterThan(cell.percent);
      expect(before.percent).toBe(Math.round((100 * (of(1) + of(2))) / 200));
    }
    expect((await view(core, fixture, respekt(fixture))).released.rows).toEqual(plain.rows);
    // A number of persons is never weighted.
    const counts = (await weighted(core, fixture, { ...respekt(fixture), percent: 'count' })).released;
    expect(counts.weighting).toBeUndefined();
  });

  it('[F79] within the groups the weights are made from nothing changes', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, spread);
    const definition: ExhibitDefinition = { ...respekt(fixture), kind: 'crosstab', columns: fixture.variables.tjeneste };
    const plain = (await view(core, fixture, definition)).released;
    await core.client.analysis.setWeighting({ projectId: fixture.projectId, weighting: weightsBy(fixture, 240, 240) });
    const { released } = await weighted(core, fixture, definition);
    expect(released.weighting).toBeDefined();
    const percents = (of: typeof plain) =>
      of.rows.map(({ cells }) => cells.slice(1).map((cell) => (cell.state === 'shown' ? [cell.count, cell.percent] : null)));
    expect(percents(released)).toEqual(percents(plain));
    expect(released.rows[0]?.cells[0]).not.toEqual(plain.rows[0]?.cells[0]);
  });

  it('[F79] shares across, of everybody, of items and of themes are weighted by the same weights', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      spread.map((person, at) => ({ ...person, themes: at % 3 === 0 ? ['Informasjon'] : [] })),
    );
    const { tjeneste, info } = fixture.variables;
    await core.client.analysis.setWeighting({ projectId: fixture.projectId, weighting: weightsBy(fixture, 240, 240) });
    const weight = { 1: 240 / 120, 2: 240 / 80 } as const;
    const sum = (isIn: (person: Person, at: number) => boolean): number =>
      spread.reduce((all, person, at) => all + (isIn(person, at) ? weight[person.answers.tjeneste?.code === 1 ? 1 : 2] : 0), 0);
    const percents = async (change: Partial<ExhibitDefinition>) => {
      const { released } = await weighted(core, fixture, { ...respekt(fixture), ...change });
      expect(released.weighting).toBeDefined();
      return released.rows.map(({ cells }) => cells.map((cell) => (cell.state === 'shown' ? cell.percent : null)));
    };
    const share = (part: number, whole: number): number => Math.round((100 * part) / whole);
    const gave = (code: number, service?: number) => (person: Person) =>
      person.answers.respekt?.code === code && (service === undefined || person.answers.tjeneste?.code === service);
    const crosstab = { kind: 'crosstab', columns: tjeneste } as const;
    const across = await percents({ ...crosstab, percent: 'row' });
    expect(across[0]?.slice(0, 3)).toEqual([100, share(sum(gave(1, 1)), sum(gave(1))), share(sum(gave(1, 2)), sum(gave(1)))]);
    const ofAll = await percents({ ...crosstab, percent: 'total' });
    expect(ofAll[0]?.slice(0, 3)).toEqual([share(sum(gave(1)), 480), share(sum(gave(1, 1)), 480), share(sum(gave(1, 2)), 480)]);
    const items = await percents({ kind: 'likert', rows: [fixture.variables.respekt, info] });
    expect(items[1]?.slice(0, 2)).toEqual(
      [1, 2].map((code) =>
        share(
          sum((person) => person.answers.info?.code === code),
          480,
        ),
      ),
    );
    expect(await percents({ kind: 'themes', rows: 'themes' })).toEqual([
      [
        share(
          sum((_, at) => at % 3 === 0),
          480,
        ),
      ],
    ]);
  });

  it('are refused with every reason, and the table is then unweighted and says so', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, spread);
    const good = weightsBy(fixture, 240, 240);
    expect(await gate(core, fixture, good)).toMatchObject({
      isAllowed: true,
      obstacles: [],
      designEffect: 1.04,
      persons: 200,
      effectiveBase: 192,
    });
    expect(ids((await gate(core, fixture, { ...good, source: '', countedOn: '' })).obstacles)).toEqual([
      'weights.obstacle.no-source',
      'weights.obstacle.no-date',
    ]);
    const wide = await gate(core, fixture, weightsBy(fixture, 100, 900));
    expect(ids(wide.obstacles)).toEqual(['weights.obstacle.wide-range', 'weights.obstacle.design-effect']);
    const empty = weightsBy(fixture, 240, 200);
    const withThird: Weighting = {
      ...empty,
      margins: empty.margins.map((margin) => ({ ...margin, counts: [...margin.counts, { keys: ['3'], count: 40 }] })),
    };
    expect((await gate(core, fixture, withThird)).obstacles).toMatchObject([
      { id: 'weights.obstacle.empty-category', params: { category: 'Dagsenteret' } },
    ]);
    const unasked: Weighting = {
      ...good,
      margins: [
        {
          by: fixture.variables.respekt,
          counts: [
            { keys: ['1', '2'], count: 5 },
            { keys: ['3'], count: 5 },
            { keys: ['9'], count: 5 },
          ],
        },
      ],
    };
    expect(ids((await gate(core, fixture, unasked)).obstacles)).toEqual([
      'weights.obstacle.empty-category',
      'weights.obstacle.category-outside-frame',
    ]);
    await core.client.analysis.setWeighting({ projectId: fixture.projectId, weighting: { ...good, source: ' ' } });
    const plain = await view(core, fixture, respekt(fixture));
    const { released, plainReading } = await weighted(core, fixture);
    expect(released.weighting).toBeUndefined();
    expect(released.rows).toEqual(plain.released.rows);
    expect(released.notes.join(' ')).toContain('Prosentene er ikke vektet: Kilden til tallene for rammen mangler.');
    expect(ids(plainReading)).toContain('weights.obstacle.no-source');
  });

  it('are refused where a weighted share would tell how few of a group gave an answer', async () => {
    using core = openCore();
    // Of the second service only two answer 5, of the first thirty: the count of 32 is large, the two are not.
    const few = many((at, service) =>
      service === 1 ? 1 + (Math.floor(at / 5) % 4) + (at % 4 === 0 ? 1 : 0) : at < 122 ? 5 : 1 + (at % 4),
    );
    const fixture = await makeAnalysisFixture(core, few);
    await core.client.analysis.setWeighting({ projectId: fixture.projectId, weighting: weightsBy(fixture, 240, 240) });
    const { released, plainReading } = await weighted(core, fixture);
    expect(released.weighting).toBeUndefined();
    expect(ids(plainReading)).toContain('weights.refused.composition');
    expect(released.rows.every(({ cells }) => cells.every(({ state }) => state === 'shown'))).toBe(true);
  });

  it('do not fit waves beside each other, figures or exact intervals', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, spread);
    await core.client.analysis.setWeighting({ projectId: fixture.projectId, weighting: weightsBy(fixture, 240, 240) });
    const refused = async (change: Partial<ExhibitDefinition>) =>
      ids((await weighted(core, fixture, { ...respekt(fixture), ...change })).plainReading).filter((id) => id.startsWith('weights.'));
    expect(await refused({ kind: 'crosstab', columns: 'wave' })).toEqual(['weights.refused.waves']);
    expect(await refused({ figures: ['mean'] })).toEqual(['weights.refused.figures']);
    expect(await refused({ intervals: 'exact' })).toEqual(['weights.refused.exact']);
    await core.client.analysis.removeWeighting({ projectId: fixture.projectId });
    expect(await refused({})).toEqual(['weights.refused.none']);
  });

  it('what is hidden stays hidden, and the rest is weighted', async () => {
    using core = openCore();
    const people = spread.map((person, at) => ({ ...person, answers: { ...person.answers, info: { code: at < 3 ? 4 : 1 + (at % 3) } } }));
    const fixture = await makeAnalysisFixture(core, people);
    const definition: ExhibitDefinition = { ...respekt(fixture), rows: fixture.variables.info };
    const statesOf = ({ rows }: Awaited<ReturnType<typeof view>>['released']) => rows.map(({ cells }) => cells.map(({ state }) => state));
    const plain = (await view(core, fixture, definition)).released;
    expect(statesOf(plain).flat()).toContain('hidden');
    await core.client.analysis.setWeighting({ projectId: fixture.projectId, weighting: weightsBy(fixture, 240, 240) });
    const { released } = await weighted(core, fixture, definition);
    expect(released.weighting).toBeDefined();
    expect(statesOf(released)).toEqual(statesOf(plain));
  });

  it('[F79] who answered stands beside the frame, small groups hidden and answers joined as the author wants', async () => {
    using core = openCore();
    const people = spread.map((person, at): Person =>
      at < 3 ? { ...person, answers: { ...person.answers, tjeneste: { code: 3 } } } : person,
    );
    const fixture = await makeAnalysisFixture(core, people);
    const apart = await gate(core, fixture, {
      ...weightsBy(fixture, 100, 100),
      margins: [{ by: fixture.variables.tjeneste, counts: [1, 2, 3].map((code) => ({ keys: [String(code)], count: 100 })) }],
    });
    expect(apart.obstacles).toMatchObject([{ id: 'weights.obstacle.small-cell', params: { category: 'Dagsenteret', limit: 10 } }, {}, {}]);
    expect(apart.comparison[0]?.lines[2]).toMatchObject({ persons: null, percent: null, frame: 100, framePercent: 33 });
    expect(apart.comparison[0]?.lines.filter(({ persons }) => persons === null).length).toBeGreaterThan(1);
    // No figure of the weights either: with the frame they would give the small number back.
    expect(apart).toMatchObject({ isAllowed: false, designEffect: null, persons: null, effectiveBase: null });
    const joined = await gate(core, fixture, {
      ...weightsBy(fixture, 100, 100),
      margins: [
        {
          by: fixture.variables.tjeneste,
          counts: [
            { keys: ['1'], count: 240 },
            { keys: ['2', '3'], count: 240 },
          ],
        },
      ],
    });
    expect(joined.isAllowed).toBe(true);
    expect(joined.comparison[0]).toMatchObject({
      n: 200,
      lines: [{ persons: 117, percent: 59, frame: 240, framePercent: 50 }, { persons: 83 }],
    });
    expect(joined.choices.map(({ by }) => by)).toContain(fixture.variables.tjeneste);
  });

  it('are kept one for each project, changed and removed, each undone by name', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, spread);
    const { projectId } = fixture;
    const stored = async () => (await core.client.analysis.weighting({ projectId, language: 'nb' })).weighting;
    expect(await stored()).toBeNull();
    const first = weightsBy(fixture, 240, 240);
    await core.client.analysis.setWeighting({ projectId, weighting: first });
    await core.client.analysis.setWeighting({ projectId, weighting: { ...first, name: 'Tjeneste 2025' } });
    expect(await stored()).toEqual({ ...first, name: 'Tjeneste 2025' });
    await core.client.analysis.removeWeighting({ projectId });
    expect(await stored()).toBeNull();
    expect((await core.client.history.next({})).undo?.params).toMatchObject({ name: 'Tjeneste 2025' });
    await core.client.history.undo({});
    await core.client.history.undo({});
    expect(await stored()).toEqual(first);
    await core.client.history.undo({});
    expect(await stored()).toBeNull();
    await expect(core.client.analysis.removeWeighting({ projectId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
