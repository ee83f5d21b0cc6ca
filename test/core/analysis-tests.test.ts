import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { associationTest, columnLetters, letterCells, mannWhitney } from '../../shared/statistics/index.ts';
import { makeAnalysisFixture, type AnalysisFixture, type Person } from './analysis-fixture.ts';

type Draft = Omit<ExhibitDefinition, 'language' | 'percent'> & Partial<Pick<ExhibitDefinition, 'percent'>>;

async function released(core: Core, { projectId }: AnalysisFixture, draft: Draft): Promise<ReleasedExhibit> {
  const definition = ExhibitDefinition.parse({ language: 'nb', percent: 'column', ...draft });
  return (await core.client.analysis.exhibit({ projectId, definition })).released;
}

/** Two hundred persons in two services: the second answers higher; three kinds of help, more of it in the first. */
const people = Array.from({ length: 200 }, (_, at): Person => {
  const service = 1 + (at % 2);
  const round = Math.floor(at / 2);
  const used = [...(service === 1 || round % 3 === 0 ? [1] : []), ...(round % 2 === 0 ? [2] : [])];
  return {
    code: `R${at + 1}`,
    answers: {
      tjeneste: { code: service },
      respekt: { code: service === 1 ? 1 + (round % 4) : 2 + (round % 4) },
      brukt: { txt: used.length === 0 ? '3' : used.join(' ') },
    },
    themes: service === 1 ? ['Ventetid'] : round % 2 === 0 ? ['Ventetid'] : [],
  };
});

function countsOf(isIn: (person: Person) => boolean): number {
  return people.filter(isIn).length;
}

const answered = (service: number, code: number): number =>
  countsOf(({ answers }) => answers.tjeneste?.code === service && answers.respekt?.code === code);

describe('tests in a table', () => {
  it('[F75] are off unless asked for; then effect first, of the kind that the answers call for', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, people);
    const { respekt, tjeneste } = fixture.variables;
    expect((await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste })).tests).toBeUndefined();
    const { tests = [] } = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, tests: 'shown' });
    const codes = [1, 2, 3, 4, 5];
    const expected = mannWhitney(
      codes.map((code) => answered(1, code)),
      codes.map((code) => answered(2, code)),
    );
    expect(tests).toEqual([
      {
        part: '',
        row: null,
        name: 'mann-whitney',
        effect: { name: 'superiority', value: expected?.probability, low: expected?.superiority?.low, high: expected?.superiority?.high },
        statistic: { name: 'z', value: expected?.z, df: [] },
        p: expected?.p,
        reason: null,
      },
    ]);
  });

  it('[F75] of several answers one test per row, as a table of yes and no; expected counts under the limit switch the test and say so', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, people);
    const { brukt, tjeneste } = fixture.variables;
    const { tests = [], rows } = await released(core, fixture, { kind: 'crosstab', rows: brukt, columns: tjeneste, tests: 'shown' });
    const of = (service: number, code: string): number =>
      countsOf(({ answers }) => answers.tjeneste?.code === service && (answers.brukt?.txt ?? '').split(' ').includes(code));
    for (const row of rows.filter(({ cells }) => cells.slice(1, 3).every(({ state }) => state === 'shown'))) {
      const yes = [of(1, row.key), of(2, row.key)];
      const found = associationTest([yes, yes.map((count) => 100 - count)]);
      expect(tests.find((test) => test.row === row.key)).toMatchObject({
        name: found.test === 'none' ? 'none' : found.test,
        p: found.p,
        reason: found.test === 'none' ? 'too-few-categories' : found.reason === 'expected-too-small' ? 'expected-too-small' : null,
      });
    }
    expect(tests.some(({ name }) => name === 'n-minus-1-chi-square')).toBe(true);
  });

  it('issue 6.3: are not given where a number is hidden, groups overlap, or too few are in them; the reason stands instead', async () => {
    using core = openCore();
    const few = people
      .slice(0, 60)
      .map((person, at): Person => (at < 3 ? { ...person, answers: { ...person.answers, respekt: { code: 5 } } } : person));
    const fixture = await makeAnalysisFixture(core, few);
    const { respekt, tjeneste } = fixture.variables;
    const table = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, tests: 'shown' });
    const isHidden = table.rows.some(({ cells }) => cells.some(({ state }) => state === 'hidden'));
    expect(isHidden).toBe(true);
    expect(table.tests).toMatchObject([{ name: 'none', reason: 'hidden', effect: null, p: null }]);
    const overlapping = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: 'themes', tests: 'shown' });
    expect(overlapping.tests).toMatchObject([{ name: 'none', reason: 'overlapping' }]);
  });

  it('issue 6.3: waves with the same persons are compared person by person; without a common key they are groups', async () => {
    using core = openCore();
    const apart = people.map((person, at): Person => ({ ...person, wave: at % 2 === 0 ? 1 : 2 }));
    const fixture = await makeAnalysisFixture(core, apart);
    const definition: Draft = { kind: 'crosstab', rows: fixture.variables.respekt, columns: 'wave', tests: 'shown' };
    expect((await released(core, fixture, definition)).tests).toMatchObject([{ name: 'mann-whitney' }]);
    const { workspace } = core.session;
    const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
    // The second wave's persons turn out to be the first one's, two by two.
    workspace.operations.run(intent, () =>
      workspace.sql.run(
        'UPDATE interview SET respondent_id = (SELECT e.respondent_id FROM interview e WHERE e.key = interview.key - 1) WHERE key % 2 = 0',
        {},
      ),
    );
    expect((await released(core, fixture, definition)).tests).toMatchObject([
      { name: 'wilcoxon-pratt', effect: { name: 'rank-biserial' } },
    ]);
  });
});

