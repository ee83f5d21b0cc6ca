import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache', 'test-dist');
/** What a build is made from. */
const sources = ['electron', 'renderer', 'shared', 'resources', 'scripts/build.ts', 'scripts/sample', 'package.json', 'package-lock.json'];
const pollMs = 200;
const longestMs = 180_000;
/** Builds that nobody has asked for in this time are removed. */
const keepMs = 60 * 60_000;

let asked: Promise<string> | undefined;

/**
 * The folder of a build of the sources as they are now, made at most once per state of the sources whoever asks: builds lie in
 * .cache/test-dist by the sources' fingerprint, appear by a rename, and are never changed after it.
 */
export function builtFolder(): Promise<string> {
  asked ??= build();
  return asked;
}

async function build(): Promise<string> {
  const folder = join(cache, fingerprint());
  mkdirSync(cache, { recursive: true });
  const release = await takeLock(folder);
  try {
    if (!existsSync(folder)) {
      removeOldBuilds();
      const unfinished = `${folder}.unfinished`;
      await runBuild(unfinished);
      renameSync(unfinished, folder);
    }
    // Asked for just now.
    utimesSync(folder, new Date(), new Date());
    return folder;
  } finally {
    release();
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex').slice(0, 16);
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).toSorted()) addTo(hash, `${path}/${name}`);
  } else if (!/\.test\.tsx?$|\.md$/u.test(path)) {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  }
}

function runBuild(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // A test runner's NODE_ENV would build React's development version.
    const env = { ...process.env, NODE_ENV: 'production', ROST_DIST: folder, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere/electron' };
    const child = spawn(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the build failed:\n${said}`))));
  });
}

/** Waits until this process may build; a lock whose holder is gone is taken over. */
async function takeLock(folder: string): Promise<() => void> {
  const lock = `${folder}.lock`;
  for (const since = Date.now(); Date.now() - since < longestMs;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch {
      if (!isHeld(lock)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  }
  throw new Error(`another process has held ${lock} for ${longestMs} ms`);
}

function isHeld(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // Just made, and its holder's number not yet written.
    if (holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch {
    return false;
  }
}

function removeOldBuilds(): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (!name.endsWith('.lock') && Date.now() - statSync(path).mtimeMs > keepMs) rmSync(path, { recursive: true, force: true });
  }
}
