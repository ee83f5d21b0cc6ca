import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { ArchivePrint } from '../../shared/contract/archive.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { ProjectId, ReportId } from '../../shared/model/ids.ts';
import { aPath } from '../support/a-workspace.ts';
import { finish, lines } from './raw-files-fixture.ts';

const Named = z.object({ id: ProjectId, name: z.string() });

interface Opened {
  readonly core: Core;
  readonly path: string;
  /** Projects by how many interviews they have, most first. */
  readonly projects: readonly z.infer<typeof Named>[];
}

async function aSample(): Promise<Opened> {
  const path = aPath('Arkiv.rost');
  buildSample(path);
  const core = openCore({ windowId: 'archive' });
  await core.client.workspace.open({ path });
  const projects = core.session.workspace.sql.all(
    Named,
    'SELECT id, name FROM project ORDER BY (SELECT count(*) FROM interview WHERE project_id = project.id) DESC, name',
  );
  return { core, path, projects };
}

function only<T>(found: readonly T[]): T {
  const [first] = found;
  if (first === undefined) throw new Error('nothing there');
  return first;
}

const Count = z.object({ n: z.int() });

/** What was sent in and lies there still. */
function lying({ session }: Core): string[] {
  const folder = join(session.deps.temporaryFolder, 'in');
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Sends in what a window prints, as a window does; the paper's own id stands in it. */
async function printAll(core: Core, projectId: ProjectId, begins = '%PDF-1.7'): Promise<ArchivePrint[]> {
  const { papers } = await core.client.archive.toPrint({ projectId });
  const prints: ArchivePrint[] = [];
  for (const { kind, id } of papers) {
    const { mark } = await core.client.archive.paper({ kind, id, language: 'nb' });
    const { ticket } = await core.client.workspace.requestUpload({ name: `${kind}.pdf` });
    writeFileSync(join(core.session.deps.temporaryFolder, 'in', ticket), `${begins} ${id}`);
    prints.push({ kind, id, mark, ticket });
  }
  return prints;
}

describe('the archive of a project', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await aSample();
  }, 120_000);
  afterAll(() => opened.core[Symbol.dispose]());

  const make = (projectId: ProjectId, prints: ArchivePrint[] = []) =>
    finish(
      opened.core.client.archive.make({
        projectId,
        language: 'nb',
        identifiers: false,
        recipient: 'Nasjonalarkivet',
        reason: 'Prosjektet er avsluttet',
        papers: [],
        prints,
      }),
    );

  it('issue 7.11: holds everything needed to read it without the program, each file with its hash, and is in the register', async () => {
    const { core, projects } = opened;
    const project = only(projects);
    const made = await make(project.id);
    const bytes = readFileSync(join(core.session.deps.temporaryFolder, 'out', made.ticket));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    const files = new Map(Object.entries(unzipSync(bytes)));
    for (const { fileName, bytes: size, sha256 } of made.entries) {
      expect(files.get(fileName)?.length, fileName).toBe(size);
      expect(
        createHash('sha256')
          .update(files.get(fileName) ?? '')
          .digest('hex'),
        fileName,
      ).toBe(sha256);
    }
    const names = [...files.keys()];
    for (const pattern of [
      /^LES MEG\.txt$/u,
      /^data\/.+\/intervjuer\.csv$/u,
      /^data\/.+\/kodebok\.csv$/u,
      /^data\/.+\/ddi-codebook\.xml$/u,
      /^data\/.+\/spss\/intervjuer\.sav$/u,
      /^skjemaer\/.+\.xlsx$/u,
      /^skjemaer\/.+\.docx$/u,
      /^tekster og temaer\/temaer\.csv$/u,
      /^tekster og temaer\/refi-qda\.qdpx$/u,
      /^arbeidet\/.+\.csv$/u,
      /^rapporter\/.+\.html$/u,
      /^manifest\.json$/u,
      /^manifest-sha256\.txt$/u,
    ])
      expect(names.filter((name) => pattern.test(name)).length, String(pattern)).toBeGreaterThan(0);
    const data = names.find((name) => /^data\/[^/]+\/intervjuer\.csv$/u.test(name)) ?? '';
    const rows = lines(Buffer.from(files.get(data) ?? ''), ',');
    expect(rows.length).toBeGreaterThan(10);
    const overview = await core.client.archive.overview({ projectId: project.id });
    expect(overview.archives).toMatchObject([{ releaseNumber: made.releaseNumber, sha256: made.sha256, recipient: 'Nasjonalarkivet' }]);
    expect((await core.client.privacy.listReleases({})).releases[0]).toMatchObject({ format: 'archive', recipient: 'Nasjonalarkivet' });
    // No path of this machine, and nobody who has withdrawn.
    const gone = core.session.workspace.sql.all(
      z.object({ code: z.string() }),
      'SELECT code FROM respondent WHERE withdrawn_at IS NOT NULL AND project_id = :id',
      {
        id: project.id,
      },
    );
    const participants = new Set(rows.map(({ participant }) => participant));
    for (const { code } of gone) expect(participants.has(code)).toBe(false);
    for (const [name, content] of files) expect(Buffer.from(content).includes('/tmp/'), name).toBe(false);
  }, 120_000);

  it('issue 7.11: holds every report and questionnaire that the window printed, each by its name, in the manifest and on the page to read first', async () => {
    const { core, projects } = opened;
    const { id: projectId } = only(projects);
    const prints = await printAll(core, projectId);
    expect(new Set(prints.map(({ kind }) => kind))).toEqual(new Set(['questionnaire', 'report']));
    const made = await make(projectId, prints);
    const files = unzipSync(readFileSync(join(core.session.deps.temporaryFolder, 'out', made.ticket)));
    const pdfs = Object.keys(files).filter((name) => name.endsWith('.pdf'));
    expect(pdfs.map((name) => Buffer.from(files[name] ?? '').toString('utf8')).toSorted()).toEqual(
      prints.map(({ id }) => `%PDF-1.7 ${id}`).toSorted(),
    );
    // Each beside what it is a print of.
    for (const name of pdfs) expect(files[name.replace(/\.pdf$/u, name.startsWith('rapporter/') ? '.html' : '.docx')]).toBeDefined();
    const first = Buffer.from(files['LES MEG.txt'] ?? '').toString('utf8');
    const manifest = Buffer.from(files['manifest.json'] ?? '').toString('utf8');
    for (const name of pdfs) {
      expect(first).toContain(`\n${name}`);
      expect(manifest).toContain(JSON.stringify(name));
      expect(made.entries.find(({ fileName }) => fileName === name)?.sha256).toBe(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
      );
    }
    expect(lying(core)).toEqual([]);
  }, 120_000);

  it('issue 7.11: a print on which something else stands by now, and one that is no PDF, are refused, and nothing is left of either', async () => {
    const { core, projects } = opened;
    const { id: projectId } = only(projects);
    const before = (await core.client.privacy.listReleases({})).total;
    const prints = await printAll(core, projectId);
    const report = only(prints.filter(({ kind }) => kind === 'report'));
    await core.client.reports.insert({
      reportId: ReportId.parse(report.id),
      after: null,
      blocks: [{ kind: 'text', body: 'Skrevet etterpå' }],
    });
    const out = readdirSync(join(core.session.deps.temporaryFolder, 'out')).length;
    await expect(make(projectId, prints)).rejects.toMatchObject({ code: 'STALE', data: { message: 'archive.error.changed' } });
    expect(lying(core)).toEqual([]);
    await expect(make(projectId, await printAll(core, projectId, '<html>'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(lying(core)).toEqual([]);
    expect(readdirSync(join(core.session.deps.temporaryFolder, 'out'))).toHaveLength(out);
    expect((await core.client.privacy.listReleases({})).total).toBe(before);
    await core.client.history.undo({});
    // A package that is given up before it is begun leaves nothing either.
    const given = await printAll(core, projectId);
    await core.client.archive.discard({ tickets: given.map(({ ticket }) => ticket) });
    expect(lying(core)).toEqual([]);
  }, 120_000);

  it('issue 7.11: cancelled on the way it leaves no file and no entry', async () => {
    const { core, projects } = opened;
    const folder = join(core.session.deps.temporaryFolder, 'out');
    const before = [readdirSync(folder).length, (await core.client.privacy.listReleases({})).total];
    const prints = await printAll(core, only(projects).id);
    const abort = new AbortController();
    const steps = await core.client.archive.make(
      { projectId: only(projects).id, language: 'en', identifiers: false, recipient: 'x', reason: 'y', papers: [], prints },
      { signal: abort.signal },
    );
    for (let at = 0; at < 6; at += 1) await steps.next();
    abort.abort();
    await expect(
      (async () => {
        for (let step = await steps.next(); step.done !== true; step = await steps.next());
      })(),
    ).rejects.toMatchObject({});
    expect([readdirSync(folder).length, (await core.client.privacy.listReleases({})).total]).toEqual(before);
    expect(lying(core)).toEqual([]);
  }, 60_000);
});

describe('deleting a project', () => {
  it('issue 7.11: removes it from the tables, the history and the file, leaves the others as they were, and writes a receipt', async () => {
    const { core, path, projects } = await aSample();
    using _core = core;
    const project = only(projects);
    const { sql, db } = core.session.workspace;
    const codes = sql.all(z.object({ code: z.string() }), 'SELECT code FROM respondent WHERE project_id = :id', { id: project.id });
    const body = only(
      sql.all(
        z.object({ body: z.string() }),
        "SELECT body FROM text WHERE project_id = :id AND kind = 'answer' AND length(body) > 40 LIMIT 1",
        { id: project.id },
      ),
    ).body;
    const others = (): string[] =>
      ['interview', 'meeting', 'text', 'finding', 'questionnaire'].map(
        (table) => `${table} ${sql.get(Count, `SELECT count(*) AS n FROM ${table} WHERE project_id <> :id`, { id: project.id })?.n}`,
      );
    const before = others();
    const { counts } = await core.client.archive.overview({ projectId: project.id });
    await expect(
      finish(core.client.archive.deleteProject({ projectId: project.id, typedName: 'noe annet', reason: 'Fristen er ute' })),
    ).rejects.toMatchObject({ code: 'CODE_DIFFERS' });
    expect(others()).toEqual(before);
    const receipt = await finish(
      core.client.archive.deleteProject({ projectId: project.id, typedName: project.name, reason: 'Fristen er ute' }),
    );
    expect(receipt).toMatchObject({ project: project.name, reason: 'Fristen er ute', counts });
    expect(receipt.counts.interviews).toBeGreaterThan(10);
    expect(others()).toEqual(before);
    const after = await core.client.archive.overview({ projectId: project.id });
    expect(after.isDeleted).toBe(true);
    expect(Object.values(after.counts).every((n) => n === 0)).toBe(true);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await core.client.workspace.close({});
    const bytes = readFileSync(path);
    expect(bytes.includes(body)).toBe(false);
    for (const { code } of codes.slice(0, 5)) expect(JSON.stringify(receipt)).not.toContain(`"${code}"`);
    await core.client.workspace.open({ path });
    const { receipts } = await core.client.archive.receipts({});
    expect(receipts).toEqual([receipt]);
    const file = await finish(core.client.archive.receiptFile({ receiptId: receipt.id, language: 'nb' }));
    const docx = unzipSync(readFileSync(join(core.session.deps.temporaryFolder, 'out', file.ticket)));
    const xml = new TextDecoder().decode(docx['word/document.xml']);
    expect(xml).toContain('Fristen er ute');
    expect(xml).toContain(String(counts.interviews));
    // The other projects still work, and what is left of this one can be looked at.
    for (const { id } of projects) await core.client.projects.settings({ projectId: id });
  }, 180_000);
});
