import type * as Electron from 'electron';
import type { Worker } from 'node:worker_threads';
import { app, appState, debuggerAddress } from './app.ts';
import { BrowserWindowDouble } from './browser-window.ts';
import { openChannels, receiveInvoke, receiveSend } from './ipc-main.ts';
import { answerRequest, isStopped, sessionState } from './session.ts';
import { dialogState, menuState, shellState } from './shell.ts';
import { emitPreventable } from './strict.ts';
import type { WebContentsDouble } from './web-contents.ts';

/** A window as a test sees it. */
export interface WindowFacts {
  readonly id: number;
  readonly url: string;
  readonly isShown: boolean;
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly preferences: Electron.WebPreferences;
}

/** A menu item without its function. */
export interface MenuFacts {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly items?: readonly MenuFacts[];
}

export interface Forgery {
  readonly kind: 'send' | 'invoke';
  readonly channel: string;
  readonly values: readonly unknown[];
  /** Null for a frame that is gone. */
  readonly frame: { readonly url: string; readonly detached: boolean; readonly isSubFrame: boolean } | null;
  /** Comes from a page that the program did not make. */
  readonly isStranger: boolean;
}

const page = (id: number): WebContentsDouble => {
  const window = BrowserWindowDouble.getAllWindows().find((one) => one.webContents.id === id);
  if (window === undefined) throw new Error(`no window ${id}`);
  return window.webContents;
};

const workers: Worker[] = [];
process.on('worker', (worker) => workers.push(worker));

