import { useState } from 'react';
import { client } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { openMail } from './mail.ts';
import { SentDayField } from './SentDayField.tsx';
import type { SendResult } from './use-send.ts';
import styles from './papers.module.css';

/** The papers are made: the drafts to open, and the word that they have gone. */
export function SendDone({ result, onClose }: { readonly result: SendResult; readonly onClose: () => void }) {
  const say = useText();
  const save = useSave();
  const [day, setDay] = useState<string | null>(today());
  async function markSent(): Promise<void> {
    if (day === null) return;
    const done = await save(() => client.papers.markSent({ ids: [...result.ids], day }));
    if (done !== undefined) onClose();
  }
  return (
    <div className={styles.form}>
      <p className={styles.help}>
        {result.fileCount === 0
          ? null
          : `${say(result.isFileKept ? 'papers.done.files' : 'papers.done.notSaved', { n: result.fileCount })} `}
        {say('papers.done.logged')}
      </p>
      {result.mails.length === 0 ? null : (
        <div>
          <ul className={styles.links}>
            {result.mails.map(({ href, count }) => (
              <li key={href}>
                <Button icon="releases" onPress={() => void openMail(href)}>
                  {say('papers.done.mail', { n: count })}
                </Button>
              </li>
            ))}
          </ul>
          <p className={styles.help}>{say('papers.done.mailHelp')}</p>
        </div>
      )}
      {result.without.length === 0 ? null : (
        <p className={styles.help}>{say('papers.done.without', { names: result.without.join(', ') })}</p>
      )}
      <SentDayField day={day} onChange={setDay} />
      <div className={styles.deeds}>
        <Button onPress={onClose}>{say('papers.done.later')}</Button>
        <Button autoFocus isDisabled={day === null} onPress={() => void markSent()} variant="main">
          {say('papers.done.sent')}
        </Button>
      </div>
    </div>
  );
}
