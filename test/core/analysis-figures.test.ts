import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { ExhibitDefinition, type ExhibitView } from '../../shared/contract/analysis.ts';
import { ReleasedExhibit, type ReleasedCell } from '../../shared/model/exhibit.ts';
import { meanInterval, medianInterval, percentOf } from '../../shared/statistics/index.ts';
import { makeAnalysisFixture, seeded, type AnalysisFixture, type Person } from './analysis-fixture.ts';

type Draft = Omit<ExhibitDefinition, 'language' | 'percent'> & Partial<Pick<ExhibitDefinition, 'percent'>>;

function defined(draft: Draft): ExhibitDefinition {
  return ExhibitDefinition.parse({ language: 'nb', percent: 'column', ...draft });
}

async function view(core: Core, { projectId }: AnalysisFixture, draft: Draft): Promise<ExhibitView> {
  return await core.client.analysis.exhibit({ projectId, definition: defined(draft) });
}

/** Large groups, so that nothing is hidden unless a test makes it so. */
function manyPeople(count: number, seed: number): Person[] {
  const next = seeded(seed);
  const code = (): number => 1 + Math.floor(next() * 5);
  return Array.from({ length: count }, (_, at): Person => ({
    code: `R${at}`,
    wave: at % 3 === 0 ? 1 : 2,
    answers: {
      tjeneste: { code: 1 + (at % 2) },
      respekt: { code: code() },
      ...(next() < 0.8 ? { info: { code: code() } } : { info: { missing: 'dont-know' } }),
      uker: { num: Math.floor(next() * 30) },
    },
  }));
}

type Group = (person: Person) => boolean;
const everyone: Group = () => true;
const inService =
  (service: number): Group =>
  ({ answers }) =>
    answers.tjeneste?.code === service;

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function scores(people: readonly Person[], name: 'respekt' | 'info', isIn: Group): number[] {
  return people.filter(isIn).flatMap(({ answers }) => answers[name]?.code ?? []);
}

/** The figures of a list of answers on a scale of five, worked out directly. */
function naive(values: readonly number[]): Record<'mean' | 'median' | 'top2' | 'bottom2' | 'net', number> {
  const share = (wanted: readonly number[]): number => values.filter((value) => wanted.includes(value)).length;
  const [best, worst] = [share([4, 5]), share([1, 2])];
  return {
    mean: tenth(meanInterval(values)?.estimate ?? Number.NaN),
    median: tenth(medianInterval(values)?.estimate ?? Number.NaN),
    top2: percentOf(best, values.length),
    bottom2: percentOf(worst, values.length),
    net: Math.sign(best - worst) * percentOf(Math.abs(best - worst), values.length) + 0,
  };
}

const all = ['mean', 'median', 'top2', 'bottom2', 'net'] as const;

function valueOf(cell: ReleasedCell | undefined): number | null {
  return cell?.state === 'figure' ? cell.value : null;
}

