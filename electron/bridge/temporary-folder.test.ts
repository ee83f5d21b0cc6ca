import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
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
