import { strict } from './strict.ts';

type Listener = (event: { readonly sender: unknown; readonly senderFrame: unknown }, ...values: readonly unknown[]) => unknown;

const listeners = new Map<string, Listener>();
const handlers = new Map<string, Listener>();

/** ipcMain: one listener and one handler per channel. */
export const ipcMain = strict('ipcMain', {
  on(channel: string, listener: Listener): void {
    listeners.set(channel, listener);
  },
  handle(channel: string, listener: Listener): void {
    if (handlers.has(channel)) throw new Error(`electron double: a second handler for '${channel}'`);
    handlers.set(channel, listener);
  },
});

/** Every channel that something listens on. */
export function openChannels(): string[] {
  return [...listeners.keys(), ...handlers.keys()].toSorted();
}

/** A message that wants no answer. */
export function receiveSend(sender: unknown, senderFrame: unknown, channel: string, values: readonly unknown[]): void {
  const listener = listeners.get(channel);
  if (listener === undefined) throw new Error(`electron double: nothing listens on '${channel}'`);
  listener({ sender, senderFrame }, ...values);
}

/** A message that wants an answer. */
export async function receiveInvoke(sender: unknown, senderFrame: unknown, channel: string, values: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return handler({ sender, senderFrame }, ...values);
}
