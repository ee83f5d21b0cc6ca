import { desktop } from '../../lib/pipe.ts';

/** Opens a mail draft in the person's mail program. False when there is none. */
export async function openMail(href: string): Promise<boolean> {
  if (desktop !== null) return desktop.host.openMail(href);
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.click();
  return true;
}
