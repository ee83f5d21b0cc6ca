import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { handleBlob, isBlobPath } from './blob-handler.ts';
import { securityHeaders } from './security-headers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface AppFilesOptions {
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Folder of the blob tickets. */
  readonly blobFolder: string;
  /** Where the page's socket goes ("ws://127.0.0.1:1234"), or null where there is none. */
  readonly socketOrigin: () => string | null;
  readonly now: () => number;
}

/** One function from a request to a response: the page's files and the blobs, in both hosts. */
export function createAppFiles(options: AppFilesOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await answer(request, options);
    for (const [name, value] of Object.entries(securityHeaders(options.socketOrigin()))) response.headers.set(name, value);
    return response;
  };
}

async function answer(request: Request, options: AppFilesOptions): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (isBlobPath(pathname)) return handleBlob(request, pathname, options.blobFolder, options.now());
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  const path = filePath(options.pageFolder, pathname);
  if (path === null) return new Response(null, { status: 404 });
  try {
    const bytes = await readFile(path);
    return new Response(request.method === 'HEAD' ? null : bytes, {
      headers: { 'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream' },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
}

/** The file a path names, always inside the folder; a path without an ending is a screen, and every screen is index.html. */
function filePath(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const root = resolve(folder);
  const wanted = extname(decoded) === '' ? join(root, 'index.html') : resolve(join(root, decoded));
  return wanted.startsWith(root + sep) ? wanted : null;
}
