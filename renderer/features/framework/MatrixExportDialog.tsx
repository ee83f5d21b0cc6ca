import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FrameworkFormat, type FrameworkScope } from '../../../shared/contract/framework.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { client, orpc } from '../../lib/client.ts';
import { FormDialog } from '../../lib/dialogs/FormDialog.tsx';
import { Loaded } from '../../lib/Loaded.tsx';
import { runJob } from '../../lib/run-job.ts';
import { notice } from '../../lib/status.ts';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { RadioGroup } from '../../ui/radio-group/RadioGroup.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './framework.module.css';

export interface MatrixExportDialogProps {
  readonly scope: FrameworkScope;
  readonly onClose: () => void;
}

/** The matrix as a file: in which form, and where its rows are of few, for whom and what for. */
export function MatrixExportDialog({ scope, onClose }: MatrixExportDialogProps) {
  const say = useText();
  const save = useSave();
  const content = useContent();
  const language = useLanguage();
  const query = useQuery(orpc.framework.fileCheck.queryOptions({ input: scope }));
  const [format, setFormat] = useState<FrameworkFormat>('docx');
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
  const [isTried, setTried] = useState(false);
  const isInternal = query.data?.isInternal === true;
  const lacks = (text: string) => (isInternal && isTried && text.trim() === '' ? { error: say('framework.export.needed') } : {});
  async function carryOut(): Promise<void> {
    setTried(true);
    if (query.data === undefined || query.data.rows === 0) return;
    if (isInternal && (recipient.trim() === '' || purpose.trim() === '')) return;
    const made = await save(() => runJob(client.framework.export({ ...scope, format, language, recipient, purpose }), () => undefined));
    if (made === undefined) return;
    onClose();
    if (await receiveFile(made.ticket, made.fileName).catch(() => false))
      notice.set({ text: say('framework.export.made', { number: made.releaseNumber }), tone: 'neutral' });
  }
  return (
    <FormDialog onClose={onClose} onSave={carryOut} saveLabel={say('framework.export.save')} title={say('framework.export')}>
      <Loaded query={query}>
        {(check) => (
          <div className={styles.form}>
            {check.rows === 0 ? (
              <p>{say('framework.export.nothing', { threshold: check.threshold })}</p>
            ) : (
              <p className={styles.quiet}>{say('framework.export.holds', { rows: check.rows, notDone: check.notDone })}</p>
            )}
            {check.isInternal ? (
              <p>
                <strong>{say('framework.export.internal')}.</strong> {say('framework.export.internalWhy', { threshold: check.threshold })}
              </p>
            ) : null}
            {check.withheld.length === 0 ? null : (
              <p>
                {say('framework.export.withheld', {
                  n: check.withheld.length,
                  threshold: check.threshold,
                  answers: check.withheld.map((answer) => content(answer)).join(', '),
                })}
              </p>
            )}
            <RadioGroup
              label={say('framework.export.format')}
              look="row"
              onChange={setFormat}
              options={FrameworkFormat.options.map((id) => ({ id, label: say(`framework.export.format.${id}`) }))}
              value={format}
            />
            <TextField
              autoFocus
              label={say('framework.export.recipient')}
              maxLength={200}
              onChange={setRecipient}
              value={recipient}
              {...lacks(recipient)}
            />
            <TextField label={say('framework.export.purpose')} maxLength={500} onChange={setPurpose} value={purpose} {...lacks(purpose)} />
          </div>
        )}
      </Loaded>
    </FormDialog>
  );
}
