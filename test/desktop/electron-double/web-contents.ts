import type * as Electron from 'electron';
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page, Route } from 'playwright-core';
import { toApp, toPage } from './addresses.ts';
import { receiveInvoke, receiveSend } from './ipc-main.ts';
import { pageHalf, preloadHalf } from './page-halves.ts';
import type { Frame, MessagePortMainDouble } from './ports.ts';
import { answerRoute } from './session.ts';
import { emitPreventable, StrictEmitter, strict } from './strict.ts';

const halves = 'rost-double';
const binding = 'electronDouble';
const world = 'electron-preload';
const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'did-finish-load'];

/** What a page's preload world tells. */
interface Told {
  readonly type: 'send' | 'invoke' | 'frame' | 'port-closed';
  readonly id: number;
  readonly channel: string;
  readonly values: readonly unknown[];
  readonly text?: string;
  readonly bytes?: string;
  readonly odd?: string;
}

/** What of a frame a handler may look at. */
export type FrameDouble = Pick<Electron.WebFrameMain, 'url' | 'detached' | 'parent' | 'postMessage'>;

let count = 0;

/** webContents: one page of the Chromium, with the program's preload in a world of its own. */
export class WebContentsDouble extends StrictEmitter {
  readonly id: number;
  readonly preferences: Electron.WebPreferences;
  page: Page | null = null;
  cdp: CDPSession | null = null;
  contextId: number | null = null;
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
  /** The address that main itself is loading; no navigation event for that one. */
  loading = '';
  readonly ports = new Map<number, MessagePortMainDouble>();
  /** The strict proxy that everyone else holds. */
  self: WebContentsDouble = this;

  constructor(preferences: Electron.WebPreferences) {
    super('webContents', events);
    count += 1;
    this.id = count;
    this.preferences = preferences;
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }

  send(channel: string, ...values: unknown[]): void {
    this.tell({ type: 'send', channel, values, ports: [] });
  }

  executeJavaScript(code: string): Promise<unknown> {
    if (this.page === null) throw new Error('electron double: no page yet');
    return this.page.evaluate(code);
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    if (this.page === null) throw new Error('electron double: no page yet');
    return Buffer.from(
      await this.page.pdf({
        format: 'A4',
        preferCSSPageSize: options.preferCSSPageSize ?? false,
        printBackground: options.printBackground ?? false,
        tagged: options.generateTaggedPDF ?? false,
        outline: options.generateDocumentOutline ?? false,
      }),
    );
  }

  /** The page, opened in `context`. */
  async open(context: BrowserContext): Promise<void> {
    const page = await context.newPage();
    this.page = page;
    await page.route('**/*', (route) => this.route(route));
    page.on('popup', (popup) => void this.popup(popup));
    page.on('load', () => this.emit('did-finish-load', {}));
    const cdp = await context.newCDPSession(page);
    this.cdp = cdp;
    cdp.on('Runtime.executionContextCreated', ({ context: made }) => {
      if (made.name !== world) return;
      this.contextId = made.id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.contextId) this.lost();
    });
    cdp.on('Runtime.executionContextsCleared', () => this.lost());
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      // The preload half writes these.
      if (name === binding) this.heard(JSON.parse(payload) as Told);
    });
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: binding, executionContextName: world });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${pageHalf.toString()})(${JSON.stringify(halves)})` });
    const preload = this.preferences.preload === undefined ? '' : readFileSync(this.preferences.preload, 'utf8');
    const options = JSON.stringify({ name: halves, binding, platform: process.platform });
    const source = `(${preloadHalf.toString()})(${options}, function (require, module, exports, process) {${preload}\n})`;
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: world });
  }

  async load(url: string): Promise<void> {
    this.loading = url;
    await this.page?.goto(toPage(url), { waitUntil: 'load' });
  }

  /** The page went elsewhere or away: its ports are closed. */
  lost(): void {
    this.contextId = null;
    for (const port of this.ports.values()) port.close();
    this.ports.clear();
  }

  async route(route: Route): Promise<void> {
    const request = route.request();
    const url = toApp(request.url());
    if (request.isNavigationRequest() && this.mayNavigate(url, request.frame() === this.page?.mainFrame()) === false)
      return route.abort('aborted');
    return answerRoute(route).catch(() => {});
  }

  /** Tells of a navigation that the page began, as Electron does, and answers whether it may go on. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && new URL(this.loading).href === new URL(url).href) {
      this.loading = 'about:blank';
      return true;
    }
    const details = { url, isMainFrame, isSameDocument: false };
    const isHeld = emitPreventable(this.self, 'will-frame-navigate', details);
    return !(isMainFrame && emitPreventable(this.self, 'will-navigate', details)) && !isHeld;
  }

  async popup(page: Page): Promise<void> {
    const answer = this.openHandler?.({
      url: toApp(page.url()),
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    });
    if (answer?.action !== 'deny') throw new Error('electron double: windows that pages open are not there');
    await page.close();
  }

  frame(): FrameDouble {
    return strict('senderFrame', {
      url: toApp(this.page?.url() ?? ''),
      detached: false,
      parent: null,
      postMessage: (channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []) => {
        // Ports here are always the double's.
        const ports = (transfer as unknown as MessagePortMainDouble[]).map((port) => this.handOver(port));
        this.tell({ type: 'send', channel, values: [message], ports });
      },
    });
  }

  /** Moves one end of a channel into the page. */
  handOver(port: MessagePortMainDouble): number {
    count += 1;
    const id = count;
    port.receive = (frame) => this.tell({ type: 'frame', id, ...carry(frame as Frame) }); // a port is given only frames
    port.ended = () => this.tell({ type: 'close-port', id });
    this.ports.set(id, port);
    return id;
  }

  heard(told: Told): void {
    if (told.type === 'send') receiveSend(this.self, this.frame(), told.channel, told.values);
    else if (told.type === 'invoke') void this.invoked(told);
    else if (told.type === 'frame') {
      if (told.odd !== undefined) throw new Error(`electron double: a port cannot carry ${told.odd}`);
      this.ports.get(told.id)?.deliver(told.text ?? new Uint8Array(Buffer.from(told.bytes ?? '', 'base64')));
    } else {
      this.ports.get(told.id)?.closeOther();
      this.ports.delete(told.id);
    }
  }

  async invoked({ id, channel, values }: Told): Promise<void> {
    try {
      this.tell({ type: 'answer', id, isOk: true, value: await receiveInvoke(this.self, this.frame(), channel, values) });
    } catch (error) {
      this.tell({ type: 'answer', id, isOk: false, value: String(error) });
    }
  }

  tell(message: unknown): void {
    if (this.contextId === null || this.cdp === null) return;
    const functionDeclaration = `function (message) { ${binding}Receive(message) }`;
    void this.cdp
      .send('Runtime.callFunctionOn', { functionDeclaration, executionContextId: this.contextId, arguments: [{ value: message }] })
      .catch(() => {});
  }
}

function carry(frame: Frame): { readonly text?: string; readonly bytes?: string } {
  if (typeof frame === 'string') return { text: frame };
  if (frame instanceof Uint8Array) return { bytes: Buffer.from(frame).toString('base64') };
  throw new Error(`electron double: a port cannot carry ${Object.prototype.toString.call(frame)}`);
}

/** A webContents as others hold it. */
export function createWebContents(preferences: Electron.WebPreferences): WebContentsDouble {
  const made = new WebContentsDouble(preferences);
  made.self = strict('webContents', made);
  return made.self;
}
