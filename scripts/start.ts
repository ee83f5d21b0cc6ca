import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.ts';
import { root } from './run-command.ts';

/** Newest change under a folder, for telling whether the build is older than the sources. */
function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

function isBuilt(): boolean {
  const built = statSync(join(root, 'dist', 'resources', 'sample', 'Fjordvik.rost'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ['electron', 'renderer', 'shared', 'resources', 'scripts'].every((folder) => newest(join(root, folder)) < built);
}

/** Electron's own file, when it is here or can be fetched; null otherwise. Fetching happens in a process of its own. */
function findElectron(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const isThere = (): boolean => existsSync(join(folder, 'path.txt')) && existsSync(join(folder, 'dist'));
  if (!isThere() && process.env['ROST_NO_FETCH'] === undefined) {
    try {
      const { ELECTRON_OVERRIDE_DIST_PATH: _sentinel, ...environment } = process.env;
      execFileSync(process.execPath, [join(folder, 'install.js')], { env: environment, stdio: 'ignore', timeout: 120_000 });
    } catch {
      // No network to Electron's download site: the browser mode below is the same program.
    }
  }
  if (!isThere()) return null;
  const file =
    process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
  return join(folder, 'dist', file);
}

const words = process.argv.slice(2);
if (!isBuilt()) {
  process.stdout.write('Building …\n');
  await buildAll();
}
const electron = words.includes('--browser') || words.includes('--no-open') ? null : findElectron();
if (electron === null && !words.includes('--browser') && !words.includes('--no-open'))
  process.stdout.write('Electron is not here and cannot be fetched, so Røst opens in the browser.\n');
const child =
  electron === null
    ? spawn(process.execPath, [join(root, 'dist', 'browser', 'cli.js'), ...words], { stdio: 'inherit' })
    : spawn(electron, [root, ...words], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
