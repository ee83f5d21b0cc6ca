import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

/** Browser mode that follows the sources: every change builds anew, and the host is started again on the same port. */
const dist = join(root, '.cache', 'dev');
const environment = { ...process.env, ROST_DIST: dist };
let host: ChildProcess | null = null;
let isBuilding = false;
let isStale = true;
let isFirst = true;

function build(): Promise<number> {
  return new Promise((resolve) => {
    spawn(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root, stdio: 'inherit', env: environment }).on('exit', (code) =>
      resolve(code ?? 1),
    );
  });
}

async function follow(): Promise<void> {
  if (isBuilding) return;
  isBuilding = true;
  while (isStale) {
    isStale = false;
    if ((await build()) === 0) start();
  }
  isBuilding = false;
}

function start(): void {
  host?.kill('SIGTERM');
  const words = ['--sample', '--development', '--port=4765', ...(isFirst ? [] : ['--no-open'])];
  isFirst = false;
  host = spawn(process.execPath, [join(dist, 'browser', 'cli.js'), ...words], { stdio: 'inherit', env: environment });
}

for (const folder of ['electron', 'renderer', 'shared', 'resources']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (file === null || file.endsWith('.test.ts')) return;
    isStale = true;
    setTimeout(() => void follow(), 150);
  });
}
await follow();