describe('letters', () => {
  it('[F76] name the columns, stand at the larger share, capital at the stricter level, and never at a hidden cell', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, people);
    const { brukt, tjeneste } = fixture.variables;
    const letters = { adjust: 'holm', family: 'row', levels: 'two' } as const;
    const table = await released(core, fixture, { kind: 'crosstab', rows: brukt, columns: tjeneste, letters });
    expect(table.columns.map(({ letter }) => letter)).toEqual([undefined, 'A', 'B']);
    const shares = table.rows.map(({ cells }) => {
      const [, first, second] = cells;
      const shown = first?.state === 'shown' && second?.state === 'shown';
      return { kind: 'share' as const, counts: shown ? [first.count, second.count] : [0, 0], bases: [100, 100], hidden: [!shown, !shown] };
    });
    const marks = columnLetters(shares, [0, 0], { adjust: 'holm', family: 'row', alpha: 0.05, strictAlpha: 0.01 });
    const expected = letterCells(marks, [0, 0], shares.length);
    expect(table.rows.map(({ cells }) => cells.slice(1).map((cell) => ('letters' in cell ? cell.letters : '') ?? ''))).toEqual(expected);
    // Everybody in the first service used the first kind of help; a third in the second.
    expect(table.rows[0]?.cells[1]).toMatchObject({ letters: 'B' });
    expect(JSON.stringify(table.rows.map(({ cells }) => cells.filter(({ state }) => state === 'hidden')))).not.toContain('letters');
  });

  it('[F80] rows of figures are compared like other rows', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, people);
    const { respekt, tjeneste } = fixture.variables;
    const letters = { adjust: 'holm', family: 'row', levels: 'one' } as const;
    const table = await released(core, fixture, {
      kind: 'crosstab',
      rows: respekt,
      columns: tjeneste,
      figures: ['mean', 'net', 'top2'],
      letters,
    });
    const mean = table.rows.find(({ figure }) => figure === 'mean');
    expect(mean?.cells.map((cell) => ('letters' in cell ? cell.letters : undefined))).toEqual([undefined, undefined, 'A']);
  });
});
