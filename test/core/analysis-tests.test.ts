import { describe, expect, it } from 'vitest';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { wordsIn } from '../../electron/core/words.ts';
import { testLines } from '../../shared/charts/index.ts';
import { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import type { ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { associationTest, columnLetters, letterCells, mannWhitney, netScore } from '../../shared/statistics/index.ts';
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

/** Does something to the workspace of a test, past the contract. */
function change(core: Core, text: string, params: SqlParams = {}): void {
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () => workspace.sql.run(text, params));
}

/** A third wave that everybody of the last `count` interviews is in, and the days that the waves began. */
function threeWaves(core: Core, { projectId }: AnalysisFixture, count: number, days: readonly (string | null)[]): void {
  const id = core.session.workspace.newId();
  change(core, "INSERT INTO wave (id, project_id, ordinal, name) VALUES (:id, :projectId, 3, 'Våren 2027')", { id, projectId });
  change(core, 'UPDATE interview SET wave_id = :id WHERE key > (SELECT max(key) FROM interview) - :count', { id, count });
  for (const [at, day] of days.entries()) change(core, 'UPDATE wave SET starts_on = :day WHERE ordinal = :at', { day, at: at + 1 });
}

/** Persons of one service with these answers, so many of each from 1. */
function answering(prefix: string, name: 'respekt' | 'tjeneste', counts: readonly number[], more: Partial<Person> = {}): Person[] {
  const codes = counts.flatMap((count, at) => Array.from({ length: count }, () => at + 1));
  return codes.map((code, at) => ({ code: `${prefix}${at}`, answers: { tjeneste: { code: 1 }, [name]: { code } }, ...more }));
}

describe('tests of order and of time', () => {
  // R: cor.test(a, b, method = "kendall", exact = FALSE)
  it('[F75] two scales: tau-b with its interval', async () => {
    using core = openCore();
    const codes = Array.from({ length: 150 }, (_, at) => {
      const respekt = 1 + (at % 5);
      return { respekt, info: Math.min(5, Math.max(1, respekt + (Math.floor(at / 5) % 3) - 1)) };
    });
    const fixture = await makeAnalysisFixture(
      core,
      codes.map(({ respekt, info }, at) => ({ code: `R${at}`, answers: { respekt: { code: respekt }, info: { code: info } } })),
    );
    const { respekt, info } = fixture.variables;
    const { tests = [] } = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: info, tests: 'shown' });
    const near = (value: number): unknown => expect.closeTo(value, 8);
    expect(tests).toMatchObject([
      {
        name: 'kendall-tau-b',
        effect: { name: 'tau-b', value: near(0.766_666_666_7) },
        statistic: { name: 'z', value: near(11.693_012_246_5) },
      },
    ]);
    expect(tests[0]?.p).toBeCloseTo(1.383_896e-31, 36);
    const { low, high } = tests[0]?.effect ?? {};
    expect(low).toBeLessThan(0.77);
    expect(high).toBeGreaterThan(0.76);
  });

  // R: kruskal.test; Dunn's z by hand from rank(), p.adjust(p, "holm")
  it('[F75] more groups than two on a scale: after Kruskal–Wallis every two of them, by Dunn with Holm', async () => {
    using core = openCore();
    const of = (service: number, counts: readonly number[]): Person[] =>
      answering(`S${service}-`, 'respekt', counts).map(({ answers, ...person }) => ({
        ...person,
        answers: { ...answers, tjeneste: { code: service } },
      }));
    const fixture = await makeAnalysisFixture(core, [
      ...of(1, [20, 15, 10, 10, 5]),
      ...of(2, [12, 12, 12, 12, 12]),
      ...of(3, [5, 8, 10, 15, 22]),
    ]);
    const { respekt, tjeneste } = fixture.variables;
    const table = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, tests: 'shown' });
    const [whole, ...pairs] = table.tests ?? [];
    expect(whole).toMatchObject({ name: 'kruskal-wallis', statistic: { value: expect.closeTo(23.059_592_632_4, 8) as unknown } });
    expect(pairs.map(({ name, pair }) => [name, pair])).toEqual([
      ['dunn-holm', ['1', '2']],
      ['dunn-holm', ['1', '3']],
      ['dunn-holm', ['2', '3']],
    ]);
    const found = pairs.map(({ statistic, p }) => [statistic?.value ?? 0, p ?? 0]);
    const expected = [
      [-2.205_266_798_11, 0.027_435_378_243_6],
      [-4.796_857_706_83, 4.835_220_248_57e-6],
      [-2.591_590_908_72, 0.019_106_659_481_2],
    ];
    expect(found.flat()).toEqual(expected.flat().map((value) => expect.closeTo(value, 9) as unknown));
    // The chance of a higher answer is of the first of the two.
    expect(pairs[1]?.effect?.value).toBeLessThan(0.5);
    const [, second] = testLines(table, wordsIn('nb'));
    expect(second?.about).toBe('Botjenesten – Rustjenesten');
  });

  // R: prop.trend.test(c(12, 18, 30), c(60, 60, 60), score = c(2019 + 90/365, 2021, 2025))
  it('[F83] yes and no over three waves: Cochran–Armitage in points per year, by the days that the waves began', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, [
      ...answering('A', 'tjeneste', [12, 48], { wave: 1 }),
      ...answering('B', 'tjeneste', [18, 42], { wave: 2 }),
      ...answering('C', 'tjeneste', [30, 30], { wave: 2 }),
    ]);
    change(core, "DELETE FROM answer_option WHERE code = 3 AND question_id = (SELECT id FROM question WHERE number = '1')");
    threeWaves(core, fixture, 60, ['2019-04-01', '2021-01-01', '2025']);
    const definition: Draft = { kind: 'crosstab', rows: fixture.variables.tjeneste, columns: 'wave', tests: 'shown' };
    const { tests = [] } = await released(core, fixture, definition);
    expect(tests).toMatchObject([
      { name: 'cochran-armitage', row: '1', effect: { name: 'points-per-year', value: expect.closeTo(5.177_379_445_3, 8) as unknown } },
    ]);
    expect((tests[0]?.statistic?.value ?? 0) ** 2).toBeCloseTo(12.587_415_122_6, 8);
    expect(tests[0]?.p).toBeCloseTo(0.000_388_352_875, 10);
    // A wave that nobody has told the day of has no place among the years.
    change(core, 'UPDATE wave SET starts_on = NULL WHERE ordinal = 2');
    expect((await released(core, fixture, definition)).tests).toMatchObject([{ name: 'pearson-chi-square', reason: 'no-years' }]);
  });

  it('[F83] of several answers each by itself over the waves; scales by Jonckheere–Terpstra, later above earlier', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people.map((person, at) => ({ ...person, wave: at < 60 ? 1 : 2 })),
    );
    threeWaves(core, fixture, 70, ['2021-01-01', '2023-01-01', '2025-01-01']);
    const { brukt, respekt } = fixture.variables;
    const { tests = [] } = await released(core, fixture, { kind: 'crosstab', rows: brukt, columns: 'wave', tests: 'shown' });
    expect(tests.filter(({ name }) => name === 'cochran-armitage').map(({ row }) => row)).toContain('1');
    const scale = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: 'wave', tests: 'shown' });
    expect(scale.tests).toMatchObject([{ name: 'jonckheere-terpstra', effect: { name: 'later-higher' } }]);
  });

  it('issue 6.3: groups too small to be compared are left out, and it is said', async () => {
    using core = openCore();
    const sizes = [60, 60, 9, 9, 9];
    const fixture = await makeAnalysisFixture(
      core,
      sizes.flatMap((size, group) =>
        Array.from({ length: size }, (_, at): Person => ({
          code: `R${group}-${at}`,
          answers: { respekt: { code: 1 + (at % 2) }, info: { code: group + 1 } },
        })),
      ),
    );
    const { respekt, info } = fixture.variables;
    const { tests = [], columns } = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: info, tests: 'shown' });
    expect(columns.slice(3).map(({ base }) => base?.rule)).toEqual(['words', 'words', 'words']);
    expect(tests).toMatchObject([{ name: 'mann-whitney', reason: 'small-left-out' }]);
  });
});

