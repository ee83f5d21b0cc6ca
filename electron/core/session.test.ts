import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { aFolder, aPath, markOf } from '../../test/support/a-workspace.ts';
import { openConnection } from './db/connection.ts';
import { realDeps, type CoreDeps } from './deps.ts';
import { openCore, type Core } from './open-core.ts';
import { backupFolder, listBackups, makeBackup } from './workspace/backup.ts';

function aProject(core: Core, name: string) {
  return core.client.projects.create({ name, kind: 'survey', contentLanguage: 'nb' });
}

/** Whether a program of its own gets the lock of a file. */
function isFree(path: string): boolean {
  const script = `const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
    try { db.exec('BEGIN EXCLUSIVE; COMMIT'); console.log('free'); } catch (error) { console.log(error.code); }`;
  const { stdout } = spawnSync(process.execPath, ['-e', script, path], { encoding: 'utf8', cwd: import.meta.dirname });
  return stdout.trim() === 'free';
}

describe('a file that is open', () => {
  test('[F41] stays locked for others when it is opened again by another of its names', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    const [link, twin] = ['Lenke.rost', 'Tvilling.rost'].map((name) => join(dirname(path), name)) as [string, string];
    symlinkSync(path, link);
    linkSync(path, twin);
    for (const other of [link, twin]) {
      const status = await core.client.workspace.open({ path: other });
      expect(status.workspace?.name).toBe('arbeid');
      expect(isFree(path)).toBe(false);
    }
    await aProject(core, 'Etterpå');
  });

  test('and was moved is opened at its new place', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    await aProject(core, 'Før');
    const moved = join(dirname(path), 'Nytt navn.rost');
    renameSync(path, moved);
    const status = await core.client.workspace.open({ path: moved });
    expect(status.workspace?.name).toBe('Nytt navn');
    await aProject(core, 'Etterpå');
    expect((await core.client.projects.list({})).projects).toHaveLength(2);
    expect(isFree(moved)).toBe(false);
  });

  test('is let go of although its note cannot be taken away, and another can be opened', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    // What a folder that has become read-only does to the note: it cannot be removed.
    rmSync(`${path}.lock.json`);
    mkdirSync(join(`${path}.lock.json`, 'full'), { recursive: true });
    await core.client.workspace.close({});
    expect(isFree(path)).toBe(true);
    await core.client.workspace.create({ path: aPath() });
  });
});

// Root may write anything: a root run asks an ordinary user's process.
test.skipIf(process.platform === 'win32')(
  'a file in a folder that takes no journal can be read, and every command is refused',
  async () => {
    const path = aPath();
    {
      using core = openCore();
      await core.client.workspace.create({ path });
      await aProject(core, 'Første');
    }
    rmSync(`${path}-journal`, { force: true });
    rmSync(backupFolder(path), { recursive: true });
    chmodSync(path, 0o666);
    chmodSync(dirname(path), 0o555);
    const asUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const fixture = join(import.meta.dirname, '../../test/fixtures/open-read-only.ts');
    const { stdout } = spawnSync(process.execPath, [fixture, path], { ...asUser, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual({ isReadOnly: true, projects: 1, refusal: 'WORKSPACE_READ_ONLY' });
    chmodSync(dirname(path), 0o755);
  },
);

describe('backups', () => {
  test('[F40] one that could not be made leaves nothing beside the others', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    const { db } = core.session.workspace;
    // The copy is made and does not open with this passphrase.
    expect(() => makeBackup(db, path, core.session.deps, 'by-hand', 'feil passord')).toThrow();
    expect(readdirSync(backupFolder(path))).toEqual([]);
  });

  test('[F31] what a run that was ended left half made goes, with its journal: no clear text outlives the passphrase', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    await aProject(core, 'Hemmelig');
    await core.client.workspace.makeBackup({});
    const left = join(backupFolder(path), '2026-01-02T03.04.05.678Z scheduled.rost.making');
    writeFileSync(left, 'Hemmelig');
    writeFileSync(`${left}-journal`, 'Hemmelig');
    writeFileSync(`${path}.restoring`, 'Hemmelig');
    const own = join(backupFolder(path), 'mine notater.txt');
    writeFileSync(own, 'x');
    await core.client.workspace.setPassphrase({ passphrase: 'lang nok passord' });
    expect([left, `${left}-journal`, `${path}.restoring`, own].map((file) => existsSync(file))).toEqual([false, false, false, true]);
  });

  test('[F40] one is made at closing when the last step went on after the one before', async () => {
    const path = aPath();
    let now = Date.parse('2026-03-04T10:00:00Z');
    using core = openCore({ deps: { now: () => now } });
    await core.client.workspace.create({ path });
    const { projectId } = await aProject(core, 'Første');
    await core.client.projects.change({ projectId, fields: { idea: 'Hva' } });
    await core.client.workspace.makeBackup({});
    now += 1000;
    // Joined to the step before, as typing is.
    await core.client.projects.change({ projectId, fields: { idea: 'Hva brukerne sier' } });
    await core.client.workspace.close({});
    const last = listBackups(path)[0]?.file ?? '';
    const db = openConnection(join(backupFolder(path), last), { readonly: true });
    expect(db.prepare('SELECT idea FROM project').pluck().get()).toBe('Hva brukerne sier');
    db.close();
  });

  test('[F40] going back to one that cannot be opened leaves the file open as it was', async () => {
    const path = aPath();
    using core = openCore();
    await core.client.workspace.create({ path });
    await aProject(core, 'Første');
    const { file } = await core.client.workspace.makeBackup({});
    // A copy that is whole, and of a version that is not known here.
    const copy = new Database(join(backupFolder(path), file));
    copy.pragma('user_version = 99999');
    copy.close();
    await aProject(core, 'Andre');
    const before = markOf(core.session.workspace.db);
    await expect(core.client.workspace.restoreBackup({ file })).rejects.toMatchObject({ code: 'BACKUP_BAD' });
    expect(markOf(core.session.workspace.db)).toBe(before);
    await aProject(core, 'Tredje');
  });
});

test('[F31] a passphrase opens however its letters are put together', async () => {
  const path = aPath();
  using core = openCore();
  await core.client.workspace.create({ path, passphrase: 'blåbærsyltetøy'.normalize('NFD') });
  await core.client.workspace.close({});
  const status = await core.client.workspace.open({ path, passphrase: 'blåbærsyltetøy'.normalize('NFC') });
  expect(status.workspace?.isEncrypted).toBe(true);
});

test('[F31] the log names neither files nor folders', async () => {
  const facts: unknown[] = [];
  const log: CoreDeps['log'] = (_level, name, given) => facts.push({ name, ...given });
  const dataFolder = join(aFolder(), 'data');
  mkdirSync(join(dataFolder, 'recent.json', 'full'), { recursive: true });
  const path = aPath('Kari Nordmann.rost');
  using core = openCore({ dataFolder, deps: { ...realDeps(aFolder(), log) } });
  await core.client.workspace.create({ path });
  await aProject(core, 'Ny');
  // Where the backups should lie there is a file.
  writeFileSync(backupFolder(path), 'x');
  await core.client.workspace.close({});
  expect(facts).toEqual([
    { name: 'recent.failed', problem: 'EISDIR' },
    { name: 'backup.failed', reason: 'at-close', problem: 'EEXIST' },
  ]);
});
