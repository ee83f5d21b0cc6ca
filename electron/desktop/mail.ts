import { shell } from 'electron';

/** Only what a mail draft can be (RFC 6068): printable ASCII, and no longer than Windows hands on. */
const draftPattern = /^mailto:[\u0021-\u007E]+$/u;
const longestDraft = 2048;

/** Whether a page may have this opened: a mail draft, and nothing that any other program would answer to. */
export function isMailDraft(href: unknown): href is string {
  return (
    typeof href === 'string' &&
    href.length <= longestDraft &&
    draftPattern.test(href) &&
    URL.canParse(href) &&
    new URL(href).protocol === 'mailto:'
  );
}

/**
 * Opens a mail draft in the person's own mail program; the one thing that is ever opened outside. False when it is none, or when
 * there is no mail program.
 */
export async function openMailDraft(href: unknown): Promise<boolean> {
  if (!isMailDraft(href)) return false;
  try {
    await shell.openExternal(href);
    return true;
  } catch {
    return false;
  }
}
