import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { ExhibitDefinition, ExhibitView } from '../../shared/contract/analysis.ts';
import type { ReleasedCell } from '../../shared/model/exhibit.ts';
import { percentOf, wilson } from '../../shared/statistics/index.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { makeAnalysisFixture, somePeople, type AnalysisFixture, type Given, type Person } from './analysis-fixture.ts';
import { rasterFolder } from '../support/raster-folder.ts';

type Draft = Omit<ExhibitDefinition, 'language' | 'percent'>;

async function view(core: Core, { projectId }: AnalysisFixture, draft: Draft): Promise<ExhibitView> {
  return await core.client.analysis.exhibit({ projectId, definition: { language: 'nb', percent: 'column', ...draft } });
}

async function inside(core: Core, { projectId }: AnalysisFixture, draft: Draft) {
  return await core.client.analysis.insideView({ projectId, definition: { language: 'nb', percent: 'column', ...draft } });
}

async function exported(core: Core, { projectId }: AnalysisFixture, draft: Draft, format: 'xlsx' | 'csv' | 'svg' | 'png') {
  const steps = await core.client.analysis.export({
    projectId,
    definition: { language: 'nb', percent: 'column', ...draft },
    format,
    recipient: 'Rådet',
  });
  for (;;) {
    const step = await steps.next();
    if (step.done === true)
      return { ...step.value, bytes: readFileSync(join(core.session.deps.temporaryFolder, 'out', step.value.ticket)) };
  }
}

/** Interviews that count, by the rules of the program, told independently of it: the latest one of each person. */
function counted(people: readonly Person[]): Person[] {
  const usable = people.filter(
    (person) => person.isWithdrawn !== true && ['partial', 'complete', 'in-check', 'verified'].includes(person.status ?? 'complete'),
  );
  return usable.filter(
    (person, at) =>
      !usable.some(
        (other, later) =>
          other.code === person.code &&
          ((other.wave ?? 1) > (person.wave ?? 1) || ((other.wave ?? 1) === (person.wave ?? 1) && later > at)),
      ),
  );
}

function codeOf(given: Given | undefined): number | null {
  return given === undefined || given.missing !== undefined || given.state === 'parked' || given.state === 'invalid-draft'
    ? null
    : (given.code ?? null);
}

function times(count: number, person: (at: number) => Omit<Person, 'code'>): Person[] {
  return Array.from({ length: count }, (_, at) => ({ code: '', ...person(at) }));
}

function numbered(...groups: readonly Person[][]): Person[] {
  return groups.flat().map((person, at) => ({ ...person, code: `R${at + 1}` }));
}

/** 40 persons: respect 4–5 for most, two persons "Helt uenig", in two services. */
function smallCells(): Person[] {
  return numbered(
    times(2, () => ({ answers: { tjeneste: { code: 1 }, respekt: { code: 1 } } })),
    times(13, (at) => ({ answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: 4 } } })),
    times(12, (at) => ({ answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: 5 } } })),
    times(13, (at) => ({ answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: 3 } } })),
  );
}

/** 60 persons, nothing hidden in their answer to `info`. */
function largeCells(): Person[] {
  return numbered(
    times(60, (at) => ({
      answers: {
        tjeneste: { code: 1 + (at % 2) },
        info: { code: 1 + (Math.floor(at / 2) % 5) },
        respekt: { code: 1 + (Math.floor(at / 2) % 5) },
      },
    })),
  );
}

function shownCells(exhibit: Pick<ExhibitView, 'released'>): Extract<ReleasedCell, { state: 'shown' }>[] {
  return exhibit.released.rows.flatMap(({ cells }) => cells).filter((cell) => cell.state === 'shown');
}

