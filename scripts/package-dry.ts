import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');

interface DryPackageOptions {
  /** Folder of the built program. */
  readonly dist: string;
  /** A folder inside the project that is emptied and worked in; the program is laid out in release/linux-unpacked there. */
  readonly folder: string;
}

/**
 * Packs the program for Linux x64 as a release is packed, around a stub of Electron's own files and without a network: the
 * archive, the native module beside it and the after-pack check are the real ones. @returns the folder with the laid-out program
 * @throws Error with electron-builder's words
 */
async function packageDry({ dist, folder }: DryPackageOptions): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of [
    'package.json',
    'package-lock.json',
    'electron-builder.yml',
    'electron-builder.dry.yml',
    'scripts/after-pack.mjs',
    'resources',
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  cpSync(dist, join(folder, 'dist'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  writeStub(join(folder, 'electron-stub'));
  await electronBuilder(folder);
  return join(folder, 'release', 'linux-unpacked');
}

/** What electron-builder needs to find in a download of Electron. */
function writeStub(folder: string): void {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  );
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\necho "A stub stands here in place of Electron."\nexit 1\n', { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-GB.pak', 'locales/en-US.pak', 'locales/nb.pak'])
    writeFileSync(join(folder, name), 'stub\n');
}

function electronBuilder(folder: string): Promise<void> {
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const words = [
    '--dir',
    '--linux',
    '--x64',
    '--publish',
    'never',
    '--projectDir',
    folder,
    '--config',
    'electron-builder.dry.yml',
    '-c.electronDist=electron-stub',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`electron-builder failed:\n${said}`))));
  });
}

/** `package-dry.ts` builds and packs; `package-dry.ts DIST FOLDER` packs what is built. Prints where the program was laid out. */
async function run(dist: string | undefined, folder: string | undefined): Promise<void> {
  if (dist !== undefined && folder !== undefined) {
    process.stdout.write(`${await packageDry({ dist, folder })}\n`);
    return;
  }
  const built = join(root, '.cache', 'package-dry-dist');
  process.env['ROST_DIST'] = built;
  const { buildAll } = await import('./build.ts');
  await buildAll();
  process.stdout.write(`${await packageDry({ dist: built, folder: join(root, '.cache', 'package-dry') })}\n`);
  rmSync(built, { recursive: true, force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run(process.argv[2], process.argv[3]);