/** What a test can ask of the double and of the program behind it. */
export const controls = {
  state: () => ({
    ...appState,
    browser: null,
    context: null,
    closeWindows: null,
    paths: Object.fromEntries(appState.paths),
    schemes: sessionState.schemes,
    leaks: sessionState.leaks,
    channels: openChannels(),
  }),
  windows: (): WindowFacts[] =>
    BrowserWindowDouble.getAllWindows().map(({ webContents, isShown, options }) => ({
      id: webContents.id,
      url: webContents.frame().url,
      isShown,
      options,
      preferences: webContents.preferences,
    })),
  evaluate: ({ id, code }: { id: number; code: string }): Promise<unknown> => page(id).executeJavaScript(code),
  waitForText: async ({ id, text }: { id: number; text: string }): Promise<void> => {
    await page(id).page?.getByText(text).first().waitFor({ timeout: 15_000 });
  },
  clickButton: async ({ id, name }: { id: number; name: string }): Promise<void> => {
    await page(id).page?.getByRole('button', { name }).first().click({ timeout: 15_000 });
  },
  reload: async ({ id }: { id: number }): Promise<void> => {
    const contents = page(id);
    contents.loading = contents.frame().url;
    await contents.page?.reload();
  },
  screenshot: async ({ id, path }: { id: number; path: string }): Promise<void> => {
    await page(id).page?.screenshot({ path });
  },
  debuggerAddress: (): Promise<string> => debuggerAddress(),
  menu: (): MenuFacts[] => menuState.current.map(withoutFunctions),
  clickMenu: ({ id }: { id: string }): void => {
    const item = findItem(menuState.current, id);
    if (item?.click === undefined) throw new Error(`no menu item ${id}`);
    // The program's items look at none of the three values that Electron gives.
    (item.click as () => void)();
  },
  answerDialog: ({ answer }: { answer: unknown }): void => void dialogState.answers.push(answer),
  dialogs: () => dialogState.asked.splice(0),
  openedOutside: () => shellState.opened.splice(0),
  permission: ({
    id,
    permission,
    url,
    isMainFrame,
  }: {
    id: number;
    permission: string;
    url: string;
    isMainFrame: boolean;
  }): { readonly request: boolean | null; readonly check: boolean | null } => {
    let request: boolean | null = null;
    // The double's page and any permission's name stand for Electron's.
    const contents = page(id) as unknown as Electron.WebContents;
    const name = permission as Parameters<NonNullable<typeof sessionState.permissionRequest>>[1];
    sessionState.permissionRequest?.(contents, name, (isGranted) => (request = isGranted), { isMainFrame, requestingUrl: url });
    return { request, check: sessionState.permissionCheck?.(contents, name, url, { isMainFrame, requestingUrl: url }) ?? null };
  },
  devices: () => {
    let streams: unknown = 'not asked';
    // Neither handler looks at what is asked for.
    sessionState.displayMedia?.({} as Electron.DisplayMediaRequestHandlerHandlerRequest, (given) => (streams = given));
    return { device: sessionState.device?.({} as Electron.DevicePermissionHandlerHandlerDetails) ?? null, streams };
  },
  navigation: ({ id, event, url }: { id: number; event: string; url: string }): boolean =>
    emitPreventable(page(id), event, { url, isMainFrame: true, isSameDocument: false }),
  openWindow: ({ id, url }: { id: number; url: string }): string =>
    page(id).openHandler?.({ url, frameName: '', features: '', disposition: 'foreground-tab', referrer: { url: '', policy: 'default' } })
      .action ?? 'none',
  isStopped: ({ url }: { url: string }): boolean => isStopped(url),
  request: async ({ url, method }: { url: string; method: string }) => {
    const response = await answerRequest(new Request(url, { method }));
    return response === null
      ? null
      : { status: response.status, headers: Object.fromEntries(response.headers), size: (await response.arrayBuffer()).byteLength };
  },
  forge: async ({ kind, channel, values, frame, isStranger }: Forgery): Promise<{ readonly answer: unknown; readonly ports: number }> => {
    let ports = 0;
    const sender = isStranger ? {} : BrowserWindowDouble.getAllWindows()[0]?.webContents;
    const senderFrame =
      frame === null
        ? null
        : { url: frame.url, detached: frame.detached, parent: frame.isSubFrame ? {} : null, postMessage: () => (ports += 1) };
    if (kind === 'send') receiveSend(sender, senderFrame, channel, values);
    return { answer: kind === 'invoke' ? await receiveInvoke(sender, senderFrame, channel, values) : null, ports };
  },
  secondInstance: ({ words, folder }: { words: readonly string[]; folder: string }): void =>
    void app.emit('second-instance', {}, ['rost', ...words], folder, {}),
  openFile: ({ path }: { path: string }): boolean => emitPreventable(app, 'open-file', {}, path),
  closeWindow: ({ id }: { id: number }): void =>
    BrowserWindowDouble.getAllWindows()
      .find((one) => one.webContents.id === id)
      ?.close(),
  /** Ends the core worker, as a crash in native code would end it. */
  crashCore: async (): Promise<void> => void (await workers.at(-1)?.terminate()),
  quit: (): void => app.quit(),
};
export type Controls = typeof controls;

function withoutFunctions(item: Electron.MenuItemConstructorOptions): MenuFacts {
  const { id, label, role, accelerator, submenu } = item;
  return {
    ...(id && { id }),
    ...(label && { label }),
    ...(role && { role }),
    ...(accelerator && { accelerator }),
    ...(Array.isArray(submenu) && { items: submenu.map(withoutFunctions) }),
  };
}

function findItem(items: readonly Electron.MenuItemConstructorOptions[], id: string): Electron.MenuItemConstructorOptions | undefined {
  for (const item of items) {
    const found = item.id === id ? item : Array.isArray(item.submenu) ? findItem(item.submenu, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

process.on('message', (message: { readonly call: number; readonly name: keyof Controls; readonly given: never }) => {
  const run = async (): Promise<unknown> => (await app.whenReady(), controls[message.name](message.given));
  run().then(
    (value) => process.send?.({ call: message.call, value }),
    (error: unknown) => process.send?.({ call: message.call, error: error instanceof Error ? error.message : String(error) }),
  );
});
// A test that is gone wants no program.
process.on('disconnect', () => app.exit(1));
