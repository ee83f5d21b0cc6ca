import type { WebContents } from 'electron';
import { isAppUrl } from './origin.ts';

/** Keeps a page where it is: no navigation off our own origin, in any frame, by no redirect, and no second window or guest. */
export function guardNavigation(contents: WebContents): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (!isAppUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
