import type { Ticket } from '../../shared/model/ids.ts';
import { client } from './client.ts';
import { desktop } from './pipe.ts';

/**
 * Sends a file in and answers the ticket the core knows it by. @throws Error when the transfer is refused
 * @param onTicket told of the ticket before anything lies under it
 */
export async function sendFile(file: File, onTicket: (ticket: Ticket) => void = () => {}): Promise<Ticket> {
  const { ticket } = await client.workspace.requestUpload({ name: file.name });
  onTicket(ticket);
  const response = await fetch(`/blob/${ticket}`, { method: 'POST', body: file });
  if (!response.ok) throw new Error(`upload refused: ${response.status}`);
  return ticket;
}

/** Gives a finished file to the person: a save dialog on the desktop, a download in a browser. False when cancelled. */
export async function receiveFile(ticket: string, name: string): Promise<boolean> {
  if (desktop !== null) return desktop.host.saveBlob(ticket, name);
  const anchor = document.createElement('a');
  anchor.href = `/blob/${ticket}`;
  anchor.download = name;
  anchor.click();
  return true;
}
