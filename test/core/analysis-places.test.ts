import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ExhibitDefinition, ExhibitView, PlaceMode } from '../../shared/contract/analysis.ts';
import { RegisterFile, rowsOfFile } from '../../shared/model/place-lineage/index.ts';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { makeAnalysisFixture, type AnalysisFixture, type Person } from './analysis-fixture.ts';

const rows = rowsOfFile(
  RegisterFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/places/norway.json'), 'utf8'))),
);

interface Held {
  /** The municipality's code, and a day on which it is valid. */
  readonly code: string;
  readonly on: string;
  readonly wave: 1 | 2;
  readonly persons: number;
}

/** The register that the program ships, where the new file does not have it by itself. */
function seedPlaces({ session: { workspace } }: Core): void {
  const { sql } = workspace;
  if ((sql.get(z.object({ n: z.int() }), "SELECT count(*) AS n FROM place WHERE code = '1504'")?.n ?? 0) > 0) return;
  const ids = new Map(rows.places.map((place) => [place.id, workspace.newId()]));
  const to = (id: string): string => ids.get(id) ?? '';
  for (const place of rows.places)
    sql.insert('place', {
      id: to(place.id),
      kind: place.kind,
      country_code: place.countryCode,
      code: place.code,
      name: place.name,
      valid_from: place.validFrom,
      valid_to: place.validTo,
    });
  for (const change of rows.changes)
    sql.insert('place_change', {
      id: workspace.newId(),
      from_place_id: to(change.fromId),
      to_place_id: to(change.toId),
      changed_on: change.on,
      kind: change.kind,
      extent: change.extent,
    });
}

/** Invented counts: so many persons were interviewed in each of these. */
async function held(core: Core, where: readonly Held[]): Promise<AnalysisFixture> {
  const spread = where.flatMap((each) => Array.from({ length: each.persons }, () => each));
  const people = spread.map(({ wave }, at): Person => ({
    code: `R${at + 1}`,
    wave,
    answers: { tjeneste: { code: 1 + (at % 2) }, respekt: { code: 3 + (at % 3) } },
  }));
  const fixture = await makeAnalysisFixture(core, people);
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () => {
    seedPlaces(core);
    for (const [at, { code, on }] of spread.entries())
      workspace.sql.run(
        `UPDATE interview SET place_id = (SELECT id FROM place WHERE code = :code AND coalesce(valid_from, '') <= :on
           AND (valid_to IS NULL OR valid_to > :on)) WHERE key = :key`,
        { code, on, key: at + 1 },
      );
  });
  return fixture;
}

type Draft = Omit<ExhibitDefinition, 'language' | 'percent'>;

async function view(core: Core, { projectId }: AnalysisFixture, draft: Draft): Promise<ExhibitView> {
  return await core.client.analysis.exhibit({ projectId, definition: { language: 'nb', percent: 'column', ...draft } });
}

/** "Ålesund (1504, –2019)¹ 20", with ":" for what is hidden. */
async function byPlace(
  core: Core,
  fixture: AnalysisFixture,
  places: PlaceMode,
): Promise<{ rows: string[]; n: number | null; notes: string[] }> {
  const { released } = await view(core, fixture, { kind: 'frequency', rows: 'place', places });
  return {
    rows: released.rows.map(({ label, cells: [cell] }) => `${label} ${cell?.state === 'shown' ? cell.count : ':'}`),
    n: released.columns[0]?.base?.n ?? null,
    notes: released.notes,
  };
}

const alesund: readonly Held[] = [
  { code: '1504', on: '2019-04-01', wave: 1, persons: 20 },
  { code: '1534', on: '2019-04-01', wave: 1, persons: 6 },
  { code: '1507', on: '2021-04-01', wave: 2, persons: 25 },
  { code: '1508', on: '2024-04-01', wave: 2, persons: 14 },
  { code: '1580', on: '2024-04-01', wave: 2, persons: 12 },
];

