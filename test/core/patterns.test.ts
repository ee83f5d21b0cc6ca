import { spawnSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ExhibitDefinition } from '../../shared/contract/analysis.ts';
import type { PatternFile } from '../../shared/contract/patterns.ts';
import type { VariableId } from '../../shared/model/ids.ts';
import { somePeople, type Person } from './analysis-fixture.ts';
import { exported, ground, manyPeople, write } from './patterns-fixture.ts';

const usable = ['partial', 'complete', 'in-check', 'verified'];
const names = ['Tilgang', 'Ventetid', 'Informasjon'] as const;

/** Persons whose answers count, told independently of the program; everybody in the fixture has one interview. */
function counted(people: readonly Person[]): Person[] {
  return people.filter(({ isWithdrawn, status }) => isWithdrawn !== true && usable.includes(status ?? 'complete'));
}

function has(person: Person, theme: string): boolean {
  const own = person.themes ?? [];
  // Waiting stands under access.
  return own.includes(theme) || (theme === 'Tilgang' && own.includes('Ventetid'));
}

describe('themes by answers', () => {
  it('[F57] issue 5.13: the table of analysis and the counts beside it are one, and what counting by hand gives', async () => {
    const people = somePeople(150, 23);
    const { core, fixture, nameOf } = await ground(people);
    using _core = core;
    const definition: ExhibitDefinition = {
      kind: 'themes',
      rows: 'themes',
      columns: fixture.variables.tjeneste,
      language: 'nb',
      percent: 'column',
    };
    const inside = await core.client.analysis.insideView({ projectId: fixture.projectId, definition });
    const { themes, persons } = await core.client.patterns.mentions({ projectId: fixture.projectId, scope: 'branch' });
    const everyone = await core.client.analysis.insideView({
      projectId: fixture.projectId,
      definition: { kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' },
    });
    expect(persons).toBe(counted(people).length);
    expect(themes.map(({ themeId, persons: n }) => [themeId, n])).toEqual(everyone.rows.map(({ key, cells }) => [key, cells[0]?.count]));
    for (const { themeId, persons: n } of themes) expect(n).toBe(counted(people).filter((person) => has(person, nameOf(themeId))).length);
    const service = counted(people).filter(({ answers }) => answers.tjeneste?.code === 1 && answers.tjeneste.state === undefined);
    const waiting = inside.rows.find(({ key }) => nameOf(key) === 'Ventetid');
    expect(waiting?.cells[1]?.count).toBe(service.filter((person) => has(person, 'Ventetid')).length);
  });

  it('[F57] a theme by itself leaves out what stands under it, and is not released beside the branch', async () => {
    const people = manyPeople();
    const { core, fixture, nameOf } = await ground(people);
    using _core = core;
    const branch: ExhibitDefinition = { kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' };
    const own: ExhibitDefinition = { ...branch, themes: 'own' };
    const inside = await core.client.analysis.insideView({ projectId: fixture.projectId, definition: own });
    const access = inside.rows.find(({ key }) => nameOf(key) === 'Tilgang');
    expect(access?.cells[0]?.count).toBe(people.filter(({ themes }) => themes?.includes('Tilgang')).length);
    await core.client.analysis.copy({ projectId: fixture.projectId, definition: branch });
    await expect(core.client.analysis.copy({ projectId: fixture.projectId, definition: own })).rejects.toMatchObject({
      code: 'NOT_RELEASABLE',
    });
  });

  it('[F56] says where one person gives more than half of the mentions', async () => {
    const { core, fixture, idOf } = await ground([
      { code: 'R1', answers: {}, themes: ['Ventetid', 'Informasjon'] },
      { code: 'R2', answers: {}, themes: ['Ventetid'] },
    ]);
    using _core = core;
    const { sql } = core.session.workspace;
    const [text] = sql.all(z.object({ id: z.string() }), 'SELECT id FROM text WHERE interview_key = 1');
    // What stands on the whole remark is taken off, so that the passages are counted by themselves.
    write(core, () => void sql.run('DELETE FROM coding WHERE is_whole = 1 AND theme_id = :id', { id: idOf('Informasjon') }));
    for (const [start, end] of [
      [0, 6],
      [7, 13],
    ] as const)
      await core.client.coding.apply({ textIds: [(text?.id ?? '') as never], themeId: idOf('Informasjon'), range: { start, end } });
    const { themes } = await core.client.patterns.mentions({ projectId: fixture.projectId, scope: 'own' });
    const of = (name: string) => themes.find(({ themeId }) => themeId === idOf(name));
    expect(of('Informasjon')).toMatchObject({ persons: 1, mentions: 2, most: 2, isOneVoice: true, interviews: 1 });
    expect(of('Ventetid')).toMatchObject({ persons: 2, mentions: 2, most: 1, isOneVoice: false, interviews: 2 });
  });

  it('[F57] the service of the interview can stand in the columns', async () => {
    const { core, fixture } = await ground(manyPeople());
    using _core = core;
    const { sql } = core.session.workspace;
    write(core, () => {
      sql.run("INSERT INTO service (id, kind, name) VALUES ('s1', 'treatment', 'Botjenesten')", {});
      sql.run("UPDATE interview SET service_id = 's1' WHERE key <= 50", {});
    });
    const inside = await core.client.analysis.insideView({
      projectId: fixture.projectId,
      definition: { kind: 'themes', rows: 'themes', columns: 'service', language: 'nb', percent: 'column' },
    });
    expect(inside.columns.map(({ label, n }) => [label, n])).toEqual([
      ['Alle', 50],
      ['Botjenesten', 50],
    ]);
  });
});

describe('themes together', () => {
  it('[F59] persons with both are what counting by hand gives; whoever has withdrawn is nobody', async () => {
    const people = somePeople(200, 7);
    const { core, fixture, idOf } = await ground(people);
    using _core = core;
    const persons = counted(people);
    for (const scope of ['branch', 'own'] as const) {
      const found = await core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope });
      const mentions = (person: Person, theme: string): boolean =>
        scope === 'branch' ? has(person, theme) : (person.themes ?? []).includes(theme);
      for (const name of names)
        expect(found.themes.find(({ themeId }) => themeId === idOf(name))?.count).toBe(
          persons.filter((person) => mentions(person, name)).length,
        );
      for (const [first, second] of [
        ['Ventetid', 'Informasjon'],
        ['Tilgang', 'Informasjon'],
        ['Tilgang', 'Ventetid'],
      ] as const) {
        const both = persons.filter((person) => mentions(person, first) && mentions(person, second)).length;
        const pair = found.pairs.find((each) => [each.first, each.second].every((id) => id === idOf(first) || id === idOf(second)));
        // A theme and what stands under it always meet with the branch, which is no pair.
        const isLine = scope === 'branch' && first === 'Tilgang' && second === 'Ventetid';
        expect(pair?.both ?? 0).toBe(isLine ? 0 : both);
        if (pair === undefined) continue;
        const [n1, n2] = [first, second].map((name) => persons.filter((person) => mentions(person, name)).length);
        expect(pair.jaccard).toBeCloseTo(both / ((n1 ?? 0) + (n2 ?? 0) - both), 10);
        expect(pair.overlap).toBeCloseTo(both / Math.min(n1 ?? 0, n2 ?? 0), 10);
      }
    }
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('[F59] is what another tool counts (python3)', async () => {
    const people = somePeople(300, 41);
    const { core, fixture, nameOf } = await ground(people);
    using _core = core;
    const { pairs } = await core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope: 'own' });
    const script = [
      'import sys, json, itertools, collections',
      'counts = collections.Counter()',
      'for themes in json.load(sys.stdin):',
      '    for pair in itertools.combinations(sorted(set(themes)), 2): counts["/".join(pair)] += 1',
      'print(json.dumps(counts))',
    ].join('\n');
    const { stdout } = spawnSync('python3', ['-c', script], {
      input: JSON.stringify(counted(people).map(({ themes }) => themes ?? [])),
      encoding: 'utf8',
    });
    const mine = pairs.map((pair) => [[nameOf(pair.first), nameOf(pair.second)].toSorted().join('/'), pair.both]);
    expect(Object.fromEntries(mine)).toEqual(JSON.parse(stdout));
  });

  it('[F59] the same words, the same text and the same person are three questions', async () => {
    const { core, fixture, idOf } = await ground([
      { code: 'R1', answers: {}, themes: [] },
      { code: 'R2', answers: {}, themes: [] },
    ]);
    using _core = core;
    const texts = core.session.workspace.sql.all(z.object({ id: z.string() }), 'SELECT id FROM text ORDER BY interview_key');
    const put = async (text: number, theme: string, start: number, end: number): Promise<void> =>
      void (await core.client.coding.apply({ textIds: [(texts[text]?.id ?? '') as never], themeId: idOf(theme), range: { start, end } }));
    await put(0, 'Ventetid', 0, 6);
    await put(0, 'Informasjon', 7, 13);
    await put(1, 'Ventetid', 0, 6);
    await put(1, 'Informasjon', 5, 9);
    const both = async (unit: 'segment' | 'answer' | 'person') =>
      (await core.client.patterns.together({ projectId: fixture.projectId, unit, scope: 'own' })).pairs.map((pair) => pair.both);
    expect(await both('segment')).toEqual([1]);
    expect(await both('answer')).toEqual([2]);
    expect(await both('person')).toEqual([2]);
  });

  it('[F59] warns of unequal sizes, and marks what has too few persons behind it', async () => {
    const people = Array.from({ length: 60 }, (_, at): Person => ({
      code: `R${at + 1}`,
      answers: {},
      themes: [...(at < 40 ? ['Ventetid'] : []), ...(at < 6 ? ['Informasjon'] : [])],
    }));
    const { core, fixture } = await ground(people);
    using _core = core;
    const { pairs } = await core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope: 'own' });
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ both: 6, overlap: 1, isUnequal: true, isHidden: false });
    const fewer = await ground(
      people.map((person, at) =>
        at === 5 ? { ...person, themes: ['Informasjon'] } : at === 4 ? { ...person, themes: ['Ventetid'] } : person,
      ),
    );
    using _fewer = fewer.core;
    const found = await fewer.core.client.patterns.together({ projectId: fewer.fixture.projectId, unit: 'person', scope: 'own' });
    expect(found.pairs[0]).toMatchObject({ both: 4, isHidden: true });
    await expect(
      exported(fewer.core, fewer.fixture, { view: 'together', unit: 'person', scope: 'own', measure: 'jaccard' }, 'csv'),
    ).rejects.toMatchObject({ code: 'TOO_FEW' });
  });

  it('[F59] leaves as a file with the gate’s signs and a line in the register; one person more is refused', async () => {
    const { core, fixture } = await ground(manyPeople());
    using _core = core;
    const file: PatternFile = { view: 'together', unit: 'person', scope: 'own', measure: 'overlap' };
    const { bytes, releaseNumber, fileName } = await exported(core, fixture, file, 'csv');
    expect(fileName).toBe('1 – Temaer sammen.csv');
    const rows: string[][] = parse(bytes, { bom: true, delimiter: ';', relax_column_count: true, comment: '#' });
    // 120 persons: 40 wait, 60 speak of information, 20 of both.
    expect(rows.find(([first, second]) => first === 'Ventetid' && second === 'Informasjon')).toEqual([
      'Ventetid',
      'Informasjon',
      '40',
      '60',
      '20',
      '0,50',
    ]);
    const found = await core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope: 'own' });
    expect(rows.filter((row) => row[4] === ':')).toHaveLength(found.pairs.filter(({ isHidden }) => isHidden).length);
    const { releases } = await core.client.privacy.listReleases({ limit: 10 });
    expect(releases.map((row) => [row.number, row.exhibit, row.format, row.recipient])).toEqual([
      [releaseNumber, 'Temaer sammen', 'csv', 'Rådet i Fjordvik'],
    ]);
    write(
      core,
      () => void core.session.workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-01-01T00:00:00.000Z' WHERE code = 'R1'", {}),
    );
    await expect(exported(core, fixture, file, 'xlsx')).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
  });

  it('shows nothing while coders code blind', async () => {
    const { core, fixture } = await ground(manyPeople());
    using _core = core;
    await core.client.agreement.setBlind({ projectId: fixture.projectId, isBlind: true });
    await expect(core.client.patterns.together({ projectId: fixture.projectId, unit: 'person', scope: 'own' })).rejects.toMatchObject({
      code: 'CODING_IS_BLIND',
    });
    await expect(core.client.patterns.mentions({ projectId: fixture.projectId, scope: 'own' })).rejects.toMatchObject({
      code: 'CODING_IS_BLIND',
    });
  });
});

