import { ipcMain, MessageChannelMain, type WebContents } from 'electron';
import { basename } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { channels } from './channels.ts';
import type { FileDialogs } from './file-dialogs.ts';
import { openMailDraft } from './mail.ts';
import { appOrigin } from './origin.ts';
import { relay, type Traffic } from './relay.ts';
import { saveStream } from './save-stream.ts';
import { isOwnSender } from './sender.ts';

export interface BridgeOptions {
  readonly isOwnWindow: (contents: WebContents) => boolean;
  /** Opens a pipe to the core for one window. */
  readonly connect: (windowId: string) => MessagePort;
  /** The handler of app://, for blobs. */
  readonly files: (request: Request) => Promise<Response>;
  readonly dialogs: FileDialogs;
  readonly now: () => number;
}

export interface Bridge {
  /** The open pipes' traffic. */
  readonly pipes: () => Iterable<Traffic>;
  /** Ends every pipe, so that pages connect anew (after the core was restarted). */
  readonly dropPipes: () => void;
}

/** What became of a file that was to be saved; main never throws across to a page. */
type SaveOutcome = 'saved' | 'cancelled' | 'failed';

const windowPattern = /^[0-9a-z-]{8,64}$/u;
const ticketPattern = /^[0-9a-f]{64}$/u;
const longestName = 255;

/** Everything that a page can ask of the main process, and the only file that names the module for it. */
export function registerBridge(options: BridgeOptions): Bridge {
  const open = new Map<WebContents, { readonly traffic: Traffic; readonly close: () => void }>();
  ipcMain.on(channels.pipe, (event, windowId: unknown) => {
    if (!isOwnSender(event, options.isOwnWindow) || typeof windowId !== 'string' || !windowPattern.test(windowId)) return;
    // One pipe per page: a page that asks again has lost the old one.
    open.get(event.sender)?.close();
    const { port1, port2 } = new MessageChannelMain();
    const core = options.connect(windowId);
    const entry = { traffic: relay(port1, core, options.now), close: () => core.close() };
    open.set(event.sender, entry);
    core.once('close', () => {
      if (open.get(event.sender) === entry) open.delete(event.sender);
    });
    event.senderFrame?.postMessage(channels.pipe, null, [port2]);
  });
  ipcMain.handle(channels.chooseWorkspace, async (event, purpose: unknown): Promise<string | null> => {
    if (!isOwnSender(event, options.isOwnWindow) || (purpose !== 'open' && purpose !== 'create')) return null;
    return options.dialogs.chooseWorkspace(event.sender, purpose);
  });
  ipcMain.handle(channels.saveBlob, async (event, ticket: unknown, name: unknown): Promise<SaveOutcome> => {
    if (!isOwnSender(event, options.isOwnWindow)) return 'failed';
    if (typeof ticket !== 'string' || !ticketPattern.test(ticket) || typeof name !== 'string' || name.length > longestName) return 'failed';
    return saveBlob(event.sender, ticket, plainName(name), options);
  });
  ipcMain.handle(channels.savePdf, async (event, name: unknown): Promise<SaveOutcome> => {
    if (!isOwnSender(event, options.isOwnWindow) || typeof name !== 'string' || name.length > longestName) return 'failed';
    return savePdf(event.sender, plainName(name), options);
  });
  ipcMain.handle(channels.printBlob, async (event, ticket: unknown): Promise<boolean> => {
    if (!isOwnSender(event, options.isOwnWindow) || typeof ticket !== 'string' || !ticketPattern.test(ticket)) return false;
    return printBlob(event.sender, ticket, options);
  });
  ipcMain.handle(channels.openMail, async (event, href: unknown): Promise<boolean> => {
    if (!isOwnSender(event, options.isOwnWindow)) return false;
    return openMailDraft(href);
  });
  return {
    pipes: () => [...open.values()].map((entry) => entry.traffic),
    dropPipes: () => {
      for (const entry of open.values()) entry.close();
    },
  };
}

/** A proposed name without any folder, whichever system's slashes it was written with. */
function plainName(name: string): string {
  return basename(name.replaceAll('\\', '/'));
}

/** What the page prints: with tags and an outline, so that it can be read aloud. */
async function pdfOf(sender: WebContents): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await sender.printToPDF({
    pageSize: 'A4',
    // A wide table of a report lies on a page that lies across.
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return new Uint8Array(bytes);
}

/** Sends what the page prints in, as the page sends files of the person's in. */
async function printBlob(sender: WebContents, ticket: string, { files }: BridgeOptions): Promise<boolean> {
  try {
    const { ok } = await files(new Request(`${appOrigin}/blob/${ticket}`, { method: 'POST', body: await pdfOf(sender) }));
    return ok;
  } catch {
    return false;
  }
}

/** Asks where to, then writes what the page prints. */
async function savePdf(sender: WebContents, name: string, options: BridgeOptions): Promise<SaveOutcome> {
  const target = await options.dialogs.chooseTarget(sender, name);
  if (target === null) return 'cancelled';
  try {
    await saveStream(new Blob([await pdfOf(sender)]).stream(), target);
    return 'saved';
  } catch {
    return 'failed';
  }
}

/** Takes the file by its ticket first (tickets do not wait for dialogs), then asks where to, then writes. */
async function saveBlob(sender: WebContents, ticket: string, name: string, options: BridgeOptions): Promise<SaveOutcome> {
  const response = await options.files(new Request(`${appOrigin}/blob/${ticket}`));
  if (!response.ok || response.body === null) return 'failed';
  const target = await options.dialogs.chooseTarget(sender, name);
  if (target === null) {
    await response.body.cancel();
    return 'cancelled';
  }
  try {
    await saveStream(response.body, target);
    return 'saved';
  } catch {
    return 'failed';
  }
}