describe('counting persons', () => {
  it('[F72] frequencies and missing by reason add up to the records', async () => {
    using core = openCore();
    const people = somePeople(180, 11);
    const fixture = await makeAnalysisFixture(core, people);
    for (const name of ['respekt', 'info', 'uker', 'tjeneste'] as const) {
      const found = await inside(core, fixture, { kind: 'frequency', rows: fixture.variables[name] });
      const answered = found.rows.reduce((sum, { cells }) => sum + (cells[0]?.count ?? 0), 0);
      const missing = found.missing.reduce((sum, { count }) => sum + count, 0);
      expect(found.persons).toBe(counted(people).length);
      expect(answered + missing).toBe(found.persons);
      expect(found.columns[0]?.n).toBe(answered);
    }
    const respect = await inside(core, fixture, { kind: 'frequency', rows: fixture.variables.respekt });
    const saidNot = counted(people).filter(
      ({ answers }) => answers.respekt?.missing === 'prefer-not-to-say' && answers.respekt.state === undefined,
    ).length;
    expect(respect.missing.find(({ reason }) => reason === 'prefer-not-to-say')?.count ?? 0).toBe(saidNot);
    const weeks = await inside(core, fixture, { kind: 'frequency', rows: fixture.variables.uker });
    expect(weeks.missing.map(({ reason }) => reason)).toEqual(['not-asked']);
  });

  it('[F73] [F74] a crosstab is what counting by hand gives, also for several answers', async () => {
    using core = openCore();
    const people = somePeople(240, 5);
    const fixture = await makeAnalysisFixture(core, people);
    const persons = counted(people).filter(({ answers }) => codeOf(answers.tjeneste) !== null);
    const single = await inside(core, fixture, { kind: 'crosstab', rows: fixture.variables.respekt, columns: fixture.variables.tjeneste });
    const byHand = [1, 2, 3, 4, 5].map((code) =>
      [null, 1, 2, 3].map(
        (service) =>
          persons.filter(({ answers }) => codeOf(answers.respekt) === code && (service === null || codeOf(answers.tjeneste) === service))
            .length,
      ),
    );
    expect(single.rows.map(({ cells }) => cells.map(({ count }) => count))).toEqual(byHand);
    expect(single.columns.map(({ n }) => n)).toEqual(
      [null, 1, 2, 3].map(
        (service) =>
          persons.filter(({ answers }) => codeOf(answers.respekt) !== null && (service === null || codeOf(answers.tjeneste) === service))
            .length,
      ),
    );
    const several = await inside(core, fixture, { kind: 'crosstab', rows: fixture.variables.brukt, columns: fixture.variables.tjeneste });
    const users = persons.filter(({ answers }) => answers.brukt?.txt !== undefined);
    expect(several.rows.map(({ cells }) => cells.map(({ count }) => count))).toEqual(
      ['1', '2', '3', '4'].map((code) =>
        [null, 1, 2, 3].map(
          (service) =>
            users.filter(
              ({ answers }) =>
                answers.brukt?.txt?.split(' ').includes(code) === true && (service === null || codeOf(answers.tjeneste) === service),
            ).length,
        ),
      ),
    );
    expect(several.columns[0]?.n).toBe(users.length);
    const { released } = await view(core, fixture, {
      kind: 'crosstab',
      rows: fixture.variables.brukt,
      columns: fixture.variables.tjeneste,
    });
    expect(released.notes.join(' ')).toContain('summen kan bli over 100');
  });

  it('[F73] tells what is counted: filters by wave and by persons', async () => {
    using core = openCore();
    const people = somePeople(200, 3);
    const fixture = await makeAnalysisFixture(core, people);
    const filter = { waveId: fixture.waves[1], variableId: fixture.variables.tjeneste, codes: [2] };
    const found = await inside(core, fixture, { kind: 'frequency', rows: fixture.variables.info, filter });
    const persons = counted(people).filter(({ wave, answers }) => wave === 2 && codeOf(answers.tjeneste) === 2);
    expect(found.persons).toBe(persons.length);
    expect(found.rows.map(({ cells }) => cells[0]?.count)).toEqual(
      [1, 2, 3, 4, 5].map((code) => persons.filter(({ answers }) => codeOf(answers.info) === code).length),
    );
    const { released } = await view(core, fixture, { kind: 'frequency', rows: fixture.variables.info, filter });
    expect(released.filter).toContain('Våren 2025');
    expect(released.filter).toContain('Rustjenesten');
  });

  it('counts a person once, with the latest interview, and once per wave in a table of waves', async () => {
    using core = openCore();
    const both = times(20, () => ({ wave: 1 as const, answers: { respekt: { code: 2 } } })).map((person, at) => ({
      ...person,
      code: `R${at}`,
    }));
    const later = times(20, () => ({ wave: 2 as const, answers: { respekt: { code: 5 } } })).map((person, at) => ({
      ...person,
      code: `R${at}`,
    }));
    const fixture = await makeAnalysisFixture(core, [...later, ...both]);
    const pooled = await inside(core, fixture, { kind: 'frequency', rows: fixture.variables.respekt });
    expect(pooled.rows.map(({ cells }) => cells[0]?.count)).toEqual([0, 0, 0, 0, 20]);
    const waves = await inside(core, fixture, { kind: 'crosstab', rows: fixture.variables.respekt, columns: 'wave' });
    expect(waves.columns.map(({ n }) => n)).toEqual([40, 20, 20]);
  });

  it('leaves out withdrawn persons at once', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, largeCells());
    const before = await inside(core, fixture, { kind: 'frequency', rows: fixture.variables.info });
    const { workspace } = core.session;
    workspace.operations.run({ ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
      workspace.sql.run("UPDATE respondent SET withdrawn_at = '2026-01-01T00:00:00.000Z' WHERE id = :id", {
        id: fixture.respondents.get('R1') ?? '',
      });
    });
    const after = await inside(core, fixture, { kind: 'frequency', rows: fixture.variables.info });
    expect([before.persons, after.persons]).toEqual([60, 59]);
    expect(after.rows[0]?.cells[0]?.count).toBe((before.rows[0]?.cells[0]?.count ?? 0) - 1);
  });

  it('[F56] [F57] counts persons per theme, rolled up, by group, with all persons as the base', async () => {
    using core = openCore();
    const people = somePeople(220, 8);
    const fixture = await makeAnalysisFixture(core, people);
    const found = await inside(core, fixture, { kind: 'themes', rows: 'themes', columns: fixture.variables.tjeneste });
    const persons = counted(people).filter(({ answers }) => codeOf(answers.tjeneste) !== null);
    const mentions = (names: readonly string[], service: number | null): number =>
      persons.filter(
        ({ themes, answers }) =>
          (themes ?? []).some((theme) => names.includes(theme)) && (service === null || codeOf(answers.tjeneste) === service),
      ).length;
    expect(found.columns[0]?.n).toBe(persons.length);
    expect(found.rows.map(({ label, cells }) => [label, ...cells.map(({ count }) => count)])).toEqual(
      [['Tilgang', 'Ventetid'], ['Ventetid'], ['Informasjon']].map((names) => [
        names[0],
        ...[null, 1, 2, 3].map((service) => mentions(names, service)),
      ]),
    );
    expect(found.rows.map(({ indent }) => indent)).toEqual([0, 1, 0]);
  });
});

