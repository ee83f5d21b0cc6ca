import { isAppUrl } from './origin.ts';

/** What is looked at of the frame that sent a message. */
export interface SenderFrame {
  readonly url: string;
  readonly detached: boolean;
  readonly parent: unknown;
}

/** What is looked at of a message. */
export interface SentEvent<Contents> {
  readonly sender: Contents;
  readonly senderFrame: SenderFrame | null;
}

/**
 * The one check that every message from a page passes before anything else happens: the frame is still there, is a top frame,
 * belongs to a window that we made, and shows our own page. Must run synchronously: the frame may be gone a moment later.
 */
export function isOwnSender<Contents>(event: SentEvent<Contents>, isOwnWindow: (contents: Contents) => boolean): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.detached || frame.parent !== null) return false;
  return isOwnWindow(event.sender) && isAppUrl(frame.url);
}
