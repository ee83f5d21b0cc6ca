import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Side } from '../contest.ts';

const Answer = z.object({ ms: z.number(), check: z.number() });

/** Another program that waits for tasks and times itself. */
export interface Peer extends Disposable {
  readonly ask: (task: string) => Promise<{ readonly ms: number; readonly check: number }>;
}

/** Whether a program can be started here, told by one harmless call. */
export function isHere(command: string, words: readonly string[]): boolean {
  return spawnSync(command, words, { stdio: 'ignore' }).status === 0;
}

/** Says why a peer is not in the table. */
export function skip(peer: string, why: string): null {
  process.stderr.write(`skipped ${peer}: ${why}\n`);
  return null;
}

/** Starts a peer and waits until it has read its data. @throws Error when it ends before */
export async function startPeer(command: string, words: readonly string[]): Promise<Peer> {
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`${command} has ended`);
    return line.value;
  };
  await next();
  return {
    ask: async (task) => {
      child.stdin.write(`${task}\n`);
      return Answer.parse(JSON.parse(await next()));
    },
    [Symbol.dispose]: () => {
      child.stdin.end();
      child.kill();
    },
  };
}

/** A peer's task as a contestant, by its own clock. */
export function sideOf(peer: Peer, name: string, task: string, calls: number): Side {
  return { name, calls, timesItself: true, run: async () => (await peer.ask(task)).ms };
}

/** The number a peer answers for its counts: every count by a weight of its place. */
export function checkOf(tables: readonly ArrayLike<number>[]): number {
  let total = 0;
  for (const [at, counts] of tables.entries())
    for (let place = 0; place < counts.length; place += 1) total += (counts[place] ?? 0) * ((place * 31 + at * 17) % 9973);
  return total;
}
