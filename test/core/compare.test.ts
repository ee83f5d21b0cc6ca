import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SqlParams } from '../../electron/core/db/statements.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { ComparedTable, CompareBy, CompareFigure } from '../../shared/contract/compare.ts';
import type { PlaceMode } from '../../shared/contract/exhibit-definition.ts';
import { ProjectId } from '../../shared/model/ids.ts';
import { meanIntervalOfCounts, netScore, percentOf, proportionDifference, wilson } from '../../shared/statistics/index.ts';
import { makeAnalysisFixture, somePeople, type AnalysisFixture, type Person } from './analysis-fixture.ts';

interface Choice {
  readonly by?: CompareBy;
  readonly places?: PlaceMode;
}

async function figures(
  core: Core,
  { projectId }: AnalysisFixture,
  figure: CompareFigure,
  { by = 'waves', places = 'as-recorded' }: Choice = {},
) {
  return await core.client.compare.figures({ projectId, by, figure, places, language: 'nb' });
}

/** The table of the question `respekt`, which every test is about. */
async function respekt(core: Core, fixture: AnalysisFixture, figure: CompareFigure, choice: Choice = {}): Promise<ComparedTable> {
  const { tables } = await figures(core, fixture, figure, choice);
  const table = tables.find(({ definition: { rows } }) => [rows].flat().includes(fixture.variables.respekt));
  if (table === undefined) throw new Error('The question is not compared');
  return table;
}

function change(core: Core, work: (put: (table: string, row: SqlParams) => void) => void): void {
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () => work((table, row) => workspace.sql.insert(table, row)));
}

/** Persons of a wave with these answers on the scale of five. */
function persons(wave: 1 | 2, prefix: string, answers: readonly number[]): Person[] {
  return answers.map((code, at): Person => ({ code: `${prefix}${at + 1}`, wave, answers: { tjeneste: { code: 1 }, respekt: { code } } }));
}

/** So many of each answer from 1 to 5. */
function answers(...counts: readonly number[]): number[] {
  return counts.flatMap((count, at) => Array.from({ length: count }, () => at + 1));
}

function told(table: ComparedTable, row = 0) {
  return table.changes?.[row]?.change;
}

