import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from './app-error.ts';
import type { CoreDeps } from './deps.ts';
import { openOutgoing, type OutgoingFile } from './outgoing-file.ts';

/** What stands beside a ticket's bytes. The hosts read the same form (electron/bridge/blob-handler.ts). */
export const TicketNote = z.object({ name: z.string(), mediaType: z.string(), expiresAt: z.number() });
export type TicketNote = z.infer<typeof TicketNote>;

const lifetimeMs = 5 * 60_000;

/** Files on their way in and out. They never travel in a message: a ticket does, 256 random bits, good for one use. */
export interface Blobs {
  /** Puts a file out for one download. */
  readonly offer: (name: string, mediaType: string, bytes: Uint8Array) => string;
  /** Begins a file that is written piece by piece. Nobody can fetch it, and it is removed when disposed of, until `offerFile` has put it out. */
  readonly begin: () => OutgoingFile;
  /** Puts a file that was written piece by piece out for one download. */
  readonly offerFile: (file: OutgoingFile, name: string, mediaType: string) => string;
  /** Grants one upload. */
  readonly expect: (name: string) => string;
  /** Path and name of an uploaded file. @throws AppError TICKET_UNKNOWN */
  readonly received: (ticket: string) => { path: string; name: string };
  readonly discard: (ticket: string) => void;
}

export function createBlobs(deps: CoreDeps): Blobs {
  const folder = (direction: 'in' | 'out'): string => {
    const path = join(deps.temporaryFolder, direction);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const newTicket = (): string => Buffer.from(deps.random(32)).toString('hex');
  const note = (name: string, mediaType: string): string =>
    JSON.stringify({ name, mediaType, expiresAt: deps.now() + lifetimeMs } satisfies TicketNote);
  /** Files that nobody came for: their tickets are worth nothing any more. One that is being sent has lost its note, and stays. */
  const removeForgotten = (): void => {
    const out = folder('out');
    for (const file of readdirSync(out)) {
      if (!file.endsWith('.json')) continue;
      const path = join(out, file);
      try {
        if (TicketNote.parse(JSON.parse(readFileSync(path, 'utf8'))).expiresAt >= deps.now()) continue;
      } catch {
        // The host has just taken it.
        continue;
      }
      for (const old of [path, path.slice(0, -'.json'.length)]) rmSync(old, { force: true });
    }
  };
  return {
    offer: (name, mediaType, bytes) => {
      removeForgotten();
      const ticket = newTicket();
      writeFileSync(join(folder('out'), ticket), bytes, { mode: 0o600 });
      writeFileSync(join(folder('out'), `${ticket}.json`), note(name, mediaType), { mode: 0o600 });
      return ticket;
    },
    begin: () => openOutgoing(join(folder('out'), `${newTicket()}.part`)),
    offerFile: (file, name, mediaType) => {
      removeForgotten();
      const ticket = newTicket();
      file.close();
      renameSync(file.path, join(folder('out'), ticket));
      writeFileSync(join(folder('out'), `${ticket}.json`), note(name, mediaType), { mode: 0o600 });
      return ticket;
    },
    expect: (name) => {
      const ticket = newTicket();
      writeFileSync(join(folder('in'), `${ticket}.json`), note(name, 'application/octet-stream'), { mode: 0o600 });
      return ticket;
    },
    received: (ticket) => {
      const path = join(folder('in'), ticket);
      if (!existsSync(path)) throw new AppError('TICKET_UNKNOWN');
      return { path, name: TicketNote.parse(JSON.parse(readFileSync(`${path}.json`, 'utf8'))).name };
    },
    discard: (ticket) => {
      for (const suffix of ['', '.json']) rmSync(join(folder('in'), `${ticket}${suffix}`), { force: true });
    },
  };
}
