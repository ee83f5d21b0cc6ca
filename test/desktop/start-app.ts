import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Controls, WindowFacts } from './electron-double/control.ts';

export interface StartOptions {
  /** Folder of the built program. */
  readonly dist: string;
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the program keeps its own files; a new one unless given. */
  readonly dataFolder?: string;
}

type Given<K extends keyof Controls> = Parameters<Controls[K]>;

/** The program under the double, as a test handles it. */
export interface RunningApp {
  readonly dataFolder: string;
  readonly call: <K extends keyof Controls>(name: K, ...given: Given<K>) => Promise<Awaited<ReturnType<Controls[K]>>>;
  /** The only window, once it is there and has loaded. */
  readonly window: () => Promise<WindowFacts>;
  readonly evaluate: (code: string) => Promise<unknown>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  /** Ends the program as a power cut would: nothing in it runs any more. */
  readonly kill: () => Promise<void>;
  /** Ends the program if it is still there, and removes its folder. */
  readonly stop: () => Promise<void>;
}

interface Reply {
  readonly call: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Starts the built main process under the double of electron. */
export function startApp(options: StartOptions): RunningApp {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'rost-desktop-'));
  const double = join(import.meta.dirname, 'electron-double', 'register.ts');
  const child = fork(join(options.dist, 'main', 'main.js'), [...(options.words ?? [])], {
    execPath: process.execPath,
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', double],
    env: { ...process.env, ROST_DATA: dataFolder, ROST_DOUBLE_DOCUMENTS: dataFolder, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => child.once('exit', (code) => resolve({ code, output })));
  const waiting = new Map<number, (reply: Reply) => void>();
  child.on('message', (reply: Reply) => {
    waiting.get(reply.call)?.(reply);
    waiting.delete(reply.call);
  });
  void ended.then(() => {
    for (const [call, settle] of waiting) settle({ call, error: `the program has ended:\n${output}` });
  });
  let calls = 0;
  const call: RunningApp['call'] = (name, ...given) =>
    new Promise((resolve, reject) => {
      calls += 1;
      const call = calls;
      waiting.set(call, (reply) => {
        // A program that is told to quit may be gone before it can say yes; how it ended is what `ended` tells.
        if (reply.error !== undefined && name !== 'quit') reject(new Error(`${reply.error}\n${output}`));
        // The double's answer to this very control.
        else resolve(reply.value as never);
      });
      child.send({ call, name, given: given[0] }, (error) => {
        if (error !== null) waiting.get(call)?.({ call, error: 'the program has ended' });
      });
    });
  const window = async (): Promise<WindowFacts> => {
    for (let turn = 0; turn < 300; turn += 1) {
      const [first] = await call('windows');
      if (first !== undefined && first.isShown) return first;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no window:\n${output}`);
  };
  return {
    dataFolder,
    call,
    window,
    evaluate: async (code) => call('evaluate', { id: (await window()).id, code }),
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      // Without its test the double ends by itself, browser and all.
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(late);
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
