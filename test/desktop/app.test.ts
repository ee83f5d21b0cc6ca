import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../electron/bridge/security-headers.ts';
import { commands } from '../../shared/commands/registry.ts';
import { builtFolder } from '../support/built.ts';
import { findChromium, withoutChromium } from '../support/find-chromium.ts';
import type { Forgery, MenuFacts } from './electron-double/control.ts';
import { startApp, type RunningApp } from './start-app.ts';

const hasChromium = (await findChromium()) !== null;
if (!hasChromium) withoutChromium('The desktop tests are');

describe.skipIf(!hasChromium)('the built main and preload, under the double of electron', () => {
  let app: RunningApp;
  let id = 0;
  beforeAll(async () => {
    app = startApp({ dist: await builtFolder(), words: ['--sample'] });
    id = (await app.window()).id;
    await app.call('waitForText', { id, text: 'Fjordvik' });
  }, 180_000);
  afterAll(() => app.stop());

  test('the page connects through the bridge and shows the sample', async () => {
    await app.call('waitForText', { id, text: 'Dialogrunden 2025' });
    expect(await app.evaluate('location.pathname')).not.toBe('/start');
  });

  test('nothing asked for anything off the origin', async () => {
    expect((await app.call('state')).leaks).toEqual([]);
  });

  test('every window is sandboxed and isolated, with nothing else switched on', async () => {
    const windows = await app.call('windows');
    expect(windows.length).toBeGreaterThan(0);
    for (const { preferences } of windows) {
      const { preload, ...rest } = preferences;
      expect(preload).toMatch(/preload\.cjs$/u);
      expect(rest).toEqual({
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
        spellcheck: false,
        devTools: false,
      });
    }
  });

  test('windows are never smaller than the screens are drawn for, and their bar is the page’s', async () => {
    const { options } = await app.window();
    expect(options).toMatchObject({
      minWidth: 1024,
      minHeight: 700,
      titleBarStyle: 'hidden',
      titleBarOverlay: { height: 40 },
      windowStatePersistence: true,
      name: 'main',
    });
  });

  test('the sandbox is on for all, and app:// is a full origin, before anything is ready', async () => {
    const { isSandboxed, schemes, switches } = await app.call('state');
    expect(isSandboxed).toBe(true);
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
    expect(switches).toEqual(['disable-background-networking']);
  });

  test('the bridge has exactly its keys, is frozen all through and cannot be replaced', async () => {
    expect(
      await app.evaluate(`({
        keys: Object.entries(bridge).flatMap(([part, members]) => Object.keys(members).map((key) => part + '.' + key)).sort(),
        frozen: [bridge, bridge.host, bridge.info, ...Object.values(bridge.host)].every(Object.isFrozen),
        kept: (() => { try { window.bridge = null; } catch {} return window.bridge !== null; })(),
        info: bridge.info,
      })`),
    ).toEqual({
      keys: [
        'host.chooseWorkspace',
        'host.onCommand',
        'host.openMail',
        'host.printBlob',
        'host.requestPipe',
        'host.saveBlob',
        'host.savePdf',
        'info.mode',
        'info.platform',
      ],
      frozen: true,
      kept: true,
      info: { mode: 'desktop', platform: process.platform },
    });
  });

  test('neither Node nor ipcRenderer nor a channel’s name is in the page', async () => {
    expect(
      await app.evaluate('[typeof require, typeof process, typeof module, typeof ipcRenderer, typeof electron, typeof Buffer]'),
    ).toEqual(Array(6).fill('undefined'));
    expect(await app.evaluate("Object.values(bridge.host).map(String).join().includes('rost:')")).toBe(false);
    expect((await app.call('state')).channels).toEqual([
      'rost:choose-workspace',
      'rost:open-mail',
      'rost:pipe',
      'rost:print-blob',
      'rost:save-blob',
      'rost:save-pdf',
    ]);
  });

  test('[R10] a mail draft is opened in the mail program, and nothing else is opened outside', async () => {
    const draft = 'mailto:?bcc=a%40b,post@fjordvik.example&subject=M%C3%B8te&body=Hei!%0D%0A';
    expect(await app.evaluate(`bridge.host.openMail(${JSON.stringify(draft)})`)).toBe(true);
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'MAILTO:a@fjordvik.example',
      ' mailto:a@fjordvik.example',
      'mailto:',
      'mailto:a@fjordvik.example\n--option',
      `mailto:${'a'.repeat(3000)}@fjordvik.example`,
      null,
      { toString: 'mailto:a@fjordvik.example' },
    ]) {
      expect(await app.evaluate(`bridge.host.openMail(${JSON.stringify(url)})`), JSON.stringify(url)).toBe(false);
    }
    expect(await app.call('openedOutside')).toEqual([draft]);
  });

  test('every answer of app:// carries the policy, found or not, for a screen, a file, a blob and a wrong host', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/coding', 200],
      ['/icon.svg', 200],
      ['/none.js', 404],
      ['/%2e%2e/main/main.js', 404],
      [`/blob/${'0'.repeat(64)}`, 404],
    ] as const) {
      const response = await app.call('request', { url: `app://rost${path}`, method: 'GET' });
      expect(response).toMatchObject({
        status,
        headers: { 'content-security-policy': contentSecurityPolicy(null), 'x-content-type-options': 'nosniff' },
      });
    }
    for (const url of ['app://rost.example/', 'app://rost:1/']) {
      expect(await app.call('request', { url, method: 'GET' })).toMatchObject({
        status: 404,
        headers: { 'content-security-policy': contentSecurityPolicy(null) },
      });
    }
    expect(await app.call('request', { url: 'app://rost/index.html', method: 'PUT' })).toMatchObject({ status: 405 });
  });

  test.each(['file:///etc/passwd', 'http://example.org/', 'https://example.org/x', 'ws://127.0.0.1:9/', 'wss://example.org/'])(
    'a request to %s is stopped',
    async (url) => {
      expect(await app.call('isStopped', { url })).toBe(true);
    },
  );

  test('only writing to the clipboard and filling the screen are allowed, and only to our own top page', async () => {
    const ask = (permission: string, url = 'app://rost/', isMainFrame = true) =>
      app.call('permission', { id, permission, url, isMainFrame });
    for (const permission of ['clipboard-sanitized-write', 'fullscreen']) {
      expect(await ask(permission)).toEqual({ request: true, check: true });
      expect(await ask(permission, 'https://example.org/')).toEqual({ request: false, check: false });
      expect(await ask(permission, 'app://rost.example/')).toEqual({ request: false, check: false });
      expect(await ask(permission, 'app://rost/', false)).toEqual({ request: false, check: false });
    }
    const others = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'midiSysex',
      'pointerLock',
      'openExternal',
      'clipboard-read',
      'display-capture',
      'usb',
      'serial',
      'hid',
      'fileSystem',
      'idle-detection',
      'local-fonts',
      'storage-access',
      'window-management',
      'unknown',
    ];
    for (const permission of others) expect(await ask(permission)).toEqual({ request: false, check: false });
    expect(await app.call('devices')).toEqual({ device: false, streams: null });
  });

  test('no navigation leaves the origin, by any of the three events', async () => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of [
        'https://example.org/',
        'file:///etc/passwd',
        'app://rost.example/',
        'app://rost@example/',
        'javascript:1',
        'data:text/html,x',
        'about:blank',
      ]) {
        expect(await app.call('navigation', { id, event, url }), `${event} ${url}`).toBe(true);
      }
      expect(await app.call('navigation', { id, event, url: 'app://rost/coding' })).toBe(false);
    }
  });

  test('a link away from the program goes nowhere', async () => {
    const before = await app.evaluate('location.href');
    await app.evaluate("void (location.href = 'https://example.org/')");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await app.evaluate('location.href')).toBe(before);
    expect((await app.call('state')).leaks).toEqual([]);
  });

  test('pages open no windows and hold no guests', async () => {
    for (const url of ['https://example.org/', 'app://rost/', 'about:blank'])
      expect(await app.call('openWindow', { id, url })).toBe('deny');
    expect(await app.call('navigation', { id, event: 'will-attach-webview', url: 'https://example.org/' })).toBe(true);
  });

  describe('a message to main is heard', () => {
    const ours = { url: 'app://rost/', detached: false, isSubFrame: false };
    const forge = (change: Partial<Forgery>) =>
      app.call('forge', { kind: 'send', channel: 'rost:pipe', values: ['forged-window'], frame: ours, isStranger: false, ...change });

    test('from the top frame of our own page', async () => {
      expect(await forge({})).toEqual({ answer: null, ports: 1 });
      // The real page lost its pipe to the forged one, and asks again by itself.
      await app.call('waitForText', { id, text: 'Fjordvik' });
    });

    test.each([
      ['a frame that is gone', { frame: null }],
      ['a detached frame', { frame: { ...ours, detached: true } }],
      ['a frame inside the page', { frame: { ...ours, isSubFrame: true } }],
      ['another origin', { frame: { ...ours, url: 'https://example.org/' } }],
      ['an origin that begins as ours', { frame: { ...ours, url: 'app://rost.example/' } }],
      ['an address that holds ours', { frame: { ...ours, url: 'https://example.org/?app://rost/' } }],
      ['a page that is no window of ours', { isStranger: true }],
    ] satisfies [string, Partial<Forgery>][])('never from %s', async (_case, change) => {
      expect(await forge(change)).toEqual({ answer: null, ports: 0 });
      expect((await forge({ ...change, kind: 'invoke', channel: 'rost:choose-workspace', values: ['open'] })).answer).toBeNull();
      expect((await forge({ ...change, kind: 'invoke', channel: 'rost:save-blob', values: ['0'.repeat(64), 'x.txt'] })).answer).toBe(
        'failed',
      );
      expect(await app.call('dialogs')).toEqual([]);
    });

    test.each([[undefined], [''], ['short'], ['UPPER-CASE'], [7], ['x'.repeat(65)], [{ toString: 'test-window' }]])(
      'never with %j for a window’s name',
      async (windowId) => {
        expect((await forge({ values: [windowId] })).ports).toBe(0);
      },
    );

    test.each([
      ['other', 'x.txt'],
      ['0'.repeat(63), 'x.txt'],
      [`../${'0'.repeat(61)}`, 'x.txt'],
      ['0'.repeat(64), 7],
      ['0'.repeat(64), 'x'.repeat(256)],
      ['0'.repeat(64), 'unknown-ticket.txt'],
    ])('never saves a file for ticket %j as %j', async (ticket, name) => {
      expect((await forge({ kind: 'invoke', channel: 'rost:save-blob', values: [ticket, name] })).answer).toBe('failed');
      expect(await app.call('dialogs')).toEqual([]);
    });

    test('only to open or to create', async () => {
      expect((await forge({ kind: 'invoke', channel: 'rost:choose-workspace', values: ['/etc/passwd'] })).answer).toBeNull();
      expect(await app.call('dialogs')).toEqual([]);
    });
  });

  test('the menus are the registry’s, in the system’s language, and carry commands to the page', async () => {
    const items = (list: readonly MenuFacts[]): MenuFacts[] => list.flatMap((item) => [item, ...items(item.items ?? [])]);
    const menus = await app.call('menu');
    expect(menus.map((menu) => menu.label)).toEqual(['Fil', 'Rediger', 'Vis', 'Gå', 'Hjelp']);
    const ids = items(menus).flatMap((item) => item.id ?? []);
    expect(ids).toEqual(expect.arrayContaining(commands.filter((command) => command.menu !== undefined).map((command) => command.id)));
    await app.call('clickMenu', { id: 'help' });
    await app.call('waitForText', { id, text: 'Taster' });
    expect(await app.evaluate('location.pathname')).toBe('/help');
  });

  test('a second window has its own name and the same page', async () => {
    await app.call('clickMenu', { id: 'newWindow' });
    const second = async () => (await app.call('windows')).find((window) => window.id !== id && window.isShown);
    await expect.poll(second, { timeout: 10_000 }).toMatchObject({ options: { name: 'window-2' }, url: 'app://rost/' });
    const other = (await second())?.id ?? 0;
    await app.call('waitForText', { id: other, text: 'Fjordvik' });
    await app.call('closeWindow', { id: other });
    await expect.poll(async () => (await app.call('windows')).length).toBe(1);
  });
});
