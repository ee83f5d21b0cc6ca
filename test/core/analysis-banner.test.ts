import { describe, expect, it } from 'vitest';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { ExhibitDefinition, type ExhibitView, type InsideView } from '../../shared/contract/analysis.ts';
import { baseOf, ReleasedExhibit } from '../../shared/model/exhibit.ts';
import { percentOf, wilson } from '../../shared/statistics/index.ts';
import { makeAnalysisFixture, somePeople, type AnalysisFixture, type Given, type Person } from './analysis-fixture.ts';

type Draft = Omit<ExhibitDefinition, 'language' | 'percent'> & Partial<Pick<ExhibitDefinition, 'percent'>>;

function defined(draft: Draft): ExhibitDefinition {
  return ExhibitDefinition.parse({ language: 'nb', percent: 'column', ...draft });
}

async function view(core: Core, { projectId }: AnalysisFixture, draft: Draft): Promise<ExhibitView> {
  return await core.client.analysis.exhibit({ projectId, definition: defined(draft) });
}

async function inside(core: Core, { projectId }: AnalysisFixture, draft: Draft): Promise<InsideView> {
  return await core.client.analysis.insideView({ projectId, definition: defined(draft) });
}

/** Interviews that count, one per person: no one has several in these people. */
function counted(people: readonly Person[]): Person[] {
  return people.filter(
    ({ isWithdrawn, status = 'complete' }) => isWithdrawn !== true && ['partial', 'complete', 'in-check', 'verified'].includes(status),
  );
}

function codeOf(given: Given | undefined): number | null {
  return given?.code === undefined || given.missing !== undefined || given.state !== undefined ? null : given.code;
}

function uses(person: Person, code: string): boolean {
  return person.answers.brukt?.txt?.split(' ').includes(code) === true;
}

const answered = (person: Person): boolean => codeOf(person.answers.respekt) !== null;
const services = [1, 2, 3];
const tops: readonly (readonly string[])[] = [['Tilgang', 'Ventetid'], ['Informasjon']];

/** Counts by hand: rows are the five answers, columns are these persons. */
function byHand(people: readonly Person[], columns: readonly ((person: Person) => boolean)[]): { counts: number[][]; bases: number[] } {
  const persons = counted(people).filter(answered);
  return {
    counts: [1, 2, 3, 4, 5].map((code) =>
      columns.map((isIn) => persons.filter((person) => isIn(person) && codeOf(person.answers.respekt) === code).length),
    ),
    bases: columns.map((isIn) => persons.filter(isIn).length),
  };
}

function told(found: InsideView): { counts: number[][]; bases: (number | null)[] } {
  return { counts: found.rows.map(({ cells }) => cells.map(({ count }) => count)), bases: found.columns.map(({ n }) => n) };
}

const inService = (service: number) => (person: Person) => codeOf(person.answers.tjeneste) === service;
const inWave = (wave: number) => (person: Person) => (person.wave ?? 1) === wave;
const everyone = (): boolean => true;

/** The exact solver takes its time on a busy machine. */
const slow = 120_000;

