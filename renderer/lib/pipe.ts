/** A pipe to the core, whichever host carries it: text or bytes in order, and a word when it ends. */
export interface Pipe {
  readonly port: {
    readonly postMessage: (data: string | Uint8Array<ArrayBuffer>) => void;
    readonly addEventListener: (type: string, listener: (event: { data: unknown }) => void) => void;
  };
  readonly onEnd: (listener: () => void) => void;
}

/** What the desktop preload puts on the page; absent in a browser. */
export interface DesktopBridge {
  readonly info: { readonly mode: 'desktop'; readonly platform: string };
  readonly host: {
    readonly requestPipe: (windowId: string) => void;
    readonly chooseWorkspace: (purpose: 'open' | 'create') => Promise<string | null>;
    readonly saveBlob: (ticket: string, name: string) => Promise<boolean>;
    readonly savePdf: (name: string) => Promise<boolean>;
    readonly printBlob: (ticket: string) => Promise<boolean>;
    readonly openMail: (href: string) => Promise<boolean>;
    readonly onCommand: (listener: (id: string) => void) => void;
  };
}

declare global {
  interface Window {
    readonly bridge?: DesktopBridge;
  }
}

/** The desktop's few abilities, or null in a browser. */
export const desktop: DesktopBridge | null = window.bridge ?? null;

const tokenKey = 'rost.token';
const windowKey = 'rost.window';

/** This window's name in the operation log; it survives a reload. */
export const windowId: string = rememberedWindowId();

function rememberedWindowId(): string {
  const known = sessionStorage.getItem(windowKey);
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem(windowKey, made);
  return made;
}

/** Takes the token out of the address bar at once, and keeps it for reloads of this tab only. */
export function takeToken(): string {
  const given = location.hash.slice(1);
  if (given === '') return sessionStorage.getItem(tokenKey) ?? '';
  sessionStorage.setItem(tokenKey, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/** Why a pipe could not be had. */
export class PipeError extends Error {
  readonly reason: 'refused' | 'gone';

  constructor(reason: 'refused' | 'gone') {
    super(reason);
    this.name = 'PipeError';
    this.reason = reason;
  }
}

/** Opens a pipe through whichever host this page has. @throws PipeError */
export function openPipe(): Promise<Pipe> {
  return desktop === null ? openSocket(takeToken()) : openPort(desktop);
}

function openPort(bridge: DesktopBridge): Promise<Pipe> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'rost-pipe' || port === undefined) return;
      window.removeEventListener('message', listen);
      port.start();
      resolve({ port, onEnd: (listener) => port.addEventListener('close', listener) });
    };
    window.addEventListener('message', listen);
    bridge.host.requestPipe(windowId);
  });
}

function openSocket(token: string): Promise<Pipe> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/socket`);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => socket.send(`${token} ${windowId}`), { once: true });
    socket.addEventListener('close', (event) => reject(new PipeError(event.code === 4401 ? 'refused' : 'gone')), { once: true });
    socket.addEventListener(
      'message',
      () =>
        resolve({
          port: {
            postMessage: (data) => socket.send(data),
            // A socket's message event has data, as a port's has.
            addEventListener: (type, listener) => socket.addEventListener(type, listener as unknown as EventListener),
          },
          onEnd: (listener) => socket.addEventListener('close', listener, { once: true }),
        }),
      { once: true },
    );
  });
}
