import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MessagePort } from 'node:worker_threads';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { createAppFiles } from '../bridge/app-files.ts';
import { isOwnHost, isOwnOrigin, isToken } from './auth.ts';

export interface BrowserServerOptions {
  readonly token: string;
  readonly pageFolder: string;
  readonly blobFolder: string;
  /** Opens a pipe to the core for one window. */
  readonly connect: (windowId: string) => MessagePort;
  readonly now: () => number;
  /** Told how many pages are connected, each time that changes. */
  readonly onPages: (count: number) => void;
  /** 0 for a random port. */
  readonly port: number;
}

export interface BrowserServer {
  readonly port: number;
  /** Ends every pipe, so that pages connect anew (after the core was restarted). */
  readonly dropPages: () => void;
  readonly close: () => Promise<void>;
}

/** A page has this long to say its token. */
const helloTimeoutMs = 5000;
const maximumFrameBytes = 32 * 1024 * 1024;
const windowPattern = /^[0-9a-z-]{8,64}$/u;

/** The loopback host: static files, blobs and one socket per page, on 127.0.0.1 only. */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const pages = new Set<WebSocket>();
  let port = 0;
  const files = createAppFiles({
    pageFolder: options.pageFolder,
    blobFolder: options.blobFolder,
    socketOrigin: () => `ws://127.0.0.1:${port}`,
    now: options.now,
  });
  const server = createServer((request, response) => void serve(request, response, port, files));
  server.headersTimeout = 10_000;
  server.requestTimeout = 300_000;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumFrameBytes, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    if (!isOwnHost(request.headers.host, port) || !isOwnOrigin(request.headers.origin, port) || request.url !== '/socket') {
      // The server no longer listens to this socket's errors, and one that nobody listens to would end the host.
      socket.on('error', () => socket.destroy());
      socket.end(
        `HTTP/1.1 ${isOwnHost(request.headers.host, port) ? '403 Forbidden' : '421 Misdirected Request'}\r\nconnection: close\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => welcome(page, options, pages));
  });
  port = await listen(server, options.port);
  return {
    port,
    dropPages: () => {
      for (const page of pages) page.close(1012, 'core restarted');
    },
    close: () =>
      new Promise((resolve) => {
        for (const page of pages) page.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

/** Before a right token nothing is behind the socket; after it, frames are copied and never looked into. */
function welcome(page: WebSocket, options: BrowserServerOptions, pages: Set<WebSocket>): void {
  const late = setTimeout(() => page.close(4401, 'no token'), helloTimeoutMs);
  page.once('message', (data, isBinary) => {
    clearTimeout(late);
    const hello = isBinary ? null : readHello(bytesOf(data).toString('utf8'));
    if (hello === null || !isToken(hello.token, options.token)) {
      page.close(4401, 'wrong token');
      return;
    }
    pages.add(page);
    options.onPages(pages.size);
    pipe(page, options.connect(hello.windowId));
    page.once('close', () => {
      pages.delete(page);
      options.onPages(pages.size);
    });
    page.send('welcome');
  });
  page.on('error', () => page.terminate());
}

function readHello(text: string): { token: string; windowId: string } | null {
  const [token, windowId, ...rest] = text.split(' ');
  if (token === undefined || windowId === undefined || rest.length > 0 || !windowPattern.test(windowId)) return null;
  return { token, windowId };
}

/** A frame's bytes, in whichever of its three forms the library gives them. */
function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}

function pipe(page: WebSocket, port: MessagePort): void {
  page.on('message', (data, isBinary) => {
    const bytes = bytesOf(data);
    port.postMessage(isBinary ? new Uint8Array(bytes) : bytes.toString('utf8'));
  });
  port.on('message', (message: string | Uint8Array) => page.send(message));
  port.on('close', () => page.close(1012, 'core gone'));
  page.on('close', () => port.close());
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  files: (request: Request) => Promise<Response>,
): Promise<void> {
  if (!isOwnHost(request.headers.host, port)) return refuse(response, 421);
  // A form or script elsewhere could send a file here if it knew a ticket; it cannot give this origin.
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnOrigin(request.headers.origin, port)) return refuse(response, 403);
  try {
    const hasBody = request.method === 'POST';
    const answer = await files(
      new Request(`http://127.0.0.1:${port}${request.url ?? '/'}`, {
        method: request.method ?? 'GET',
        // Node's own stream types and the web's differ in name only.
        ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
      } as RequestInit),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body === null) response.end();
    // As above. A page that goes away ends the reading too, and with it the file.
    else await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response);
  } catch {
    refuse(response, 400);
  }
  return undefined;
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { connection: 'close', 'content-type': 'text/plain' });
  response.end();
}
