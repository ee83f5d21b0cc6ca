import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { contentSecurityPolicy } from '../../electron/bridge/security-headers.ts';
import { startBrowserServer, type BrowserServer } from '../../electron/browser/server.ts';
import { aFolder } from '../support/a-workspace.ts';

const token = randomBytes(32).toString('hex');
const pageFolder = aFolder();
const blobFolder = aFolder();
let server: BrowserServer;
/** The core's ends of the pipes that were opened. */
const pipes: { windowId: string; port: MessagePort }[] = [];

beforeAll(async () => {
  mkdirSync(join(pageFolder, 'assets'));
  for (const direction of ['in', 'out']) mkdirSync(join(blobFolder, direction));
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Røst</title>');
  writeFileSync(join(pageFolder, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(pageFolder, '..', 'secret.txt'), 'no');
  server = await startBrowserServer({
    token,
    pageFolder,
    blobFolder,
    port: 0,
    now: () => Date.now(),
    onPages: () => {},
    connect: (windowId) => {
      const { port1, port2 } = new MessageChannel();
      pipes.push({ windowId, port: port2 });
      return port1;
    },
  });
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

function ask(
  path: string,
  options: { host?: string; method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: server.port,
        path,
        method: options.method ?? 'GET',
        headers: { host: options.host ?? `127.0.0.1:${server.port}`, ...options.headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

/** Tries to open a socket; answers what became of it. */
function knock(hello: string | Buffer | null, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, {
      headers: { host: `127.0.0.1:${server.port}`, origin: `http://127.0.0.1:${server.port}`, ...headers },
    });
    socket.on('open', () => {
      if (hello !== null) socket.send(hello);
    });
    socket.on('message', (data) => {
      resolve(Buffer.from(data as Buffer).toString());
      socket.close();
    });
    socket.on('close', (code) => resolve(`closed ${code}`));
    socket.on('unexpected-response', (_request, response) => resolve(`refused ${response.statusCode}`));
    socket.on('error', () => {});
  });
}

const windowId = 'window-0001';

describe('the browser host', () => {
  test('serves the page for every screen, with the same policy as the desktop and no caching', async () => {
    const answer = await ask('/projects/x/coding');
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toContain('Røst');
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy(`ws://127.0.0.1:${server.port}`));
    expect(answer.headers['content-security-policy']).toMatch(
      /default-src 'none'.*require-trusted-types-for 'script'; trusted-types 'none'/u,
    );
    for (const [name, value] of Object.entries({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    }))
      expect(answer.headers[name]).toBe(value);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test.each(['rost.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]', 'evil.127.0.0.1'])(
    'answers nothing to the Host %s (DNS rebinding)',
    async (host) => {
      expect((await ask('/', { host })).status).toBe(421);
      expect(await knock(`${token} ${windowId}`, { host })).toBe('refused 421');
    },
  );

  test.each(['http://evil.example', 'http://localhost', 'null', 'http://127.0.0.1'])(
    'opens no socket for the Origin %s',
    async (origin) => {
      expect(await knock(`${token} ${windowId}`, { origin })).toBe('refused 403');
    },
  );

  test('opens a pipe for the right token only, and nothing is behind the socket before', async () => {
    const before = pipes.length;
    expect(await knock(`${token} ${windowId}`)).toBe('welcome');
    expect(pipes.length).toBe(before + 1);
    expect(pipes.at(-1)?.windowId).toBe(windowId);
    for (const wrong of [
      `${'0'.repeat(64)} ${windowId}`,
      token,
      `${token} `,
      `${token} ../x`,
      `${token} ${windowId} more`,
      '',
      '{"token":1}',
    ])
      expect(await knock(wrong)).toBe('closed 4401');
    expect(await knock(Buffer.from(`${token} ${windowId}`))).toBe('closed 4401');
    expect(pipes.length).toBe(before + 1);
  });

  test('a page that says nothing is dropped', async () => {
    expect(await knock(null)).toBe('closed 4401');
  }, 10_000);

  test('copies frames of text and bytes both ways without opening them', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { headers: { origin: `http://127.0.0.1:${server.port}` } });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(`${token} ${windowId}`);
    await new Promise((resolve) => socket.once('message', resolve));
    const core = pipes.at(-1)?.port;
    const received: unknown[] = [];
    core?.on('message', (message) => received.push(message));
    socket.send('{"not": "ours to read');
    socket.send(Buffer.from([0, 255, 1]));
    const back: string[] = [];
    socket.on('message', (data, isBinary) =>
      back.push(isBinary ? `bytes ${Buffer.from(data as Buffer).toString('hex')}` : Buffer.from(data as Buffer).toString()),
    );
    core?.postMessage('æøå');
    core?.postMessage(new Uint8Array([7, 8]));
    await expect.poll(() => [received.length, back.length]).toEqual([2, 2]);
    expect(received[0]).toBe('{"not": "ours to read');
    expect(Buffer.from(received[1] as Uint8Array).toString('hex')).toBe('00ff01');
    expect(back).toEqual(['æøå', 'bytes 0708']);
    socket.close();
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/a%00.js',
    '/..%5csecret.txt',
    '/%ff.js',
  ])('does not leave its folder for %s', async (path) => {
    const answer = await ask(path);
    expect(answer.body.toString()).not.toContain('no');
    expect(answer.status).toBe(404);
  });

  test('gives a blob once, to its ticket only, and takes an upload once, from this page only', async () => {
    const ticket = randomBytes(32).toString('hex');
    const note = JSON.stringify({ name: 'Tabell æ.csv', mediaType: 'text/csv', expiresAt: Date.now() + 60_000 });
    writeFileSync(join(blobFolder, 'out', ticket), 'a;b');
    writeFileSync(join(blobFolder, 'out', `${ticket}.json`), note);
    expect((await ask(`/blob/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await ask('/blob/..%2fin%2fx')).status).toBe(404);
    const first = await ask(`/blob/${ticket}`);
    expect([first.status, first.body.toString(), first.headers['content-disposition']]).toEqual([
      200,
      'a;b',
      "attachment; filename*=UTF-8''Tabell%20%C3%A6.csv",
    ]);
    expect((await ask(`/blob/${ticket}`)).status).toBe(404);

    const upload = randomBytes(32).toString('hex');
    writeFileSync(join(blobFolder, 'in', `${upload}.json`), note);
    const send = (headers: Record<string, string>): Promise<Answer> =>
      ask(`/blob/${upload}`, { method: 'POST', headers, body: Buffer.from('fil') });
    expect((await send({ origin: 'http://evil.example' })).status).toBe(403);
    expect((await send({})).status).toBe(403);
    const origin = `http://127.0.0.1:${server.port}`;
    expect((await send({ origin })).status).toBe(204);
    expect(readFileSync(join(blobFolder, 'in', upload), 'utf8')).toBe('fil');
    expect((await send({ origin })).status).toBe(404);
  });

  test('an expired ticket is worth nothing', async () => {
    const ticket = randomBytes(32).toString('hex');
    writeFileSync(join(blobFolder, 'out', ticket), 'x');
    writeFileSync(
      join(blobFolder, 'out', `${ticket}.json`),
      JSON.stringify({ name: 'x', mediaType: 'text/plain', expiresAt: Date.now() - 1 }),
    );
    expect((await ask(`/blob/${ticket}`)).status).toBe(404);
  });

  test('outlives whoever breaks off after having been refused', async () => {
    const said: string[] = [];
    const listen = (error: Error): void => void said.push(error.message);
    process.on('uncaughtException', listen);
    try {
      for (let knocks = 0; knocks < 20; knocks += 1) {
        const socket = connect(server.port, '127.0.0.1');
        await once(socket, 'connect');
        socket.on('error', () => {});
        socket.write('GET /socket HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
        // The refusal has come, the other end is told nothing but that the line is broken.
        await once(socket, 'data');
        socket.resetAndDestroy();
      }
      expect((await ask('/')).status).toBe(200);
    } finally {
      process.off('uncaughtException', listen);
    }
    expect(said).toEqual([]);
  });

  test('keeps nothing of a download that is broken off, nor of one that came too late', async () => {
    const [ticket, late] = [1, 2].map(() => randomBytes(32).toString('hex')) as [string, string];
    for (const [name, expiresAt] of [
      [ticket, Date.now() + 60_000],
      [late, Date.now() - 1],
    ] as const) {
      // More than a socket holds.
      writeFileSync(join(blobFolder, 'out', name), Buffer.alloc(20_000_000));
      writeFileSync(join(blobFolder, 'out', `${name}.json`), JSON.stringify({ name: 'x', mediaType: 'text/plain', expiresAt }));
    }
    const sent = request({ host: '127.0.0.1', port: server.port, path: `/blob/${ticket}` });
    sent.on('error', () => {});
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.on('error', () => {});
    await once(response, 'readable');
    sent.destroy();
    expect((await ask(`/blob/${late}`)).status).toBe(404);
    await vi.waitFor(
      () => expect(readdirSync(join(blobFolder, 'out')).filter((name) => name.startsWith(ticket) || name.startsWith(late))).toEqual([]),
      5000,
    );
  });

  test('an upload that is broken off is not there, and can be sent again', async () => {
    const ticket = randomBytes(32).toString('hex');
    const note = JSON.stringify({ name: 'svar.csv', mediaType: 'text/csv', expiresAt: Date.now() + 60_000 });
    writeFileSync(join(blobFolder, 'in', `${ticket}.json`), note);
    const origin = `http://127.0.0.1:${server.port}`;
    const sent = request({
      host: '127.0.0.1',
      port: server.port,
      path: `/blob/${ticket}`,
      method: 'POST',
      headers: { origin, 'content-length': '1000' },
    });
    sent.on('error', () => {});
    sent.write('halv');
    const names = (): string[] => readdirSync(join(blobFolder, 'in')).filter((name) => name.startsWith(ticket));
    await vi.waitFor(() => expect(names().length).toBeGreaterThan(1), 5000);
    // Until it has all come, it is not what was sent in.
    expect(existsSync(join(blobFolder, 'in', ticket))).toBe(false);
    sent.destroy();
    await vi.waitFor(() => expect(names()).toEqual([`${ticket}.json`]), 5000);
    const again = await ask(`/blob/${ticket}`, { method: 'POST', headers: { origin }, body: Buffer.from('hele filen') });
    expect(again.status).toBe(204);
    expect(readFileSync(join(blobFolder, 'in', ticket), 'utf8')).toBe('hele filen');
  });

  test('gives a file whose name was cut in the middle of a sign', async () => {
    const ticket = randomBytes(32).toString('hex');
    writeFileSync(join(blobFolder, 'out', ticket), 'x');
    const note = { name: `Tabell ${'😀'.slice(0, 1)}.csv`, mediaType: 'text/csv', expiresAt: Date.now() + 60_000 };
    writeFileSync(join(blobFolder, 'out', `${ticket}.json`), JSON.stringify(note));
    const answer = await ask(`/blob/${ticket}`);
    expect([answer.status, answer.body.toString()]).toEqual([200, 'x']);
  });

  test('other methods and unknown files are refused', async () => {
    expect((await ask('/', { method: 'DELETE', headers: { origin: `http://127.0.0.1:${server.port}` } })).status).toBe(405);
    expect((await ask('/assets/none.js')).status).toBe(404);
    expect((await ask('/assets/a.js')).headers['content-type']).toContain('text/javascript');
  });
});
