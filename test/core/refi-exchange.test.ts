import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyWorkspace,
  asProposed,
  carriedPart,
  exportProject,
  fillWorkspace,
  importProject,
  inspectProject,
  type GeneratedWorkspace,
} from './refi-fixture.ts';
import { finish, hashTables, openEmptyWorkspace, pluck } from './survey-upload-fixture.ts';

const small: GeneratedWorkspace = {
  persons: [
    {
      said: 'Lang ventetid 😀 og e\u0301n time til.\nBrevet var uklart.'.normalize('NFC'),
      remark: 'Nølte litt',
      age: 2,
      chosen: [1, 3],
      score: 1e-7,
      day: '2026-03-19',
      isTwice: true,
    },
    { said: 'Ingen hørte etter', remark: '', age: 'dont-know', chosen: [], score: null, day: null, isTwice: false },
  ],
  codings: [
    { person: 0, theme: 0, from: 5, length: 11, isWhole: false, coder: 0, memo: 'Hvorfor?' },
    { person: 0, theme: 2, from: 5, length: 11, isWhole: false, coder: 1, memo: '' },
    { person: 1, theme: 1, from: 0, length: 1, isWhole: true, coder: 1, memo: '' },
  ],
  document: 'Kära läsare 𝄞',
};

/** The time of the export, which alone may differ. */
const withoutStamp = (file: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, bytes]) => [
      name,
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/ creationDateTime="[^"]+">\n<Users>/u, '>\n<Users>'),
    ]),
  );

