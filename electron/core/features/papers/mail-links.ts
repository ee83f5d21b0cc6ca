/** A mail that the person's own mail program writes on. */
export interface MailDraft {
  readonly subject: string;
  /** Lines are parted by line feeds. */
  readonly body: string;
  readonly addresses: readonly string[];
}

export interface MailLink {
  readonly href: string;
  /** How many recipients it has. */
  readonly count: number;
}

/** What Windows hands on of an address line (INTERNET_MAX_URL_LENGTH is 2083). */
const longestLink = 2000;

/**
 * A draft as mailto: links (RFC 6068), as many as its recipients need. One recipient is written to; several stand in blind copy, so
 * that nobody is shown the others' addresses. An address given twice counts once.
 */
export function mailLinks({ subject, body, addresses }: MailDraft): MailLink[] {
  const rest = `subject=${encode(subject)}&body=${encode(body)}`;
  const unique = [...new Set(addresses)];
  const [only] = unique;
  if (unique.length === 1 && only !== undefined) return [{ href: `mailto:${encodeAddress(only)}?${rest}`, count: 1 }];
  const groups: string[][] = [];
  for (const address of unique.map(encodeAddress)) {
    const group = groups.at(-1);
    const length = group === undefined ? Number.POSITIVE_INFINITY : hrefOf([...group, address], rest).length;
    if (group === undefined || length > longestLink) groups.push([address]);
    else group.push(address);
  }
  return groups.map((group) => ({ href: hrefOf(group, rest), count: group.length }));
}

function hrefOf(encoded: readonly string[], rest: string): string {
  return `mailto:?bcc=${encoded.join(',')}&${rest}`;
}

/** Line breaks are CRLF in mail (RFC 6068, 5). */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed().replaceAll(/\r\n?|\n/gu, '\r\n'));
}

function encodeAddress(address: string): string {
  return encodeURIComponent(address).replaceAll('%40', '@');
}
