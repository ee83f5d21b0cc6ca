import { randomBytes, randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';

/** Everything the core takes from outside, so that tests can give it their own time, chance and people. */
export interface CoreDeps {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** `count` random bytes. */
  readonly random: (count: number) => Uint8Array;
  readonly userName: string;
  readonly machineName: string;
  readonly processId: number;
  /** Folder for blob tickets; private to this run. */
  readonly temporaryFolder: string;
  /** Writes one log line; must never be given an answer. */
  readonly log: (level: 'info' | 'warn' | 'error', name: string, facts?: Readonly<Record<string, string | number | boolean>>) => void;
}

/** The real world. */
export function realDeps(temporaryFolder: string, log: CoreDeps['log'] = () => {}): CoreDeps {
  return {
    now: () => Date.now(),
    random: (count) => randomBytes(count),
    userName: currentUser(),
    machineName: hostname(),
    processId: process.pid,
    temporaryFolder,
    log,
  };
}

function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run a user id that has no name.
    return `user-${randomUUID().slice(0, 4)}`;
  }
}
