import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBlobs } from '../../electron/core/blobs.ts';
import { realDeps } from '../../electron/core/deps.ts';
import { openCore } from '../../electron/core/open-core.ts';
import type { SelfTestReport } from '../../electron/desktop/self-test.ts';
import { builtFolder } from '../support/built.ts';
import { findChromium, withoutChromium } from '../support/find-chromium.ts';
import { frameOf, goToBarePage, pageClient } from './page-client.ts';
import { startApp, type RunningApp } from './start-app.ts';

const hasChromium = (await findChromium()) !== null;
if (!hasChromium) withoutChromium('The desktop tests are');
const root = mkdtempSync(join(tmpdir(), 'rost-lifecycle-'));
const folder = (name: string): string => {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  return path;
};

describe.skipIf(!hasChromium)('a run of the program, under the double of electron', () => {
  let app: RunningApp;
  let dist = '';
  const temporary = folder('temporary');
  const documents = folder('documents');
  const path = join(documents, 'Ny arbeidsfil.rost');
  beforeAll(async () => {
    dist = await builtFolder();
    app = startApp({ dist, environment: { TMPDIR: temporary, ROST_DOUBLE_DOCUMENTS: documents } });
    await app.window();
  }, 180_000);
  afterAll(async () => {
    await app.stop();
    rmSync(root, { recursive: true, force: true });
  });

  test('without a file it begins at the start screen, and a new workspace is made where the dialog says', async () => {
    const { id } = await app.window();
    await app.call('waitForText', { id, text: 'Åpne en arbeidsfil' });
    // Without its ending, as people type it.
    await app.call('answerDialog', { answer: { canceled: false, filePath: join(documents, 'Ny arbeidsfil') } });
    await app.call('clickButton', { id, name: 'Lag ny arbeidsfil' });
    await expect.poll(() => existsSync(path), { timeout: 10_000 }).toBe(true);
    expect(await app.call('dialogs')).toEqual([
      {
        kind: 'showSaveDialog',
        options: { title: 'Lag ny arbeidsfil', defaultPath: path, filters: [{ name: 'Arbeidsfiler i Røst', extensions: ['rost'] }] },
      },
    ]);
  });

  test('a cancelled dialog chooses nothing, and the next one begins in the last folder', async () => {
    await app.call('answerDialog', { answer: { canceled: true, filePaths: [] } });
    expect(await app.evaluate("bridge.host.chooseWorkspace('open')")).toBeNull();
    expect(await app.call('dialogs')).toMatchObject([
      { kind: 'showOpenDialog', options: { defaultPath: documents, properties: ['openFile'] } },
    ]);
  });

  test('a file is saved whole, beside nothing half-written, and its ticket works once', async () => {
    await goToBarePage(app);
    const own = readdirSync(temporary).filter((name) => /^rost-run-\d+-\w{6}$/u.test(name));
    expect(own).toHaveLength(1);
    const blobs = createBlobs(realDeps(join(temporary, own[0] ?? '')));
    const bytes = Buffer.alloc(300_000, 'å');
    const ticket = blobs.offer('Rapport.docx', 'application/octet-stream', bytes);
    const target = join(folder('exports'), 'Rapport.docx');
    writeFileSync(target, 'what was here before');
    await app.call('answerDialog', { answer: { canceled: false, filePath: target } });
    expect(await app.evaluate(`bridge.host.saveBlob('${ticket}', '../../Rapport.docx')`)).toBe(true);
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(readdirSync(join(root, 'exports'))).toEqual(['Rapport.docx']);
    expect(await app.call('dialogs')).toMatchObject([{ options: { defaultPath: join(documents, 'Rapport.docx') } }]);
    await expect(app.evaluate(`bridge.host.saveBlob('${ticket}', 'Rapport.docx')`)).rejects.toThrow('not saved');
  });

  test('[F18] what a page prints is saved as a tagged PDF, and nothing is left when it is cancelled', async () => {
    const target = join(root, 'exports', 'Skjema.pdf');
    await app.call('answerDialog', { answer: { canceled: false, filePath: target } });
    expect(await app.evaluate(`bridge.host.savePdf('../Skjema.pdf')`)).toBe(true);
    const bytes = readFileSync(target);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.includes('/StructTreeRoot')).toBe(true);
    rmSync(target);
    await app.call('answerDialog', { answer: { canceled: true, filePath: '' } });
    expect(await app.evaluate(`bridge.host.savePdf('Skjema.pdf')`)).toBe(false);
    expect(readdirSync(join(root, 'exports'))).toEqual(['Rapport.docx']);
  });

  test('issue 7.11: what a page prints is sent in with a ticket, once, and asks nothing', async () => {
    using page = await pageClient(app);
    const { ticket } = await page.client.workspace.requestUpload({ name: 'Rapport.pdf' });
    await app.call('dialogs');
    expect(await app.evaluate(`bridge.host.printBlob('${ticket}')`)).toBe(true);
    const own = readdirSync(temporary).find((name) => /^rost-run-\d+-\w{6}$/u.test(name)) ?? '';
    const bytes = readFileSync(join(temporary, own, 'in', ticket));
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.includes('/StructTreeRoot')).toBe(true);
    expect(await app.call('dialogs')).toEqual([]);
    for (const other of [ticket, '0'.repeat(64), '../x', null])
      expect(await app.evaluate(`bridge.host.printBlob(${JSON.stringify(other)})`), String(other)).toBe(false);
    await page.client.archive.discard({ tickets: [ticket] });
    expect(readdirSync(join(temporary, own, 'in'))).toEqual([]);
  });

  test('a cancelled or impossible save changes nothing and leaves nothing', async () => {
    const blobs = createBlobs(realDeps(join(temporary, readdirSync(temporary).find((name) => /^rost-run-\d+-\w{6}$/u.test(name)) ?? '')));
    const offer = (): string => blobs.offer('x.csv', 'text/csv', Buffer.from('a;b'));
    await app.call('answerDialog', { answer: { canceled: true, filePath: '' } });
    expect(await app.evaluate(`bridge.host.saveBlob('${offer()}', 'x.csv')`)).toBe(false);
    await app.call('answerDialog', { answer: { canceled: false, filePath: join(root, 'no such folder', 'x.csv') } });
    await expect(app.evaluate(`bridge.host.saveBlob('${offer()}', 'x.csv')`)).rejects.toThrow('not saved');
    await app.call('answerDialog', { answer: { canceled: false, filePath: join(root, 'exports') } });
    await expect(app.evaluate(`bridge.host.saveBlob('${offer()}', 'x.csv')`)).rejects.toThrow('not saved');
    expect(readdirSync(join(root, 'exports'))).toEqual(['Rapport.docx']);
    expect(readdirSync(root).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('the contract answers through page, preload, main and worker, and refuses what it does not know', async () => {
    using page = await pageClient(app);
    const { client } = page;
    expect((await client.workspace.status({})).workspace?.name).toBe('Ny arbeidsfil');
    await client.themes.create({ term: 'Skrevet gjennom røret', language: 'nb' });
    await expect(client.workspace.open({ path: join(root, 'none.rost') })).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' });
    // Unknown keys are refused at the far end, whatever the types here say.
    await expect(client.workspace.status({ extra: 1 } as Record<never, never>)).rejects.toMatchObject({ code: 'BAD_MESSAGE' });
  });

  test('a file sent in arrives whole', async () => {
    using page = await pageClient(app);
    const { client } = page;
    const { ticket } = await client.workspace.requestUpload({ name: 'svar.xlsx' });
    const send = `fetch('/blob/${ticket}', { method: 'POST', body: new File(['å'.repeat(100000)], 'svar.xlsx') }).then((response) => response.status)`;
    expect(await app.evaluate(send)).toBe(204);
    const own = readdirSync(temporary).find((name) => /^rost-run-\d+-\w{6}$/u.test(name)) ?? '';
    expect(readFileSync(join(temporary, own, 'in', ticket), 'utf8')).toBe('å'.repeat(100_000));
    expect(await app.evaluate(send)).toBe(404);
  });

  test('a core that dies is started anew with its file, and a page that asks again goes on', async () => {
    (await pageClient(app))[Symbol.dispose]();
    await app.call('crashCore');
    await expect.poll(() => app.evaluate('window.testEnded === true'), { timeout: 5000 }).toBe(true);
    // As the real page does: a pipe to nowhere is ended by main, and asked for once more.
    const ask = async (): Promise<string | undefined> => {
      using page = await pageClient(app);
      const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 1000));
      return await Promise.race([page.client.workspace.status({}).then((status) => status.workspace?.name), late]);
    };
    await expect.poll(ask, { timeout: 10_000 }).toBe('Ny arbeidsfil');
  });

  test('a second start opens its file in the running program; one that cannot be opened says why', async () => {
    using core = openCore();
    const other = join(documents, 'Annen.rost');
    await core.client.workspace.create({ path: other });
    await core.client.workspace.close({});
    await app.call('secondInstance', { words: ['Annen.rost'], folder: documents });
    // The list of recent files begins with the one that is open.
    const latest = (): string =>
      (JSON.parse(readFileSync(join(app.dataFolder, 'recent.json'), 'utf8')) as { readonly name: string }[])[0]?.name ?? ''; // the core's own form
    await expect.poll(latest, { timeout: 5000 }).toBe('Annen');
    writeFileSync(join(documents, 'Rot.rost'), 'no workspace at all');
    expect(await app.call('openFile', { path: join(documents, 'Rot.rost') })).toBe(true);
    await expect.poll(async () => (await app.window()).url, { timeout: 5000 }).toContain('problem=NOT_A_WORKSPACE');
    await app.call('secondInstance', { words: [path], folder: root });
    await expect.poll(latest, { timeout: 5000 }).toBe('Ny arbeidsfil');
  });

  test('[F40] quitting writes what stands in the fields, makes the backup, and leaves no temporary file', async () => {
    await goToBarePage(app);
    const frame = await frameOf((client) => client.themes.create({ term: 'Skrevet i siste liten', language: 'nb' }));
    (await pageClient(app))[Symbol.dispose]();
    // As the page does with a field that has the caret: it commits when it is told to.
    await app.evaluate(`void bridge.host.onCommand((id) => id === 'saveState' && window.testPort.postMessage(${JSON.stringify(frame)}))`);
    await app.call('quit');
    expect(await app.ended).toEqual({ code: 0, output: '' });
    expect(readdirSync(temporary).filter((name) => /^rost-run-\d+-\w{6}$/u.test(name))).toEqual([]);
    using core = openCore();
    await core.client.workspace.open({ path });
    const { entries } = await core.client.history.list({ limit: 20 });
    expect(entries).toHaveLength(2);
    const { backups } = await core.client.workspace.listBackups({});
    expect(backups.map((backup) => backup.reason)).toContain('at-close');
  });
});