const hemne: readonly Held[] = [
  { code: '5011', on: '2019-04-01', wave: 1, persons: 12 },
  { code: '1571', on: '2019-04-01', wave: 1, persons: 6 },
  { code: '5012', on: '2019-04-01', wave: 1, persons: 7 },
  { code: '5055', on: '2021-04-01', wave: 2, persons: 16 },
];

describe('[R91] Ålesund 1504, 1507, 1508 and Haram 1580', () => {
  it('as recorded: every code by itself, marked where a change lies between them', async () => {
    using core = openCore();
    const fixture = await held(core, alesund);
    const found = await byPlace(core, fixture, 'as-recorded');
    expect(found.rows).toEqual([
      'Haram (1534, –2019)¹ 6',
      'Haram (1580, 2024–)² 12',
      'Ålesund (1504, –2019)¹ 20',
      'Ålesund (1507, 2020–2023)¹\u2009² 25',
      'Ålesund (1508, 2024–)² 14',
    ]);
    expect(found.n).toBe(77);
    expect(found.notes.filter((note) => /^[¹²] /u.test(note))).toHaveLength(2);
  });

  it('rolled up: one territory, with both changes in its footnotes', async () => {
    using core = openCore();
    const fixture = await held(core, alesund);
    const found = await byPlace(core, fixture, 'rolled-up');
    expect(found.rows).toEqual(['Ålesund (1507, 2020–2023)¹\u2009² 77']);
    expect(found.notes.join(' ')).toContain('Steder som er slått sammen eller delt, er regnet som ett.');
  });

  it('line by line: Haram goes on where it was restored, the others are apart', async () => {
    using core = openCore();
    const fixture = await held(core, alesund);
    const found = await byPlace(core, fixture, 'lines-apart');
    expect(found.rows.map((row) => row.replace(/[¹²³⁴\u2009]/gu, ''))).toEqual(
      expect.arrayContaining(['Haram (1534/1580, –2019, 2024–) 18', 'Ålesund (1507, 2020–2023) 25']),
    );
    expect(found.n).toBe(77);
    expect(found.rows.reduce((sum, row) => sum + Number(/(\d+)$/u.exec(row)?.[1] ?? 0), 0)).toBe(77);
  });

  it('waves before and after carry the mark as well', async () => {
    using core = openCore();
    const fixture = await held(core, alesund);
    const { released } = await view(core, fixture, { kind: 'crosstab', rows: fixture.variables.respekt, columns: 'wave' });
    expect(released.columns.map(({ label }) => label)).toEqual(['Alle', 'Våren 2023', 'Våren 2025¹\u2009²']);
    expect(released.notes.some((note) => note.startsWith('¹ '))).toBe(true);
    const within = await view(core, fixture, {
      kind: 'frequency',
      rows: fixture.variables.respekt,
      filter: { waveId: fixture.waves[0] },
    });
    expect(within.released.notes.some((note) => note.startsWith('¹ '))).toBe(false);
  });
});