describe('tests of the same persons', () => {
  /** The same persons in the first two waves, by their answers on the scale. */
  async function twice(core: Core, pairs: readonly (readonly [number, number])[], more: readonly Person[] = []): Promise<AnalysisFixture> {
    const sitting = (wave: 1 | 2): Person[] =>
      pairs.map((pair, at) => ({ code: `P${at}`, wave, answers: { tjeneste: { code: 1 }, respekt: { code: pair[wave - 1] ?? 1 } } }));
    return await makeAnalysisFixture(core, [...sitting(1), ...sitting(2), ...more]);
  }
  const many = (count: number, pair: readonly [number, number]) => Array.from({ length: count }, () => pair);

  it('issue 6.5: a change of few, or of all but few, has no test: it would tell who they are', async () => {
    const pairs = [
      ...many(3, [2, 4]),
      ...many(40, [2, 2]),
      ...many(40, [4, 4]),
      ...many(20, [3, 3]),
      ...many(20, [1, 1]),
      ...many(20, [5, 5]),
    ];
    using core = openCore();
    const fixture = await twice(core, pairs);
    const definition: Draft = { kind: 'crosstab', rows: fixture.variables.respekt, columns: 'wave', tests: 'shown' };
    expect((await released(core, fixture, definition)).tests).toMatchObject([{ name: 'none', reason: 'hidden-linked', p: null }]);
    using second = openCore();
    const changed = await twice(second, [...many(9, [2, 4]), ...many(8, [4, 3]), ...pairs.slice(3)]);
    const rows = changed.variables.respekt;
    expect((await released(second, changed, { ...definition, rows })).tests).toMatchObject([{ name: 'wilcoxon-pratt', n: 157 }]);
    // Those who are in one wave alone could be told from the waves' own figures.
    using third = openCore();
    const alone = await twice(third, [...many(9, [2, 4]), ...many(8, [4, 3]), ...pairs.slice(3)], answering('Q', 'respekt', [0, 4]));
    expect((await released(third, alone, { ...definition, rows: alone.variables.respekt })).tests).toMatchObject([
      { name: 'none', reason: 'hidden-linked' },
    ]);
  });

  it('[F75] answers without an order: Stuart–Maxwell, then the change of each answer that does not tell of few', async () => {
    using core = openCore();
    const fixture = await twice(core, [
      ...many(20, [1, 2]),
      ...many(8, [2, 1]),
      ...many(30, [1, 1]),
      ...many(30, [2, 2]),
      ...many(30, [3, 3]),
    ]);
    // The scale's answers become three without an order.
    change(core, "UPDATE question SET type = 'one', scale_id = NULL WHERE variable_id = :id", { id: fixture.variables.respekt });
    for (const code of [1, 2, 3])
      change(
        core,
        `INSERT INTO answer_option (id, question_id, code, ordinal, label) SELECT :id, id, :code, :code, '{"nb":"Svar"}' FROM question WHERE variable_id = :variable`,
        { id: core.session.workspace.newId(), code, variable: fixture.variables.respekt },
      );
    const { tests = [] } = await released(core, fixture, {
      kind: 'crosstab',
      rows: fixture.variables.respekt,
      columns: 'wave',
      tests: 'shown',
    });
    expect(tests.map(({ name, row }) => [name, row])).toEqual([
      ['stuart-maxwell', null],
      ['change-per-answer', '1'],
      ['change-per-answer', '2'],
      ['change-per-answer', '3'],
    ]);
    const change1 = netScore(8, 20, 118);
    expect(tests[1]).toMatchObject({
      n: 118,
      effect: { name: 'change', value: change1.estimate, low: change1.low, high: change1.high },
      p: null,
    });
    expect(tests[0]?.statistic?.value).toBeCloseTo(12 ** 2 / 28, 9);
  });
});

