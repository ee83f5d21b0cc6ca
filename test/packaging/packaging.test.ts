import { extractAll, getRawHeader, listPackage } from '@electron/asar';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SelfTestReport } from '../../electron/desktop/self-test.ts';
import { faults } from '../../scripts/after-pack.mjs';
import { startApp } from '../desktop/start-app.ts';
import { builtFolder } from '../support/built.ts';
import { findChromium, withoutChromium } from '../support/find-chromium.ts';

const root = join(import.meta.dirname, '..', '..');
const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
const isHere = process.platform === 'linux' && process.arch === 'x64';
const hasChromium = (await findChromium()) !== null;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
}

/** The database module's part, which changes only with its version. */
const databaseModule = [
  'LICENSE',
  'lib/binding.js',
  'lib/database.js',
  'lib/index.js',
  'lib/sqlite-error.js',
  'lib/util.js',
  ...['darwin', 'linux', 'linuxmusl', 'win32'].flatMap((platform) => [`lib/${platform}-arm64.js`, `lib/${platform}-x64.js`]),
  ...['aggregate', 'backup', 'explain', 'function', 'inspect', 'pragma', 'serialize', 'table', 'transaction', 'wrappers'].map(
    (name) => `lib/methods/${name}.js`,
  ),
  'package.json',
  'prebuilds/linux-x64.node',
].map((name) => `/node_modules/better-sqlite3/${name}`);

// Laying out a Linux x64 program needs its own native module, so the machine has to be one.
describe.skipIf(!isHere)('the program as electron-builder packs it', () => {
  let work = '';
  let dist = '';
  let unpacked = '';
  beforeAll(async () => {
    dist = await builtFolder();
    mkdirSync(join(root, '.cache'), { recursive: true });
    work = mkdtempSync(join(root, '.cache', 'packaging-'));
    const script = join(root, 'scripts', 'package-dry.ts');
    unpacked = execFileSync(process.execPath, [script, dist, work], { encoding: 'utf8' }).trim();
  }, 180_000);
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const archive = (): string => join(unpacked, 'resources', 'app.asar');

  test('the archive holds the build, package.json and the database module, and not one file more', () => {
    const header = getRawHeader(archive()).header;
    const files = listPackage(archive(), { isPack: false }).filter((path) => !isFolder(header, path));
    const built = filesIn(dist)
      .filter((path) => !path.startsWith('/browser/'))
      .map((path) => `/dist${path}`);
    expect(built.length).toBeGreaterThan(20);
    expect(files.toSorted()).toEqual([...built, '/package.json', ...databaseModule].toSorted());
  });

  test('no source, test, map or other machine’s module is in it', () => {
    const odd = listPackage(archive(), { isPack: false }).filter((path) =>
      /\.(?:map|tsx?|[ch]pp|gyp|md)$|\.test\.|\/(?:test|docs|scripts|renderer\/(?:app|features))\//u.test(path),
    );
    expect(odd).toEqual([]);
  });

  test('one native module lies beside the archive, for this system', () => {
    const beside = filesIn(`${archive()}.unpacked`);
    expect(beside).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    const bytes = readFileSync(`${archive()}.unpacked${beside[0] ?? ''}`);
    // ELF, 64 bits, x86-64.
    expect([...bytes.subarray(0, 5), bytes[18]]).toEqual([0x7f, 0x45, 0x4c, 0x46, 2, 0x3e]);
  });

  test('package.json in the archive starts the built main and names no tool', () => {
    extractAll(archive(), join(work, 'looked-at'));
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(work, 'looked-at', 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'rost', main: 'dist/main/main.js', type: 'module' });
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['devDependencies']));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['scripts']));
  });

  test('the program’s file is called rost and can be run; only two of Chromium’s languages came along', () => {
    expect(statSync(join(unpacked, 'rost')).mode & 0o111).not.toBe(0);
    expect(readdirSync(join(unpacked, 'locales')).toSorted()).toEqual(['en-GB.pak', 'en-US.pak']);
  });

  test.skipIf(!hasChromium)('what was packed starts, far from the project, and finds itself whole', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'rost-packed-'));
    const place = join(elsewhere, 'app.asar');
    extractAll(archive(), place);
    cpSync(`${archive()}.unpacked`, `${place}.unpacked`, { recursive: true });
    const app = startApp({ dist: join(place, 'dist'), words: ['--self-test'], environment: { ROST_DOUBLE_PACKAGED: place } });
    const { code, output } = await app.ended;
    // The program has just printed it.
    const report = JSON.parse(output) as SelfTestReport;
    expect(report.checks.filter((check) => !check.isOk)).toEqual([]);
    expect(report.isPackaged).toBe(true);
    expect(code).toBe(0);
    await app.stop();
    rmSync(elsewhere, { recursive: true, force: true });
  });
});
if (!hasChromium) withoutChromium('Starting the packed program is');