describe.skipIf(!hasChromium)('other starts', () => {
  test('a second instance leaves at once', async () => {
    const app = startApp({ dist: await builtFolder(), environment: { ROST_DOUBLE_SECOND: '1' } });
    expect((await app.ended).code).toBe(0);
    await app.stop();
  });

  test('closing the last window ends the program', async () => {
    const app = startApp({ dist: await builtFolder(), words: ['--sample'] });
    await app.call('closeWindow', { id: (await app.window()).id });
    expect(await app.ended).toEqual({ code: 0, output: '' });
    await app.stop();
  });

  test('--self-test writes what it found and exits 0', async () => {
    const app = startApp({ dist: await builtFolder(), words: ['--self-test'] });
    const { code, output } = await app.ended;
    // The program wrote it just now.
    const report = JSON.parse(readFileSync(join(app.dataFolder, 'self-test.json'), 'utf8')) as SelfTestReport;
    expect(report.checks.filter((check) => !check.isOk)).toEqual([]);
    expect(report.checks.map((check) => check.name)).toEqual(['versions', 'archive', 'native-module', 'workspace', 'policy', 'bridge']);
    expect(JSON.parse(output)).toEqual(report);
    expect(code).toBe(0);
    await app.stop();
  });

  test('a program without its core says so and exits 1, in the system’s language', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'rost-broken-'));
    for (const part of ['main', 'preload']) cpSync(join(await builtFolder(), part), join(broken, part), { recursive: true });
    writeFileSync(join(broken, 'package.json'), '{"type":"module"}');
    const app = startApp({ dist: broken, environment: { ROST_DOUBLE_LANGUAGES: 'sv-SE' } });
    const { code, output } = await app.ended;
    expect(output).toContain('Røst kunde inte starta');
    expect(code).toBe(1);
    await app.stop();
    rmSync(broken, { recursive: true, force: true });
  });
});
