import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions, type WebContents } from 'electron';
import { channels } from './channels.ts';
import { appOrigin } from './origin.ts';

export interface WindowsOptions {
  /** The built preload. */
  readonly preloadPath: string;
  readonly platform: string;
  readonly isDevelopment: boolean;
  /** Asked before a window closes; the window closes when the promise settles. */
  readonly beforeClose: () => Promise<void>;
}

export interface Windows {
  /** Opens a window on a path of the page ("/"). */
  readonly open: (path: string, isShown?: boolean) => BrowserWindow;
  readonly all: () => readonly BrowserWindow[];
  /** Whether a page lives in a window that was opened here. */
  readonly owns: (contents: WebContents) => boolean;
  /** The window in front, else the newest. */
  readonly front: () => BrowserWindow | undefined;
  /** Sends a command's id to one window. */
  readonly run: (window: BrowserWindow, id: string) => void;
  /** From now on windows close without being asked. */
  readonly letGo: () => void;
}

/** The page's top bar is the title bar (look 5). */
const titleBarHeight = 40;

/** The program's windows: sandboxed, isolated, one preload, and nothing else switched on. */
export function createWindows(options: WindowsOptions): Windows {
  const own = new Map<BrowserWindow, string>();
  let isFree = false;
  const open = (path: string, isShown = true): BrowserWindow => {
    const name = freeName(own.values());
    const window = new BrowserWindow(windowOptions(name, options));
    own.set(window, name);
    let mayClose = false;
    window.once('ready-to-show', () => isShown && window.show());
    window.on('close', (event) => {
      if (mayClose || isFree) return;
      event.preventDefault();
      void options.beforeClose().finally(() => {
        mayClose = true;
        if (!window.isDestroyed()) window.close();
      });
    });
    window.once('closed', () => own.delete(window));
    // Windows is ending the session: there is no time to ask.
    window.on('query-session-end', () => void options.beforeClose());
    void window.loadURL(`${appOrigin}${path}`);
    return window;
  };
  return {
    open,
    all: () => [...own.keys()],
    owns: (contents) => [...own.keys()].some((window) => window.webContents === contents),
    front: () => [...own.keys()].find((window) => window.isFocused()) ?? [...own.keys()].at(-1),
    run: (window, id) => window.webContents.send(channels.command, id),
    letGo: () => {
      isFree = true;
    },
  };
}

/** A name under which the system keeps size and place; two open windows never share one. */
function freeName(taken: Iterable<string>): string {
  const names = new Set(taken);
  let name = 'main';
  for (let count = 2; names.has(name); count += 1) name = `window-${count}`;
  return name;
}

function windowOptions(name: string, options: WindowsOptions): BrowserWindowConstructorOptions {
  const isDark = nativeTheme.shouldUseDarkColors;
  // The page's own ground (renderer/styles/tokens.css), so that nothing flashes before it is drawn.
  const ground = isDark ? '#0d1116' : '#f1f3f5';
  const overlay =
    options.platform === 'darwin'
      ? { height: titleBarHeight }
      : { height: titleBarHeight, color: ground, symbolColor: isDark ? '#e4e8ed' : '#1a222e' };
  return {
    name,
    windowStatePersistence: true,
    title: 'Røst',
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: ground,
    titleBarStyle: 'hidden',
    titleBarOverlay: overlay,
    webPreferences: {
      preload: options.preloadPath,
      sandbox: true,
      contextIsolation: true,
      devTools: options.isDevelopment,
      // The spell checker fetches its word lists from the network.
      spellcheck: false,
    },
  };
}