describe('saturation', () => {
  it('issue 5.13: counts new themes in the order the interviews were made, and says how many are not coded', async () => {
    const people = ['Ventetid', 'Informasjon', 'Ventetid', '', 'Tilgang', 'Ventetid', 'Tilgang'].map((theme, at): Person => ({
      code: `R${at + 1}`,
      answers: {},
      themes: theme === '' ? [] : [theme],
    }));
    const { core, fixture } = await ground(people);
    using _core = core;
    const { sql } = core.session.workspace;
    // The last one entered was held first.
    write(core, () => void sql.run("UPDATE interview SET held_on = '2024-05-01' WHERE key = 7", {}));
    const found = await core.client.patterns.saturation({ projectId: fixture.projectId, scope: 'own' });
    expect(found.notCoded).toBe(1);
    expect(found.cases.map(({ code, newThemes }) => [code, newThemes])).toEqual([
      ['R7', 1],
      ['R1', 1],
      ['R2', 1],
      ['R3', 0],
      ['R5', 0],
      ['R6', 0],
    ]);
    expect(found.runs).toMatchObject({ baseThemes: 3, reachedFive: 4, reachedNone: 4 });
    // Expected themes in all cases are those that were heard; one was heard once: Chao2 with one of two is 5/6 · 1/4.
    expect(found.curve.at(-1)).toBeCloseTo(3, 10);
    expect(found.mayLeave).toBe(false);
  });

  it('issue 5.13: the curve leaves from the threshold on, as a table and a picture with words for those who cannot see it', async () => {
    const { core, fixture } = await ground(manyPeople());
    using _core = core;
    const { bytes } = await exported(core, fixture, { view: 'saturation', scope: 'own' }, 'svg');
    const svg = bytes.toString('utf8');
    expect(svg).toContain('<desc');
    expect(svg).toContain('I dette utvalget og denne kodeboken');
    const table = await exported(core, fixture, { view: 'saturation', scope: 'own' }, 'xlsx');
    const book = await readXlsx(table.bytes);
    const rows = book.sheets[0]?.rows ?? [];
    const header = rows.findIndex((row) => row[0] === 'Intervjuer');
    expect(rows[header + 1]?.[0]).toBe(5);
  });
});