describe('questions that many left unanswered', () => {
  /** Of a hundred and twenty persons who were asked, so many without an answer. */
  const asked = (missing: number): Person[] =>
    Array.from({ length: 120 }, (_, at): Person => {
      const respekt = at < missing ? { missing: 'skipped' } : { code: 1 + (at % 5) };
      return { code: `R${at}`, answers: { tjeneste: { code: 1 + (at % 2) }, respekt, info: { code: 1 + (at % 5) } } };
    });
  const letters = { adjust: 'holm', family: 'row', levels: 'one' } as const;

  it('[F74] have no interval, test or letter over 30 %, and the notes say why; under it they have', async () => {
    for (const [missing, isSure] of [
      [30, true],
      [45, false],
    ] as const) {
      using core = openCore();
      const fixture = await makeAnalysisFixture(core, asked(missing));
      const { respekt, tjeneste, info } = fixture.variables;
      const table = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, tests: 'shown', letters });
      const cells = table.rows.flatMap((row) => row.cells).filter((cell) => cell.state === 'shown');
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.every(({ low, high }) => (low !== null && high !== null) === isSure)).toBe(true);
      expect(table.tests?.[0]?.name === 'none').toBe(!isSure);
      expect(table.subtitle.includes('intervall')).toBe(isSure);
      expect(table.notes.some((note) => note.startsWith('Mer enn 30'))).toBe(!isSure);
      expect(table.notes.some((note) => note.startsWith('Ingen bokstaver'))).toBe(!isSure);
      // In a battery each question by itself.
      const battery = await released(core, fixture, { kind: 'likert', rows: [respekt, info] });
      const lows = battery.rows.map((row) => row.cells.flatMap((cell) => (cell.state === 'shown' ? [cell.low !== null] : [])));
      expect(lows.map((line) => line.every((is) => is))).toEqual([isSure, true]);
    }
  });
});