describe('figures under the answers', { timeout: 120_000 }, () => {
  it('[F80] mean with its spread, median, two best, two worst and net are those of the answers, in every column', async () => {
    using core = openCore();
    const people = manyPeople(400, 5);
    const fixture = await makeAnalysisFixture(core, people);
    const { respekt, tjeneste } = fixture.variables;
    const { released } = await view(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, figures: [...all] });
    const groups = [everyone, inService(1), inService(2)];
    for (const figure of all) {
      const row = released.rows.find(({ key }) => key === `figure:${figure}`);
      expect(row?.figure).toBe(figure);
      expect(row?.cells.map(valueOf)).toEqual(groups.map((isIn) => naive(scores(people, 'respekt', isIn))[figure]));
    }
    const mean = released.rows.find(({ key }) => key === 'figure:mean')?.cells[1];
    const found = meanInterval(scores(people, 'respekt', inService(1)));
    expect(mean).toEqual({
      state: 'figure',
      value: tenth(found?.estimate ?? 0),
      low: tenth(found?.low ?? 0),
      high: tenth(found?.high ?? 0),
      spread: tenth(found?.standardDeviation ?? 0),
    });
    expect(released.rows.slice(-5).map(({ label }) => label)).toContain('De to beste svarene');
    expect(released.notes.join(' ')).toContain('prosentpoeng');
  });

  it('[F80] [F84] no mean under thirty, nothing under ten, and always with limits', async () => {
    using core = openCore();
    const sized = (service: number, count: number): Person[] =>
      Array.from({ length: count }, (_, at) => ({
        code: `${service}-${at}`,
        answers: { tjeneste: { code: service }, respekt: { code: 2 + (at % 2) * 2 } },
      }));
    const fixture = await makeAnalysisFixture(core, [...sized(1, 60), ...sized(2, 24), ...sized(3, 8)]);
    const { respekt, tjeneste } = fixture.variables;
    const { released } = await view(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, figures: ['mean', 'median'] });
    expect(released.columns.map(({ base }) => base?.rule)).toEqual(['normal', 'normal', 'low', 'words']);
    const [mean, median] = ['mean', 'median'].map((figure) => released.rows.find(({ key }) => key === `figure:${figure}`)?.cells ?? []);
    expect(mean?.[2]?.state === 'missing' || mean?.[2]?.state === 'hidden').toBe(true);
    expect([mean?.[3]?.state, median?.[3]?.state]).toEqual(['hidden', 'hidden']);
    for (const cell of [...(mean ?? []), ...(median ?? [])]) if (cell.state === 'figure') expect(cell.low).not.toBeNull();
  });

  it('[F38] [F80] a figure goes with its cells: where answers are hidden no mean gives them back', async () => {
    using core = openCore();
    const people = Array.from({ length: 60 }, (_, at): Person => ({
      code: `R${at}`,
      answers: { respekt: { code: at < 2 ? 1 : at < 5 ? 2 : 3 + (at % 3) } },
    }));
    const fixture = await makeAnalysisFixture(core, people);
    const draft = { kind: 'frequency', rows: fixture.variables.respekt, figures: ['mean', 'bottom2', 'net'] } as const;
    const { released } = await view(core, fixture, { ...draft, figures: [...draft.figures] });
    const cellOf = (key: string): ReleasedCell | undefined => released.rows.find((row) => row.key === key)?.cells[0];
    expect([cellOf('1')?.state, cellOf('2')?.state]).toEqual(['hidden', 'hidden']);
    // The two hidden answers are five persons together: their mean score would tell which.
    expect(cellOf('figure:mean')).toEqual({ state: 'hidden' });
  });

  it('[F80] joined answers keep the shares of their ends and lose the mean', async () => {
    using core = openCore();
    const people = manyPeople(200, 6);
    const fixture = await makeAnalysisFixture(core, people);
    const { released } = await view(core, fixture, {
      kind: 'frequency',
      rows: fixture.variables.respekt,
      merge: 'ends',
      figures: ['mean', 'top2', 'net'],
    });
    const cellOf = (key: string): ReleasedCell | undefined => released.rows.find((row) => row.key === key)?.cells[0];
    const found = naive(scores(people, 'respekt', everyone));
    expect(cellOf('figure:mean')).toEqual({ state: 'not-applicable' });
    expect([valueOf(cellOf('figure:top2')), valueOf(cellOf('figure:net'))]).toEqual([found.top2, found.net]);
    expect(released.symbolsUsed).toContain('.');
  });

  it('[F80] a number has its mean and median, but not where one person is most of the sum', async () => {
    using core = openCore();
    const weeks = (most: number): Person[] =>
      Array.from({ length: 60 }, (_, at) => ({
        code: `R${at}`,
        answers: { tjeneste: { code: 1 }, uker: { num: at === 0 ? most : at % 2 } },
      }));
    const plain = openCore();
    const fixture = await makeAnalysisFixture(core, weeks(1));
    const draft = { kind: 'frequency', rows: fixture.variables.uker, figures: ['mean', 'median', 'net'] } as const;
    const { released } = await view(core, fixture, { ...draft, figures: [...draft.figures] });
    expect(released.rows.filter(({ figure }) => figure !== undefined).map(({ figure, cells }) => [figure, valueOf(cells[0])])).toEqual([
      ['mean', 0.5],
      ['median', 1],
    ]);
    const other = await makeAnalysisFixture(plain, weeks(1000));
    const dominated = await view(plain, other, { kind: 'frequency', rows: other.variables.uker, figures: ['mean'] });
    expect(dominated.released.rows.at(-1)?.cells[0]).toEqual({ state: 'hidden' });
    plain[Symbol.dispose]();
  });

  it('[F72] do not know is an answer when asked for, and no score', async () => {
    using core = openCore();
    const people = manyPeople(300, 9);
    const fixture = await makeAnalysisFixture(core, people);
    const draft = { kind: 'frequency', rows: fixture.variables.info, figures: ['mean'] } as const;
    const [outside, within] = [
      (await view(core, fixture, { ...draft, figures: ['mean'] })).released,
      (await view(core, fixture, { ...draft, figures: ['mean'], dontKnow: 'inside' })).released,
    ];
    const unknown = people.filter(({ answers }) => answers.info?.missing === 'dont-know').length;
    expect(within.columns[0]?.base?.n).toBe(300);
    expect(outside.columns[0]?.base?.n).toBe(300 - unknown);
    expect(within.rows.find(({ key }) => key === 'dont-know')?.cells[0]).toMatchObject({
      count: unknown,
      percent: percentOf(unknown, 300),
    });
    expect(valueOf(within.rows.at(-1)?.cells[0])).toBe(valueOf(outside.rows.at(-1)?.cells[0]));
    expect(within.notes.join(' ')).toContain('regnet med blant svarene');
  });
});

