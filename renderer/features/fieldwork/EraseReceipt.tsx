import { useEffect, useRef } from 'react';
import type { ErasureReceipt } from '../../../shared/contract/fieldwork-withdrawal.ts';
import { formatDay, formatNumber, formatTime } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Facts } from '../../ui/facts/Facts.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { BackupNames } from './BackupNames.tsx';
import styles from './fieldwork.module.css';

/** What was erased, to print and keep. It is written only when everything is gone. */
export function EraseReceipt({ receipt, onClose }: { readonly receipt: ErasureReceipt; readonly onClose: () => void }) {
  const say = useText();
  const language = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const counts = ['answers', 'texts', 'codings', 'quotes', 'consents', 'steps', 'archives', 'backupsRemoved'] as const;
  return (
    <>
      <PageHeader
        actions={
          <>
            <Button onPress={onClose}>{say('fieldwork.receipt.close')}</Button>
            <Button icon="print" onPress={() => window.print()} variant="main">
              {say('fieldwork.receipt.print')}
            </Button>
          </>
        }
        title={say('fieldwork.receipt.title')}
        titleRef={title}
      />
      <div className={styles.sheet}>
        <article className={styles.receipt}>
          <h2 className={styles.heading}>{say('fieldwork.receipt.heading', { code: receipt.code })}</h2>
          <p className={styles.lead}>
            {say('fieldwork.receipt.what', {
              project: receipt.project,
              date: formatDay(receipt.erasedAt, language),
              time: formatTime(receipt.erasedAt, language),
              by: receipt.by,
            })}
          </p>
          <Facts facts={counts.map((name) => ({ name: say(`fieldwork.receipt.${name}`), value: formatNumber(receipt[name], language) }))} />
          <p className={styles.lead}>{say('fieldwork.receipt.left')}</p>
          {receipt.backups.length === 0 ? null : (
            <>
              <p className={styles.lead}>{say('fieldwork.receipt.backups')}</p>
              <BackupNames files={receipt.backups} />
            </>
          )}
        </article>
      </div>
    </>
  );
}
