import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startCoreHost, type CoreHost } from '../../electron/bridge/core-host.ts';
import { startBrowserServer, type BrowserServer } from '../../electron/browser/server.ts';
import { fingerprint } from '../../electron/core/rpc/router.ts';
import { errorList } from '../../shared/contract/errors.ts';
import { RostEvent } from '../../shared/contract/events.ts';
import { fingerprintOf, listMethods } from '../../shared/contract/fingerprint.ts';
import { contract, type Contract } from '../../shared/contract/index.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import { aFolder, aPath } from '../support/a-workspace.ts';

type Client = ContractRouterClient<Contract>;
const token = 'a'.repeat(64);
const sample = aPath('Fjordvik.rost');
let host: CoreHost;
let server: BrowserServer;
let crashes = 0;

beforeAll(async () => {
  buildSample(sample);
  const resourceFolder = aFolder();
  mkdirSync(join(resourceFolder, 'sample'));
  copyFileSync(sample, join(resourceFolder, 'sample', 'Fjordvik.rost'));
  host = await startCoreHost({
    workerPath: join(import.meta.dirname, '../../electron/core/rpc/core-worker.ts'),
    temporaryFolder: aFolder(),
    dataFolder: aFolder(),
    resourceFolder,
    isDevelopment: true,
    onCrash: () => (crashes += 1),
  });
  server = await startBrowserServer({
    token,
    pageFolder: aFolder(),
    blobFolder: aFolder(),
    port: 0,
    now: () => Date.now(),
    onPages: () => {},
    connect: host.connect,
  });
  const problem = await host.open(sample, false);
  if (problem !== '') throw new Error(problem);
});
afterAll(async () => {
  await server.close();
  await host.end();
});

/** RPCLink takes any port-like object; both of these have the two members it uses. */
function clientOn(port: unknown): Client {
  return createORPCClient(new RPCLink({ port: port as globalThis.MessagePort }));
}

function overPort(windowId: string): { client: Client; port: MessagePort } {
  const port = host.connect(windowId);
  port.start();
  return { client: clientOn(port), port };
}

async function overSocket(windowId: string): Promise<{ client: Client; socket: WebSocket }> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, { headers: { origin: `http://127.0.0.1:${server.port}` } });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(`${token} ${windowId}`);
  await new Promise((resolve) => socket.once('message', resolve));
  return {
    client: clientOn({ postMessage: (data: string) => socket.send(data), addEventListener: socket.addEventListener.bind(socket) }),
    socket,
  };
}

describe('both pipes', () => {
  test('carry the same answers', async () => {
    const a = overPort('window-aaaa').client;
    const b = (await overSocket('window-bbbb')).client;
    const { projects } = await a.projects.list({});
    expect(await b.projects.list({})).toEqual({ projects });
    const projectId = projects[0]?.id;
    if (projectId === undefined) throw new Error('the sample has projects');
    expect(await b.interviews.list({ projectId, limit: 500 })).toEqual(await a.interviews.list({ projectId, limit: 500 }));
    expect(await b.themes.tree({})).toEqual(await a.themes.tree({}));
  });

  test('carry the same errors: declared ones with their data, broken messages and unexpected ones without a stack', async () => {
    for (const client of [overPort('window-aaaa').client, (await overSocket('window-bbbb')).client]) {
      await expect(client.history.undo({ seq: 999_999 })).rejects.toMatchObject({
        code: 'NOTHING_TO_UNDO',
        defined: true,
        data: { message: errorList.NOTHING_TO_UNDO.message },
      });
      await expect(client.workspace.open({ path: '/nowhere/x.rost' })).rejects.toMatchObject({ code: 'WORKSPACE_MISSING', defined: true });
      // The types forbid these, which is the point.
      for (const broken of [{ limit: 10, more: true }, { limit: '10' }, {}, null, 'x', [], { limit: -1 }]) {
        const error: unknown = await client.history.list(broken as never).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code: 'BAD_MESSAGE', defined: true, data: { params: { method: 'history.list' } } });
        expect(JSON.stringify(error)).not.toMatch(/at .*\.ts|electron\/core/u);
      }
    }
  });

  test('text of any alphabet, emoji and long text arrive as they were sent', async () => {
    const { client } = await overSocket('window-cccc');
    for (const name of ['Brukerundersøkelse æøåÆØÅ äöÄÖ', '調査 مسح Ελλάδα', 'Bra 👍🏽 👩‍👩‍👧', 'x'.repeat(200), '"quotes" \\ / \u2028 «»']) {
      const { projectId } = await client.projects.create({ name, kind: 'survey', contentLanguage: 'nb' });
      expect((await client.projects.list({})).projects.find((project) => project.id === projectId)?.name).toBe(name.normalize('NFC'));
      await client.history.undo({});
    }
  });

  test.each([
    ['a lone surrogate', 'a\ud800b'],
    ['a NUL', 'a\0b'],
    ['a control character', 'a\u0007b'],
  ])('%s is refused as text', async (_name, name) => {
    await expect(overPort('window-dddd').client.projects.create({ name, kind: 'survey', contentLanguage: 'nb' })).rejects.toMatchObject({
      code: expect.stringMatching(/BAD_MESSAGE|Projects/u),
    });
  });

  test('garbage in one window disturbs no other', async () => {
    const { socket } = await overSocket('window-eeee');
    for (const rubbish of ['', '{', 'null', '[]', '{"i":1}', '{"i":"1","p":{"u":"/x"}}', Buffer.from([0, 255, 254]), 'x'.repeat(100_000)])
      socket.send(rubbish);
    const { client } = overPort('window-ffff');
    expect((await client.workspace.status({})).workspace?.name).toBe('Fjordvik');
    expect(crashes).toBe(0);
  });
});

