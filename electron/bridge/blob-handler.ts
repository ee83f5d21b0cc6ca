import { createReadStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const ticketPattern = /^\/blob\/([0-9a-f]{64})$/u;
/** The largest file that may be sent in; reading it has its own, smaller limits with better words. */
const maximumUploadBytes = 512 * 1024 * 1024;

interface TicketNote {
  readonly name: string;
  readonly mediaType: string;
  readonly expiresAt: number;
}

/** Says whether a path is a blob's at all. */
export function isBlobPath(pathname: string): boolean {
  return pathname.startsWith('/blob/');
}

/**
 * Serves one download or takes one upload. A ticket works once and for five minutes; the core wrote a note for each
 * (electron/core/blobs.ts), and there is nothing else here that a request could reach.
 */
export async function handleBlob(request: Request, pathname: string, folder: string, now: number): Promise<Response> {
  const ticket = ticketPattern.exec(pathname)?.[1];
  if (ticket === undefined) return new Response(null, { status: 404 });
  if (request.method === 'GET') return download(join(folder, 'out', ticket), now);
  if (request.method === 'POST') return upload(request, join(folder, 'in', ticket), now);
  return new Response(null, { status: 405 });
}

function readNote(path: string): TicketNote | null {
  if (!existsSync(`${path}.json`)) return null;
  // The note was written by the core in this very run.
  return JSON.parse(readFileSync(`${path}.json`, 'utf8')) as TicketNote;
}

function download(path: string, now: number): Response {
  const note = readNote(path);
  rmSync(`${path}.json`, { force: true });
  if (note !== null && note.expiresAt < now) rmSync(path, { force: true });
  if (note === null || !existsSync(path)) return new Response(null, { status: 404 });
  const { size } = statSync(path);
  const file = createReadStream(path);
  file.once('close', () => rmSync(path, { force: true }));
  const headers = {
    'content-type': note.mediaType,
    'content-length': String(size),
    // A name that was cut in the middle of a sign is none that can be written in a header.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(note.name.toWellFormed())}`,
  };
  // Node's web stream and the global one are the same class.
  return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, { headers });
}

/** Takes a file in under another name until all of it is there: what was broken off is not a file that was sent. */
async function upload(request: Request, path: string, now: number): Promise<Response> {
  const note = readNote(path);
  if (note === null || note.expiresAt < now || existsSync(path) || request.body === null) return new Response(null, { status: 404 });
  const partial = `${path}.part`;
  const file = await open(partial, 'wx', 0o600);
  try {
    let bytes = 0;
    try {
      for await (const part of request.body) {
        bytes += part.byteLength;
        if (bytes > maximumUploadBytes) return new Response(null, { status: 413 });
        // Not `write`: on a disk that is nearly full it takes a part of the bytes, and that is no error.
        await file.writeFile(part);
      }
    } finally {
      await file.close();
    }
    await rename(partial, path);
    return new Response(null, { status: 204 });
  } finally {
    await rm(partial, { force: true });
  }
}