describe('waves of different persons', () => {
  const before = answers(12, 14, 16, 20, 18);
  const after = answers(8, 10, 12, 30, 25);
  const top = (given: readonly number[]): number => given.filter((code) => code > 3).length;

  it('[F83] stand side by side with interval and n, and with the change that the printed figures make', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, [...persons(1, 'A', before), ...persons(2, 'B', after)]);
    const table = await respekt(core, fixture, 'top2');
    const [, first, last] = table.exhibit?.rows[0]?.cells ?? [];
    const shares = [percentOf(top(before), before.length), percentOf(top(after), after.length)];
    const limits = [wilson(top(before), before.length, { frame: 400 }), wilson(top(after), after.length, { frame: 200 })];
    expect([first, last]).toEqual(
      shares.map((value, at) => ({
        state: 'figure',
        value,
        low: Math.round(100 * (limits[at]?.low ?? 0)),
        high: Math.round(100 * (limits[at]?.high ?? 0)),
      })),
    );
    expect(table.exhibit?.columns.slice(1).map(({ base }) => base?.n)).toEqual([80, 85]);
    expect(table.isLinked).toBe(false);
    const found = told(table);
    expect(found).toMatchObject({ state: 'told', kind: 'apart', from: fixture.waves[0], to: fixture.waves[1], persons: null });
    if (found?.state !== 'told' || found.low === null || found.high === null) throw new Error('No change');
    expect(found.value).toBe((shares[1] ?? 0) - (shares[0] ?? 0));
    // The frames make the interval of the printed figures narrower than Newcombe's for endless populations, and never miss the difference.
    const newcombe = proportionDifference(top(after), after.length, top(before), before.length);
    expect(found.low).toBeGreaterThanOrEqual(Math.floor(100 * newcombe.low) - 1);
    expect(found.high).toBeLessThanOrEqual(Math.ceil(100 * newcombe.high) + 1);
    expect(found.low).toBeLessThan(100 * newcombe.estimate);
    expect(found.high).toBeGreaterThan(100 * newcombe.estimate);
  });

  it('[F83] are compared answer by answer with Newcombe’s interval of the printed counts', async () => {
    using core = openCore();
    const used = (wave: 1 | 2, prefix: string, yes: number, of: number): Person[] =>
      Array.from({ length: of }, (_, at) => ({ code: `${prefix}${at}`, wave, answers: { brukt: { txt: at < yes ? '1' : '2' } } }));
    const fixture = await makeAnalysisFixture(core, [...used(1, 'A', 20, 50), ...used(2, 'B', 36, 60)]);
    const { tables } = await figures(core, fixture, 'share');
    const table = tables.find(({ definition }) => definition.rows === fixture.variables.brukt);
    const row = table?.exhibit?.rows.findIndex(({ key }) => key === '1') ?? -1;
    const { estimate, low, high } = proportionDifference(36, 60, 20, 50);
    expect(table?.changes?.[row]?.change).toMatchObject({
      state: 'told',
      value: Math.round(100 * estimate),
      low: Math.round(100 * low),
      high: Math.round(100 * high),
    });
  });

  it('issue 6.10: withdrawn persons are in no figure', async () => {
    using core = openCore();
    const all = [...persons(1, 'A', before), ...persons(2, 'B', after)];
    const withdrawn = persons(2, 'W', answers(0, 0, 0, 0, 30)).map((person): Person => ({ ...person, isWithdrawn: true }));
    const fixture = await makeAnalysisFixture(core, [...all, ...withdrawn]);
    const table = await respekt(core, fixture, 'net');
    const best = top(after);
    const worst = after.filter((code) => code < 3).length;
    expect(table.exhibit?.columns[2]?.base?.n).toBe(after.length);
    const [score, ...none] = table.exhibit?.rows.filter((row) => row.figure === 'net') ?? [];
    expect(none).toEqual([]);
    expect(score?.cells[2]).toMatchObject({ value: percentOf(best - worst, after.length) });
    expect(table.changes?.map(({ row }) => row)).toEqual([score?.key]);
    // The share that is neither stands in the same table.
    const neutral = after.filter((code) => code === 3).length;
    expect(table.exhibit?.rows[1]?.cells[2]).toMatchObject({ count: neutral, percent: percentOf(neutral, after.length) });
  });

  it('[F83] a changed wording breaks the line: no change is given across it, and the reason is', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, [...persons(1, 'A', before), ...persons(2, 'B', after)]);
    const { sql } = core.session.workspace;
    const ids = z.object({ form: z.string(), version: z.string(), section: z.string(), question: z.string(), scale: z.string() });
    const old = sql.get(
      ids,
      `SELECT n.questionnaire_id AS form, n.id AS version, q.section_id AS section, q.id AS question, q.scale_id AS scale
       FROM question q JOIN questionnaire_version n ON n.id = q.version_id WHERE q.variable_id = :id`,
      { id: fixture.variables.respekt },
    );
    if (old === undefined) throw new Error('No question');
    const version = core.session.workspace.newId();
    const section = core.session.workspace.newId();
    change(core, (put) => {
      put('questionnaire_version', { id: version, questionnaire_id: old.form, number: 2, status: 'in-use', languages: 'nb' });
      put('section', { id: section, version_id: version, ordinal: 1, title: '{"nb":"Å bli møtt"}' });
      put('question', {
        id: core.session.workspace.newId(),
        key: 50,
        version_id: version,
        section_id: section,
        variable_id: fixture.variables.respekt,
        previous_id: old.question,
        comparability: 'changed-wording',
        ordinal: 1,
        number: '2',
        type: 'scale',
        wording: '{"nb":"Et nytt spørsmål om respekt"}',
        scale_id: old.scale,
      });
      after.forEach((code, at) => {
        const key = before.length + at + 1;
        sql.run('DELETE FROM answer WHERE question_key = 2 AND interview_key = :key', { key });
        put('answer', { interview_key: key, question_key: 50, code });
      });
      sql.run('UPDATE interview SET version_id = :version WHERE key > :from', { version, from: before.length });
    });
    const table = await respekt(core, fixture, 'top2');
    expect(table.breaks).toEqual([{ column: fixture.waves[1], reason: 'changed-wording' }]);
    expect(told(table)).toEqual({ state: 'none', reason: 'changed-wording' });
    expect(table.exhibit?.rows[0]?.cells.map(({ state }) => state)).toEqual(['figure', 'figure', 'figure']);
  });

  it('issue 6.10: one wave alone is nothing to compare', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, persons(1, 'A', before));
    expect(await figures(core, fixture, 'top2')).toMatchObject({ columns: 1, tables: [], figures: ['top2', 'net', 'mean', 'share'] });
  });
});

