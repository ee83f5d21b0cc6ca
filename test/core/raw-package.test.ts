import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { DeIdentified } from '../../shared/contract/raw-export.ts';
import type { ProjectId, VariableId } from '../../shared/model/ids.ts';
import { makeAnalysisFixture, somePeople, type Person } from './analysis-fixture.ts';
import { change, exportRaw, lines, packageRaw, versionOf } from './raw-files-fixture.ts';

/** Sixty of two services, alike enough; the answers differ within each. */
const many = Array.from({ length: 60 }, (_, at): Person => ({
  code: `HEMMELIG${String(at).padStart(3, '0')}`,
  answers: {
    tjeneste: { code: 1 + (at % 2) },
    respekt: { code: 1 + (at % 5) },
    info: { code: 1 + (at % 3) },
    uker: { num: at % 7 },
    brukt: { txt: at % 3 === 0 ? '1 2' : '3' },
  },
  themes: ['Tilgang'],
}));

const bare = { leftOut: [], known: [], placeLevel: 'none', withService: false } as const;

async function prepared(core: Core, people: readonly Person[]) {
  const { projectId, variables } = await makeAnalysisFixture(core, people);
  const wanted = (more: Partial<DeIdentified> = {}): DeIdentified => ({
    projectId,
    versionId: versionOf(core),
    ...bare,
    leftOut: [],
    known: [],
    ...more,
  });
  return { projectId, variables, wanted };
}

const registered = (core: Core, projectId: ProjectId): Promise<number> =>
  core.client.privacy.listReleases({}).then(({ releases }) => (projectId === undefined ? 0 : releases.length));

const outFiles = (core: Core): string[] => {
  try {
    return readdirSync(join(core.session.deps.temporaryFolder, 'out'));
  } catch {
    return [];
  }
};

