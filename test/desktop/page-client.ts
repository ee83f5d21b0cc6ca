import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/index.ts';
import type { RunningApp } from './start-app.ts';

type LinkPort = ConstructorParameters<typeof RPCLink>[0]['port'];
export type PageClient = ContractRouterClient<Contract>;

const pollMs = 20;

/** Puts the window on a page of our own origin that runs no program of ours but has the bridge: the tests' workbench. */
export async function goToBarePage(app: RunningApp): Promise<void> {
  await app.evaluate("void (location.href = '/icon.svg')");
  for (let turn = 0; turn < 200; turn += 1) {
    if ((await app.evaluate("location.pathname === '/icon.svg' && typeof window.bridge === 'object'").catch(() => false)) === true) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error('the bare page did not come');
}

/** The whole contract, spoken from inside the bare page: bridge, preload, main, relay and worker are all on the way. */
export async function pageClient(app: RunningApp): Promise<Disposable & { readonly client: PageClient }> {
  await app.evaluate(openPipe);
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const timer = setInterval(() => {
    void app.evaluate('window.testFrames.splice(0)').then(
      (frames) => {
        // Frames here are text; a page has put them there.
        for (const data of frames as string[]) for (const listener of listeners) listener({ data });
      },
      () => clearInterval(timer),
    );
  }, pollMs);
  const port = {
    postMessage: (frame: unknown) => void app.evaluate(`window.testPort.postMessage(${JSON.stringify(frame)})`),
    addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) => {
      if (type === 'message') listeners.push(listener);
    },
  };
  // The link uses these two members only.
  return { client: createORPCClient(new RPCLink({ port: port as unknown as LinkPort })), [Symbol.dispose]: () => clearInterval(timer) };
}

/** Does in the bare page what renderer/lib/pipe.ts does in the real one. */
const openPipe = `new Promise((resolve) => {
  window.testFrames = [];
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== 'rost-pipe') return;
    window.testPort = event.ports[0];
    window.testPort.addEventListener('message', ({ data }) => window.testFrames.push(data));
    window.testPort.addEventListener('close', () => (window.testEnded = true));
    window.testPort.start();
    resolve(true);
  }, { once: true });
  window.bridge.host.requestPipe('test-window');
})`;

/** The frame that a call would send, for a page that sends it later by itself. */
export async function frameOf(call: (client: PageClient) => Promise<unknown>): Promise<string> {
  return new Promise((resolve) => {
    const port = { postMessage: (frame: unknown) => resolve(String(frame)), addEventListener: () => {} };
    // As above.
    void call(createORPCClient(new RPCLink({ port: port as unknown as LinkPort })));
  });
}
