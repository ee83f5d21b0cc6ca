import type { Ticket } from '../../shared/model/ids.ts';
import { client } from './client.ts';

/** Asks the core to put a picture out for one look; null where there is none. */
export type AskForPicture = () => Promise<{ readonly ticket: Ticket | null }>;

/** An address in this page for a picture, until somebody lets go of it (URL.revokeObjectURL); null where it cannot be had. */
export async function pictureAddress(ask: AskForPicture): Promise<string | null> {
  try {
    const { ticket } = await ask();
    if (ticket === null) return null;
    const response = await fetch(`/blob/${ticket}`);
    return response.ok ? URL.createObjectURL(await response.blob()) : null;
  } catch {
    // What shows it says in words what is missing.
    return null;
  }
}

/** Addresses of photos by attachment; one that cannot be had is left out. */
export async function photoAddresses(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all([...ids].map(async (id) => [id, await pictureAddress(() => client.minutes.seePhoto({ id }))] as const));
  return new Map(found.flatMap(([id, address]) => (address === null ? [] : [[id, address] as const])));
}
