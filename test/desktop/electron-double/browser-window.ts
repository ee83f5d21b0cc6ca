import type * as Electron from 'electron';
import { app, appState } from './app.ts';
import { defaultSession } from './session.ts';
import { emitPreventable, StrictEmitter, strict } from './strict.ts';
import { createWebContents, type WebContentsDouble } from './web-contents.ts';

/** Electron 45's own defaults of what the tests look at. */
const defaults: Electron.WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: true,
  devTools: true,
};
const events = ['ready-to-show', 'close', 'closed', 'query-session-end'];
const open: BrowserWindowDouble[] = [];

/** BrowserWindow: options kept, one page of the Chromium. */
export class BrowserWindowDouble extends StrictEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: WebContentsDouble;
  readonly opened: Promise<void>;
  isShown: boolean;
  isGone = false;
  isSmall = false;
  self: BrowserWindowDouble = this;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super('BrowserWindow', events);
    if (!appState.isReady) throw new Error('electron double: a window before ready');
    const taken = open.some((window) => window.options.name !== undefined && window.options.name === options.name);
    if (taken) throw new Error(`electron double: two windows named '${options.name}'`);
    this.options = options;
    this.isShown = options.show ?? true;
    this.webContents = createWebContents({ ...defaults, ...options.webPreferences });
    this.self = strict('BrowserWindow', this);
    open.push(this.self);
    if (appState.context === null) throw new Error('electron double: no browser');
    app.emit('web-contents-created', {}, this.webContents);
    this.opened = this.webContents.open(appState.context);
    return this.self;
  }

  static fromWebContents(contents: unknown): BrowserWindowDouble | null {
    return open.find((window) => window.webContents === contents) ?? null;
  }

  static getAllWindows(): BrowserWindowDouble[] {
    return [...open];
  }

  async loadURL(url: string): Promise<void> {
    await this.opened;
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.isShown = true;
  }

  focus(): void {
    open.push(...open.splice(open.indexOf(this.self), 1));
  }

  isFocused(): boolean {
    return open.at(-1) === this.self;
  }

  isMinimized(): boolean {
    return this.isSmall;
  }

  restore(): void {
    this.isSmall = false;
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  /** Asks, and closes unless held back. */
  close(): void {
    if (!this.isGone && !emitPreventable(this.self, 'close')) void this.remove(true);
  }

  async remove(isLastWorthTelling: boolean): Promise<void> {
    this.isGone = true;
    open.splice(open.indexOf(this.self), 1);
    await this.opened;
    await this.webContents.page?.close();
    this.webContents.lost();
    this.emit('closed');
    if (isLastWorthTelling && open.length === 0) app.emit('window-all-closed');
  }
}

appState.closeWindows = () => {
  for (const window of BrowserWindowDouble.getAllWindows()) {
    if (emitPreventable(window, 'close')) return true;
    void window.remove(false);
  }
  return false;
};

/** session: the default one only. */
export const session = strict('session', { defaultSession });
