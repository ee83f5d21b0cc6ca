import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';

export interface CoreHostOptions {
  /** The built core worker. */
  readonly workerPath: string;
  readonly temporaryFolder: string;
  readonly dataFolder: string;
  readonly resourceFolder: string;
  readonly isDevelopment: boolean;
  /** Told when the worker ended on its own; ports are dead then, and windows must connect again. */
  readonly onCrash: () => void;
}

/** A host's handle on the core: pipes in, and nothing decoded on the way. */
export interface CoreHost {
  /** A new pipe for one window. */
  readonly connect: (windowId: string) => MessagePort;
  /** Opens what the command line named; answers an error code, or empty when it went well. */
  readonly open: (path: string | null, isSample: boolean) => Promise<string>;
  /** Ends the worker as a crash would, so that the way back can be tested. */
  readonly crashForTest: () => Promise<void>;
  /** Closes the workspace (with its backup) and ends the worker. */
  readonly end: () => Promise<void>;
}

/** Starts the core worker and waits until it listens. */
export async function startCoreHost(options: CoreHostOptions): Promise<CoreHost> {
  const { temporaryFolder, dataFolder, resourceFolder, isDevelopment } = options;
  let isEnding = false;
  let openPath: string | null = null;
  const start = async (): Promise<Worker> => {
    const worker = new Worker(options.workerPath, { workerData: { temporaryFolder, dataFolder, resourceFolder, isDevelopment } });
    worker.on('message', (received: WorkerMessage) => {
      if (received.type === 'workspace') openPath = received.path ?? null;
    });
    // Without a listener an error in the worker would end the host as well; 'exit' follows, and the core is started again.
    worker.on('error', () => {});
    await message(worker, 'ready');
    worker.once('exit', () => {
      if (!isEnding && waiting === null) void restart();
    });
    return worker;
  };
  /** Pipes asked for while there is no core; they are handed over once there is one. */
  let waiting: { windowId: string; port: MessagePort }[] | null = null;
  const hand = (windowId: string, port: MessagePort): void => current.postMessage({ type: 'connect', windowId, port }, [port]);
  const restart = async (): Promise<void> => {
    const reopened = openPath;
    openPath = null;
    waiting = [];
    current = await start();
    // A file that ends the core again is not tried a third time.
    if (reopened !== null && (await open(reopened, false)) === died) current = await start();
    for (const { windowId, port } of waiting) hand(windowId, port);
    waiting = null;
    options.onCrash();
  };
  const open = async (path: string | null, isSample: boolean): Promise<string> => {
    current.postMessage({ type: 'open', path, isSample });
    try {
      return (await message(current, 'opened')).code ?? '';
    } catch {
      return died;
    }
  };
  let current = await start();
  return {
    connect: (windowId) => {
      const { port1, port2 } = new MessageChannel();
      if (waiting === null) hand(windowId, port2);
      else waiting.push({ windowId, port: port2 });
      return port1;
    },
    open,
    crashForTest: async () => void (await current.terminate()),
    end: async () => {
      isEnding = true;
      current.postMessage({ type: 'end' });
      // A core that is gone has ended.
      await message(current, 'ended').catch(() => {});
      await current.terminate();
    },
  };
}

interface WorkerMessage {
  readonly type: string;
  readonly code?: string;
  readonly path?: string | null;
}

/** The code for a core that died over what it was asked. */
const died = 'INTERNAL';

/** Waits for one kind of message; a worker that dies first is an error. */
function message(worker: Worker, type: string): Promise<WorkerMessage> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', listen);
      worker.off('error', fail);
      worker.off('exit', leave);
    };
    const listen = (received: WorkerMessage): void => {
      if (received.type !== type) return;
      settle();
      resolve(received);
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error);
    };
    const leave = (): void => fail(new Error('the core is gone'));
    worker.on('message', listen);
    worker.once('error', fail);
    worker.once('exit', leave);
    // A thread that has ended has no number, and tells nobody any more.
    if (worker.threadId === -1) leave();
  });
}
