import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { z } from 'zod';
import { realDeps } from '../deps.ts';
import { createFileLog } from '../log.ts';
import { Session } from '../session.ts';
import { createRouter } from './router.ts';

/** What the host starts the worker with. */
const WorkerData = z.object({
  temporaryFolder: z.string(),
  dataFolder: z.string(),
  resourceFolder: z.string(),
  isDevelopment: z.boolean(),
});

/** What the host says to the worker. Ports carry the contract; this is only about their coming and going. */
const HostMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connect'), windowId: z.string() }),
  z.object({ type: z.literal('open'), path: z.string().nullable(), isSample: z.boolean() }),
  z.object({ type: z.literal('end') }),
]);

if (parentPort === null) throw new Error('the core runs in a worker');
const host = parentPort;
const given = WorkerData.parse(workerData);
const log = createFileLog(given.dataFolder, () => Date.now());
const session = new Session({
  deps: realDeps(given.temporaryFolder, log),
  dataFolder: given.dataFolder,
  resourceFolder: given.resourceFolder,
  checksRows: given.isDevelopment,
});
const handler = new RPCHandler(createRouter(session));

// A frame that no call can be read from is rejected inside the transport, where nobody waits for the promise. It must not end the
// core for everybody else: it is logged, without its content, and dropped.
process.on('unhandledRejection', (reason) =>
  log('error', 'rpc.frame-dropped', { name: reason instanceof Error ? reason.name : 'unknown' }),
);

host.on('message', (message: unknown) => {
  // The port rides beside the message; it is not part of what is checked.
  const port = (message as { port?: MessagePort }).port;
  const parsed = HostMessage.parse(message);
  if (parsed.type === 'connect' && port !== undefined) {
    handler.upgrade(port, { context: { windowId: parsed.windowId } });
    port.start();
  } else if (parsed.type === 'open') {
    host.postMessage(openAtStart(parsed.path, parsed.isSample));
  } else if (parsed.type === 'end') {
    session.end();
    host.postMessage({ type: 'ended' });
    host.close();
  }
});
void followWorkspace();
host.postMessage({ type: 'ready' });

/** Tells the host which file is open, so that it can be opened again after a crash of this worker. */
async function followWorkspace(): Promise<void> {
  for await (const event of session.events.subscribe('', undefined)) {
    if (event.type === 'workspace') host.postMessage({ type: 'workspace', path: session.currentPath() });
  }
}

/** Opens what the command line named; a failure is no reason not to start, the window will tell. */
function openAtStart(path: string | null, isSample: boolean): { type: 'opened'; code: string } {
  try {
    if (isSample) session.openSample();
    else if (path !== null) session.open(path);
    return { type: 'opened', code: '' };
  } catch (error) {
    return { type: 'opened', code: error instanceof Error ? error.message : 'INTERNAL' };
  }
}