describe('items by groups', { timeout: 120_000 }, () => {
  it('[F80] a summary has each figure of each item in each group', async () => {
    using core = openCore();
    const people = manyPeople(400, 11);
    const fixture = await makeAnalysisFixture(core, people);
    const { respekt, info, tjeneste } = fixture.variables;
    for (const figure of all) {
      const { released } = await view(core, fixture, { kind: 'summary', rows: [respekt, info], columns: tjeneste, figure });
      expect(released.unit).toBe('figure');
      expect(released.rows.map(({ cells }) => cells.map(valueOf))).toEqual(
        (['respekt', 'info'] as const).map((name) =>
          [everyone, inService(1), inService(2)].map((isIn) => naive(scores(people, name, isIn))[figure]),
        ),
      );
      expect(released.columns.map(({ base }) => base?.n)).toEqual([400, 200, 200]);
    }
  });

  it('[F81] the index asks for half of the items, each on its own scale', async () => {
    using core = openCore();
    const next = seeded(3);
    const people = Array.from({ length: 120 }, (_, at): Person => ({
      code: `R${at}`,
      answers: {
        tjeneste: { code: 1 + (at % 2) },
        ...(next() < 0.7 ? { respekt: { code: 1 + Math.floor(next() * 5) } } : {}),
        ...(next() < 0.7 ? { info: { code: 1 + Math.floor(next() * 5) } } : {}),
      },
    }));
    const fixture = await makeAnalysisFixture(core, people);
    const { respekt, info, tjeneste } = fixture.variables;
    const { released } = await view(core, fixture, { kind: 'summary', rows: [respekt, info], columns: tjeneste, figure: 'index' });
    const byHand = [everyone, inService(1), inService(2)].map((isIn) => {
      const indices = people.filter(isIn).flatMap(({ answers }) => {
        const given = [answers.respekt?.code, answers.info?.code].filter((code) => code !== undefined);
        return given.length < 1 ? [] : [given.reduce((sum, code) => sum + (code - 1) * 25, 0) / given.length];
      });
      return { n: indices.length, mean: Math.round(indices.reduce((sum, index) => sum + index, 0) / indices.length) };
    });
    expect(released.rows).toHaveLength(1);
    expect(released.rows[0]?.cells.map(valueOf)).toEqual(byHand.map(({ mean }) => mean));
    expect(released.columns.map(({ base }) => base?.n)).toEqual(byHand.map(({ n }) => n));
  });

  it('[F81] the index of a small group is hidden, and so is one more, or it could be subtracted', async () => {
    using core = openCore();
    const sized = (service: number, count: number): Person[] =>
      Array.from({ length: count }, (_, at) => ({
        code: `${service}-${at}`,
        answers: { tjeneste: { code: service }, respekt: { code: 1 + (at % 5) }, info: { code: 5 - (at % 5) } },
      }));
    const fixture = await makeAnalysisFixture(core, [...sized(1, 60), ...sized(2, 40), ...sized(3, 8)]);
    const { respekt, info, tjeneste } = fixture.variables;
    const { released } = await view(core, fixture, { kind: 'summary', rows: [respekt, info], columns: tjeneste, figure: 'index' });
    expect(released.rows[0]?.cells.map(({ state }) => state)).toEqual(['figure', 'figure', 'hidden', 'hidden']);
  });
});