describe('what may be shown', () => {
  it('[F77] [F78] prints Wilson intervals, with the frame where one wave was reached', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(
      core,
      largeCells().map((person) => ({ ...person, wave: 2 as const })),
    );
    const { released } = await view(core, fixture, { kind: 'frequency', rows: fixture.variables.info });
    const [cell] = released.rows[0]?.cells ?? [];
    const { low, high } = wilson(12, 60, { frame: 200 });
    expect(cell).toEqual({
      state: 'shown',
      count: 12,
      percent: percentOf(12, 60),
      low: Math.round(100 * low),
      high: Math.round(100 * high),
    });
    expect(released.notes.join(' ')).toContain('200');
    const filtered = await view(core, fixture, {
      kind: 'frequency',
      rows: fixture.variables.info,
      filter: { variableId: fixture.variables.tjeneste, codes: [1, 2] },
    });
    const open = wilson(12, 60);
    expect(filtered.released.rows[0]?.cells[0]).toMatchObject({ low: Math.round(100 * open.low), high: Math.round(100 * open.high) });
  });

  it('[F38] hides small cells and one more, and marks them inside only', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, smallCells());
    const draft = { kind: 'frequency', rows: fixture.variables.respekt } as const;
    const { released, findings } = await view(core, fixture, draft);
    const states = released.rows.map(({ cells }) => cells[0]?.state);
    expect(states[0]).toBe('hidden');
    expect(states.filter((state) => state === 'hidden').length).toBeGreaterThanOrEqual(2);
    expect(released.rows.every(({ cells }) => cells.every((cell) => cell.state !== 'hidden' || Object.keys(cell).length === 1))).toBe(true);
    expect(findings.map(({ id }) => id)).toContain('analysis.finding.hidden');
    const raw = await inside(core, fixture, draft);
    expect(raw.rows[0]?.cells[0]).toEqual({ count: 2, percent: 5, isMarked: true });
    expect(raw.rows.map(({ cells }) => cells[0]?.isMarked)).toEqual(states.map((state) => state !== 'shown'));
  });

  it('tells small numbers of missing by their reason only, never by how many', async () => {
    using core = openCore();
    const people = numbered(
      times(40, (at) => ({ answers: { respekt: { code: 1 + (at % 5) } } })),
      times(7, () => ({ answers: { respekt: { missing: 'skipped' } } })),
      times(3, () => ({ answers: { respekt: { missing: 'dont-know' } } })),
      times(9, () => ({ answers: { respekt: { missing: 'not-applicable' } } })),
    );
    const fixture = await makeAnalysisFixture(core, people);
    const { missing, persons, released } = await view(core, fixture, { kind: 'frequency', rows: fixture.variables.respekt });
    expect(missing).toEqual([
      { item: null, reason: 'not-applicable', count: 9 },
      { item: null, reason: 'dont-know', count: null },
      { item: null, reason: 'skipped', count: null },
    ]);
    expect(persons).toBeNull();
    expect(released.notes.join(' ')).toContain('vet ikke');
    expect(released.notes.join(' ')).not.toMatch(/\((3|7)\)/u);
  });

  it('[F84] flags low bases, words 5–9, hides under the threshold', async () => {
    using core = openCore();
    const group = (count: number, code: number): Person[] =>
      times(count, (at) => ({ answers: { tjeneste: { code }, respekt: { code: at % 2 === 0 ? 2 : 4 } } }));
    const fixture = await makeAnalysisFixture(core, numbered(group(40, 1), group(20, 2), group(8, 3)));
    const { released } = await view(core, fixture, {
      kind: 'crosstab',
      rows: fixture.variables.respekt,
      columns: fixture.variables.tjeneste,
    });
    expect(released.columns.map(({ base }) => base?.rule)).toEqual(['normal', 'normal', 'low', 'words']);
    const small = await view(core, fixture, {
      kind: 'frequency',
      rows: fixture.variables.respekt,
      filter: { variableId: fixture.variables.tjeneste, codes: [3] },
    });
    expect(shownCells(small)).toEqual([]);
    expect(small.released.columns[0]?.base?.rule).toBe('words');
  });

  it('[F82] a battery has one base per item and its scale the right way round', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, largeCells());
    const { released } = await view(core, fixture, { kind: 'likert', rows: [fixture.variables.respekt, fixture.variables.info] });
    expect(released.columns.map(({ label }) => label)).toEqual(['Helt uenig', 'Litt uenig', 'Verken eller', 'Litt enig', 'Helt enig']);
    expect(released.scale).toMatchObject({ kind: 'diverging', neutralIndex: 2, welcomeEnd: 'high' });
    expect(released.rows.map(({ base }) => base?.n)).toEqual([60, 60]);
    const merged = await view(core, fixture, { kind: 'likert', rows: [fixture.variables.respekt, fixture.variables.info], merge: 'ends' });
    expect(merged.released.columns.map(({ label }) => label)).toEqual([
      'Helt uenig eller litt uenig',
      'Verken eller',
      'Litt enig eller helt enig',
    ]);
    expect(merged.released.rows.map(({ cells }) => cells.map((cell) => (cell.state === 'shown' ? cell.count : null)))).toEqual([
      [24, 12, 24],
      [24, 12, 24],
    ]);
  });

  it('reads the table in words made of released figures', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, smallCells());
    const { plainReading } = await view(core, fixture, { kind: 'frequency', rows: fixture.variables.respekt });
    expect(plainReading.map(({ id }) => id)).toEqual([
      'analysis.read.share',
      'analysis.read.close',
      'analysis.read.frame',
      'analysis.read.suppressed',
    ]);
    expect(plainReading[0]?.params['percent']).toBe(percentOf(13, 40));
  });
});

