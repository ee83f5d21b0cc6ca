import type * as Electron from 'electron';
import type { Route } from 'playwright-core';
import { fits, toApp } from './addresses.ts';
import { strict } from './strict.ts';

type RequestListener = (details: { readonly url: string }, decide: (answer: { readonly cancel?: boolean }) => void) => void;

/** What the program put on the default session, for the stage and for the test to ask. */
export interface SessionState {
  schemes: Electron.CustomScheme[];
  readonly handlers: Map<string, (request: Request) => Response | Promise<Response>>;
  requestFilter: readonly string[];
  onRequest: RequestListener | null;
  permissionRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
  permissionCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
  device: Parameters<Electron.Session['setDevicePermissionHandler']>[0];
  displayMedia: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0];
  /** Requests that went off the origin and that nothing had stopped. */
  readonly leaks: string[];
}

export const sessionState: SessionState = {
  schemes: [],
  handlers: new Map(),
  requestFilter: [],
  onRequest: null,
  permissionRequest: null,
  permissionCheck: null,
  device: null,
  displayMedia: null,
  leaks: [],
};

const sessionProtocol = strict('session.protocol', {
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (!sessionState.schemes.some((known) => known.scheme === scheme))
      throw new Error(`electron double: protocol.handle('${scheme}') without registering the scheme before ready`);
    sessionState.handlers.set(scheme, handler);
  },
} satisfies Pick<Electron.Protocol, 'handle'>);

const webRequest = strict('session.webRequest', {
  onBeforeRequest(filter: Electron.WebRequestFilter, listener: RequestListener): void {
    sessionState.requestFilter = filter.urls;
    sessionState.onRequest = listener;
  },
});

/** session.defaultSession. */
export const defaultSession = strict('session.defaultSession', {
  protocol: sessionProtocol,
  webRequest,
  setPermissionRequestHandler(handler) {
    sessionState.permissionRequest = handler;
  },
  setPermissionCheckHandler(handler) {
    sessionState.permissionCheck = handler;
  },
  setDevicePermissionHandler(handler) {
    sessionState.device = handler;
  },
  setDisplayMediaRequestHandler(handler) {
    sessionState.displayMedia = handler;
  },
} satisfies Partial<Record<keyof Electron.Session, unknown>> &
  Pick<
    Electron.Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'
  >);

/** Whether the program stops a request before it leaves. */
export function isStopped(url: string): boolean {
  if (sessionState.onRequest === null || !sessionState.requestFilter.some((pattern) => fits(pattern, url))) return false;
  let isCancelled = false;
  sessionState.onRequest({ url }, (answer) => {
    isCancelled = answer.cancel === true;
  });
  return isCancelled;
}

/** Answers a request as Electron would for this address, as main sees it. */
export async function answerRequest(request: Request): Promise<Response | null> {
  const handler = sessionState.handlers.get(new URL(request.url).protocol.slice(0, -1));
  return handler === undefined ? null : handler(request);
}

/** Answers what a page asks for. */
export async function answerRoute(route: Route): Promise<void> {
  const asked = route.request();
  const url = toApp(asked.url());
  const body = asked.postDataBuffer();
  const request = url.startsWith('app:')
    ? new Request(url, { method: asked.method(), headers: asked.headers(), ...(body === null ? {} : { body: new Uint8Array(body) }) })
    : null;
  const response = request === null ? null : await answerRequest(request);
  if (response === null) {
    if (!isStopped(url)) sessionState.leaks.push(url);
    await route.abort('blockedbyclient');
    return;
  }
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}
