import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import { makeAnalysisFixture, type AnalysisFixture, type Person } from './analysis-fixture.ts';

type Draft = Omit<ExhibitDefinition, 'language' | 'percent'> & Partial<Pick<ExhibitDefinition, 'percent'>>;

async function viewOf(core: Core, { projectId }: AnalysisFixture, draft: Draft) {
  const definition = ExhibitDefinition.parse({ language: 'nb', percent: 'column', ...draft });
  return await core.client.analysis.exhibit({ projectId, definition });
}

/** So many persons, one after the other. */
function people(count: number, answersOf: (at: number) => Person['answers'], wave: (at: number) => 1 | 2 = () => 1): Person[] {
  return Array.from({ length: count }, (_, at): Person => ({ code: `R${at + 1}`, wave: wave(at), answers: answersOf(at) }));
}

/** Something that happens meanwhile. */
function write(core: Core, work: () => void): void {
  const { workspace } = core.session;
  workspace.operations.run({ ...workspace.sourceFor('elsewhere'), kind: 'test', labelId: 'test', isUndoable: false }, work);
}

describe('numbers at the edges', () => {
  it('[F72] a battery counts `do not know` among the answers by itself, whichever items have it', async () => {
    using core = openCore();
    // Of the first item 20 do not know and 10 give each answer; of the second 30 and 8.
    const known = (at: number, most: number) => (at < most ? { code: 1 + (at % 5) } : { missing: 'dont-know' });
    const skipped = { missing: 'skipped' };
    const fixture = await makeAnalysisFixture(
      core,
      people(71, (at) => (at === 70 ? { respekt: skipped, info: skipped } : { respekt: known(at, 50), info: known(at, 40) })),
    );
    const { respekt, info } = fixture.variables;
    for (const rows of [
      [respekt, info],
      [info, respekt],
    ]) {
      const { released } = await viewOf(core, fixture, { kind: 'likert', rows, dontKnow: 'inside' });
      const line = (key: string) =>
        released.rows.find((row) => row.key === key)?.cells.map((cell) => (cell.state === 'shown' ? cell.count : null));
      expect(released.columns.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', 'dont-know']);
      expect(line(respekt)).toEqual([10, 10, 10, 10, 10, 20]);
      expect(line(info)).toEqual([8, 8, 8, 8, 8, 30]);
      expect(released.notes).toContain('De som ikke har svart, er holdt utenfor, spørsmål for spørsmål.');
    }
  });

  it('[F72] a battery has a column for `do not know` also when the first item has none', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people(70, (at) => ({ respekt: { code: 1 + (at % 5) }, info: at < 50 ? { code: 1 + (at % 5) } : { missing: 'dont-know' } })),
    );
    const { respekt, info } = fixture.variables;
    const { released } = await viewOf(core, fixture, { kind: 'likert', rows: [respekt, info], dontKnow: 'inside' });
    const counts = released.rows.map(({ cells }) => cells.map((cell) => (cell.state === 'shown' ? cell.count : cell.state)));
    expect(counts).toEqual([
      [14, 14, 14, 14, 14, 0],
      [10, 10, 10, 10, 10, 20],
    ]);
  });

  it('[F74] an index at the half is rounded up, as a share is', async () => {
    using core = openCore();
    // From 1 to 7; 26 gave 2 and 14 gave 3: 22.5, which sums of sixths hold as a hair less.
    const fixture = await makeAnalysisFixture(
      core,
      people(40, (at) => ({ respekt: { code: at < 26 ? 2 : 3 } })),
    );
    write(core, () => void core.session.workspace.sql.run('UPDATE answer_option SET code = 7 WHERE code = 5', {}));
    const { released } = await viewOf(core, fixture, { kind: 'summary', rows: [fixture.variables.respekt], figure: 'index' });
    expect(released.rows[0]?.cells[0]).toMatchObject({ state: 'figure', value: 23 });
  });

  it('joins the ends of scales only: the first answers of other questions have nothing in common', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people(60, (at) => ({ tjeneste: { code: 1 + (at % 6) } })),
    );
    const rows = fixture.variables.tjeneste;
    const plain = await viewOf(core, fixture, { kind: 'frequency', rows });
    const merged = await viewOf(core, fixture, { kind: 'frequency', rows, merge: 'ends' });
    expect(merged.released.rows.map(({ label }) => label)).toEqual(plain.released.rows.map(({ label }) => label));
  });

  it('a table of many groups with letters is a table', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people(40 * 20, (at) => ({
        tjeneste: { code: 1 + (at % 40) },
        respekt: { code: at % 40 === 0 ? 5 : Math.floor(at / 40) % 2 === 0 ? 5 : 1 },
      })),
    );
    const { respekt, tjeneste } = fixture.variables;
    const letters = { adjust: 'none', family: 'row', levels: 'one' } as const;
    const { released } = await viewOf(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, letters });
    const last = released.rows.at(-1)?.cells[1];
    expect(last?.state === 'shown' ? last.letters?.split(' ') : []).toHaveLength(39);
  });

  it('[F76] an answer that has a name is chosen by it, and what tells who somebody is by no expression', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people(60, (at) => ({ tjeneste: { code: 1 + (at % 2) }, respekt: { code: 1 + (at % 3) } })),
    );
    const { projectId, variables } = fixture;
    write(core, () => {
      const { sql } = core.session.workspace;
      sql.run("UPDATE answer_option SET name = 'bo' WHERE code = 1 AND question_id = (SELECT id FROM question WHERE key = 1)", {});
      sql.run("UPDATE variable SET is_identifier = 1 WHERE name = 'brukt'", {});
    });
    const listed = (await core.client.analysis.variables({ projectId })).groups.flatMap((group) => group.variables);
    expect(listed.find(({ id }) => id === variables.tjeneste)?.options.map(({ name }) => name)).toEqual(['bo', undefined, undefined]);
    expect(listed.filter(({ isIdentifying }) => isIdentifying === true).map(({ name }) => name)).toEqual(['brukt']);
    const { released } = await viewOf(core, fixture, {
      kind: 'frequency',
      rows: variables.respekt,
      filter: { where: "${tjeneste} = 'bo'" },
    });
    expect(released.columns[0]?.base).toMatchObject({ n: 30 });
  });

  it('a battery of fifty questions is a battery', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people(30, (at) => ({ respekt: { code: 1 + (at % 3) } })),
    );
    const rows = Array.from({ length: 50 }, () => fixture.variables.respekt);
    expect((await viewOf(core, fixture, { kind: 'likert', rows })).released.rows).toHaveLength(50);
  });

  it('[F75] paired tests are of the waves that somebody has answered in: one to come takes none away', async () => {
    using core = openCore();
    const answer = (at: number, wave: number) => ({ tjeneste: { code: wave === 1 ? (at < 30 ? 1 : 2) : at < 12 || at >= 48 ? 1 : 2 } });
    const fixture = await makeAnalysisFixture(
      core,
      [1, 2].flatMap((wave) =>
        Array.from({ length: 60 }, (_, at): Person => ({ code: `R${at + 1}`, wave: wave === 1 ? 1 : 2, answers: answer(at, wave) })),
      ),
    );
    const draft = { kind: 'crosstab', rows: fixture.variables.tjeneste, columns: 'wave', tests: 'shown' } as const;
    const before = (await viewOf(core, fixture, draft)).released.tests;
    expect(before?.[0]?.name).not.toBe('none');
    write(core, () =>
      core.session.workspace.sql.insert('wave', {
        id: core.session.workspace.newId(),
        project_id: fixture.projectId,
        ordinal: 3,
        name: 'Våren 2027',
      }),
    );
    expect((await viewOf(core, fixture, draft)).released.tests).toEqual(before);
  });

  it('[F82] the reading of a battery has the interval that its figure has everywhere, with the frame', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people(60, (at) => ({ respekt: { code: at < 27 ? 4 + (at % 2) : 1 + (at % 3) }, info: { code: 1 + (at % 3) } })),
    );
    const rows = [fixture.variables.respekt, fixture.variables.info];
    const reading = (await viewOf(core, fixture, { kind: 'likert', rows })).plainReading;
    const { released } = await viewOf(core, fixture, { kind: 'summary', rows, figure: 'top2' });
    // 27 of 60 from a frame of 400: 33.9 to 56.6 (analysis.md 1.2), and without it 33.1 to 57.5.
    expect(released.rows[0]?.cells[0]).toMatchObject({ value: 45, low: 34, high: 57 });
    expect(reading.find(({ id }) => id === 'analysis.read.best')?.params).toMatchObject({ percent: 45, low: 34, high: 57 });
  });

  it('the source names the waves that somebody in the table was interviewed in, not those to come', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people(30, (at) => ({ respekt: { code: 1 + (at % 3) } })),
    );
    const { released } = await viewOf(core, fixture, { kind: 'frequency', rows: fixture.variables.respekt });
    expect(released.source).toBe('Bruker Spør Bruker, Våren 2023');
  });

  it('everybody asked has answered: no interval, in waves and batteries either', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      people(
        120,
        (at) => ({ respekt: { code: 1 + (at % 4) }, info: { code: 1 + (at % 5) } }),
        (at) => (at < 60 ? 1 : 2),
      ),
    );
    write(core, () => void core.session.workspace.sql.run("UPDATE wave SET frame_count = 60, frame_precision = 'exact'", {}));
    const { respekt, info } = fixture.variables;
    const waves = (await viewOf(core, fixture, { kind: 'crosstab', rows: respekt, columns: 'wave' })).released;
    expect(
      waves.rows.map(({ cells }) => cells.slice(1).map((cell) => (cell.state === 'shown' ? [cell.low, cell.high] : cell.state)))[0],
    ).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(waves.notes).toEqual(['I en bølge der alle innen rekkevidde har svart, har tallene ikke noe intervall.']);
    write(core, () => void core.session.workspace.sql.run('UPDATE wave SET frame_count = 90 WHERE ordinal = 2', {}));
    const framed = (await viewOf(core, fixture, { kind: 'crosstab', rows: respekt, columns: 'wave' })).released;
    expect(framed.notes).toContain('Intervallene i hver bølge gjelder dem som var innen rekkevidde i den.');
    const battery = (await viewOf(core, fixture, { kind: 'likert', rows: [respekt, info], filter: { waveId: fixture.waves[0] } })).released;
    expect(battery.rows.map(({ cells }) => cells.map((cell) => (cell.state === 'shown' ? cell.low : cell.state)))).toEqual([
      [null, null, null, null, null],
      [null, null, null, null, null],
    ]);
  });
});

