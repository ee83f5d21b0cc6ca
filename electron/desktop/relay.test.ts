import type { MessagePortMain } from 'electron';
import { EventEmitter, once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { relay, untilQuiet, type Traffic } from './relay.ts';

class PagePort extends EventEmitter {
  readonly sent: unknown[] = [];
  isClosed = false;
  start(): void {}
  postMessage(frame: unknown): void {
    this.sent.push(frame);
    this.emit('sent');
  }
  close(): void {
    this.isClosed = true;
    this.emit('close');
  }
}

function joined() {
  const page = new PagePort();
  const { port1, port2 } = new MessageChannel();
  // The relay uses only what stands above.
  const traffic = relay(page as unknown as MessagePortMain, port1, () => 7);
  return { page, core: port2, traffic };
}

test('text and bytes are copied both ways as they are', async () => {
  const { page, core, traffic } = joined();
  page.emit('message', { data: '{"i":1}' });
  expect(await once(core, 'message')).toEqual(['{"i":1}']);
  page.emit('message', { data: new Uint8Array([1, 2]) });
  expect(await once(core, 'message')).toEqual([new Uint8Array([1, 2])]);
  core.postMessage('answer');
  await once(page, 'sent');
  expect(page.sent).toEqual(['answer']);
  expect(traffic).toEqual({ toCore: 7, toPage: 7 });
  core.close();
});

test.each([[{ i: 1 }], [7], [null], [[1]], [new ArrayBuffer(1)]])('%j is no frame and ends the pipe', async (data) => {
  const { page, core } = joined();
  page.emit('message', { data });
  await once(core, 'close');
  expect(page.isClosed).toBe(true);
});

test('an end on either side ends the other', async () => {
  const one = joined();
  one.page.close();
  await once(one.core, 'close');
  const two = joined();
  two.core.close();
  await once(two.page, 'close');
});

/** A clock that goes on by itself a step at each look. */
function clock(step: number): () => number {
  let time = 1000;
  return () => (time += step);
}

test('quiet is waited for no longer than the given time, when an answer never comes', async () => {
  const stuck: Traffic = { toCore: 1e12, toPage: 0 };
  const now = clock(500);
  const before = now();
  await untilQuiet(() => [stuck], now, 3000);
  expect(now() - before).toBeLessThan(6000);
});

test('an answered pipe is quiet', async () => {
  let polls = 0;
  await untilQuiet(() => ((polls += 1), [{ toCore: 10, toPage: 20 }]), clock(100), 3000);
  expect(polls).toBeLessThan(4);
});