describe('de-identified data', () => {
  it('issue 7.10: hold one row per person with codebook, DDI, a page to read first, licence and hashes, and are in the register', async () => {
    using core = openCore();
    const { projectId, wanted } = await prepared(core, many);
    const made = await packageRaw(core, wanted());
    expect([...made.files.keys()]).toEqual([
      'LES MEG.txt',
      'personer.csv',
      'personer.sav',
      'kodebok.csv',
      'ddi-codebook.xml',
      'LISENS.txt',
      'manifest-sha256.txt',
    ]);
    const rows = lines(made.files.get('personer.csv'));
    expect(rows).toHaveLength(60);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'number',
      'wave',
      'tjeneste',
      'respekt',
      'info',
      'brukt_1',
      'brukt_2',
      'brukt_3',
      'brukt_4',
      'uker',
    ]);
    expect(rows.map(({ number }) => Number(number))).toEqual(rows.map((_, at) => at + 1));
    const manifest = (made.files.get('manifest-sha256.txt')?.toString() ?? '').trim().split('\n');
    expect(manifest).toHaveLength(6);
    for (const line of manifest) {
      const [hash, name] = line.split('  ');
      expect(
        createHash('sha256')
          .update(made.files.get(name ?? '') ?? '')
          .digest('hex'),
      ).toBe(hash);
    }
    expect(made.files.get('LISENS.txt')?.toString()).toContain('CC BY 4.0');
    expect(made.files.get('LES MEG.txt')?.toString()).toContain('60 personer');
    const row = core.session.workspace.sql.get(
      z.object({ format: z.string(), definition: z.string(), recipient: z.string() }),
      'SELECT format, definition, recipient FROM release',
    );
    expect(row).toMatchObject({ format: 'de-identified', recipient: 'Forskningsdata' });
    expect(await registered(core, projectId)).toBe(1);
    for (const bytes of made.files.values()) expect(bytes.includes('HEMMELIG')).toBe(false);
  });

  it('issue 7.10: are refused below the thresholds, and nobody can let them through; leaving the question out helps', async () => {
    using core = openCore();
    const alone: Person = { code: 'R999', answers: { tjeneste: { code: 3 }, respekt: { code: 2 } } };
    const { projectId, variables, wanted } = await prepared(core, [...many, alone]);
    expect(await core.client.rawExport.checkPackage(wanted())).toMatchObject({ smallest: 1, underThreshold: 1 });
    await expect(packageRaw(core, wanted())).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
    expect(await registered(core, projectId)).toBe(0);
    expect(outFiles(core)).toEqual([]);
    const made = await packageRaw(core, wanted({ leftOut: [variables.tjeneste] }));
    expect(Object.keys(lines(made.files.get('personer.csv'))[0] ?? {})).not.toContain('tjeneste');
    const few = openCore();
    try {
      const small = await prepared(few, many.slice(0, 6));
      await expect(packageRaw(few, small.wanted())).rejects.toMatchObject({ code: 'TOO_FEW' });
    } finally {
      few[Symbol.dispose]();
    }
  });

  it('issue 7.10: are void when an answer that was checked changes while they are made', async () => {
    using core = openCore();
    const { wanted } = await prepared(core, many);
    const words = { licence: { kind: 'none' }, language: 'nb', recipient: 'Forskningsdata', purpose: 'Deling' } as const;
    const steps = await core.client.rawExport.package({ ...wanted(), ...words });
    await steps.next();
    change(
      core,
      "UPDATE answer SET code = 3 WHERE interview_key = 1 AND question_key = (SELECT q.key FROM question q JOIN variable v ON v.id = q.variable_id WHERE v.name = 'tjeneste')",
    );
    await expect(
      (async () => {
        for (;;) if ((await steps.next()).done === true) return;
      })(),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await core.client.privacy.listReleases({})).total).toBe(0);
    expect(outFiles(core)).toEqual([]);
  });

  it('issue 7.10: the place is rolled up only when a coarser level is chosen, and then the check follows', async () => {
    using core = openCore();
    const { wanted, projectId } = await prepared(core, many);
    const { workspace } = core.session;
    const [county, large, small] = [workspace.newId(), workspace.newId(), workspace.newId()];
    workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: false }, () => {
      workspace.sql.insert('place', { id: county, kind: 'county', country_code: 'NO', code: '15', name: 'Fjordfylket' });
      workspace.sql.insert('place', {
        id: large,
        kind: 'municipality',
        country_code: 'NO',
        code: '1501',
        name: 'Storvik',
        parent_id: county,
      });
      workspace.sql.insert('place', {
        id: small,
        kind: 'municipality',
        country_code: 'NO',
        code: '1502',
        name: 'Lilleøy',
        parent_id: county,
      });
      for (const place of [small, large])
        workspace.sql.insert('project_place', { id: workspace.newId(), project_id: projectId, place_id: place });
      workspace.sql.run('UPDATE interview SET place_id = CASE WHEN key <= 2 THEN :small ELSE :large END', { small, large });
    });
    await expect(packageRaw(core, wanted({ placeLevel: 'municipality' }))).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
    const made = await packageRaw(core, wanted({ placeLevel: 'county' }));
    const places = new Set(lines(made.files.get('personer.csv')).map(({ place }) => place));
    expect([...places]).toEqual(['Fjordfylket']);
    for (const bytes of made.files.values()) expect(bytes.includes('Lilleøy') || bytes.includes('Storvik')).toBe(false);
    expect(made.files.get('ddi-codebook.xml')?.includes('Fjordfylket')).toBe(true);
    const without = await packageRaw(core, wanted({ placeLevel: 'none' }));
    for (const bytes of without.files.values()) expect(/Lilleøy|Storvik|Fjordfylket/u.test(bytes.toString('utf8'))).toBe(false);
  });

  it('[F37] issue 7.10: no identifier and nobody who has withdrawn is in any file of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1000 }), fc.subarray(['info', 'uker', 'brukt'] as const), async (seed, identifiers) => {
        using core = openCore();
        const people = somePeople(40, seed).map((person, at): Person => ({
          ...person,
          code: `KODE${at}X`,
          isWithdrawn: at % 7 === 3,
          wave: 1,
        }));
        const { projectId, variables, wanted } = await prepared(core, people);
        for (const name of identifiers) change(core, `UPDATE variable SET is_identifier = 1 WHERE name = '${name}'`);
        const gone = people.filter(({ isWithdrawn }) => isWithdrawn === true).map(({ code }) => code);
        const which = { projectId, versionId: versionOf(core) };
        const others: VariableId[] = [variables.tjeneste, variables.respekt, variables.info, variables.brukt].filter(
          (id) => id !== undefined,
        );
        const all = [
          await exportRaw(core, which, { format: { kind: 'xlsx', values: 'labels' } }),
          await exportRaw(core, which, { format: { kind: 'spss' }, extras: { ddi: true } }),
          await exportRaw(core, which, {
            format: { kind: 'csv', separator: 'comma', byteOrderMark: false, values: 'codes', shape: 'long' },
            choices: { remarks: true },
          }),
        ];
        const made = await packageRaw(core, wanted({ leftOut: others })).catch(() => null);
        for (const { files } of [...all, ...(made === null ? [] : [made])]) {
          for (const [name, bytes] of files) {
            const text = name.endsWith('.xlsx') ? '' : bytes.toString('latin1');
            for (const code of gone) expect(`${name} ${text.includes(code)}`).toBe(`${name} false`);
            for (const column of identifiers)
              expect(`${name} ${text.includes(`Spørsmål om ${column}`) || text.includes(`;${column}`)}`).toBe(`${name} false`);
          }
        }
        if (made !== null) for (const bytes of made.files.values()) expect(bytes.includes('KODE')).toBe(false);
      }),
      { numRuns: process.env['ROST_LONG'] === '1' ? 40 : 3, endOnFailure: true },
    );
  }, 120_000);
});
