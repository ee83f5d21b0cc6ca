import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { Rerun, TabBook } from '../../shared/contract/analysis-exhibits.ts';
import type { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import type { ProjectId } from '../../shared/model/ids.ts';
import { makeAnalysisFixture, somePeople, type AnalysisFixture, type Person } from './analysis-fixture.ts';

async function finished<R>(steps: AsyncGenerator<unknown, R>): Promise<R> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

async function rerun(core: Core, projectId: ProjectId): Promise<Rerun[]> {
  return (await finished((await core.client.analysis.rerun({ projectId })) as AsyncGenerator<unknown, { exhibits: Rerun[] }>)).exhibits;
}

function byService({ variables }: AnalysisFixture): ExhibitDefinition {
  return { kind: 'crosstab', rows: variables.respekt, columns: variables.tjeneste, language: 'nb', percent: 'column' };
}

/** Eighty persons evenly spread, so that nothing is hidden. */
const many = Array.from({ length: 80 }, (_, at): Person => ({
  code: `R${String(at + 1).padStart(3, '0')}`,
  answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: 1 + (Math.floor(at / 2) % 5) }, info: { code: 1 + (at % 4) } },
  themes: at % 3 === 0 ? ['Ventetid'] : [],
}));

describe('kept tables', () => {
  it('issue 7.1: a table goes into a report or a finding in one step, kept with it; undo takes away both, and one that is kept already is used', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId } = fixture;
    const { reports, findings, analysis, history } = core.client;
    const { reportId } = await reports.create({ projectId, kind: 'other', title: 'Rapport', language: 'nb', template: null });
    const kept = async () => (await analysis.kept({ projectId })).exhibits;
    const keep = { name: 'Respekt etter tjeneste', definition: byService(fixture), chart: 'stacked' };
    const shown = { kind: 'exhibit' as const, options: { shows: 'chart' as const } };
    const put = { reportId, headingId: null, blocks: [shown, { kind: 'text' as const, body: 'Under' }], keep };
    await reports.insertInSection(put);
    const [exhibit] = await kept();
    expect(exhibit).toMatchObject({ name: 'Respekt etter tjeneste', chart: 'stacked' });
    const blocks = async () => (await reports.blocks({ reportId })).blocks.map(({ kind, exhibitId }) => [kind, exhibitId]);
    expect(await blocks()).toEqual([
      ['exhibit', exhibit?.id],
      ['text', null],
    ]);
    expect((await history.undo({})).undone).toMatchObject({ labelId: 'reports.insert.undo', params: { title: 'Rapport' } });
    expect([await kept(), await blocks()]).toEqual([[], []]);
    await history.redo({});
    // The same table in another order of its parts and in another language is the same table.
    const { language: _nb, ...rest } = keep.definition;
    await reports.insertInSection({ ...put, keep: { ...keep, definition: { language: 'en', ...rest } } });
    expect(await kept()).toHaveLength(1);
    expect((await blocks()).filter(([, id]) => id === exhibit?.id)).toHaveLength(2);
    const definition = { kind: 'frequency', rows: fixture.variables.info, language: 'nb', percent: 'column' } as const;
    await findings.create({ projectId, wording: 'De får vite lite.', keep: { name: 'Informasjon', definition }, today: '2026-05-12' });
    const [, information] = await kept();
    const [finding] = (await findings.list({ projectId })).findings;
    expect([finding?.evidence.exhibits, information?.name]).toEqual([1, 'Informasjon']);
    expect((await history.undo({})).undone).toMatchObject({ labelId: 'findings.create.undo' });
    expect([(await kept()).length, (await findings.list({ projectId })).total]).toEqual([1, 0]);
  });

  it('[F89] are kept, named, ordered, changed and removed, each undone by name', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId } = fixture;
    const names = async () => (await core.client.analysis.kept({ projectId })).exhibits.map(({ name }) => name);
    const first = await core.client.analysis.keep({
      projectId,
      name: 'Respekt etter tjeneste',
      definition: byService(fixture),
      chart: 'stacked',
    });
    const second = await core.client.analysis.keep({
      projectId,
      name: 'Informasjon',
      definition: { kind: 'frequency', rows: fixture.variables.info, language: 'nb', percent: 'column' },
      title: '  Få vet nok ',
    });
    expect(await names()).toEqual(['Respekt etter tjeneste', 'Informasjon']);
    await core.client.analysis.orderKept({ projectId, exhibitIds: [second.exhibitId] });
    expect(await names()).toEqual(['Informasjon', 'Respekt etter tjeneste']);
    await core.client.analysis.changeKept({ exhibitId: first.exhibitId, name: 'Respekt', note: 'Til møtet' });
    expect((await core.client.analysis.kept({ projectId })).exhibits).toMatchObject([
      { name: 'Informasjon', title: 'Få vet nok', chart: null, release: null },
      { name: 'Respekt', note: 'Til møtet', chart: 'stacked', definition: { kind: 'crosstab' } },
    ]);
    await core.client.analysis.removeKept({ exhibitId: second.exhibitId });
    expect(await names()).toEqual(['Respekt']);
    expect((await core.client.history.next({})).undo?.params).toMatchObject({ name: 'Informasjon' });
    for (let step = 0; step < 5; step += 1) await core.client.history.undo({});
    expect(await names()).toEqual([]);
    await expect(core.client.analysis.changeKept({ exhibitId: first.exhibitId, name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('[F89] are counted anew in one go: what is other than in the latest release is named, figure by figure', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId } = fixture;
    const definition = byService(fixture);
    await core.client.analysis.keep({ projectId, name: 'Respekt', definition });
    expect(await rerun(core, projectId)).toMatchObject([{ state: 'never-out', changed: 0 }]);
    await core.client.analysis.copy({ projectId, definition });
    expect(await rerun(core, projectId)).toMatchObject([{ state: 'same' }]);
    expect((await core.client.analysis.kept({ projectId })).exhibits).toMatchObject([{ release: { number: 1 } }]);
    const { workspace } = core.session;
    const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
    // Ten persons of the first service change from "Helt uenig" and the like to "Helt enig": the base stays.
    workspace.operations.run(intent, () =>
      workspace.sql.run('UPDATE answer SET code = 5 WHERE question_key = 2 AND interview_key IN (1, 3, 11, 13, 21, 23)', {}),
    );
    const [changed] = await rerun(core, projectId);
    expect(changed?.changed).toBeGreaterThan(0);
    expect(changed?.changes.map(({ column }) => column)).not.toContain('Rustjenesten');
    expect(changed?.changes.every(({ before, after }) => before !== after)).toBe(true);
  });

  it('are shown by name when what they ask of is gone or not understood, and stay', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId } = fixture;
    await core.client.analysis.keep({
      projectId,
      name: 'Borte',
      definition: {
        kind: 'frequency',
        rows: '0198c0de-0000-7000-8000-000000000001' as AnalysisFixture['variables']['info'],
        language: 'nb',
        percent: 'column',
      },
    });
    const { workspace } = core.session;
    const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
    workspace.operations.run(intent, () =>
      workspace.sql.insert('exhibit', {
        id: workspace.newId(),
        project_id: projectId,
        ordinal: 9,
        name: 'Fra framtiden',
        definition: '{"kind":"cube"}',
        created_at: '2026-04-01T10:00:00.000Z',
      }),
    );
    expect((await core.client.analysis.kept({ projectId })).exhibits).toMatchObject([
      { name: 'Borte' },
      { name: 'Fra framtiden', definition: null },
    ]);
    expect(await rerun(core, projectId)).toMatchObject([{ state: 'gone' }, { state: 'gone' }]);
  });
});