describe('[R91] Hemne and Heim, with Halsa and a part of Snillfjord', () => {
  it('counts what cannot be split as a category of its own, in every sum', async () => {
    using core = openCore();
    const fixture = await held(core, hemne);
    const found = await byPlace(core, fixture, 'rolled-up');
    expect(found.rows.map((row) => row.replace(/[¹²³⁴\u2009]/gu, ''))).toEqual(['Heim (5055, 2020–) 34', 'Kan ikke plasseres 7']);
    expect(found.n).toBe(41);
    expect(found.notes.join(' ')).toContain('Snillfjord (5012, 2018–2019) ble delt');
  });

  it('a recorded decision takes it to the place it was decided for, and says so', async () => {
    using core = openCore();
    const fixture = await held(core, hemne);
    const { workspace } = core.session;
    const intent = { ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false };
    workspace.operations.run(intent, () =>
      workspace.sql.run(
        `INSERT INTO place_attribution (id, from_place_id, to_place_id, decided_on, reason)
         SELECT 'd', (SELECT id FROM place WHERE code = '5012'), (SELECT id FROM place WHERE code = '5055'), '2020-02-01', 'Alle bodde i Vennesund'`,
        {},
      ),
    );
    const found = await byPlace(core, fixture, 'rolled-up');
    expect(found.rows.map((row) => row.replace(/[¹²³⁴\u2009]/gu, ''))).toEqual(['Heim (5055, 2020–) 41']);
    expect(found.notes.join(' ')).toContain('Etter vedtak er svar fra Snillfjord (5012, 2018–2019) regnet med Heim (5055, 2020–)');
  });

  it('as columns the marks are over the figures, and only persons with a place are in', async () => {
    using core = openCore();
    const fixture = await held(core, [...hemne, { code: '5028', on: '2021-04-01', wave: 2, persons: 15 }]);
    const { released } = await view(core, fixture, {
      kind: 'crosstab',
      rows: fixture.variables.respekt,
      columns: 'place',
      places: 'rolled-up',
    });
    expect(released.subtitle).toContain('Etter sted.');
    expect(released.columns.map(({ label, base }) => `${label.replace(/[¹²³⁴\u2009]/gu, '')} ${base?.n ?? ':'}`)).toEqual([
      'Alle 56',
      expect.stringMatching(/^Heim \(5055, 2020–\) /u),
      expect.stringMatching(/^Melhus \(5028, 2018–\) /u),
      expect.stringMatching(/^Kan ikke plasseres /u),
    ]);
    expect(released.columns.find(({ label }) => label.startsWith('Heim'))?.label).toMatch(/[¹²³]/u);
    expect(released.columns.find(({ label }) => label.startsWith('Melhus'))?.label).not.toMatch(/[¹²³]/u);
  });
});

describe('[F38] [R91] the gate and places', () => {
  it('hides a small place, and another with it, and judges anew what is counted together', async () => {
    using core = openCore();
    const fixture = await held(core, [
      { code: '1504', on: '2019-04-01', wave: 1, persons: 22 },
      { code: '1534', on: '2019-04-01', wave: 1, persons: 3 },
      { code: '1507', on: '2021-04-01', wave: 2, persons: 18 },
      { code: '5028', on: '2021-04-01', wave: 2, persons: 15 },
    ]);
    const apart = await byPlace(core, fixture, 'as-recorded');
    expect(apart.rows.find((row) => row.startsWith('Haram'))).toMatch(/:$/u);
    expect(apart.rows.filter((row) => row.endsWith(':'))).toHaveLength(2);
    const together = await byPlace(core, fixture, 'rolled-up');
    expect(together.rows.map((row) => row.replace(/[¹²³⁴\u2009]/gu, ''))).toEqual([
      'Melhus (5028, 2018–) 15',
      'Ålesund (1507, 2020–2023) 43',
    ]);
  });

  it('refuses to let a table out that with one counted otherwise shows a few persons', async () => {
    using core = openCore();
    const fixture = await held(core, [
      { code: '1504', on: '2019-04-01', wave: 1, persons: 30 },
      { code: '1534', on: '2019-04-01', wave: 1, persons: 3 },
      { code: '1507', on: '2021-04-01', wave: 2, persons: 1 },
      { code: '5028', on: '2021-04-01', wave: 2, persons: 30 },
    ]);
    const grouped = (places: PlaceMode): Draft => ({ kind: 'crosstab', rows: fixture.variables.respekt, columns: 'place', places });
    const definition = { language: 'nb', percent: 'column', ...grouped('rolled-up') } as const;
    await core.client.analysis.copy({ projectId: fixture.projectId, definition });
    const apart = await view(core, fixture, grouped('as-recorded'));
    const printed = apart.released.columns.filter(({ label, base }) => label.startsWith('Ålesund (1504') && base?.n === 30);
    // Whether the base of 1504 is hidden or the table is stopped: 34 less 30 is nobody's business.
    expect(printed.length === 0 || apart.gate.state === 'stopped').toBe(true);
  });

  it('offers places where interviews have them', async () => {
    using core = openCore();
    const fixture = await held(core, hemne);
    const { groups } = await core.client.analysis.variables({ projectId: fixture.projectId });
    expect(groups.at(-1)).toMatchObject({ id: 'place', kind: 'place' });
  });
});