describe('groupings beside each other', { timeout: slow }, () => {
  it('[F73] several groupings side by side, nested ones, several answers and themes are what counting by hand gives', async () => {
    using core = openCore();
    const people = somePeople(260, 31);
    const fixture = await makeAnalysisFixture(core, people);
    const { tjeneste, respekt, brukt } = fixture.variables;
    const found = await inside(core, fixture, {
      kind: 'crosstab',
      rows: respekt,
      banner: [{ by: tjeneste }, { by: 'wave' }, { by: tjeneste, within: 'wave' }, { by: brukt }, { by: 'themes' }],
    });
    expect(told(found)).toEqual(
      byHand(people, [
        everyone,
        ...services.map(inService),
        ...[1, 2].map(inWave),
        ...[1, 2].flatMap((wave) => services.map((service) => (person: Person) => inWave(wave)(person) && inService(service)(person))),
        ...['1', '2', '3', '4'].map((code) => (person: Person) => uses(person, code)),
        ...tops.map((names) => (person: Person) => (person.themes ?? []).some((theme) => names.includes(theme))),
      ]),
    );
    expect(found.columns[0]?.key).toBe('all');
    expect(new Set(found.columns.map(({ key }) => key)).size).toBe(found.columns.length);
  });

  it('[F73] has the question and the outer group above each group, "Alle" first, and leaves out groups of nobody', async () => {
    using core = openCore();
    const people = somePeople(240, 12).map((person) => ({
      ...person,
      answers: { ...person.answers, tjeneste: { code: person.wave === 1 ? 1 : 2 } },
    }));
    const fixture = await makeAnalysisFixture(core, people);
    const { released } = await view(core, fixture, {
      kind: 'crosstab',
      rows: fixture.variables.respekt,
      banner: [{ by: fixture.variables.tjeneste }, { by: fixture.variables.tjeneste, within: 'wave' }],
    });
    expect(released.columns.map(({ label, headings = [] }) => [...headings, label])).toEqual([
      ['Alle'],
      ['Spørsmål om tjeneste', 'Botjenesten'],
      ['Spørsmål om tjeneste', 'Rustjenesten'],
      ['Spørsmål om tjeneste, innenfor «Bølge»', 'Våren 2023', 'Botjenesten'],
      ['Spørsmål om tjeneste, innenfor «Bølge»', 'Våren 2025', 'Rustjenesten'],
    ]);
    expect(released.notes.join(' ')).toContain('«Alle» er alle som har svart');
  });

  it('[F74] several answers as columns: a person is in each, the base is persons, and a note says so', async () => {
    using core = openCore();
    const people = somePeople(200, 17);
    const fixture = await makeAnalysisFixture(core, people);
    const { brukt, respekt } = fixture.variables;
    const draft = { kind: 'crosstab', rows: respekt, columns: brukt } as const;
    const persons = counted(people).filter((person) => answered(person) && person.answers.brukt?.txt !== undefined);
    const found = await inside(core, fixture, draft);
    expect(found.columns.map(({ n }) => n)).toEqual([
      persons.length,
      ...['1', '2', '3', '4'].map((code) => persons.filter((person) => uses(person, code)).length),
    ]);
    const { released } = await view(core, fixture, draft);
    expect(released.notes.join(' ')).toContain('Én person kan være i flere av gruppene');
    const both = await inside(core, fixture, { kind: 'crosstab', rows: brukt, columns: brukt });
    const users = counted(people).filter((person) => person.answers.brukt?.txt !== undefined);
    expect(both.rows.map(({ cells }) => cells.slice(1).map(({ count }) => count))).toEqual(
      ['1', '2', '3', '4'].map((row) =>
        ['1', '2', '3', '4'].map((column) => users.filter((person) => uses(person, row) && uses(person, column)).length),
      ),
    );
  });

  it('[F72] persons count once however many interviews they gave, and once per wave beside waves', async () => {
    using core = openCore();
    const twice = Array.from({ length: 60 }, (_, at): Person[] =>
      ([1, 2] as const).map((wave) => ({
        code: `R${at}`,
        wave,
        answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: wave === 1 ? 2 : 4 } },
      })),
    ).flat();
    const fixture = await makeAnalysisFixture(core, twice);
    const { tjeneste, respekt } = fixture.variables;
    const apart = await inside(core, fixture, { kind: 'crosstab', rows: respekt, banner: [{ by: tjeneste }, { by: 'service' }] });
    expect(apart.columns.map(({ n }) => n)).toEqual([60, 30, 30, 0]);
    const draft: Draft = { kind: 'crosstab', rows: respekt, banner: [{ by: tjeneste }, { by: 'wave' }] };
    const waves = await inside(core, fixture, draft);
    expect(waves.columns.map(({ n }) => n)).toEqual([120, 60, 60, 0, 60, 60]);
    expect((await view(core, fixture, draft)).released.notes.join(' ')).toContain('én gang i hver');
  });

  it('[F38] [F74] themes within services are what counting by hand gives, each in its place, and hidden as groups of their service', async () => {
    using core = openCore();
    const people = somePeople(200, 19);
    const fixture = await makeAnalysisFixture(core, people);
    const { tjeneste, respekt } = fixture.variables;
    const draft: Draft = { kind: 'crosstab', rows: respekt, banner: [{ by: 'themes', within: tjeneste }, { by: tjeneste }] };
    const mentions = (names: readonly string[]) => (person: Person) => (person.themes ?? []).some((theme) => names.includes(theme));
    const found = byHand(people, [
      everyone,
      ...services.flatMap((service) => tops.map((names) => (person: Person) => inService(service)(person) && mentions(names)(person))),
      ...services.map(inService),
    ]);
    expect(told(await inside(core, fixture, draft))).toEqual(found);
    const { released } = await view(core, fixture, draft);
    released.columns.forEach(({ base }, at) => {
      if (base !== null && base.n !== null) expect(base.n).toBe(found.bases[at]);
    });
    for (const [row, { cells }] of released.rows.entries())
      cells.forEach((cell, at) => {
        if (cell.state === 'shown') expect(cell.count).toBe(found.counts[row]?.[at]);
      });
    await expect(view(core, fixture, { ...draft, banner: [{ by: tjeneste, within: 'themes' }] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('[F83] frames hold for the waves they are of, not for the groups beside or within them', async () => {
    using core = openCore();
    const people = Array.from({ length: 120 }, (_, at): Person => ({
      code: `R${at}`,
      wave: at % 2 === 0 ? 1 : 2,
      answers: { tjeneste: { code: 1 + (Math.floor(at / 2) % 2) }, respekt: { code: 2 + (Math.floor(at / 4) % 3) } },
    }));
    const fixture = await makeAnalysisFixture(core, people);
    const { tjeneste, respekt } = fixture.variables;
    const { released } = await view(core, fixture, {
      kind: 'crosstab',
      rows: respekt,
      banner: [{ by: 'wave' }, { by: tjeneste }, { by: tjeneste, within: 'wave' }],
    });
    const row = released.rows.find(({ key }) => key === '3');
    const limits = (count: number, n: number, frame?: number): number[] => {
      const { low, high } = wilson(count, n, frame === undefined ? {} : { frame });
      return [Math.round(100 * low), Math.round(100 * high)];
    };
    const frames = [undefined, 400, 200, undefined, undefined, undefined, undefined, undefined, undefined];
    row?.cells.forEach((cell, at) => {
      const n = released.columns[at]?.base?.n ?? 0;
      if (cell.state === 'shown') expect([cell.low, cell.high]).toEqual(limits(cell.count, n, frames[at]));
    });
    expect(row?.cells.filter(({ state }) => state === 'shown').length).toBeGreaterThan(5);
  });
});

describe('who is counted', { timeout: slow }, () => {
  it('[F73] persons of whom an expression is true, said in words in every language, and without the frame', async () => {
    using core = openCore();
    const people = somePeople(240, 22).map((person) => ({ ...person, wave: 2 as const }));
    const fixture = await makeAnalysisFixture(core, people);
    const { tjeneste, respekt } = fixture.variables;
    const where = '${tjeneste} = 1 and ${info} >= 3';
    const draft = { kind: 'crosstab', rows: respekt, columns: tjeneste, filter: { where } } as const;
    const found = await inside(core, fixture, draft);
    const persons = counted(people).filter(({ answers }) => codeOf(answers.tjeneste) === 1 && (codeOf(answers.info) ?? 0) >= 3);
    expect(found.persons).toBe(persons.length);
    expect(found.columns[0]?.n).toBe(persons.filter(answered).length);
    const said = new Set<string>();
    for (const language of ['nb', 'nn', 'sv', 'en'] as const) {
      const { released } = await core.client.analysis.exhibit({
        projectId: fixture.projectId,
        definition: ExhibitDefinition.parse({ percent: 'column', ...draft, language }),
      });
      expect(released.filter).toContain('Botjenesten');
      expect(released.filter).not.toContain('$');
      said.add(released.filter ?? '');
      const [row] = released.rows.filter(({ cells }) => cells[0]?.state === 'shown');
      const cell = row?.cells[0];
      const n = released.columns[0]?.base?.n ?? 0;
      if (cell?.state === 'shown') expect(cell.low).toBe(Math.round(100 * wilson(cell.count, n).low));
    }
    expect(said.size).toBe(4);
    await expect(view(core, fixture, { ...draft, filter: { where: '${finnes_ikke} = 1' } })).rejects.toMatchObject({
      code: 'EXPRESSION_UNREADABLE',
    });
  });

  it('[F72] in every column of a banner answers and reasons add up to the records of the group', async () => {
    using core = openCore();
    const people = somePeople(180, 41);
    const fixture = await makeAnalysisFixture(core, people);
    const { tjeneste, respekt } = fixture.variables;
    const found = await inside(core, fixture, { kind: 'crosstab', rows: respekt, banner: [{ by: tjeneste }, { by: 'wave' }] });
    const groups = [everyone, ...services.map(inService), ...[1, 2].map(inWave)];
    expect(found.columns.map(({ n, missing = [] }) => (n ?? 0) + missing.reduce((sum, { count }) => sum + count, 0))).toEqual(
      groups.map((isIn) => counted(people).filter(isIn).length),
    );
  });

  it('[F83] a question worded anew is noted in every table of waves, also where waves stand beside other groups', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, somePeople(120, 2));
    const { workspace } = core.session;
    workspace.operations.run({ ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
      workspace.sql.run("UPDATE question SET comparability = 'changed-wording' WHERE variable_id = :id", { id: fixture.variables.respekt });
    });
    const { respekt, tjeneste } = fixture.variables;
    const drafts: Draft[] = [
      { kind: 'crosstab', rows: respekt, banner: [{ by: 'wave' }, { by: tjeneste }] },
      { kind: 'summary', rows: [respekt], figure: 'top2', columns: 'wave' },
      { kind: 'crosstab', rows: fixture.variables.info, banner: [{ by: respekt, within: 'wave' }] },
    ];
    for (const draft of drafts) {
      const { released } = await view(core, fixture, draft);
      expect(released.notes.join(' ')).toContain('har ny ordlyd fra versjon');
    }
  });
});

describe('what percentages are of', { timeout: slow }, () => {
  it('[F73] row, total and count use the same released counts, with their own bases and intervals', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, somePeople(300, 8));
    const { tjeneste, respekt } = fixture.variables;
    const draft = { kind: 'crosstab', rows: respekt, columns: tjeneste } as const;
    const column = (await view(core, fixture, draft)).released;
    const n = column.columns[0]?.base?.n ?? 0;
    for (const percent of ['row', 'total', 'count'] as const) {
      const { released } = await view(core, fixture, { ...draft, percent });
      expect(released.unit).toBe(percent === 'count' ? 'count' : 'percent');
      expect(released.percentOf).toBe(percent === 'count' ? undefined : percent);
      expect(released.columns).toEqual(column.columns);
      released.rows.forEach((row, at) => {
        const all = column.rows[at]?.cells[0];
        if (percent === 'row') expect(row.base?.n).toBe(all?.state === 'shown' ? all.count : null);
        else expect(row.base).toBeNull();
        row.cells.forEach((cell, place) => {
          const known = column.rows[at]?.cells[place];
          if (cell.state !== 'shown' || known?.state !== 'shown') return;
          const base = percent === 'row' ? (row.base?.n ?? 0) : percent === 'total' ? n : (column.columns[place]?.base?.n ?? 0);
          expect([cell.count, cell.percent]).toEqual([known.count, percentOf(known.count, base)]);
        });
      });
      expect(released.rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'shown').length).toBeGreaterThan(5);
    }
  });

  it('[F84] a row of few persons has no percentages across, and says how few they are only from five on', async () => {
    using core = openCore();
    const group = (count: number, code: number): Person[] =>
      Array.from({ length: count }, (_, at) => ({
        code: `${code}-${at}`,
        answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code } },
      }));
    const fixture = await makeAnalysisFixture(core, [...group(40, 4), ...group(24, 3), ...group(7, 2), ...group(20, 5)]);
    const { released } = await view(core, fixture, {
      kind: 'crosstab',
      rows: fixture.variables.respekt,
      columns: fixture.variables.tjeneste,
      percent: 'row',
    });
    const few = released.rows.find(({ key }) => key === '2');
    expect(few?.cells.every(({ state }) => state === 'hidden')).toBe(true);
    expect(few?.base?.rule === 'words' || few?.base?.rule === 'hidden').toBe(true);
    expect(released.rows.find(({ key }) => key === '3')?.base).toEqual({ n: 24, rule: 'low' });
  });

  it('[F77] exact limits where they are asked for', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, somePeople(150, 4));
    const draft = { kind: 'frequency', rows: fixture.variables.info } as const;
    const [score, exact] = [await view(core, fixture, draft), await view(core, fixture, { ...draft, intervals: 'exact' })];
    expect(exact.released.rows.map(({ cells }) => cells.map((cell) => cell.state === 'shown' && cell.count))).toEqual(
      score.released.rows.map(({ cells }) => cells.map((cell) => cell.state === 'shown' && cell.count)),
    );
    expect(exact.released.rows).not.toEqual(score.released.rows);
    expect(exact.released.notes.join(' ')).toContain('eksakte');
  });
});

