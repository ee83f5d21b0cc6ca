import type { ChartFormat, TestFormat } from '../charts/index.ts';
import type { ReportDocument } from '../contract/reports-document.ts';
import type { MessageId } from '../messages/generated/message-id.ts';

/** Says a message in the report's language. */
export type PageWords = ((id: MessageId, params?: Readonly<Record<string, string | number>>) => string) & ChartFormat & TestFormat;

/** All that the page of a report is made from. */
export interface PageGround {
  readonly document: ReportDocument;
  readonly words: PageWords;
  /** Where the picture of an attachment is to be had; null for nowhere. */
  readonly pictureOf: (attachmentId: string) => string | null;
  readonly logo: string | null;
  /** The day the file was made, in words; null for print. */
  readonly madeOn: string | null;
}

/** What the parts of one page share: a footnote's number is its place in the list. */
export interface PageMaking extends PageGround {
  readonly anchors: ReadonlySet<string>;
  readonly notes: { readonly text: string }[];
}

/** The id of an anchor on the page, apart from every id of a page it may be shown in. */
export function idOf(anchor: string): string {
  return `r-${anchor}`;
}

/** True for an address that a report may lead to; anything that could run is none. */
export function isSafeAddress(href: string): boolean {
  // Browsers leave out blanks and control characters before they look at the scheme.
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return /^(?:https?:\/\/|mailto:)/iu.test(href) && !/[\u0000-\u0020\u007F]/u.test(href);
}