describe('waves of the same persons', () => {
  /** The same persons twice: pairs of answers. */
  function twice(pairs: readonly (readonly [number, number])[]): Person[] {
    return [
      ...persons(
        1,
        'P',
        pairs.map(([first]) => first),
      ),
      ...persons(
        2,
        'P',
        pairs.map(([, last]) => last),
      ),
    ];
  }
  const pairs = (up: number, down: number, same: number): (readonly [number, number])[] => [
    ...Array.from({ length: up }, () => [2, 5] as const),
    ...Array.from({ length: down }, () => [4, 1] as const),
    ...Array.from({ length: same }, (_, at) => (at % 2 === 0 ? ([4, 4] as const) : ([2, 2] as const))),
  ];

  it('[F83] are compared person by person: Bonett–Price of those who went over', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, twice(pairs(18, 8, 34)));
    const table = await respekt(core, fixture, 'top2');
    const { estimate, low, high } = netScore(18, 8, 60);
    expect(table.isLinked).toBe(true);
    expect(told(table)).toMatchObject({
      state: 'told',
      kind: 'linked',
      persons: 60,
      value: Math.round(100 * estimate),
      low: Math.round(100 * low) + 0,
      high: Math.round(100 * high),
    });
  });

  it('[F83] of means by the persons’ own changes', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, twice(pairs(18, 8, 34)));
    const found = meanIntervalOfCounts([8, 34, 18], [-3, 0, 3]);
    expect(told(await respekt(core, fixture, 'mean'))).toMatchObject({
      kind: 'linked',
      value: Math.round(10 * (found?.estimate ?? 0)) / 10,
      low: Math.round(10 * (found?.low ?? 0)) / 10,
      high: Math.round(10 * (found?.high ?? 0)) / 10,
    });
  });

  it('issue 6.5: say nothing of how few changed their answer, and never pass for different persons', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, twice(pairs(20, 2, 38)));
    expect(told(await respekt(core, fixture, 'top2'))).toEqual({ state: 'none', reason: 'hidden-linked' });
  });

  it('issue 6.5: nor of the few who were in one wave alone', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, [...twice(pairs(18, 8, 34)), ...persons(1, 'Q', answers(0, 0, 0, 3))]);
    expect(told(await respekt(core, fixture, 'top2'))).toEqual({ state: 'none', reason: 'hidden-linked' });
  });

  it('issue 6.3: too few of them are no panel', async () => {
    using core = openCore();
    const others = [...persons(1, 'A', answers(10, 10, 10, 10, 10)), ...persons(2, 'B', answers(10, 10, 10, 10, 10))];
    const fixture = await makeAnalysisFixture(core, [...twice(pairs(2, 1, 3)), ...others]);
    expect(told(await respekt(core, fixture, 'top2'))).toEqual({ state: 'none', reason: 'few-linked' });
  });
});