describe('themes beside a score', () => {
  const by = (people: readonly Person[], codes: readonly number[]): Person[] =>
    people.filter(({ answers }) => codes.includes(answers.respekt?.code ?? 0));

  it('issue 5.13: groups are the two outermost answers and the rest, shares are those of analysis', async () => {
    const people = manyPeople();
    const { core, fixture, nameOf } = await ground(people);
    using _core = core;
    const joint = await core.client.patterns.joint({ projectId: fixture.projectId, variableId: fixture.variables.respekt, language: 'nb' });
    expect(joint.cuts).toEqual([[1, 2], [3], [4, 5]]);
    expect(joint.view.released.columns.map(({ label, base }) => [label, base?.n])).toEqual([
      ['Alle', 120],
      ['Helt uenig / Litt uenig', 48],
      ['Verken eller', 24],
      ['Litt enig / Helt enig', 48],
    ]);
    const waiting = joint.view.released.rows.find(({ key }) => nameOf(key) === 'Ventetid');
    const top = by(people, [4, 5]).filter((person) => has(person, 'Ventetid')).length;
    expect(waiting?.cells[3]).toMatchObject({ state: 'shown', count: top });
    expect(joint.topBox).toEqual({ n: 48, of: 120, percent: 40, low: 32, high: 49 });
    expect(joint.topKey).toBe('4.5');
  });

  it('issue 5.13: cut points can be chosen, and groups with fewer than five persons are said and cannot leave', async () => {
    const people = manyPeople().map((person, at): Person =>
      at < 110 ? { ...person, answers: { respekt: { code: at < 1 ? 1 : 4 } } } : person,
    );
    const { core, fixture } = await ground(people);
    using _core = core;
    const of = { projectId: fixture.projectId, variableId: fixture.variables.respekt, language: 'nb' as const };
    const joint = await core.client.patterns.joint({ ...of, cuts: [[1], [2, 3, 4, 5]] });
    expect(joint.tooSmall).toEqual(['Helt uenig']);
    await expect(
      exported(core, fixture, { view: 'joint', variableId: of.variableId, cuts: [[1], [2, 3, 4, 5]] }, 'docx'),
    ).rejects.toMatchObject({
      code: 'TOO_FEW',
    });
  });

  it('issue 5.13: keeps what is concluded, hands it on with a merged theme, and undoes it', async () => {
    const { core, fixture, idOf } = await ground(manyPeople());
    using _core = core;
    const of = { projectId: fixture.projectId, variableId: fixture.variables.respekt };
    const judgements = async () => (await core.client.patterns.joint({ ...of, language: 'nb' })).judgements;
    await core.client.patterns.judge({
      ...of,
      themeId: idOf('Ventetid'),
      inference: 'expands',
      words: 'Ventetid henger ikke sammen med skåren.',
    });
    await core.client.patterns.judge({ ...of, themeId: idOf('Informasjon'), inference: 'confirms', words: 'De fornøyde nevner den.' });
    await core.client.themes.merge({ themeId: idOf('Informasjon'), intoId: idOf('Ventetid') });
    expect(await judgements()).toEqual([
      { themeId: idOf('Ventetid'), inference: 'expands', words: 'Ventetid henger ikke sammen med skåren.\nDe fornøyde nevner den.' },
    ]);
    await core.client.history.undo({});
    expect(await judgements()).toHaveLength(2);
    await core.client.patterns.judge({ ...of, themeId: idOf('Ventetid'), inference: null, words: '' });
    expect(await judgements()).toHaveLength(1);
    await core.client.history.undo({});
    expect(await judgements()).toHaveLength(2);
  });

  it('issue 5.13: shows a cleared quote only beside a share that is shown, and persons by score inside', async () => {
    const people = manyPeople();
    const { core, fixture, idOf } = await ground(people);
    using _core = core;
    const { workspace } = core.session;
    const texts = workspace.sql.all(
      z.object({ id: z.string(), interview_key: z.int() }),
      'SELECT id, interview_key FROM text ORDER BY interview_key',
    );
    const quote = (key: number, body: string, status: string): void =>
      write(core, () =>
        workspace.sql.insert('quote', {
          id: workspace.newId(),
          text_id: texts.find((text) => text.interview_key === key)?.id ?? '',
          start_offset: 0,
          end_offset: 6,
          cleared_body: body,
          status,
        }),
      );
    // The first person waits, speaks of information, and answered 1; the fourth waits and answered 4.
    quote(1, 'Det tok tid.', 'cleared');
    quote(4, 'Vi ventet.', 'raw');
    const of = { projectId: fixture.projectId, variableId: fixture.variables.respekt as VariableId, language: 'nb' as const };
    const joint = await core.client.patterns.joint(of);
    // "Ventetid" is so near the theme above it that its numbers are hidden here.
    expect(joint.quotes.filter(({ themeId }) => themeId === idOf('Ventetid'))).toEqual([]);
    const informed = joint.quotes.filter(({ themeId }) => themeId === idOf('Informasjon'));
    expect(informed.map(({ body, group }) => [body, group])).toEqual([['Det tok tid.', '1.2']]);
    const { persons, total } = await core.client.patterns.cases(of);
    expect(total).toBe(120);
    expect(persons).toHaveLength(120);
    expect(persons.map(({ score }) => score).slice(0, 24)).toEqual(Array.from({ length: 24 }, () => 'Helt uenig'));
    expect(persons[0]).toMatchObject({ code: 'R1', group: '1.2' });
    const { bytes } = await exported(core, fixture, { view: 'joint', variableId: of.variableId }, 'csv');
    expect(bytes.toString('utf8')).toContain('Det tok tid.');
    write(core, () => void workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-01-01T00:00:00.000Z' WHERE code = 'R1'", {}));
    expect((await core.client.patterns.joint(of)).quotes).toEqual([]);
  });
});