interface Header {
  readonly files?: Readonly<Record<string, Header>>;
}

function isFolder(header: unknown, path: string): boolean {
  // The archive's header is a tree of these.
  let here = header as Header | undefined;
  for (const part of path.split('/').filter((name) => name !== '')) here = here?.files?.[part];
  return here?.files !== undefined;
}

describe('the after-pack check', () => {
  const good = [
    '/dist',
    '/dist/main/main.js',
    '/node_modules',
    '/node_modules/better-sqlite3',
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    '/package.json',
  ];
  const beside = ['resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'];

  test('has nothing to say about a good archive', () => {
    expect(faults(good, beside, 'linux', 'x64')).toEqual([]);
  });

  test.each([
    ['a second native module', [...good, '/node_modules/better-sqlite3/prebuilds/win32-x64.node'], beside],
    ['no native module', good.filter((file) => !file.endsWith('.node')), []],
    ['a source', [...good, '/dist/main/main.ts'], beside],
    ['a map', [...good, '/dist/main/main.js.map'], beside],
    ['another module', [...good, '/node_modules/node-addon-api'], beside],
    ['the project itself', [...good, '/electron/desktop/main.js'], beside],
    ['more than the module beside the archive', good, [...beside, 'resources/app.asar.unpacked/node_modules/better-sqlite3/lib/index.js']],
  ])('finds %s', (_case, files, unpackedFiles) => {
    expect(faults(files, unpackedFiles, 'linux', 'x64')).not.toEqual([]);
  });

  test('finds the module of another system', () => {
    expect(faults(good, beside, 'win32', 'x64')).not.toEqual([]);
    expect(faults(good, beside, 'linux', 'arm64')).not.toEqual([]);
  });
});

describe('the packing instructions', () => {
  test('set every fuse as decided (architecture 17.6)', () => {
    const block = /electronFuses:\n((?: {2}.*\n)+)/u.exec(configuration)?.[1] ?? '';
    const fuses = Object.fromEntries(
      [...block.matchAll(/^ {2}(\w+): (true|false)$/gmu)].map(([, name, value]) => [name, value === 'true']),
    );
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('have one files list, rebuild nothing, publish nothing and never delete people’s data', () => {
    expect(configuration.match(/^\s*files:/gmu)).toHaveLength(1);
    expect(configuration).toMatch(/^npmRebuild: false/mu);
    expect(configuration).toMatch(/^publish: null/mu);
    expect(configuration).toMatch(/^ {2}deleteAppDataOnUninstall: false/mu);
    expect(configuration).toMatch(/^asar: \{ smartUnpack: false \}/mu);
    expect(configuration).toMatch(/^toolsets: \{ appimage: .1\.0\.3. \}/mu);
  });

  test('ask macOS for nothing but compiling while running', () => {
    const plist = readFileSync(join(root, 'resources', 'entitlements.mac.plist'), 'utf8');
    expect(plist.match(/<key>.*<\/key>/gu)).toEqual(['<key>com.apple.security.cs.allow-jit</key>']);
  });
});