describe('events', () => {
  test('tell every window in one order what changed, by whom and under which name', async () => {
    const { client: a } = overPort('window-1111');
    const { client: b } = await overSocket('window-2222');
    const seen: unknown[] = [];
    const stream = await b.events.subscribe({});
    const next = async (): Promise<RostEvent> => {
      const step = await stream.next();
      // The stream's own schema; the client's type leaves it open.
      return RostEvent.parse(step.value);
    };
    const hello = await next();
    expect(hello).toMatchObject({ type: 'hello', fingerprint });
    await a.projects.create({ name: 'Til hendelser', kind: 'survey', contentLanguage: 'nb' });
    await a.history.undo({});
    await a.history.redo({});
    await a.history.undo({});
    let { seq } = hello;
    for (let n = 0; n < 4; n += 1) {
      const value = await next();
      expect(value.seq).toBe(seq + 1);
      seq = value.seq;
      seen.push(value.type === 'changed' ? [value.verb, value.windowId, value.deed?.labelId] : value.type);
    }
    const label = 'projects.create.undo';
    expect(seen).toEqual([
      ['done', 'window-1111', label],
      ['undone', 'window-1111', label],
      ['redone', 'window-1111', label],
      ['undone', 'window-1111', label],
    ]);
    await stream.return?.(undefined);
  });
});

describe('the contract', () => {
  test('has one fingerprint on both sides, and another when anything in it changes', () => {
    expect(fingerprintOf(contract)).toBe(fingerprint);
    expect(fingerprintOf({ ...contract, history: { list: contract.history.list } })).not.toBe(fingerprint);
  });

  test('every method states its kind; commands name their deed; only known error codes occur', () => {
    for (const method of listMethods(contract)) {
      expect(['query', 'command', 'job', 'session']).toContain(method.meta.kind);
      if (method.meta.kind === 'query') expect([method.name, method.meta.touches, method.meta.undo]).toEqual([method.name, [], null]);
      for (const code of method.errors) expect(Object.keys(errorList)).toContain(code);
    }
  });
});

test('a core that dies is started again with the same file, and windows connect anew', async () => {
  const before = crashes;
  const { client } = overPort('window-9999');
  const name = 'Før uhellet';
  await client.projects.create({ name, kind: 'survey', contentLanguage: 'nb' });
  await host.crashForTest();
  await expect.poll(() => crashes, { timeout: 15_000 }).toBe(before + 1);
  const { client: again } = overPort('window-9999');
  expect((await again.projects.list({})).projects.map((project) => project.name)).toContain(name);
}, 20_000);