describe('what stays hidden', { timeout: slow }, () => {
  it('[F38] no number of one to four, nor its complement, in any banner; what is released validates; missing and answers add up', async () => {
    using core = openCore();
    for (const [seed, size] of [
      [3, 60],
      [4, 110],
      [5, 200],
    ] as const) {
      const people = somePeople(size, seed);
      const fixture = await makeAnalysisFixture(core, people);
      const { tjeneste, respekt, brukt, info } = fixture.variables;
      const drafts: Draft[] = [
        { kind: 'crosstab', rows: respekt, banner: [{ by: tjeneste }, { by: 'wave' }] },
        { kind: 'crosstab', rows: info, banner: [{ by: tjeneste, within: 'wave' }, { by: tjeneste }], percent: 'row' },
        { kind: 'crosstab', rows: brukt, banner: [{ by: tjeneste }, { by: 'themes' }] },
        { kind: 'crosstab', rows: respekt, columns: brukt, percent: 'total' },
        { kind: 'themes', rows: 'themes', banner: [{ by: 'wave' }, { by: tjeneste }] },
      ];
      for (const draft of drafts) {
        const { released } = await view(core, fixture, draft);
        ReleasedExhibit.parse(released);
        for (const row of released.rows)
          row.cells.forEach((cell, at) => {
            const column = released.columns[at];
            if (cell.state !== 'shown' || column === undefined) return;
            expect([1, 2, 3, 4]).not.toContain(cell.count);
            expect([1, 2, 3, 4]).not.toContain((column.base?.n ?? 0) - cell.count);
            expect(baseOf(row, column)?.n ?? 0).toBeGreaterThanOrEqual(10);
          });
        const raw = await inside(core, fixture, draft);
        if (draft.kind === 'themes') continue;
        const missing = raw.missing.reduce((sum, { count }) => sum + count, 0);
        const all = draft.banner === undefined ? null : (raw.columns[0]?.n ?? 0);
        if (all !== null) expect(all + missing).toBe(raw.persons);
        expect(raw.persons).toBe(counted(people).length);
      }
    }
  });

  it('[F73] the inside view stands under the same headings as the released table', async () => {
    using core = openCore();
    const fixture = await makeAnalysisFixture(core, somePeople(200, 9));
    const { respekt, tjeneste } = fixture.variables;
    const draft: Draft = { kind: 'crosstab', rows: respekt, banner: [{ by: tjeneste }, { by: tjeneste, within: 'wave' }] };
    const { released } = await view(core, fixture, draft);
    const { columns } = await inside(core, fixture, draft);
    expect(released.columns.some(({ headings = [] }) => headings.length === 2)).toBe(true);
    for (const { key, headings } of released.columns) expect(columns.find((column) => column.key === key)?.headings).toEqual(headings);
  });
});