describe('a project that leaves and comes back', () => {
  test('is the same in an empty workspace, in one step that can be undone [F69] issue 7.8', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, small);
    const file = await exportProject(core, projectId);
    expect(file.name).toBe('Fjordvik & «byen».qdpx');
    using other = await openEmptyWorkspace();
    const before = hashTables(other, 'logged');
    const { inspection, result } = await importProject(other, file);
    expect(inspection).toMatchObject({
      isOwn: true,
      origin: 'Røst',
      target: { kind: 'new', name: 'Fjordvik & «byen»' },
      codes: 'file',
      isSame: false,
      changeCount: 0,
      themeNotes: [],
    });
    expect(inspection.notes).toEqual([]);
    expect(result.outcome.codings).toEqual({ made: 3, changed: 0, same: 0, left: 0 });
    expect(carriedPart(other)).toEqual(carriedPart(core));
    await other.client.history.undo({});
    expect(hashTables(other, 'logged')).toEqual(before);
    await other.client.history.redo({});
    expect(carriedPart(other)).toEqual(carriedPart(core));
  });

  test('whatever its words and answers [F69] issue 7.8', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyWorkspace, async (given) => {
        using core = await openEmptyWorkspace();
        const { projectId } = fillWorkspace(core, given);
        using other = await openEmptyWorkspace();
        await importProject(other, await exportProject(core, projectId));
        expect(carriedPart(other)).toEqual(carriedPart(core));
      }),
      { numRuns: process.env['ROST_LONG'] === undefined ? 10 : 200 },
    );
  });

  test('changes nothing where it is already, and says so [F68] [F70] issue 7.8', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, small);
    const before = hashTables(core, 'logged');
    const file = await exportProject(core, projectId);
    const after = hashTables(core, 'logged');
    const { inspection } = await importProject(core, file);
    expect(inspection).toMatchObject({ isSame: true, changeCount: 0, target: { kind: 'project', projectId } });
    expect(Object.values(inspection.outcome).every(({ made, changed, left }) => made + changed + left === 0)).toBe(true);
    expect(hashTables(core, 'logged')).toEqual(after);
    expect({ ...after, release: undefined }).toEqual({ ...before, release: undefined });
  });

  test('twice has the same bytes but for the time [F70]', async () => {
    let now = Date.parse('2026-03-01T08:00:00Z');
    using core = await openEmptyWorkspace({ deps: { now: () => (now += 61_000) } });
    const { projectId } = fillWorkspace(core, small);
    const [one, other] = [await exportProject(core, projectId), await exportProject(core, projectId)];
    expect(withoutStamp(other.content)).toEqual(withoutStamp(one.content));
    expect(Object.keys(unzipSync(other.content))).toEqual(Object.keys(unzipSync(one.content)));
    expect(one.content.equals(other.content)).toBe(false);
  });

  test('takes changes made elsewhere over, with what differs shown, and doubles nothing [F68]', async () => {
    using core = await openEmptyWorkspace();
    const { projectId, texts } = fillWorkspace(core, small);
    const file = await exportProject(core, projectId);
    const { workspace } = core.session;
    const { sql } = workspace;
    workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: true }, () => {
      sql.run("UPDATE text SET body = 'Ingen hørte på meg' WHERE id = :id", { id: texts[1] ?? '' });
      sql.run('UPDATE answer SET code = 3 WHERE interview_key = 1 AND question_key = 1');
      sql.run("UPDATE memo SET body = 'Noe annet' WHERE project_id IS NOT NULL");
    });
    const counts = pluck(core, 'SELECT (SELECT count(*) FROM coding) || (SELECT count(*) FROM text) || (SELECT count(*) FROM memo)');
    const { inspection: kept } = await inspectProject(core, file, { known: 'keep' });
    expect(kept.changes.map(({ kind, ours, theirs }) => [kind, ours, theirs])).toEqual(
      expect.arrayContaining([
        ['value', '3', '2'],
        ['text', 'Ingen hørte på meg', 'Ingen hørte etter'],
        ['memo', 'Noe annet', 'Om prosjektet og mer'],
      ]),
    );
    await importProject(core, file, { known: 'keep' });
    expect(pluck(core, 'SELECT code FROM answer WHERE interview_key = 1 AND question_key = 1')).toBe(3);
    await importProject(core, file);
    expect(pluck(core, 'SELECT code FROM answer WHERE interview_key = 1 AND question_key = 1')).toBe(2);
    expect(pluck(core, `SELECT body FROM text WHERE id = '${texts[1]}'`)).toBe('Ingen hørte etter');
    expect(pluck(core, 'SELECT (SELECT count(*) FROM coding) || (SELECT count(*) FROM text) || (SELECT count(*) FROM memo)')).toBe(counts);
  });

  test('can be stopped while it is read, and is refused when the workspace has changed since it was looked at', async () => {
    using core = await openEmptyWorkspace();
    const { projectId, texts } = fillWorkspace(core, small);
    const file = await exportProject(core, projectId);
    const before = hashTables(core, 'logged');
    const { ticket, inspection } = await inspectProject(core, file);
    const controller = new AbortController();
    const input = { ticket, choices: asProposed, basis: inspection.basis };
    const steps = await core.client.refi.importProject(input, { signal: controller.signal });
    await steps.next();
    controller.abort();
    await expect(steps.next()).rejects.toBeDefined();
    expect(hashTables(core, 'logged')).toEqual(before);
    const { workspace } = core.session;
    workspace.operations.run({ ...workspace.sourceFor('fixture'), kind: 'test', labelId: 'test', isUndoable: true }, () =>
      workspace.sql.run("UPDATE text SET body = 'Noe annet' WHERE id = :id", { id: texts[1] ?? '' }),
    );
    await expect(finish(core.client.refi.importProject(input))).rejects.toMatchObject({ code: 'STALE' });
  });

  test('goes beside the one it came from when that is wanted, under ids of its own, once', async () => {
    using core = await openEmptyWorkspace();
    const { projectId } = fillWorkspace(core, small);
    const file = await exportProject(core, projectId);
    const { inspection, result } = await importProject(core, file, { target: { kind: 'new', name: 'Kopi' } });
    expect(inspection.notes).toMatchObject([{ code: 'id-elsewhere', isLost: false }]);
    expect(result.outcome).toMatchObject({ texts: { made: 6 }, codings: { made: 3 }, persons: { made: 2 }, themes: { made: 0, same: 4 } });
    const again = await inspectProject(core, file, { target: { kind: 'project', projectId: result.projectId } });
    expect(again.inspection.isSame).toBe(true);
  });

  test('keeps what coders agreed on apart from what each put, and tells what of it cannot leave [F71]', async () => {
    using core = await openEmptyWorkspace();
    const { projectId, themes, texts } = fillWorkspace(core, small);
    const { workspace } = core.session;
    const consensus = workspace.newId();
    workspace.sql.insert('actor', { id: consensus, name: 'Konsensus', initials: '=', is_consensus: 1 });
    const mine = workspace.sourceFor('fixture');
    workspace.operations.run({ ...mine, kind: 'test', labelId: 'test', isUndoable: true }, () => {
      const settled = { settled_by: mine.actorId, settled_at: '2026-03-01T08:00:00.000Z', text_id: texts[0] ?? '' };
      const coding = {
        id: workspace.newId(),
        text_id: texts[0] ?? '',
        theme_id: themes[0] ?? '',
        coder_id: consensus,
        origin: 'consensus',
      };
      workspace.sql.insert('coding', { ...coding, is_whole: 0, start_offset: 5, end_offset: 13, coded_at: '2026-03-01T08:00:00.000Z' });
      workspace.sql.insert('consensus', { id: workspace.newId(), ...settled, theme_id: themes[0] ?? '' });
      workspace.sql.insert('consensus', { id: workspace.newId(), ...settled, theme_id: themes[1] ?? '' });
    });
    const counted = "SELECT count(*) FROM counted_coding WHERE theme_id = (SELECT id FROM theme WHERE number = '01')";
    expect(pluck(core, counted)).toBe(1);
    const file = await exportProject(core, projectId);
    expect(file.losses).toContainEqual({ code: 'settlement', isLost: true, count: 1, places: [{ line: 0, what: '' }] });
    using other = await openEmptyWorkspace();
    await importProject(other, file);
    expect(pluck(other, counted)).toBe(1);
    expect(pluck(other, 'SELECT count(*) FROM coding JOIN actor ON actor.id = coder_id WHERE is_consensus = 1')).toBe(1);
  });

  test('has a list of what was left out that can be kept, in which nothing is a formula [F71]', async () => {
    using core = await openEmptyWorkspace();
    const rows = [
      ['Hva', 'Antall'],
      ['=1+1', '3'],
      ['to\nlinjer', '1'],
    ];
    const { ticket, fileName } = await core.client.refi.lossList({ title: 'Kommer ikke med prosjekt', language: 'nb', rows });
    expect(fileName).toBe('Kommer ikke med prosjekt.csv');
    expect(readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket), 'utf8')).toBe(
      '\uFEFFHva;Antall\r\n\'=1+1;3\r\n"to\nlinjer";1\r\n',
    );
  });
});
