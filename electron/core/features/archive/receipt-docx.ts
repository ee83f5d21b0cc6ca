import { HeadingLevel, Paragraph } from 'docx';
import { countNames, type DeletionReceipt } from '../../../../shared/contract/archive.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { wordDocument } from '../../documents/word.ts';
import { dayIn, wordsIn } from '../../words.ts';

/** The receipt of a deletion as a Word document: what, when, how much, why, and what the archives can be known by. */
export function receiptDocx(receipt: DeletionReceipt, language: Language): Promise<Uint8Array> {
  const words = wordsIn(language);
  const line = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 80 } });
  const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  const title = words('archive.receipt.title', { project: receipt.project });
  return wordDocument({
    title,
    language,
    footer: words('archive.receipt.footer'),
    children: [
      new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
      line(
        words('archive.receipt.what', { day: dayIn(language, receipt.deletedAt), time: receipt.deletedAt.slice(11, 16), by: receipt.by }),
      ),
      line(words('archive.receipt.why', { reason: receipt.reason })),
      heading(words('archive.receipt.deleted')),
      ...countNames.map((name) => line(words(`archive.count.${name}`, { n: receipt.counts[name] }))),
      line(words('archive.receipt.rows', { rows: receipt.rows, steps: receipt.steps, packs: receipt.packs })),
      heading(words('archive.receipt.archives')),
      ...(receipt.archives.length === 0
        ? [line(words('archive.receipt.noArchive'))]
        : receipt.archives.map(({ releaseNumber, madeAt, recipient, bytes, sha256 }) =>
            line(words('archive.receipt.archive', { number: releaseNumber, day: dayIn(language, madeAt), recipient, bytes, sha256 })),
          )),
      heading(words('archive.receipt.left')),
      line(words('archive.receipt.stays', { releases: receipt.releases })),
      ...(receipt.backups.length === 0
        ? [line(words('archive.receipt.noBackups'))]
        : [line(words('archive.receipt.backups')), ...receipt.backups.map(line)]),
    ],
  });
}