describe('any definition', { timeout: 120_000 }, () => {
  it('[F38] [F80] random persons and definitions: what is released validates, hides small numbers, and its figures are those of a naive count', async () => {
    const next = seeded(77);
    const pick = <T>(from: readonly T[]): T => {
      const found = from[Math.floor(next() * from.length)];
      if (found === undefined) throw new Error('nothing to pick');
      return found;
    };
    for (let round = 0; round < 4; round += 1) {
      using core = openCore();
      const people = manyPeople(40 + Math.floor(next() * 160), round + 20);
      const fixture = await makeAnalysisFixture(core, people);
      const { respekt, info, uker, tjeneste } = fixture.variables;
      for (let turn = 0; turn < 6; turn += 1) {
        const rows = pick([respekt, info, uker]);
        const groups = pick<Partial<Draft>>([
          {},
          { columns: tjeneste },
          { columns: 'wave' },
          { banner: [{ by: tjeneste }, { by: 'wave' }] },
          { banner: [{ by: tjeneste, within: 'wave' }] },
        ]);
        const hasGroups = Object.keys(groups).length > 0;
        const draft: Draft = {
          kind: hasGroups ? 'crosstab' : 'frequency',
          rows,
          ...groups,
          figures: ['mean', 'median', 'top2', 'bottom2', 'net'],
          percent: pick(['column', 'row', 'total', 'count']),
          ...(next() < 0.3 ? { merge: 'ends' } : {}),
          ...(next() < 0.3 ? { dontKnow: 'inside' } : {}),
          ...(next() < 0.3 ? { intervals: 'exact' } : {}),
          ...(next() < 0.3 ? { filter: { where: '${tjeneste} = 1' } } : {}),
        };
        const { released } = await view(core, fixture, draft);
        ReleasedExhibit.parse(released);
        for (const { cells } of released.rows)
          cells.forEach((cell, at) => {
            if (cell.state !== 'shown') return;
            expect([1, 2, 3, 4]).not.toContain(cell.count);
            expect([1, 2, 3, 4]).not.toContain((released.columns[at]?.base?.n ?? 0) - cell.count);
          });
        if (rows === uker) continue;
        const counted = people.filter((person) => draft.filter === undefined || person.answers.tjeneste?.code === 1);
        const found = naive(scores(counted, rows === respekt ? 'respekt' : 'info', everyone));
        for (const figure of all) {
          const value = valueOf(released.rows.find(({ key }) => key === `figure:${figure}`)?.cells[0]);
          if (value !== null) expect([figure, value]).toEqual([figure, found[figure]]);
        }
      }
    }
  });
});
