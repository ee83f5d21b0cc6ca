import { useState } from 'react';
import { receiveFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { printPapers } from './print-papers.tsx';
import type { SendChoices, SendPlan } from './send-plan.ts';

/** What was made, for the word that it has gone. */
export interface SendResult {
  /** Rows of the log. */
  readonly ids: readonly string[];
  readonly fileCount: number;
  /** The person let the file go. */
  readonly isFileKept: boolean;
  readonly mails: readonly { readonly href: string; readonly count: number }[];
  /** Who has no address. */
  readonly without: readonly string[];
}

interface Sender {
  /** Logs the papers as prepared, makes the files and the drafts. Null when the core refused; the status line says why. */
  readonly send: (plan: SendPlan, choices: SendChoices) => Promise<SendResult | null>;
  readonly isSending: boolean;
}

export function useSend(): Sender {
  const save = useSave();
  const language = useLanguage();
  const [isSending, setIsSending] = useState(false);
  const { intl } = useText();

  async function makeFiles({ orders, calendars }: SendPlan, { file }: SendChoices): Promise<{ count: number; isKept: boolean }> {
    const words = file === 'docx' ? [...orders] : [];
    let isKept = true;
    let count = 0;
    if (words.length > 0 || calendars.length > 0) {
      const made = await client.papers.files({ orders: words, calendars: [...calendars], language });
      isKept = await receiveFile(made.ticket, made.fileName);
      count += made.fileCount;
    }
    if (file === 'pdf' && orders.length > 0) {
      const papers = await Promise.all(orders.map((order) => client.papers.paper(order)));
      isKept = (await printPapers(papers, intl)) && isKept;
      count += papers.length;
    }
    return { count, isKept };
  }

  async function sendAll(plan: SendPlan, choices: SendChoices): Promise<SendResult> {
    const { ids } = await client.papers.prepare({ preparations: [...plan.preparations], day: today() });
    const files = await makeFiles(plan, choices);
    const { what, form } = choices;
    const drafts = await Promise.all(
      plan.mails.map(({ meetingId, language: written, recipients }) =>
        client.papers.mail({ meetingId, what, form, language: written, recipients: [...recipients] }),
      ),
    );
    return {
      ids,
      fileCount: files.count,
      isFileKept: files.isKept,
      mails: drafts.flatMap(({ links }) => links),
      without: drafts.flatMap(({ without }) => without),
    };
  }

  async function send(plan: SendPlan, choices: SendChoices): Promise<SendResult | null> {
    setIsSending(true);
    try {
      return (await save(() => sendAll(plan, choices))) ?? null;
    } finally {
      setIsSending(false);
    }
  }
  return { send, isSending };
}
