import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { surveyFileMegabytes } from '../../shared/contract/exchange.ts';
import type { RostEvent } from '../../shared/contract/events.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { readingLimits } from '../../electron/core/features/exchange/reading/index.ts';
import { buildWorkbook, textCell } from '../formats/zip-fixture.ts';
import {
  finish,
  hashTables,
  importFile,
  importInput,
  inspect,
  openEmptyWorkspace,
  pluck,
  smallSurvey as small,
  upload,
} from './survey-upload-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rost-import-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an import that does not come about', () => {
  it('leaves everything as it was when cancelled at any step', async () => {
    using core = await openEmptyWorkspace();
    const long = {
      name: 'lang.csv',
      content: `Kode;Alder;Ord\n${Array.from({ length: 4000 }, (_, at) => `K${at};${at % 90};Mange ord, nummer ${at}`).join('\n')}`,
    };
    const ticket = await upload(core, long);
    const input = importInput(ticket, await inspect(core, ticket));
    const before = hashTables(core, 'all');
    const events: RostEvent[] = [];
    const listening = new AbortController();
    const listener = (async () => {
      for await (const event of core.session.events.subscribe('', listening.signal)) events.push(event);
    })();
    for (const steps of [0, 1, 3, 6]) {
      const job = await core.client.exchange.importSurvey(input);
      for (let step = 0; step < steps; step += 1) expect((await job.next()).done).toBe(false);
      await job.return?.(undefined as never);
      const stop = new AbortController();
      const aborted = await core.client.exchange.importSurvey(input, { signal: stop.signal });
      for (let step = 0; step < steps; step += 1) await aborted.next();
      stop.abort();
      await expect(finish(Promise.resolve(aborted))).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(hashTables(core, 'all')).toEqual(before);
    }
    listening.abort();
    await listener;
    const states = events.flatMap((event) => (event.type === 'job' ? [event.state] : []));
    expect(states).toContain('cancelled');
    expect(states.filter((state) => state !== 'running' && state !== 'cancelled')).toEqual([]);
    // The upload is still there, so that the same file can be tried again.
    expect((await finish(core.client.exchange.importSurvey(input))).output).toMatchObject({ state: 'imported', rowsImported: 4000 });
  });

  const header = `<row r="1">${textCell('A1', 'Deltaker')}${textCell('B1', 'Alder')}</row>`;
  const bad: readonly (readonly [what: string, name: string, content: () => string | Uint8Array, id: string, code: string])[] = [
    ['an empty file', 'tom.csv', () => '', 'exchange.error.empty', 'FILE_UNREADABLE'],
    [
      'a binary file',
      'b.csv',
      () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)),
      'exchange.error.binary',
      'FILE_UNREADABLE',
    ],
    ['ragged rows', 'r.csv', () => `a;b;c\n${'1;2;3\n'.repeat(2000)}4;5\n`, 'exchange.error.ragged', 'FILE_UNREADABLE'],
    [
      'mixed encodings',
      'm.csv',
      () => Buffer.concat([Buffer.from('kode;svar\nA1;mer støtte\n'), Buffer.from('A2;mer støtte\n', 'latin1')]),
      'exchange.error.mixed-encoding',
      'FILE_UNREADABLE',
    ],
    ['a zero byte', 'n.csv', () => 'kode,svar\nA1,ja\nA2,n\0ei\n', 'exchange.error.nul-byte', 'FILE_UNREADABLE'],
    [
      'a zip bomb',
      'z.xlsx',
      () => buildWorkbook([{ name: 'A', xml: header }], [{ name: 'xl/media/bomb.xml', content: Buffer.alloc(80 * 1024 * 1024, 32) }]),
      'exchange.error.zip-bomb',
      'FILE_UNREADABLE',
    ],
    [
      'a cut workbook',
      'k.xlsx',
      () => buildWorkbook([{ name: 'A', xml: `${header}<row r="2">${textCell('A2', 'A1')}</row>` }]).subarray(0, 700),
      'exchange.error.truncated',
      'FILE_UNREADABLE',
    ],
  ];
  it.each(bad)('refuses %s in words, with the workspace as it was [F29]', async (_, name, content, message, code) => {
    using core = await openEmptyWorkspace();
    await importFile(core, small);
    const ticket = await upload(core, { name, content: content() });
    const good = await upload(core, small);
    const { reading, proposal } = await inspect(core, good);
    const before = hashTables(core, 'all');
    await expect(inspect(core, ticket)).rejects.toMatchObject({ code, data: { message } });
    // Also when nobody looked first: the import itself reads everything before it writes.
    const dialect = {
      ...reading,
      dialect: { ...reading.dialect, delimiter: name === 'n.csv' ? (',' as const) : (';' as const) },
      columnCount: name === 'r.csv' ? 3 : 2,
    };
    const blind = {
      ...importInput(ticket, {
        ...(await inspect(core, good)),
        reading: name.endsWith('.xlsx') ? { ...dialect, format: 'xlsx' as const, sheet: 'A' } : dialect,
      }),
      mapping: { ...proposal, questions: [{ kind: 'open' as const, key: 'c1', label: 'x', group: null, columns: [1], missing: [] }] },
    };
    await expect(finish(core.client.exchange.importSurvey(blind))).rejects.toMatchObject({ code: expect.stringMatching(/^FILE_/) });
    expect(hashTables(core, 'all')).toEqual(before);
  });

  it('refuses 400 MB by its size, and the window knows the same limit [F29]', async () => {
    using core = await openEmptyWorkspace();
    const ticket = await upload(core, { name: 'stor.csv', content: 'a;b\n' });
    truncateSync(core.session.blobs.received(ticket).path, 400 * 1024 * 1024);
    const before = hashTables(core, 'all');
    await expect(inspect(core, ticket)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      data: { message: 'exchange.error.too-large', params: { size: 400, limit: surveyFileMegabytes } },
    });
    expect(readingLimits.fileBytes).toBe(surveyFileMegabytes * 1024 * 1024);
    expect(hashTables(core, 'all')).toEqual(before);
  });

  it('refuses a read-only workspace, an unknown project and a mapping without questions before reading', async () => {
    using core = await openEmptyWorkspace();
    const before = hashTables(core, 'logged');
    const ticket = await upload(core, small);
    const input = importInput(ticket, await inspect(core, ticket));
    await expect(
      finish(core.client.exchange.importSurvey({ ...input, mapping: { ...input.mapping, questions: [] } })),
    ).rejects.toMatchObject({ data: { message: 'exchange.error.no-questions' } });
    const nobody = '01890000-0000-7000-8000-000000000000' as never;
    await expect(finish(core.client.exchange.importSurvey({ ...input, target: { projectId: nobody } }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(hashTables(core, 'logged')).toEqual(before);
    await core.client.exchange.discard({ ticket });
    await expect(inspect(core, ticket)).rejects.toMatchObject({ code: 'TICKET_UNKNOWN' });
  });

  it.each([
    ['a questionnaire of its own', 30_000, false],
    ['other answers over those that stand', 600, true],
  ])('is as it was after the process is killed while saving %s [F29]', async (_, rows, isOver) => {
    const path = join(folder, `drept${rows}.rost`);
    const ages = (years: number): string =>
      `Kode;Alder;Ord\n${Array.from({ length: rows }, (__, at) => `K${at};${(at % 90) + years};Mange ord om mye, nummer ${at}`).join('\n')}`;
    const [first, second] = [join(folder, `først${rows}.csv`), join(folder, `så${rows}.csv`)];
    writeFileSync(first, ages(0));
    writeFileSync(second, ages(1));
    const args = [join(import.meta.dirname, 'kill-in-import.ts'), path, second, ...(isOver ? [first] : [])];
    const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(child.signal).toBe('SIGKILL');
    // The journal that a killed transaction leaves behind, and part of what it wrote already in the file.
    expect(statSync(`${path}-journal`).size).toBeGreaterThan(0);
    using core = openCore();
    expect((await core.client.workspace.open({ path })).workspace).toMatchObject({ wasRecovered: true });
    expect(hashTables(core, 'all')).toEqual(JSON.parse(child.stdout));
  });
});

describe('an import that others have built on', () => {
  it('says so, and changes nothing, when it cannot be undone or done again by itself', async () => {
    using core = await openEmptyWorkspace();
    await importFile(core, small);
    const { session } = core;
    const textId = String(pluck(core, "SELECT id FROM text WHERE kind = 'answer' LIMIT 1"));
    const source = session.workspace.sourceFor('another');
    const intent = { ...source, kind: 'test', labelId: 'test', isUndoable: true };
    session.workspace.operations.run(intent, () =>
      session.workspace.sql.insert('text_reading', {
        id: 'a',
        text_id: textId,
        coder_id: source.actorId,
        state: 'done',
        read_at: '2026-03-19',
      }),
    );
    const before = hashTables(core, 'all');
    await expect(core.client.history.undo({})).rejects.toMatchObject({ code: 'UNDO_CONFLICT' });
    expect(hashTables(core, 'all')).toEqual(before);
    session.workspace.operations.undo(source);
    const project = String(pluck(core, 'SELECT id FROM project'));
    await core.client.history.undo({});
    // Another window makes a row where one of them was.
    session.workspace.operations.run(intent, () =>
      session.workspace.sql.insert('project', { id: project, kind: 'survey', name: 'Et annet', status: 'running' }),
    );
    const later = hashTables(core, 'all');
    await expect(core.client.history.redo({})).rejects.toMatchObject({ code: 'UNDO_CONFLICT' });
    expect(hashTables(core, 'all')).toEqual(later);
  });

  it('comes back beside one that another window made meanwhile: no small number is given twice', async () => {
    using core = await openEmptyWorkspace();
    await importFile(core, small);
    const [interviews, answers] = [
      Number(pluck(core, 'SELECT count(*) FROM interview')),
      Number(pluck(core, 'SELECT count(*) FROM answer')),
    ];
    await core.client.history.undo({});
    await importFile({ ...core, client: core.clientFor('another') }, small);
    await core.client.history.redo({});
    expect(pluck(core, 'SELECT count(*) FROM interview')).toBe(2 * interviews);
    expect(pluck(core, 'SELECT count(*) FROM answer')).toBe(2 * answers);
    expect(core.session.workspace.db.pragma('foreign_key_check')).toEqual([]);
  });
});