describe('the tab book', () => {
  it('issue 6.2: every question by the same groups, page by page, each table as analysis shows it', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, somePeople(120, 4));
    const { projectId, variables } = fixture;
    const book: TabBook = { columns: variables.tjeneste, language: 'nb', percent: 'column' };
    const first = await core.client.analysis.tabBook({ projectId, book, from: 0, limit: 2 });
    const rest = await core.client.analysis.tabBook({ projectId, book, from: 2, limit: 20 });
    // Five questions less the one that makes the groups.
    expect(first.of).toBe(4);
    const all = [...first.tables, ...rest.tables];
    expect(all.map(({ definition }) => definition.rows)).toEqual([variables.respekt, variables.info, variables.brukt, variables.uker]);
    for (const { definition, view } of all) {
      const alone = await core.client.analysis.exhibit({ projectId, definition });
      expect(view.released.rows).toEqual(alone.released.rows);
    }
  });

  it('issue 6.2: leaves as one workbook, a sheet per table with a release number each; what may not leave is named', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId, variables } = fixture;
    const book: TabBook = { columns: variables.tjeneste, language: 'nb', percent: 'column' };
    const steps = await core.client.analysis.exportTabBook({ projectId, book, recipient: 'Rådet i Fjordvik' });
    const made = await finished(steps as AsyncGenerator<unknown, { ticket: string; released: number; leftOut: string[] }>);
    const workbook = await readXlsx(readFileSync(join(core.session.deps.temporaryFolder, 'out', made.ticket)));
    expect(workbook.sheets).toHaveLength(made.released);
    // Nobody answered the last two questions of the fixture here.
    expect(made).toMatchObject({ released: 2, leftOut: expect.arrayContaining([expect.any(String)]) as unknown });
    const { releases } = await core.client.privacy.listReleases({ limit: 10 });
    expect(releases.map(({ number, format, recipient }) => [number, format, recipient])).toEqual([
      [2, 'xlsx', 'Rådet i Fjordvik'],
      [1, 'xlsx', 'Rådet i Fjordvik'],
    ]);
  });
});