describe('what leaves', () => {
  const many = people(80, (at) => ({ tjeneste: { code: 1 + (at % 2) }, respekt: { code: 1 + (at % 5) }, info: { code: 1 + (at % 4) } }));

  it('[F84] is made of nobody who has withdrawn meanwhile: a book of tables', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId } = fixture;
    const steps = await core.client.analysis.exportTabBook({
      projectId,
      book: { columns: fixture.variables.tjeneste, language: 'nb', percent: 'column' },
    });
    expect((await steps.next()).done).toBe(false);
    write(
      core,
      () => void core.session.workspace.sql.run("UPDATE respondent SET withdrawn_at = '2025-02-01T00:00:00.000Z' WHERE code = 'R7'", {}),
    );
    await expect(
      (async () => {
        for (;;) if ((await steps.next()).done === true) return;
      })(),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await core.client.privacy.listReleases({ limit: 5 })).total).toBe(0);
  });

  it('[F84] is made of nobody who has withdrawn meanwhile: one table', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId, variables } = fixture;
    const definition = ExhibitDefinition.parse({ kind: 'frequency', rows: variables.respekt, language: 'nb', percent: 'column' });
    const steps = await core.client.analysis.export({ projectId, definition, format: 'csv' });
    await steps.next();
    write(
      core,
      () => void core.session.workspace.sql.run("UPDATE respondent SET withdrawn_at = '2025-02-01T00:00:00.000Z' WHERE code = 'R7'", {}),
    );
    await expect(
      (async () => {
        for (;;) if ((await steps.next()).done === true) return;
      })(),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('goes out under the title its author gave it, in the file and in the register', async () => {
    using core = openCore();
    const { projectId, variables } = await makeAnalysisFixture(core, many);
    const definition = ExhibitDefinition.parse({ kind: 'frequency', rows: variables.respekt, language: 'nb', percent: 'column' });
    const steps = await core.client.analysis.export({ projectId, definition, format: 'csv', title: 'De fleste blir hørt' });
    let ticket: string | null = null;
    while (ticket === null) {
      const step = await steps.next();
      if (step.done === true) ticket = step.value.ticket;
    }
    expect(readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket), 'utf8')).toContain('# Tittel: De fleste blir hørt');
    expect((await core.client.privacy.listReleases({ limit: 1 })).releases).toMatchObject([{ exhibit: 'De fleste blir hørt' }]);
  });

  it('has a name of a file that every system takes, however long the question is called', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, many);
    const { projectId, variables } = fixture;
    write(
      core,
      () =>
        void core.session.workspace.sql.run('UPDATE section SET title = :title', {
          title: JSON.stringify({ nb: `Å bli\u0007 møtt${' 🙂'.repeat(300)}` }),
        }),
    );
    const definition = ExhibitDefinition.parse({
      kind: 'likert',
      rows: [variables.respekt, variables.info],
      language: 'nb',
      percent: 'column',
    });
    const steps = await core.client.analysis.export({ projectId, definition, format: 'csv' });
    for (;;) {
      const step = await steps.next();
      if (step.done !== true) continue;
      expect(step.value.fileName).toMatch(/^Tabell 1 – Å bli møtt [^\p{Cc}\p{Cs}]{10,200}\.csv$/u);
      break;
    }
  });

  it('issue 6.6: everybody in one table and one service in the next would show the few of the other service', async () => {
    using core = openCore();
    // Of the 20 in the second service three gave the first answer; the table of both hides them.
    const fixture = await makeAnalysisFixture(
      core,
      people(60, (at) => ({ tjeneste: { code: at < 40 ? 1 : 2 }, respekt: { code: at < 40 ? 1 + (at % 3) : at < 43 ? 1 : 2 + (at % 2) } })),
    );
    const { projectId, variables } = fixture;
    const whole = ExhibitDefinition.parse({ kind: 'frequency', rows: variables.respekt, language: 'nb', percent: 'column' });
    const filters = [{ variableId: variables.tjeneste, codes: [1] }, { where: '${tjeneste} = 1' }];
    const grouped = await viewOf(core, fixture, { kind: 'crosstab', rows: variables.respekt, columns: variables.tjeneste });
    expect(grouped.released.rows[0]?.cells.slice(1).map(({ state }) => state)).toEqual(['hidden', 'hidden']);
    await core.client.analysis.copy({ projectId, definition: whole });
    for (const filter of filters) {
      const view = await viewOf(core, fixture, { kind: 'frequency', rows: variables.respekt, filter });
      expect(view.gate.state).toBe('stopped');
      await expect(
        core.client.analysis.copy({ projectId, definition: ExhibitDefinition.parse({ ...whole, filter }) }),
      ).rejects.toMatchObject({
        code: 'NOT_RELEASABLE',
      });
    }
  });

  it('issue 6.6: a selection of the question in the columns is a selection of its groups', async () => {
    using core = openCore();
    // 30, 30 and 3 persons: the first group beside the first and the third together shows the third.
    const fixture = await makeAnalysisFixture(
      core,
      people(63, (at) => ({ tjeneste: { code: at < 60 ? 1 + (at % 2) : 3 }, respekt: { code: 1 + (Math.floor(at / 2) % 2) } })),
    );
    const { projectId, variables } = fixture;
    const common = { rows: variables.respekt, language: 'nb', percent: 'column' } as const;
    const of = (codes: number[]) => ({ filter: { variableId: variables.tjeneste, codes } });
    const copy = async (draft: object) =>
      await core.client.analysis.copy({ projectId, definition: ExhibitDefinition.parse({ ...common, ...draft }) });
    await copy({ kind: 'crosstab', columns: variables.tjeneste, ...of([1, 2]) });
    await expect(copy({ kind: 'frequency', ...of([1, 3]) })).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
  });

  it('issue 6.6: who gave one of several answers may have given another too', async () => {
    using core = openCore();
    // The 30 who use the first thing are all among the 32 who use the second.
    const fixture = await makeAnalysisFixture(
      core,
      people(60, (at) => ({ brukt: { txt: at < 30 ? '1 2' : at < 32 ? '2' : '3' }, respekt: { code: 1 + (at % 2) } })),
    );
    const { projectId, variables } = fixture;
    const common = { kind: 'frequency', rows: variables.respekt, language: 'nb', percent: 'column' } as const;
    const copy = async (codes: number[]) =>
      await core.client.analysis.copy({
        projectId,
        definition: ExhibitDefinition.parse({ ...common, filter: { variableId: variables.brukt, codes } }),
      });
    await copy([1]);
    await expect(copy([2])).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
  });
});
