import type { DeletionReceipt } from '../../../shared/contract/archive.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { today, useDates } from '../../lib/dates.ts';
import { formatTime } from '../../lib/format.ts';
import { runJob } from '../../lib/run-job.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './archive.module.css';

/** Receipts of deleted projects, each to be saved as a document. */
export function ReceiptPart({ receipts }: { readonly receipts: readonly DeletionReceipt[] }) {
  const say = useText();
  const dates = useDates();
  const language = useLanguage();
  const save = useSave();
  async function fetchReceipt(receiptId: string): Promise<void> {
    await save(async () => {
      const made = await runJob(client.archive.receiptFile({ receiptId, language }), () => undefined);
      await receiveFile(made.ticket, made.fileName);
    });
  }
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{say('archive.receipts')}</h2>
      <ul className={styles.list}>
        {receipts.map(({ id, project, deletedAt, by, reason }) => (
          <li className={styles.row} key={id}>
            <span>
              {say('archive.receipt.title', { project })}
              <div className={styles.quiet}>
                {say('archive.receipt.when', { day: dates.day(today(new Date(deletedAt))), time: formatTime(deletedAt, language), by })}{' '}
                {say('archive.receipt.why', { reason })}
              </div>
            </span>
            <Button icon="export" onPress={() => void fetchReceipt(id)} size="bar">
              {say('archive.receipt.save')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
