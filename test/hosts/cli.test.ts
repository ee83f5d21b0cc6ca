import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openCore } from '../../electron/core/open-core.ts';
import { builtFolder } from '../support/built.ts';
import { aFolder, aPath } from '../support/a-workspace.ts';

let dist = '';
beforeAll(async () => {
  dist = await builtFolder();
}, 180_000);

// On Windows nothing can be sent to a process but its end.
test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'the browser host closes the file and leaves nothing behind on %s: the terminal’s window is closed too',
  async (signal) => {
    const path = aPath();
    {
      using core = openCore();
      await core.client.workspace.create({ path });
    }
    const temporary = aFolder();
    const host = spawn(process.execPath, [join(dist, 'browser', 'cli.js'), '--no-open', path], {
      env: { ...process.env, ROST_DATA: aFolder(), TMPDIR: temporary, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere/electron' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(host, 'exit');
    const [said] = await once(host.stdout, 'data');
    expect(String(said)).toContain('http://127.0.0.1:');
    expect([existsSync(`${path}.lock.json`), readdirSync(temporary).length]).toEqual([true, 1]);
    host.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect([existsSync(`${path}.lock.json`), readdirSync(temporary)]).toEqual([false, []]);
  },
  60_000,
);
