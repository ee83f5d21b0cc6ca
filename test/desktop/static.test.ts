import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFolder } from '../support/built.ts';

const root = join(import.meta.dirname, '..', '..');

function textsIn(folder: string, ending: RegExp): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name) && !name.includes('.test.'));
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));
}

function holding(texts: ReadonlyMap<string, string>, word: string | RegExp): string[] {
  return [...texts].filter(([, text]) => (typeof word === 'string' ? text.includes(word) : word.test(text))).map(([name]) => name);
}

describe('the sources', () => {
  const local = textsIn(join(root, 'electron'), /\.ts$/u);
  const all = new Map([...local, ...textsIn(join(root, 'renderer'), /\.tsx?$/u), ...textsIn(join(root, 'shared'), /\.ts$/u)]);

  test('ipcMain is named in one file', () => {
    expect(holding(all, /\bipcMain\b/u)).toEqual(['desktop/bridge-handlers.ts']);
  });

  test('ipcRenderer and contextBridge are named in the preload only', () => {
    expect(holding(all, /\b(?:ipcRenderer|contextBridge)\b/u)).toEqual(['preload/preload.ts']);
  });

  test('electron is imported in desktop and preload only', () => {
    const importing = holding(all, /from 'electron'|import\('electron'\)|require\('electron'\)/u);
    expect(importing.length).toBeGreaterThan(3);
    expect(importing.filter((name) => !/^(?:desktop|preload)\//u.test(name))).toEqual([]);
  });

  // Each of these switches off something that Electron has on.
  test.each([
    'webSecurity',
    'nodeIntegration',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'webviewTag',
    'sandbox: false',
    'contextIsolation: false',
    'no-sandbox',
    'enableRemoteModule',
    'bypassCSP',
    'certificate-error',
    'setCertificateVerifyProc',
    'allowServiceWorkers',
  ])('%s is nowhere', (word) => {
    expect(holding(all, word)).toEqual([]);
  });

  test('openExternal stands in one file, which opens mail drafts only', () => {
    expect(holding(all, 'openExternal')).toEqual(['desktop/mail.ts']);
  });

  test.each(['startsWith(appOrigin', "startsWith('app:", "includes('app:", 'executeJavaScript'])(
    '%s decides nothing outside the self-test',
    (word) => {
      expect(holding(local, word).filter((name) => name !== 'desktop/self-test.ts')).toEqual([]);
    },
  );

  test('every channel of main is the preload’s, by the same name', () => {
    const channels = (name: string): string[] => [...new Set(local.get(name)?.match(/'rost:[a-z-]+'/gu))].toSorted();
    expect(channels('desktop/channels.ts')).toHaveLength(7);
    expect(channels('preload/preload.ts')).toEqual(channels('desktop/channels.ts'));
  });
});

describe('the build', () => {
  let built: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    built = textsIn(await builtFolder(), /\.c?js$/u);
  }, 180_000);

  test('no built file outside main and preload reaches for electron', () => {
    const reaching = holding(built, /from\s*["']electron["']|(?:require|import)\(\s*["'`]electron["'`]\s*\)/u);
    expect(reaching).toContain('main/main.js');
    expect(reaching.filter((name) => !/^(?:main|preload)\//u.test(name))).toEqual([]);
  });

  test('the preload is one CommonJS file that requires nothing but electron', () => {
    expect([...built.keys()].filter((name) => name.startsWith('preload/'))).toEqual(['preload/preload.cjs']);
    const text = built.get('preload/preload.cjs') ?? '';
    expect(text.match(/\brequire\([^)]*\)/gu)).toEqual(['require("electron")']);
    expect(text).not.toMatch(/^(?:import|export)\s/mu);
    expect(text.length).toBeLessThan(4000);
  });

  test('main carries neither the database module nor React', () => {
    expect(holding(built, 'better-sqlite3').filter((name) => name.startsWith('main/') && !name.includes('self-test'))).toEqual([]);
    expect(holding(built, 'react.transitional.element').filter((name) => name.startsWith('main/'))).toEqual([]);
  });
});
