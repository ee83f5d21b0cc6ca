import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCoreHost } from '../bridge/core-host.ts';
import { dataFolder } from '../bridge/data-folder.ts';
import { readLaunchOptions } from '../bridge/launch-options.ts';
import { takeTemporaryFolder } from '../bridge/temporary-folder.ts';
import { startBrowserServer, type BrowserServer } from './server.ts';

/** The host ends this long after its last page has gone. */
const idleMs = 10 * 60_000;

const options = readLaunchOptions(process.argv.slice(2));
const dist = join(import.meta.dirname, '..');
const temporaryFolder = takeTemporaryFolder();
const data = dataFolder(process.env, process.platform);
mkdirSync(data, { recursive: true });
const token = randomBytes(32).toString('hex');

let server: BrowserServer | undefined;
let idle: NodeJS.Timeout | undefined;
const core = await startCoreHost({
  workerPath: join(dist, 'core', 'core-worker.js'),
  temporaryFolder,
  dataFolder: data,
  resourceFolder: join(dist, 'resources'),
  isDevelopment: options.isDevelopment,
  onCrash: () => server?.dropPages(),
});
const problem = await core.open(options.workspacePath, options.isSample);
server = await startBrowserServer({
  token,
  pageFolder: join(dist, 'renderer'),
  blobFolder: temporaryFolder,
  connect: core.connect,
  now: () => Date.now(),
  port: options.port,
  onPages: (count) => {
    clearTimeout(idle);
    if (count === 0 && options.opensPage) idle = setTimeout(() => void end(), idleMs);
  },
});

let isEnding = false;
async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await server?.close();
  await core.end();
  rmSync(temporaryFolder, { recursive: true, force: true });
  process.exit(0);
}
// SIGHUP: the window of the terminal it was started from is closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

const query = problem === '' || problem === undefined ? '' : `?problem=${encodeURIComponent(problem)}`;
const address = `http://127.0.0.1:${server.port}/${query}#${token}`;
process.stdout.write(`Røst: ${address}\n`);
if (options.opensPage) openPage(address);

/** Opens the system's browser; where there is none, the printed address is what one has. */
function openPage(page: string): void {
  const [command, ...words] =
    process.platform === 'win32' ? ['cmd', '/c', 'start', '', page] : process.platform === 'darwin' ? ['open', page] : ['xdg-open', page];
  if (command === undefined) return;
  const child = spawn(command, words, { stdio: 'ignore', detached: true });
  child.on('error', () => process.stdout.write('No browser could be opened. Open the address above in one.\n'));
  child.unref();
}