describe('letting a table out', () => {
  it('screen, csv, xlsx and svg say the same numbers, and none of them a hidden one', async () => {
    using core = openCore({ resourceFolder: rasterFolder() });
    const fixture = await makeAnalysisFixture(core, smallCells());
    const draft = { kind: 'crosstab', rows: fixture.variables.respekt, columns: fixture.variables.tjeneste } as const;
    const { released } = await view(core, fixture, draft);
    const csv = await exported(core, fixture, draft, 'csv');
    // With relaxed columns and no header the parser gives rows of text.
    const table = (parse(csv.bytes.toString('utf8'), { bom: true, delimiter: ';', relax_column_count: true }) as string[][]).filter(
      (row) => row.length > 1,
    );
    const expected = released.rows.map((row) =>
      row.cells.flatMap((cell) =>
        cell.state === 'shown' ? [cell.percent, cell.low, cell.high, cell.count].map(String) : [':', ':', ':', ':'],
      ),
    );
    expect(table.slice(1, 1 + released.rows.length).map((row) => row.slice(1))).toEqual(expected);
    const xlsx = await exported(core, fixture, draft, 'xlsx');
    const sheet = (await readXlsx(xlsx.bytes)).sheets[0]?.rows ?? [];
    const inSheet = released.rows.map((row) =>
      sheet
        .find(([label]) => label === row.label)
        ?.slice(1)
        .map(String),
    );
    expect(inSheet).toEqual(expected);
    const svg = (await exported(core, fixture, draft, 'svg')).bytes.toString('utf8');
    for (const cell of released.rows.flatMap(({ cells }) => cells))
      if (cell.state === 'shown') expect(svg).toContain(`${cell.percent}\u00A0%`);
    const shown = new Set(shownCells({ released }).map(({ percent }) => percent));
    const printed = [...svg.matchAll(/>(\d+)\u00A0%</gu)].map(([, percent]) => Number(percent));
    expect(printed.filter((percent) => !shown.has(percent) && percent % 25 !== 0)).toEqual([]);
    const png = await exported(core, fixture, draft, 'png');
    expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect([csv.releaseNumber, xlsx.releaseNumber, png.releaseNumber]).toEqual([1, 2, 4]);
  });

  it('[F38] no released table holds a number of one to four persons, nor its complement', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, somePeople(90, 21));
    const { respekt, info, brukt, tjeneste } = fixture.variables;
    const drafts: Draft[] = [
      ...[respekt, info, brukt, tjeneste].map((rows): Draft => ({ kind: 'frequency', rows })),
      ...[respekt, info, brukt].map((rows): Draft => ({ kind: 'crosstab', rows, columns: tjeneste })),
      ...fixture.waves.map((waveId): Draft => ({ kind: 'crosstab', rows: respekt, columns: tjeneste, filter: { waveId } })),
      { kind: 'crosstab', rows: info, columns: 'wave' },
      { kind: 'likert', rows: [respekt, info] },
      { kind: 'themes', rows: 'themes', columns: tjeneste },
    ];
    for (const draft of drafts) {
      const { released } = await view(core, fixture, draft);
      for (const row of released.rows) {
        row.cells.forEach((cell, at) => {
          if (cell.state !== 'shown') return;
          const n = row.base?.n ?? released.columns[at]?.base?.n ?? 0;
          expect([1, 2, 3, 4]).not.toContain(cell.count);
          expect([1, 2, 3, 4]).not.toContain(n - cell.count);
        });
      }
    }
  });

  it('writes the register in one operation that cannot be undone, and knows the release again', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, largeCells());
    const draft = { kind: 'frequency', rows: fixture.variables.info } as const;
    const made = await exported(core, fixture, draft, 'csv');
    expect(made.fileName).toBe('Tabell 1 – Info.csv');
    const { releases } = await core.client.privacy.listReleases({ limit: 10 });
    expect(releases).toMatchObject([{ number: 1, format: 'csv', recipient: 'Rådet' }]);
    expect((await core.client.history.list({ limit: 1 })).entries[0]).toMatchObject({ labelId: 'analysis.export.deed', isUndoable: false });
    const again = await view(core, fixture, draft);
    expect(again.gate).toMatchObject({ state: 'released', nextNumber: 2, release: { number: 1, recipient: 'Rådet' } });
    expect(again.released.releaseNumber).toBe(1);
    const swedish = await core.client.analysis.exhibit({
      projectId: fixture.projectId,
      definition: { ...draft, language: 'sv', percent: 'column' },
    });
    expect(swedish.gate.state).toBe('released');
  });

  it('a copy is a release too, and the same figures copied again are the same release', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, largeCells());
    const order = {
      projectId: fixture.projectId,
      definition: { kind: 'frequency', rows: fixture.variables.info, language: 'nb', percent: 'column' },
    } as const;
    const [first, second] = [await core.client.analysis.copy(order), await core.client.analysis.copy(order)];
    expect([first.released.releaseNumber, second.released.releaseNumber]).toEqual([1, 1]);
    expect((await core.client.privacy.listReleases({ limit: 10 })).releases).toMatchObject([{ number: 1, format: 'clipboard' }]);
    expect((await core.client.history.next({})).undo).toBeNull();
  });

  it('refuses a table that with an earlier release shows a few persons, and names the release', async () => {
    using core = openCore();
    const people = largeCells().map((person, at) =>
      at < 2 ? { ...person, answers: { ...person.answers, tjeneste: { missing: 'prefer-not-to-say' } } } : person,
    );
    const fixture = await makeAnalysisFixture(core, people);
    await exported(core, fixture, { kind: 'frequency', rows: fixture.variables.info }, 'csv');
    const grouped = { kind: 'crosstab', rows: fixture.variables.info, columns: fixture.variables.tjeneste } as const;
    const stopped = await view(core, fixture, grouped);
    expect(stopped.gate.state).toBe('stopped');
    expect(stopped.findings).toContainEqual({
      id: 'analysis.finding.subtraction',
      params: expect.objectContaining({ number: 1, recipient: 'Rådet' }),
    });
    await expect(exported(core, fixture, grouped, 'csv')).rejects.toMatchObject({
      code: 'NOT_RELEASABLE',
      data: { message: 'analysis.finding.subtraction', params: { number: 1 } },
    });
    expect((await core.client.privacy.listReleases({ limit: 10 })).total).toBe(1);
    const { waysOut = [] } = stopped.gate;
    expect(waysOut.map(({ id }) => id)).toEqual(['analysis.ways.dropColumns']);
    const [everybody] = waysOut;
    expect(everybody?.params).toEqual({ hidden: 0 });
    expect(everybody && (await view(core, fixture, everybody.definition)).gate.state).toBe('released');
  });

  it('[F38] beside a table stopped by an earlier release stand only tables that could leave, and joining answers is none', async () => {
    using core = openCore();
    // Two persons answered 5, so leaving those out leaves out too few.
    const people = largeCells().map((person, at) => ({
      ...person,
      answers: { ...person.answers, info: { code: at < 2 ? 5 : 1 + (at % 4) } },
    }));
    const fixture = await makeAnalysisFixture(core, people);
    const { respekt, tjeneste, info } = fixture.variables;
    await exported(core, fixture, { kind: 'frequency', rows: respekt }, 'csv');
    const filter = { variableId: info, codes: [1, 2, 3, 4] };
    const { gate } = await view(core, fixture, { kind: 'crosstab', rows: respekt, columns: tjeneste, filter });
    expect(gate.state).toBe('stopped');
    expect(gate.waysOut?.map(({ id }) => id)).toEqual(['analysis.ways.dropFilter']);
    for (const { definition } of gate.waysOut ?? []) expect((await view(core, fixture, definition)).gate.state).toBe('can-be-released');
  });

  it('refuses a table without any figure', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, numbered(times(3, () => ({ answers: { respekt: { code: 5 } } }))));
    await expect(exported(core, fixture, { kind: 'frequency', rows: fixture.variables.respekt }, 'csv')).rejects.toMatchObject({
      code: 'TOO_FEW',
    });
  });
});

describe('what can be counted', () => {
  it('lists background, sections with their battery, themes and waves', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, largeCells());
    const { groups, waves } = await core.client.analysis.variables({ projectId: fixture.projectId });
    expect(groups.map(({ kind }) => kind)).toEqual(['background', 'section', 'themes', 'wave']);
    const [, section] = groups;
    expect(section?.variables.map(({ kind }) => kind)).toEqual(['grid', 'scale', 'scale', 'several', 'number']);
    expect(section?.variables[0]?.members).toEqual([fixture.variables.respekt, fixture.variables.info]);
    expect(waves.map(({ name }) => name)).toEqual(['Våren 2023', 'Våren 2025']);
  });

  it('says so when a variable is gone', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, []);
    const stranger = fixture.variables.info.replace(/.$/u, (last) => (last === '0' ? '1' : '0'));
    // A well-formed id of nothing.
    await expect(view(core, fixture, { kind: 'frequency', rows: stranger as typeof fixture.variables.info })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