describe('a kept table whose selection names what is gone', () => {
  it('[F84] is told to be gone when all are counted anew, and the others are counted', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId } = fixture;
    const filter = { where: '${info} = 1' };
    await core.client.analysis.keep({ projectId, name: 'Noen', definition: { ...byService(fixture), filter } });
    await core.client.analysis.keep({ projectId, name: 'Alle', definition: byService(fixture) });
    const { workspace } = core.session;
    workspace.operations.run(
      { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false },
      () => void workspace.sql.run("UPDATE variable SET name = 'kunnskap' WHERE name = 'info'", {}),
    );
    expect((await rerun(core, projectId)).map(({ state }) => state)).toEqual(['gone', 'never-out']);
    const { reportId } = await core.client.reports.create({ projectId, kind: 'other', title: 'Rapport', language: 'nb', template: null });
    const [some] = (await core.client.analysis.kept({ projectId })).exhibits;
    await core.client.reports.insertInSection({
      reportId,
      headingId: null,
      blocks: [{ kind: 'exhibit', exhibitId: some?.id ?? '', options: { shows: 'chart' } }],
    });
    const { blocks } = await core.client.reports.document({ reportId });
    expect(blocks.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['exhibit-gone']);
  });
});

describe('behind a cell', () => {
  it('issue 6.8: the persons who gave an answer in a group, counted by hand; too few are not shown', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId } = fixture;
    const definition = byService(fixture);
    const behind = await core.client.analysis.behind({ projectId, definition, row: '2', column: '1' });
    const codes = many.flatMap(({ code, answers }) => (answers.respekt?.code === 2 && answers.tjeneste?.code === 1 ? [code] : []));
    expect(behind).toMatchObject({ state: 'persons', count: codes.length, interviews: codes.map((code) => ({ code })) });
    await core.client.privacy.setProtection({ projectId, rule: { threshold: 9, minimumBase: 10, protectZeros: false }, reason: 'prøve' });
    expect(await core.client.analysis.behind({ projectId, definition, row: '2', column: '1' })).toEqual({ state: 'too-few', threshold: 9 });
  });

  it('issue 6.8: the words about a theme, of the persons in the group alone', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId, variables } = fixture;
    const definition: ExhibitDefinition = {
      kind: 'themes',
      rows: 'themes',
      columns: variables.tjeneste,
      language: 'nb',
      percent: 'column',
    };
    const { released } = await core.client.analysis.exhibit({ projectId, definition });
    const row = released.rows.find(({ label }) => label === 'Ventetid')?.key ?? '';
    const behind = await core.client.analysis.behind({ projectId, definition, row, column: '2' });
    const expected = many.filter(({ answers, themes = [] }) => answers.tjeneste?.code === 2 && themes.includes('Ventetid')).length;
    expect(behind).toMatchObject({ state: 'words', count: expected });
  });

  it('issue 6.8: no words that do not count: of answers that routing has parked', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId } = fixture;
    const definition: ExhibitDefinition = { kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' };
    const { released } = await core.client.analysis.exhibit({ projectId, definition });
    const row = released.rows.find(({ label }) => label === 'Ventetid')?.key ?? '';
    const before = await core.client.analysis.behind({ projectId, definition, row, column: 'all' });
    const { workspace } = core.session;
    workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, () => {
      const { sql } = workspace;
      const text = workspace.newId();
      const body = `${'🙂'.repeat(300)} og mer`;
      sql.insert('text', { id: text, project_id: projectId, kind: 'answer', interview_key: 1, question_key: 3, language: 'nb', body });
      sql.run("UPDATE answer SET code = NULL, text_id = :text, state = 'parked' WHERE interview_key = 1 AND question_key = 3", { text });
      const coding = { theme_id: row, is_whole: 1, start_offset: 0, end_offset: body.length, coded_at: '2025-01-02T10:00:00.000Z' };
      sql.insert('coding', { id: workspace.newId(), text_id: text, coder_id: workspace.sourceFor('fixture').actorId, ...coding });
    });
    expect(await core.client.analysis.behind({ projectId, definition, row, column: 'all' })).toEqual(before);
  });
});
