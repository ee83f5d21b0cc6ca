import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { pragmas } from '../../electron/core/db/connection.ts';
import { currentVersion } from '../../electron/core/db/migrate.ts';
import { realDeps } from '../../electron/core/deps.ts';
import { openCore } from '../../electron/core/open-core.ts';
import { backupFolder, thinBackups, type Backup } from '../../electron/core/workspace/backup.ts';
import { createWorkspace, openWorkspace } from '../../electron/core/workspace/open.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { aFolder, aPath, markOf } from '../support/a-workspace.ts';

const deps = realDeps(aFolder());
const sample = aPath('Fjordvik.rost');
beforeAll(() => buildSample(sample));

function aSample(): string {
  const path = aPath('kopi.rost');
  copyFileSync(sample, path);
  return path;
}

function code(expected: string): unknown {
  return expect.objectContaining({ code: expected });
}

describe('opening', () => {
  test('runs under exactly the pragmas the architecture names', () => {
    const workspace = createWorkspace(aPath(), deps);
    for (const [name, , value] of pragmas) expect([name, workspace.db.pragma(name, { simple: true })]).toEqual([name, value]);
    expect(workspace.db.pragma('user_version', { simple: true })).toBe(currentVersion);
    workspace.close();
  });

  test('every table is STRICT', () => {
    const workspace = createWorkspace(aPath(), deps);
    const loose = workspace.db
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    expect(loose).toEqual([]);
    workspace.close();
  });

  test('a new file closes and opens again, any number of times', () => {
    const path = aPath();
    createWorkspace(path, deps).close();
    for (let n = 0; n < 3; n += 1) {
      const workspace = openWorkspace(path, deps);
      expect(workspace.wasRecovered).toBe(false);
      workspace.close();
    }
    expect(existsSync(`${path}.lock.json`)).toBe(false);
  });

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('Dette er ikke en arbeidsfil.\n'.repeat(300))],
    ['a picture', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(5000, 7)])],
    ['a short noise', Buffer.from(Array.from({ length: 1000 }, (_, n) => (n * 97) % 256))],
  ])('refuses %s as no workspace and does not touch it', (_name, bytes) => {
    const path = aPath();
    writeFileSync(path, bytes);
    expect(() => openWorkspace(path, deps)).toThrow(code('NOT_A_WORKSPACE'));
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['arbeid.rost']);
  });

  test('refuses somebody else’s SQLite file and does not touch it', () => {
    const path = aPath();
    const other = new Database(path);
    other.exec('CREATE TABLE a (b)');
    other.close();
    const before = readFileSync(path);
    expect(() => openWorkspace(path, deps)).toThrow(code('NOT_A_WORKSPACE'));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('refuses a file from a newer version, byte for byte untouched', () => {
    const path = aSample();
    const db = new Database(path);
    db.pragma(`user_version=${currentVersion + 10}`);
    db.close();
    const before = readFileSync(path);
    expect(() => openWorkspace(path, deps)).toThrow(
      expect.objectContaining({ code: 'WORKSPACE_NEWER', params: { version: currentVersion + 10 } }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('refuses a file with a trigger that is not ours', () => {
    const path = aSample();
    const db = new Database(path);
    db.exec('CREATE TRIGGER strange AFTER INSERT ON person BEGIN SELECT 1; END');
    db.close();
    expect(() => openWorkspace(path, deps)).toThrow(code('WORKSPACE_DAMAGED'));
  });

  test.each([0.1, 0.3, 0.5, 0.7, 0.9])(
    'a file overwritten in the middle (%f) never opens as if nothing were wrong, and is not touched',
    (share) => {
      const path = aSample();
      const bytes = readFileSync(path);
      bytes.fill(0xa5, Math.floor(bytes.length * share), Math.floor(bytes.length * share) + 20_000);
      writeFileSync(path, bytes);
      expect(() => openWorkspace(path, deps).close()).toThrow(code('WORKSPACE_DAMAGED'));
      expect(readFileSync(path).equals(bytes)).toBe(true);
    },
  );

  test('a truncated file is damaged, and is not touched', () => {
    const path = aSample();
    truncateSync(path, 300_000);
    const before = readFileSync(path);
    expect(() => openWorkspace(path, deps)).toThrow(code('WORKSPACE_DAMAGED'));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('[F41] a second opener in another process is refused and told who has it; after SIGKILL the lock is free', async () => {
    const path = aSample();
    const holder = spawn(process.execPath, [join(import.meta.dirname, '../fixtures/hold-workspace.ts'), path], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(() => openWorkspace(path, deps)).toThrow(
      expect.objectContaining({ code: 'WORKSPACE_LOCKED', params: expect.objectContaining({ user: 'Solfrid', machine: 'RESEPSJON-2' }) }),
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const workspace = openWorkspace(path, deps);
    expect(workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
    workspace.close();
  });

  test('a folder or a path that is not there is said to be missing', () => {
    expect(() => openWorkspace(join(aFolder(), 'ingen.rost'), deps)).toThrow(code('WORKSPACE_MISSING'));
    expect(() => openWorkspace(aFolder(), deps)).toThrow(code('NOT_A_WORKSPACE'));
  });

  test('a new workspace never overwrites a file', () => {
    const path = aSample();
    const before = readFileSync(path);
    expect(() => createWorkspace(path, deps)).toThrow(code('WORKSPACE_EXISTS'));
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a read-only or full disk', () => {
  test('a read-only file can be read, and every command is refused', async () => {
    const path = aSample();
    chmodSync(path, 0o444);
    chmodSync(join(path, '..'), 0o555);
    // Root may write anything, so a root run asks an ordinary user's process.
    const asUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const reader = spawn(process.execPath, [join(import.meta.dirname, '../fixtures/open-read-only.ts'), path], {
      ...asUser,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = await once(reader.stdout, 'data');
    expect(JSON.parse(String(output))).toEqual({ isReadOnly: true, projects: 3, refusal: 'WORKSPACE_READ_ONLY' });
  });

  test('a full disk refuses the change, keeps everything before it, and saving resumes', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    await core.client.projects.create({ name: 'Første', kind: 'survey', contentLanguage: 'nb' });
    const { db } = core.session.workspace;
    const before = markOf(db);
    // What a full disk looks like to SQLite: no page can be added to the file.
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count=${pages}`);
    const many = async (): Promise<void> => {
      for (let n = 0; n < 200; n += 1)
        await core.client.projects.create({ name: `Prosjekt ${n} ${'x'.repeat(150)}`, kind: 'survey', contentLanguage: 'nb' });
    };
    await expect(many()).rejects.toMatchObject({ code: 'DISK_FULL' });
    const after = markOf(db);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(after).not.toBe(before);
    db.pragma('max_page_count=1000000');
    await core.client.projects.create({ name: 'Etterpå', kind: 'survey', contentLanguage: 'nb' });
    expect(markOf(db)).not.toBe(after);
  });

  test('a file moved away underneath is noticed before anything is written', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    rmSync(path);
    await expect(core.client.projects.create({ name: 'Ny', kind: 'survey', contentLanguage: 'nb' })).rejects.toMatchObject({
      code: 'WORKSPACE_REPLACED',
    });
  });
});

describe('what goes wrong halfway', () => {
  test('a new file that could not be made leaves nothing in the way of the next try', async () => {
    const path = aPath();
    mkdirSync(`${path}-journal`);
    using core = openCore();
    await expect(core.client.workspace.create({ path })).rejects.toBeDefined();
    rmSync(`${path}-journal`, { recursive: true, force: true });
    expect(existsSync(path)).toBe(false);
    expect((await core.client.workspace.create({ path })).workspace?.isReadOnly).toBe(false);
  });

  test('going back to a copy that cannot be put in place leaves the file open as it was', async () => {
    const path = aSample();
    using core = openCore();
    await core.client.workspace.open({ path });
    const { file } = await core.client.workspace.makeBackup({});
    const before = markOf(core.session.workspace.db);
    // Where the copy is to be put first there is a folder.
    mkdirSync(join(`${path}.restoring`, 'full'), { recursive: true });
    await expect(core.client.workspace.restoreBackup({ file })).rejects.toBeDefined();
    expect(markOf(core.session.workspace.db)).toBe(before);
    rmSync(`${path}.restoring`, { recursive: true, force: true });
    await core.client.workspace.restoreBackup({ file });
  });

  test('going back never puts a copy over a file that somebody else has put in its place', async () => {
    const path = aSample();
    using core = openCore();
    await core.client.workspace.open({ path });
    const { file } = await core.client.workspace.makeBackup({});
    rmSync(path);
    writeFileSync(path, 'en annens fil');
    await expect(core.client.workspace.restoreBackup({ file })).rejects.toMatchObject({ code: 'WORKSPACE_REPLACED' });
    await expect(core.client.workspace.setPassphrase({ passphrase: 'tre blå båter' })).rejects.toMatchObject({
      code: 'WORKSPACE_REPLACED',
    });
    expect(readFileSync(path, 'utf8')).toBe('en annens fil');
  });

  test('a file made by a name without its ending is opened by that name', async () => {
    const named = join(aFolder(), 'Uten endelse');
    using core = openCore();
    await core.client.workspace.create({ path: named });
    await core.client.workspace.close({});
    expect((await core.client.workspace.open({ path: named })).workspace?.name).toBe('Uten endelse');
    await expect(core.client.workspace.open({ path: `${named}!` })).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' });
  });

  test('a file is open although the program cannot keep its list of recent ones', async () => {
    const path = aSample();
    const dataFolder = aFolder();
    // A folder stands where the list is to be written.
    mkdirSync(join(dataFolder, 'recent.json'));
    using core = openCore({ dataFolder });
    expect((await core.client.workspace.open({ path })).workspace?.name).toBe('kopi');
  });
});

describe('passphrase', () => {
  test('[F31] [F40] the copies beside the file get it too: none can be read without, and all can be gone back to', async () => {
    const path = aPath();
    const secret = 'Ventetiden var elleve uker';
    using core = openCore();
    await core.client.workspace.create({ path });
    await core.client.projects.create({ name: secret, kind: 'survey', contentLanguage: 'nb' });
    const { file } = await core.client.workspace.makeBackup({});
    const start = markOf(core.session.workspace.db);
    const copies = (): boolean[] =>
      readdirSync(backupFolder(path)).map((name) => readFileSync(join(backupFolder(path), name)).includes(secret));
    expect(copies()).toContain(true);
    expect((await core.client.workspace.setPassphrase({ passphrase: 'tre blå båter' })).backupsLeft).toBe(0);
    expect([readdirSync(backupFolder(path)), copies()]).toEqual([[file], [false]]);
    // The journal that the change was written through held the clear text.
    for (const name of readdirSync(dirname(path), { recursive: true, encoding: 'utf8' }).filter((one) => /\.rost/u.test(one))) {
      const full = join(dirname(path), name);
      if (statSync(full).isFile()) expect([name, readFileSync(full).includes(secret)]).toEqual([name, false]);
    }
    await core.client.workspace.setPassphrase({ passphrase: 'fire grønne båter' });
    await core.client.projects.create({ name: 'Etterpå', kind: 'survey', contentLanguage: 'nb' });
    await core.client.workspace.restoreBackup({ file });
    expect(markOf(core.session.workspace.db)).toBe(start);
    await core.client.workspace.setPassphrase({ passphrase: null });
    await core.client.workspace.restoreBackup({ file });
    expect(copies()).toContain(true);
  });

  test('a passphrase given for a file that has none is not taken for its', async () => {
    const path = aSample();
    using core = openCore();
    expect((await core.client.workspace.open({ path, passphrase: 'tre blå båter' })).workspace?.isEncrypted).toBe(false);
    expect((await core.client.workspace.makeBackup({})).byteCount).toBeGreaterThan(0);
  });

  test('a copy that cannot be changed is counted and left as it was', async () => {
    const path = aSample();
    using core = openCore();
    await core.client.workspace.open({ path });
    const { file } = await core.client.workspace.makeBackup({});
    truncateSync(join(backupFolder(path), file), 5000);
    const before = readFileSync(join(backupFolder(path), file));
    expect((await core.client.workspace.setPassphrase({ passphrase: 'tre blå båter' })).backupsLeft).toBe(1);
    expect(readFileSync(join(backupFolder(path), file)).equals(before)).toBe(true);
    expect(readdirSync(backupFolder(path)).filter((name) => name.includes('.making'))).toEqual([]);
  });

  test('[F31] file, journal and backups hold no clear text; a wrong or missing passphrase is refused', async () => {
    const path = aPath();
    const secret = 'Ventetiden var elleve uker';
    using core = openCore();
    await core.client.workspace.create({ path, passphrase: 'tre blå båter' });
    await core.client.projects.create({ name: secret, kind: 'survey', contentLanguage: 'nb' });
    await core.client.workspace.makeBackup({});
    await core.client.workspace.close({});
    const folder = backupFolder(path);
    const files = [path, ...readdirSync(folder).map((file) => join(folder, file))];
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      expect(readFileSync(file).includes(secret)).toBe(false);
      expect(readFileSync(file).includes('SQLite format 3')).toBe(false);
    }
    await expect(core.client.workspace.open({ path })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE', data: { params: { asked: 0 } } });
    await expect(core.client.workspace.open({ path, passphrase: 'fire blå båter' })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
      data: { params: { asked: 1 } },
    });
    const status = await core.client.workspace.open({ path, passphrase: 'tre blå båter' });
    expect(status.workspace?.isEncrypted).toBe(true);
  });

  test('is the same whether its letters were typed as one character or as two', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    await core.client.workspace.setPassphrase({ passphrase: 'blåbærsyltetøy på brød'.normalize('NFD') });
    await core.client.workspace.makeBackup({});
    await core.client.workspace.close({});
    const status = await core.client.workspace.open({ path, passphrase: 'blåbærsyltetøy på brød'.normalize('NFC') });
    expect(status.workspace?.isEncrypted).toBe(true);
    await core.client.workspace.close({});
    expect((await core.client.workspace.open({ path, passphrase: 'blåbærsyltetøy på brød'.normalize('NFD') })).workspace?.name).toBe(
      status.workspace?.name,
    );
  });

  test('can be set and removed on an open file, with quotes and letters of any kind', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    await core.client.projects.create({ name: 'Prosjekt', kind: 'survey', contentLanguage: 'nb' });
    const before = markOf(core.session.workspace.db);
    expect((await core.client.workspace.setPassphrase({ passphrase: "Kari's «blåbær»" })).workspace?.isEncrypted).toBe(true);
    expect(markOf(core.session.workspace.db)).toBe(before);
    await core.client.workspace.close({});
    expect(readFileSync(path).includes('SQLite format 3')).toBe(false);
    await core.client.workspace.open({ path, passphrase: "Kari's «blåbær»" });
    await core.client.workspace.setPassphrase({ passphrase: null });
    await core.client.workspace.close({});
    expect(readFileSync(path).includes('SQLite format 3')).toBe(true);
    expect((await core.client.workspace.open({ path })).workspace?.isEncrypted).toBe(false);
  });
});

describe('backups', () => {
  test('[F40] are verified copies; restoring one keeps what was there, so that it can be taken back too', async () => {
    const path = aSample();
    using core = openCore();
    await core.client.workspace.open({ path });
    const start = markOf(core.session.workspace.db);
    const first = await core.client.workspace.makeBackup({});
    await core.client.projects.create({ name: 'Etter kopien', kind: 'survey', contentLanguage: 'nb' });
    const later = markOf(core.session.workspace.db);
    await core.client.workspace.restoreBackup({ file: first.file });
    expect(markOf(core.session.workspace.db)).toBe(start);
    const { backups } = await core.client.workspace.listBackups({});
    const kept = backups.find((backup) => backup.reason === 'before-restore');
    await core.client.workspace.restoreBackup({ file: kept?.file ?? '' });
    expect(markOf(core.session.workspace.db)).toBe(later);
  });

  test('a broken copy is refused and the workspace goes on unchanged', async () => {
    const path = aSample();
    using core = openCore();
    await core.client.workspace.open({ path });
    const backup = await core.client.workspace.makeBackup({});
    const copy = join(backupFolder(path), backup.file);
    const bytes = readFileSync(copy);
    bytes.fill(0x33, 200_000, 240_000);
    writeFileSync(copy, bytes);
    const before = markOf(core.session.workspace.db);
    await expect(core.client.workspace.restoreBackup({ file: backup.file })).rejects.toMatchObject({ code: 'BACKUP_BAD' });
    await expect(core.client.workspace.restoreBackup({ file: '../../etc/passwd' })).rejects.toMatchObject({ code: 'BACKUP_BAD' });
    expect(markOf(core.session.workspace.db)).toBe(before);
  });

  test('closing makes one when something changed, and none when nothing did', async () => {
    const path = aSample();
    using core = openCore();
    await core.client.workspace.open({ path });
    await core.client.workspace.close({});
    expect(existsSync(backupFolder(path))).toBe(false);
    await core.client.workspace.open({ path });
    await core.client.projects.create({ name: 'Nytt', kind: 'survey', contentLanguage: 'nb' });
    await core.client.workspace.close({});
    expect(readdirSync(backupFolder(path))).toHaveLength(1);
  });

  test('are made every quarter of an hour, but only when something changed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const path = aSample();
      using core = openCore();
      await core.client.workspace.open({ path });
      vi.advanceTimersByTime(31 * 60_000);
      expect((await core.client.workspace.listBackups({})).backups).toEqual([]);
      await core.client.projects.create({ name: 'Nytt', kind: 'survey', contentLanguage: 'nb' });
      vi.advanceTimersByTime(31 * 60_000);
      expect((await core.client.workspace.listBackups({})).backups.map((backup) => backup.reason)).toEqual(['scheduled']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('thinning keeps three of today, one a day for ten days and one a month for six months', () => {
    const backup = (madeAt: string): Backup => ({ file: madeAt, madeAt, reason: 'scheduled', byteCount: 1 });
    const today = Array.from({ length: 8 }, (_, n) => backup(`2025-12-08T${String(8 + n).padStart(2, '0')}:00:00.000Z`));
    const days = Array.from({ length: 40 }, (_, n) => backup(new Date(Date.UTC(2025, 11, 7 - n, 12)).toISOString()));
    const months = Array.from({ length: 12 }, (_, n) => backup(new Date(Date.UTC(2025, 9 - n, 3, 12)).toISOString()));
    const all = [...today, ...days, ...months];
    const gone = new Set(thinBackups(all, Date.UTC(2025, 11, 8, 18)));
    const kept = all.filter((entry) => !gone.has(entry.file));
    expect(kept.filter((entry) => entry.madeAt.startsWith('2025-12-08'))).toHaveLength(3);
    expect(new Set(kept.map((entry) => entry.madeAt.slice(0, 10))).size).toBeGreaterThanOrEqual(10);
    expect(new Set(kept.map((entry) => entry.madeAt.slice(0, 7))).size).toBe(6);
  });
});

test('the sample opens as a fresh copy each time and can never be overwritten', async () => {
  const resources = aFolder();
  mkdirSync(join(resources, 'sample'));
  copyFileSync(sample, join(resources, 'sample', 'Fjordvik.rost'));
  const before = readFileSync(join(resources, 'sample', 'Fjordvik.rost'));
  using core = openCore({ resourceFolder: resources });
  expect((await core.client.workspace.openSample({})).workspace?.isSample).toBe(true);
  await core.client.projects.create({ name: 'I kopien', kind: 'survey', contentLanguage: 'nb' });
  await core.client.workspace.close({});
  await core.client.workspace.openSample({});
  expect((await core.client.projects.list({})).projects.map((project) => project.name)).not.toContain('I kopien');
  expect(readFileSync(join(resources, 'sample', 'Fjordvik.rost')).equals(before)).toBe(true);
  expect((await core.client.workspace.listRecent({})).recent).toEqual([]);
});