describe('what is not uncertain', () => {
  it('[F72] has no interval: the whole that percentages across are of, and everybody where all within reach have answered', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people.map((person) => ({ ...person, wave: 1 })),
    );
    const { respekt, tjeneste } = fixture.variables;
    const across = await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, percent: 'row' });
    for (const { cells, base } of across.rows)
      if (base?.n != null) expect(cells[0]).toMatchObject({ state: 'shown', percent: 100, low: null, high: null, count: base.n });
    change(core, "UPDATE wave SET frame_count = 200, frame_precision = 'exact' WHERE ordinal = 1");
    const all = await released(core, fixture, { kind: 'frequency', rows: respekt });
    const cells = all.rows.flatMap((row) => row.cells);
    expect(cells.every((cell) => cell.state === 'shown' && cell.low === null && cell.high === null)).toBe(true);
    expect(all.notes).toContain('Alle innen rekkevidde har svart, så tallene for alle har ikke noe intervall.');
    expect(all.subtitle).not.toContain('intervall');
    const { plainReading } = await core.client.analysis.exhibit({
      projectId: fixture.projectId,
      definition: ExhibitDefinition.parse({ kind: 'frequency', rows: respekt, language: 'nb', percent: 'column' }),
    });
    const [share] = plainReading;
    expect(share).toMatchObject({ id: 'analysis.read.share', params: { hasInterval: 'no' } });
    expect(share === undefined ? '' : wordsIn('nb')('analysis.read.share', share.params)).not.toMatch(/intervall|  |\{/u);
  });
});

describe('letters', () => {
  it('[F76] are not given beside percentages across or of the whole, or where persons are in several groups; the notes say why', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, people);
    const { respekt, tjeneste, brukt } = fixture.variables;
    const letters = { adjust: 'holm', family: 'row', levels: 'one' } as const;
    const notesOf = async (draft: Partial<Draft>): Promise<readonly string[]> =>
      (await released(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, letters, ...draft })).notes.filter((note) =>
        note.startsWith('Ingen bokstaver'),
      );
    expect(await notesOf({})).toEqual([]);
    expect(await notesOf({ percent: 'row' })).toEqual(['Ingen bokstaver: de sammenligner kolonneprosent, og den står ikke her.']);
    expect(await notesOf({ percent: 'total' })).toHaveLength(1);
    expect(await notesOf({ columns: brukt })).toEqual(['Ingen bokstaver: én person kan være i flere av gruppene.']);
    const { columns: _columns, ...banner } = { columns: undefined, banner: [{ by: tjeneste }, { by: brukt }] };
    const table = await released(core, fixture, { kind: 'crosstab', rows: respekt, letters, ...banner });
    expect(table.notes.filter((note) => note.startsWith('Ingen bokstaver'))).toEqual([
      'Ingen bokstaver for «Spørsmål om brukt»: én person kan være i flere av gruppene.',
    ]);
  });

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
