import { createReadStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
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

function readNote(path: string, now: number): TicketNote | null {
  if (!existsSync(`${path}.json`)) return null;
  // The note was written by the core in this very run.
  const note = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as TicketNote;
  return note.expiresAt < now ? null : note;
}

function download(path: string, now: number): Response {
  const note = readNote(path, now);
  rmSync(`${path}.json`, { force: true });
  if (note === null || !existsSync(path)) return new Response(null, { status: 404 });
  const { size } = statSync(path);
  const file = createReadStream(path);
  file.once('close', () => rmSync(path, { force: true }));
  const headers = {
    'content-type': note.mediaType,
    'content-length': String(size),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(note.name)}`,
  };
  // Node's web stream and the global one are the same class.
  return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, { headers });
}

async function upload(request: Request, path: string, now: number): Promise<Response> {
  const note = readNote(path, now);
  if (note === null || existsSync(path) || request.body === null) return new Response(null, { status: 404 });
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const part of request.body) {
      bytes += part.byteLength;
      if (bytes > maximumUploadBytes) break;
      await file.write(part);
    }
  } finally {
    await file.close();
  }
  if (bytes <= maximumUploadBytes) return new Response(null, { status: 204 });
  rmSync(path, { force: true });
  return new Response(null, { status: 413 });
}
