import type * as Electron from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium } from '../../support/find-chromium.ts';
import { sessionState } from './session.ts';
import { emitPreventable, StrictEmitter, strict } from './strict.ts';

const events = [
  'second-instance',
  'open-file',
  'web-contents-created',
  'activate',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
];

const profileSwitch = '--user-data-dir=';

/** What was done before ready, and what the program may do no more after it. */
export const appState = {
  isReady: false,
  isSandboxed: false,
  switches: [] as string[],
  paths: new Map<string, string>(),
  browser: null as Browser | null,
  context: null as BrowserContext | null,
  /** Closes all windows; true when one of them held back. Set by the window module. */
  closeWindows: (): boolean => false,
};

function beforeReady(what: string): void {
  if (appState.isReady) throw new Error(`electron double: ${what} after ready`);
}

class AppDouble extends StrictEmitter {
  readonly isPackaged = process.env['ROST_DOUBLE_PACKAGED'] !== undefined;
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string) => {
      beforeReady('commandLine.appendSwitch');
      appState.switches.push(name);
    },
  });
  ready: Promise<void> | null = null;

  constructor() {
    super('app', events);
  }

  enableSandbox(): void {
    beforeReady('enableSandbox');
    appState.isSandboxed = true;
  }

  whenReady(): Promise<void> {
    // A program that never asks needs no browser.
    this.ready ??= start();
    return this.ready;
  }

  getPath(name: string): string {
    return appState.paths.get(name) ?? process.env['ROST_DOUBLE_DOCUMENTS'] ?? homedir();
  }

  setPath(name: string, path: string): void {
    if (!statSync(path).isDirectory()) throw new Error(`electron double: setPath('${name}') to what is no folder`);
    appState.paths.set(name, path);
  }

  getAppPath(): string {
    return process.env['ROST_DOUBLE_PACKAGED'] ?? process.cwd();
  }

  getPreferredSystemLanguages(): string[] {
    return (process.env['ROST_DOUBLE_LANGUAGES'] ?? 'nb-NO').split(',');
  }

  requestSingleInstanceLock(): boolean {
    return process.env['ROST_DOUBLE_SECOND'] === undefined;
  }

  quit(): void {
    // Electron answers later, never inside the call.
    setImmediate(() => {
      if (emitPreventable(this, 'before-quit') || appState.closeWindows() || emitPreventable(this, 'will-quit')) return;
      this.emit('quit');
      this.exit(0);
    });
  }

  exit(code: number): void {
    // The browser's own exit handler ends it with this process.
    process.exit(code);
  }
}

async function start(): Promise<void> {
  const found = await findChromium();
  if (found === null) throw new Error('electron double: no Chromium');
  // A port of the browser's own choosing, beside the pipe that the double speaks through. Only a browser that says it is automated tells its command line.
  const debugging = process.env['ROST_DOUBLE_DEBUGGING'] === undefined ? [] : ['--remote-debugging-port=0', '--enable-automation'];
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args, ...debugging] });
  appState.browser = browser;
  appState.context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: process.env['ROST_DOUBLE_LANGUAGES']?.split(',')[0] ?? 'nb-NO',
  });
  setVersions(browser.version());
  appState.isReady = true;
}

/** Where a second client reaches the browser (ROST_DOUBLE_DEBUGGING): it writes its port and path into its profile folder. */
export async function debuggerAddress(): Promise<string> {
  if (appState.browser === null || process.env['ROST_DOUBLE_DEBUGGING'] === undefined)
    throw new Error('electron double: not started with ROST_DOUBLE_DEBUGGING');
  const cdp = await appState.browser.newBrowserCDPSession();
  const { arguments: words } = await cdp.send('Browser.getBrowserCommandLine');
  await cdp.detach();
  const profile = words.find((word) => word.startsWith(profileSwitch))?.slice(profileSwitch.length) ?? '';
  const [port = '', path = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

/** Electron's own entries of process.versions: the type file's version, and the browser that is here. */
function setVersions(chrome: string): void {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'versions', { value: Object.freeze({ ...process.versions, electron: manifest.version, chrome }) });
}

const made = new AppDouble();
/** app. */
export const app = strict(
  'app',
  made satisfies Pick<Electron.App, 'enableSandbox' | 'getAppPath' | 'getPreferredSystemLanguages' | 'whenReady' | 'isPackaged' | 'quit'>,
);

/** protocol: only what has to be said before ready. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    beforeReady('registerSchemesAsPrivileged');
    sessionState.schemes = schemes;
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>);