describe('places and services', () => {
  /** Two municipalities became one in 2020; forty, thirty and thirty persons. */
  async function placed(core: Core): Promise<AnalysisFixture> {
    const fixture = await makeAnalysisFixture(core, [
      ...persons(1, 'A', answers(5, 5, 10, 10, 10)),
      ...persons(1, 'B', answers(5, 5, 5, 10, 5)),
      ...persons(2, 'C', answers(5, 5, 5, 5, 10)),
    ]);
    const { workspace } = core.session;
    const [fjordvik, nes, merged] = [workspace.newId(), workspace.newId(), workspace.newId()];
    const [home, day] = [workspace.newId(), workspace.newId()];
    change(core, (put) => {
      const municipality = { kind: 'municipality', country_code: 'NO' };
      put('place', { ...municipality, id: fjordvik, code: '9911', name: 'Fjordvik', valid_to: '2020-01-01' });
      put('place', { ...municipality, id: nes, code: '9912', name: 'Nes', valid_to: '2020-01-01' });
      put('place', { ...municipality, id: merged, code: '9921', name: 'Fjordvik', valid_from: '2020-01-01' });
      for (const from of [fjordvik, nes])
        put('place_change', {
          id: workspace.newId(),
          from_place_id: from,
          to_place_id: merged,
          changed_on: '2020-01-01',
          kind: 'merge',
          extent: 'whole',
        });
      put('service', { id: home, kind: 'housing', name: 'Botjenesten' });
      put('service', { id: day, kind: 'day-centre', name: 'Dagsenteret' });
      workspace.sql.run(
        `UPDATE interview SET place_id = CASE WHEN key <= 40 THEN :fjordvik WHEN key <= 70 THEN :nes ELSE :merged END,
           service_id = CASE WHEN key <= 96 THEN :home ELSE :day END`,
        { fjordvik, nes, merged, home, day },
      );
    });
    return fixture;
  }

  it('[R91] places stand as recorded, rolled up over a merger, or line by line, and count the same persons', async () => {
    using core = openCore();
    const fixture = await placed(core);
    const bases = async (places: PlaceMode): Promise<(number | null | undefined)[]> => {
      const { exhibit } = await respekt(core, fixture, 'top2', { by: 'places', places });
      return (exhibit?.columns ?? []).map(({ base }) => base?.n);
    };
    expect(await bases('as-recorded')).toEqual(expect.arrayContaining([100, 40, 30, 30]));
    expect(await bases('rolled-up')).toEqual([100, 100]);
    expect((await bases('lines-apart'))[0]).toBe(100);
  });

  it('[R91] a merger between two waves breaks the line of the waves', async () => {
    using core = openCore();
    const fixture = await placed(core);
    const table = await respekt(core, fixture, 'top2');
    expect(table.breaks).toEqual([{ column: fixture.waves[1], reason: 'boundary' }]);
    expect(told(table)).toEqual({ state: 'none', reason: 'boundary' });
  });

  it('[R91] a merger before a wave in which nobody was asked breaks the line at the next wave', async () => {
    using core = openCore();
    const fixture = await placed(core);
    const last = core.session.workspace.newId();
    // The fifteen of the second wave did not answer; those of a third one did, in the place that the second was in.
    change(core, (put) => {
      put('wave', { id: last, project_id: fixture.projectId, ordinal: 3, name: 'Våren 2027' });
      const { sql } = core.session.workspace;
      sql.run('UPDATE interview SET wave_id = :last WHERE key > 85', { last });
      sql.run("UPDATE answer SET code = NULL, missing = 'skipped' WHERE interview_key BETWEEN 71 AND 85 AND question_key = 2", {});
    });
    const table = await respekt(core, fixture, 'top2');
    expect(table.exhibit?.columns.map(({ key }) => key)).toEqual(['all', fixture.waves[0], last]);
    expect(table.breaks).toEqual([{ column: last, reason: 'boundary' }]);
    expect(told(table)).toEqual({ state: 'none', reason: 'boundary' });
    expect(table.exhibit?.columns.map(({ isBroken }) => isBroken ?? false)).toEqual([false, false, true]);
  });

  it('[R87] a service with four persons has no number in any figure', async () => {
    using core = openCore();
    const fixture = await placed(core);
    for (const figure of ['top2', 'net', 'mean'] as const) {
      const { exhibit } = await respekt(core, fixture, figure, { by: 'services' });
      const at = exhibit?.columns.findIndex(({ label }) => label === 'Dagsenteret') ?? -1;
      expect(exhibit?.columns[at]?.base).toEqual({ n: null, rule: 'hidden' });
      for (const row of exhibit?.rows ?? []) expect(row.cells[at]).toEqual({ state: 'hidden' });
    }
  });
});

describe('figures of the same answers', () => {
  it.each([5, 6, 7, 8])(
    'issue 6.5: agree on what is hidden: where the best answers are told, so is their share, and nowhere else (%i)',
    async (seed) => {
      using core = openCore();
      const people = somePeople(90, seed).map((person): Person => ({ ...person, wave: 1 }));
      const fixture = await makeAnalysisFixture(core, people);
      const { workspace } = core.session;
      const services = [workspace.newId(), workspace.newId(), workspace.newId()];
      change(core, (put) => {
        for (const [at, id] of services.entries()) put('service', { id, kind: 'housing', name: `Tjeneste ${at + 1}` });
        const [first, second, third] = services;
        workspace.sql.run(
          'UPDATE interview SET service_id = CASE WHEN key % 7 = 0 THEN :first WHEN key % 2 = 0 THEN :second ELSE :third END',
          {
            first: first ?? '',
            second: second ?? '',
            third: third ?? '',
          },
        );
      });
      const top2 = (await respekt(core, fixture, 'top2', { by: 'services' })).exhibit;
      const net = (await respekt(core, fixture, 'net', { by: 'services' })).exhibit;
      const best = net?.rows
        .filter(({ figure }) => figure === undefined)
        .at(-1)
        ?.cells.map(({ state }) => state === 'shown');
      expect(top2?.rows[0]?.cells.map(({ state }) => state === 'figure')).toEqual(best);
      // The mean beside both tells no more than they do.
      const mean = (await respekt(core, fixture, 'mean', { by: 'services' })).exhibit;
      for (const [at, cell] of (mean?.rows[0]?.cells ?? []).entries()) if (cell.state === 'figure') expect(best?.[at]).toBe(true);
    },
  );
});

