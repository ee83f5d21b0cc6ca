import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeTemporaryFolder } from './temporary-folder.ts';

test('a new run removes what killed runs left, and nothing of those that live or of others', () => {
  const parent = mkdtempSync(join(tmpdir(), 'rost-t-'));
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const [left, living, other] = [`rost-run-${gone}-abc`, `rost-run-${process.pid}-abc`, 'rost-something'].map((name) => join(parent, name));
  for (const folder of [left, living, other]) {
    mkdirSync(folder ?? '');
    writeFileSync(join(folder ?? '', 'svar.csv'), 'x');
  }
  const taken = takeTemporaryFolder(parent);
  expect([left, living, other, taken].map((folder) => existsSync(folder ?? ''))).toEqual([false, true, true, true]);
});

test.skipIf(process.platform === 'win32')(
  'a folder that another person’s run left in a shared place does not keep the program from starting',
  () => {
    const parent = mkdtempSync(join(tmpdir(), 'rost-t-'));
    chmodSync(parent, 0o777);
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const left = join(parent, `rost-run-${gone}-abc`);
    mkdirSync(left);
    writeFileSync(join(left, 'svar.csv'), 'x');
    chmodSync(left, 0o500);
    // Root may remove anything: a root run asks an ordinary user's process.
    const asUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const script = `import { takeTemporaryFolder } from ${JSON.stringify(join(import.meta.dirname, 'temporary-folder.ts'))};
    console.log(takeTemporaryFolder(${JSON.stringify(parent)}));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { ...asUser, encoding: 'utf8' });
    expect(existsSync(stdout.trim())).toBe(true);
    chmodSync(left, 0o700);
  },
);
