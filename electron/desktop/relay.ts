import type { MessagePortMain } from 'electron';
import type { MessagePort } from 'node:worker_threads';

/** When frames last went each way, in milliseconds; 0 for never. It is all that the host knows of a conversation. */
export interface Traffic {
  toCore: number;
  toPage: number;
}

/**
 * Copies frames between a page and the core, unopened. Anything that is not text or bytes is not ours and ends the pipe; an
 * end on one side ends the other.
 */
export function relay(page: MessagePortMain, core: MessagePort, now: () => number): Traffic {
  const traffic: Traffic = { toCore: 0, toPage: 0 };
  page.on('message', ({ data }: { data: unknown }) => {
    if (typeof data !== 'string' && !(data instanceof Uint8Array)) {
      core.close();
      page.close();
      return;
    }
    traffic.toCore = now();
    core.postMessage(data);
  });
  core.on('message', (frame: string | Uint8Array) => {
    traffic.toPage = now();
    page.postMessage(frame);
  });
  page.on('close', () => core.close());
  core.on('close', () => page.close());
  page.start();
  return traffic;
}

/** Frames have not moved for this long: whatever was being written is written. */
const quietMs = 150;
const pollMs = 25;

/** Whether the core has answered last and nothing has moved for a while since `since`. */
function isQuiet(traffic: Traffic, since: number, now: number): boolean {
  if (traffic.toCore >= since && traffic.toPage < traffic.toCore) return false;
  return now - Math.max(traffic.toCore, traffic.toPage, since) >= quietMs;
}

/** Waits until all pipes are quiet, or until the time is up. */
export async function untilQuiet(pipes: () => Iterable<Traffic>, now: () => number, longestMs: number): Promise<void> {
  const since = now();
  while (now() - since < longestMs) {
    if ([...pipes()].every((traffic) => isQuiet(traffic, since, now()))) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