describe('projects', () => {
  /** A second project that asks the same variable on the same scale. */
  function another(core: Core, project: SqlParams, given: readonly number[], wording = 'Spørsmål om respekt'): ProjectId {
    const { workspace } = core.session;
    const id = (): string => workspace.newId();
    const ids = { project: id(), wave: id(), form: id(), version: id(), section: id(), variable: id(), question: id() };
    const { scale } = workspace.sql.get(z.object({ scale: z.string() }), 'SELECT id AS scale FROM scale', {}) ?? { scale: '' };
    change(core, (put) => {
      put('project', { id: ids.project, kind: 'user-audit', name: 'Brukerrevisjon', status: 'running', ...project });
      put('wave', { id: ids.wave, project_id: ids.project, ordinal: 1, name: 'Høsten 2024' });
      put('questionnaire', { id: ids.form, project_id: ids.project, name: 'Skjema' });
      put('questionnaire_version', { id: ids.version, questionnaire_id: ids.form, number: 1, status: 'in-use', languages: 'nb' });
      put('section', { id: ids.section, version_id: ids.version, ordinal: 1, title: '{"nb":"Møtet"}' });
      put('variable', { id: ids.variable, project_id: ids.project, name: 'respekt', is_background: 0 });
      put('question', {
        id: ids.question,
        key: 101,
        version_id: ids.version,
        section_id: ids.section,
        variable_id: ids.variable,
        ordinal: 1,
        number: '1',
        type: 'scale',
        wording: JSON.stringify({ nb: wording }),
        scale_id: scale,
      });
      given.forEach((code, at) => {
        const [key, respondent] = [1000 + at, id()];
        put('respondent', { id: respondent, project_id: ids.project, code: `S${at + 1}` });
        put('interview', {
          id: id(),
          key,
          project_id: ids.project,
          respondent_id: respondent,
          wave_id: ids.wave,
          version_id: ids.version,
          kind: 'person',
          mode: 'face-to-face',
          language: 'nb',
          status: 'complete',
          started_at: '2025-01-01T10:00:00.000Z',
        });
        put('answer', { interview_key: key, question_key: 101, code });
      });
    });
    return ProjectId.parse(ids.project);
  }
  const own = answers(6, 6, 8, 10, 10);
  const other = answers(7, 7, 7, 9, 15);

  it('issue 6.10: the same variable with the same answers stands side by side, each project counted for itself', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, persons(1, 'A', own));
    const second = another(core, {}, other, 'Blir du møtt med respekt?');
    const { projects, questions } = await core.client.compare.projects({ projectId: fixture.projectId, figure: 'top2', language: 'nb' });
    expect(projects.map(({ id }) => id)).toEqual([fixture.projectId, second]);
    expect(questions).toHaveLength(1);
    const cells = questions[0]?.cells ?? [];
    expect(cells.map((cell) => cell?.exhibit?.columns[0]?.base?.n)).toEqual([40, 45]);
    expect(cells.map((cell) => cell?.exhibit?.rows[0]?.cells[0])).toMatchObject([
      { state: 'figure', value: percentOf(20, 40) },
      { state: 'figure', value: percentOf(24, 45) },
    ]);
    expect(cells.map((cell) => [cell?.by, cell?.isReworded])).toEqual([
      ['own', false],
      ['name', true],
    ]);
  });

  it('issue 6.6: the strictest of the projects’ rules holds for all of the picture', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, persons(1, 'A', answers(2, 2, 2, 4, 4)));
    another(core, {}, other);
    const ask = () => core.client.compare.projects({ projectId: fixture.projectId, figure: 'top2', language: 'nb' });
    const own = (found: Awaited<ReturnType<typeof ask>>) => found.questions[0]?.cells[0]?.exhibit;
    expect(own(await ask())?.rows[0]?.cells[0]).toMatchObject({ state: 'figure', value: percentOf(8, 14) });
    // The other project becomes stricter: its rule now holds for this one's figure too.
    change(core, () => core.session.workspace.sql.run("UPDATE project SET minimum_base = 20 WHERE kind = 'user-audit'", {}));
    const found = await ask();
    expect(found.rule).toEqual({ threshold: 5, minimumBase: 20 });
    expect(found.questions[0]?.cells[1]?.exhibit?.rule).toMatchObject({ threshold: 5, minimumBase: 20 });
    expect(JSON.stringify(found.questions[0]?.cells[0])).not.toContain('"value"');
  });

  it('issue 6.10: other answers make another question', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, persons(1, 'A', own));
    another(core, {}, other);
    const { sql, newId } = { sql: core.session.workspace.sql, newId: () => core.session.workspace.newId() };
    const scale = newId();
    change(core, (put) => {
      put('scale', { id: scale, name: 'tilfredshet', direction: 'rising' });
      for (const code of [1, 2, 3, 4, 5])
        put('answer_option', { id: newId(), scale_id: scale, code, ordinal: code, label: JSON.stringify({ nb: `Trinn ${code}` }) });
      sql.run('UPDATE question SET scale_id = :scale WHERE key = 101', { scale });
    });
    const { projects, questions } = await core.client.compare.projects({ projectId: fixture.projectId, figure: 'top2', language: 'nb' });
    expect([projects.length, questions.length]).toEqual([1, 0]);
  });
});

describe('meetings beside the survey', () => {
  it('[R70] a theme has its persons from the gate and its meetings counted once each, whoever came', async () => {
    using core = openCore();
    const mentioned = (count: number, prefix: string, themes: string[]): Person[] =>
      Array.from({ length: count }, (_, at) => ({ code: `${prefix}${at}`, wave: 1, answers: {}, themes }));
    const fixture = await makeAnalysisFixture(core, [
      ...mentioned(20, 'A', ['Ventetid']),
      ...mentioned(17, 'B', ['Informasjon']),
      ...mentioned(13, 'C', []),
    ]);
    const { workspace } = core.session;
    const Theme = z.object({ id: z.string() });
    const theme = (name: string): string =>
      workspace.sql.get(Theme, 'SELECT theme_id AS id FROM theme_term WHERE term = :name', { name })?.id ?? '';
    const extra = workspace.newId();
    change(core, (put) => {
      put('theme', { id: extra, number: '09', ordinal: 9, definition: '{}' });
      put('theme_term', { id: workspace.newId(), theme_id: extra, language: 'nb', kind: 'preferred', term: 'Bolig' });
      const said = [[theme('Ventetid'), theme('Ventetid')], [theme('Ventetid')], [extra]];
      for (const [at, lines] of said.entries()) {
        const meeting = workspace.newId();
        put('meeting', { id: meeting, project_id: fixture.projectId, kind: 'dialogue-meeting', title: `Møte ${at}`, status: 'held' });
        for (const [ordinal, themeId] of lines.entries()) {
          const text = workspace.newId();
          put('text', { id: text, project_id: fixture.projectId, kind: 'minutes', language: 'nb', body: 'Det tar lang tid.' });
          put('minute_line', { id: workspace.newId(), meeting_id: meeting, ordinal, text_id: text });
          put('coding', {
            id: workspace.newId(),
            text_id: text,
            theme_id: themeId,
            coder_id: core.session.workspace.sourceFor('fixture').actorId,
            is_whole: 1,
            start_offset: 0,
            end_offset: 17,
            coded_at: '2025-01-02T10:00:00.000Z',
          });
        }
      }
    });
    const found = await core.client.compare.meetings({ projectId: fixture.projectId, of: 'project', language: 'nb' });
    expect(found.meetings).toBe(3);
    const of = (id: string) => found.rows.find(({ themeId }) => themeId === id);
    const share = (id: string) => found.exhibit?.rows.find(({ key }) => key === id)?.cells[0];
    expect(share(theme('Ventetid'))).toMatchObject({ state: 'shown', count: 20, percent: 40 });
    expect(of(theme('Ventetid'))).toMatchObject({ row: theme('Ventetid'), meetings: { meetings: 2, mentions: 3 } });
    expect(of(theme('Informasjon'))).toMatchObject({ meetings: null });
    expect(of(extra)).toMatchObject({ row: null, meetings: { meetings: 1 } });
    expect(JSON.stringify(found)).not.toMatch(/attend/iu);
  });
});
